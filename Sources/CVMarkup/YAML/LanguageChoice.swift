// SPDX-License-Identifier: MIT
package import CVDiagnostics
import CVModel

extension DataNode {
  /// The tree with one text wherever it has several for one thing: `title: {en: …, de: …}`.
  ///
  /// Of such a mapping all keys are languages. The wanted one is taken, else one that differs from
  /// it by its region only, else the first. Under a key such as `languages`, languages are what is
  /// told of.
  ///
  /// - Parameters:
  ///   - language: A BCP 47 tag; `nil` takes the first text.
  ///   - account: Receives the texts in other languages.
  package func inLanguage(_ language: String?, account: inout ImportAccount) -> DataNode {
    switch value {
    case .scalar: return self
    case .sequence(let items):
      let chosen = items.map { $0.inLanguage(language, account: &account) }
      return DataNode(.sequence(chosen), span: span)
    case .mapping(let members):
      guard let index = chosenMember(of: members, for: language) else {
        let chosen = members.map { member in
          var member = member
          if !member.key.lowercased().hasPrefix("language") {
            member.value = member.value.inLanguage(language, account: &account)
          }
          return member
        }
        return DataNode(.mapping(chosen), span: span)
      }
      for (number, member) in members.enumerated() where number != index {
        for text in member.value.scalarTexts { account.add(.replaced, text.text, at: text.span) }
      }
      return members[index].value
    }
  }

  /// The member to take of a mapping of languages to texts; `nil` for any other mapping.
  private func chosenMember(of members: [Member], for language: String?) -> Int? {
    let tags = members.map { languageTag($0.key) }
    let areTexts = members.allSatisfy { member in
      if case .mapping = member.value.value { return false }
      return member.value.items.allSatisfy { $0.text != nil }
    }
    let areLanguages = tags.allSatisfy { tag in
      tag.map { Self.languages.contains(String($0.prefix(2))) && !$0.dropFirst(2).contains(" ") }
        ?? false
    }
    guard members.count > 1, areTexts, areLanguages else { return nil }
    guard let wanted = language.flatMap(languageTag) else { return 0 }
    return tags.firstIndex { $0?.lowercased() == wanted.lowercased() }
      ?? tags.firstIndex { $0.map { isSameLanguage($0, wanted) } ?? false } ?? 0
  }

  /// The texts below a node, each with its place.
  private var scalarTexts: [(text: String, span: SourceSpan?)] {
    if let text { return [(text, span)] }
    return items.compactMap { item in item.text.map { ($0, item.span) } }
  }

  /// Languages that CVs are written in (ISO 639-1); short keys of data are words otherwise.
  private static let languages: Set<String> = [
    "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "gl",
    "he", "hi", "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "nb", "nl", "nn", "pl", "pt", "ro",
    "ru", "sk", "sl", "sr", "sv", "ta", "th", "tr", "uk", "ur", "vi", "zh",
  ]
}
