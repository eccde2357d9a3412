// SPDX-License-Identifier: MIT
import CVModel

/// `Office: 4.12. E-mail: ada@example.org. Tel: +44 …`: ways to reach somebody in one sentence.
extension RichText {
  /// The text cut before each label of a way to reach somebody but the first, without the stops
  /// between them; the text itself where it has fewer than two.
  func partedAtContactLabels() -> [RichText] {
    if let values = contactsBehindLabel { return values }
    // A line of contacts is shorter than this.
    guard count <= 2_000, text.utf8.count(where: { $0 == UInt8(ascii: ":") }) > 1 else {
      return [self]
    }
    let scan = TextScan(self)
    var starts: [Int] = []
    for colon in scan.scalars.indices
    where isColon(scan.scalars[colon]) && scan[colon + 1].map(isSpace) == true {
      if let start = scan.startOfContactLabel(before: colon, behind: starts.last ?? 0) {
        starts.append(start)
      }
    }
    guard starts.count > 1 else { return [self] }
    let bounds = (starts[0] == 0 ? [] : [0]) + starts + [scan.count]
    return zip(bounds, bounds.dropFirst()).map { start, end in
      scan.slice(start..<end).trimmed { isSpace($0) || ".,;/".unicodeScalars.contains($0) }
    }
  }

  /// `Contact: ada@example.org / +44 …`: what stands between slashes or commas behind a word for
  /// ways to reach somebody, if it is nothing else.
  private var contactsBehindLabel: [RichText]? {
    guard beginsWithContactLabel, let line = NamedValue(self),
      WordLists.all.sectionKind(folded(line.name.text)) == .contact,
      case let values = line.value.split(where: { "/,、，／".unicodeScalars.contains($0) })
        .map({ $0.trimmed() }), values.count > 1,
      values.allSatisfy({ ContactReader.plain($0) != nil })
    else { return nil }
    return values
  }

  /// `**Contact:** ada@example.org | Leeds`: whether a paragraph begins with a word for ways to
  /// reach somebody, to mail or to telephone.
  var beginsWithContactLabel: Bool {
    guard let colon = text.unicodeScalars.prefix(40).firstIndex(where: isColon) else {
      return false
    }
    let label = folded(text[..<colon])
    return WordLists.all.contains(label, in: [.contactEmail, .contactPhone])
      || WordLists.all.sectionKind(label) == .contact
  }
}

extension TextScan {
  /// Where the one or two words before a colon begin that are a label of a way to reach somebody.
  fileprivate func startOfContactLabel(before colon: Int, behind last: Int) -> Int? {
    let word = lastWord(in: last..<colon)
    let two = lastWord(in: last..<trim(last..<word.lowerBound).upperBound)
    return [two, word].first { first in
      !first.isEmpty
        && WordLists.all.contains(folded(string(first.lowerBound..<colon)), in: contactLabels)
    }?.lowerBound
  }
}

private let contactLabels: Lists = [
  .contactEmail, .contactPhone, .contactWebsite, .contactLocation,
]
