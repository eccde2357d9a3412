// SPDX-License-Identifier: MIT
import CVModel

/// Which linked texts name what they link to, and are no part of a reference.
extension PublicationLinks {
  /// Whether a label is among the links of a bracket, so that all of them are: `(Page 1/Clip)`.
  static func holdsLabel(
    _ group: Range<Int>, _ links: [(Range<Int>, String)], _ scan: TextScan
  ) -> Bool {
    links.contains { link in
      let words = folded(scan.string(link.0).filter { !$0.isNumber })
      return group.contains(link.0.lowerBound) && WordLists.all.contains(words, in: .linkLabel)
    }
  }

  /// Whether a linked text names what it links to, and is no part of the reference.
  static func isLabel(_ label: String, _ address: String, brackets: Bool) -> Bool {
    let words = foldedWords(label)
    if brackets { return words.count <= 5 }
    if label.hasPrefix("10.") || label.hasPrefix("http") || label == address { return true }
    if words.count == 1, label.contains(where: \.isNumber),
      ["hal-", "tel-", "halshs-", "pmid", "pmc"].contains(where: words[0].hasPrefix)
    {
      return true
    }
    // `Dataset/Code`
    return words.count <= 3
      && folded(label).split(separator: "/").allSatisfy {
        WordLists.all.contains(String($0), in: .linkLabel)
      }
  }

  /// `Read here.`: whether a linked text behind a stop points to where it leads in some words.
  static func isPointer(_ label: String, at start: Int, _ scan: TextScan) -> Bool {
    let words = foldedWords(label)
    guard 2...4 ~= words.count, label.first?.isUppercase == true,
      let before = scan.scalars[scan.trim(0..<start)].last
    else { return false }
    return WordLists.all.contains(words[words.count - 1], in: .pointer)
      && ".?!".unicodeScalars.contains(before)
  }
}
