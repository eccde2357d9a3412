// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// The owner of a page that says only her given name.
extension NameFinder {
  /// `Hi, I'm Ada`, with the family name under which she signs her works; or `Ada is a painter`.
  ///
  /// - Returns: `nil` where `I'm X` is all that is known: X may be anything.
  func findGivenName(signing works: [Publication]) -> RichText? {
    for text in openingTexts.map({ $0.collapsed() }) {
      let scan = TextScan(text)
      for phrase in Self.introductions {
        guard let start = scan.firstRange(of: phrase)?.upperBound,
          let given = givenName(scan, from: start), let whole = signature(given, of: works)
        else { continue }
        return RichText(whole, span: text.span)
      }
      if let given = toldOf(scan) {
        return RichText(signature(given, of: works) ?? given, span: text.span)
      }
    }
    return nil
  }

  /// `author: Ada` beside `description: "Ada Roe, rain engineer"`: the name that begins with a
  /// given one in what the settings say of the page; else that alone.
  func wholeName(_ given: RichText) -> RichText {
    guard !given.text.contains(" ") else { return given }
    let whole = ["description", "title", "subtitle", "excerpt"].lazy.compactMap { settings?[$0] }
      .compactMap { node -> RichText? in
        let name = node.text?.prefix { !",.:;|–—(".contains($0) }.split(separator: " ") ?? []
        guard name.count > 1, folded(name[0]) == folded(given.text),
          case let text = name.joined(separator: " "), PersonName.isName(text)
        else { return nil }
        return RichText(text, span: node.span)
      }.first
    return whole ?? given
  }

  /// A capitalised word from an offset that ends the text or stands before a sign.
  private func givenName(_ scan: TextScan, from start: Int) -> String? {
    let end = scan.scalars[start...].firstIndex { !isWordScalar($0) && $0 != "-" } ?? scan.count
    let next = scan[scan.skipSpaces(from: end)]
    guard end > start + 1, isCapital(scan.scalars[start]), next.map(isWordScalar) != true else {
      return nil
    }
    return scan.string(start..<end)
  }

  /// `Ada is a postdoctoral scholar …. She works with …`: the one word that begins a text, which
  /// tells of a person.
  private func toldOf(_ scan: TextScan) -> String? {
    guard let verb = scan.firstRange(of: " is "), verb.lowerBound <= 20,
      case let name = scan.string(0..<verb.lowerBound), !name.contains(" "),
      isCapital(scan.scalars[0]), name.allSatisfy({ $0.isLetter || $0 == "-" }),
      WordLists.all[folded(name)] == nil
    else { return nil }
    let ahead = foldedWords(scan.string(verb.upperBound..<min(scan.count, verb.upperBound + 60)))
    let words = foldedWords(scan.string(verb.upperBound..<min(scan.count, 2000)))
    return WordLists.all.occurs(.role, in: ahead) && WordLists.all.occurs(.thirdPerson, in: words)
      ? name : nil
  }

  /// The whole name of the owner in her works that begins with a given name.
  private func signature(_ given: String, of works: [Publication]) -> String? {
    let own = works.lazy.flatMap(\.authors).filter(\.isOwner).map(\.name)
    return own.first { name in
      let words = name.split(separator: " ")
      return words.count > 1 && folded(words[0]) == folded(given)
        && words.dropFirst().contains { $0.count > 2 }
    }
  }
}
