// SPDX-License-Identifier: MIT
import CVModel

/// The owner's name where nothing but the words behind it tells where it ends.
extension NameFinder {
  /// `罗雅是白河大学的博士生`, `罗雅，女，工学博士`: a family name and one or two letters that begin a
  /// text, before what she is.
  func nameWithoutSpaces(_ text: RichText) -> RichText? {
    let scan = TextScan(text.collapsed())
    guard scan[0].map(isCJK) == true else { return nil }
    let lengths = (1...2).flatMap { family in
      WordLists.all.contains(scan.scalars.prefix(family), in: .familyName)
        ? [family + 2, family + 1] : []
    }
    return lengths.lazy.filter { $0 < scan.count && self.saysWhatSheIs(scan, from: $0) }
      .compactMap { PersonName(scan.slice(0..<$0))?.name }.first
  }

  /// Whether `是` or a comma stands at an offset, and a degree or a post soon behind it.
  private func saysWhatSheIs(_ scan: TextScan, from start: Int) -> Bool {
    let sign = "，,（(".unicodeScalars.contains(scan.scalars[start])
    let word = (1...3).contains { length in
      WordLists.all.contains(scan.scalars[start...].prefix(length), in: .copula)
    }
    guard sign || word, scan.slice(0..<start).isUnlinked else { return false }
    let ahead = foldedWords(scan.string(start..<min(scan.count, start + 40)))
    return WordLists.all.occurs([.role, .degree, .graduate], in: ahead)
  }
}
