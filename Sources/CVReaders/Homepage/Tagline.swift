// SPDX-License-Identifier: MIT
import CVModel

extension RichText {
  /// Whether a heading says what the owner is, as `Rain Engineer & Bell Lead` and `Rain @ Acme`
  /// do; names, sections, and titles of pages do not.
  var isTagline: Bool {
    let line = collapsed()
    let words = foldedWords(line.text)
    guard 2...14 ~= words.count, let last = line.text.last, !".!?:".contains(last),
      PersonName(line) == nil, SectionTitle(line).kind == nil,
      !WordLists.all.occurs(.ownCV, in: words), !WordLists.all.occurs(.contactWebsite, in: words)
    else { return false }
    return OpeningLines.isHeadline(line) || line.text.contains(" @ ") && !line.holdsDate
  }
}

extension RichText {
  /// `**CV & Profiles**`: a few words in bold, one of which names what the page is.
  var namesPage: Bool {
    isWholly(.strong) && wordCount(self) <= 5
      && WordLists.all.occurs(.ownCV, in: foldedWords(text))
  }
}

extension RichText {
  /// `You can find my CV in PDF [here](cv.pdf).`: a sentence above the sections that only leads to
  /// the CV as a file, by links whose words say nothing else.
  var leadsToOtherForm: Bool {
    let words = foldedWords(text)
    let lists = WordLists.all
    guard words.count <= 16, !text.dropLast().contains(". "), !isUnlinked,
      lists.occurs(.ownCV, in: words),
      lists.lists(in: words).isDisjoint(with: [.role, .organisation]),
      !tellsOfOwner(words)
    else { return false }
    return linkedTexts.allSatisfy { label in
      let words = foldedWords(label)
      return lists.contains(folded(label), in: [.linkLabel, .homepageMatter, .pointer])
        || lists.occurs(.ownCV, in: words) || words.contains("pdf")
    }
  }

  /// Whether the owner speaks of more than of `my current CV`.
  private func tellsOfOwner(_ words: [String]) -> Bool {
    words.indices.contains { index in
      Phrase.isFirstPerson(words[index])
        && !WordLists.all.occurs(.ownCV, in: Array(words[index...].prefix(4)))
    }
  }

  /// The words of each link.
  private var linkedTexts: [String] {
    TextScan(self).runRanges.filter { $0.attributes.link?.isEmpty == false }
      .map { self[$0.range].text }
  }

  /// `Ada Roe` of `Ada Roe (艾达)`, in whose bracket stands the name in other signs.
  var nameBeforeBracket: String? {
    guard let bracket = FinalBracket(TextScan(self)), PersonName.isName(bracket.inner.text) else {
      return nil
    }
    return bracket.before.text
  }
}

extension Outline {
  /// What a heading above the sections says that the owner is: the first that says nothing else,
  /// or the words behind her name.
  ///
  /// - Parameter settingsTitle: What the settings call the page.
  func tagline(besides name: RichText?, settingsTitle: RichText?) -> RichText? {
    let titles = pageTitles.map { withoutImages($0).collapsed() }
    let behind = (titles + [settingsTitle].compactMap { $0 }).lazy
      .compactMap { title in name.flatMap { title.wordsBehind($0) } }.first
    return behind
      ?? titles.first { title in
        title.isTagline && name.map { !title.text.contains($0.text) } != false
      }
  }
}

extension RichText {
  /// `Rain Engineer` of `Ada Roe – Rain Engineer`.
  fileprivate func wordsBehind(_ name: RichText) -> RichText? {
    guard text.hasPrefix(name.text), name.count < count,
      let sign = self[name.count..<count].trimmed().text.unicodeScalars.first,
      isDash(sign) || ",|·•:".unicodeScalars.contains(sign),
      case let whole = self[name.count..<count].trimmedSigns(),
      // `Ada Roe – Rain Engineer – Resume`
      case let parts = HeaderLines.parts(of: whole).filter({
        !WordLists.all.contains(folded($0.text), in: [.pageTitle, .ownCV])
      }),
      case let words = parts.joinedRich(separator: " – "), OpeningLines.isHeadline(words)
    else { return nil }
    return words
  }
}
