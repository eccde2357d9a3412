// SPDX-License-Identifier: MIT
import CVModel

/// The owner's name where nothing but the words behind it tells where it ends.
extension NameFinder {
  /// `罗雅是白河大学的博士生`, `罗雅，女，工学博士`: a family name and one or two letters that begin a
  /// text, before what she is.
  func nameWithoutSpaces(_ text: RichText) -> RichText? {
    let scan = TextScan(text.collapsed())
    guard scan[0].map(isCJK) == true,
      // Kana: Japanese, which writes otherwise.
      !scan.scalars.prefix(40).contains(where: { (0x3040...0x30FF).contains($0.value) })
    else { return nil }
    let lengths = (1...2).flatMap { family in
      WordLists.all.contains(scan.scalars.prefix(family), in: .familyName)
        ? [family + 2, family + 1] : []
    }
    return lengths.lazy.filter { $0 < scan.count && self.saysWhatSheIs(scan, from: $0) }
      .compactMap { PersonName(scan.slice(0..<$0))?.name }.first
  }

  /// Whether `是` or a comma stands at an offset, and a degree or a post soon behind it: behind a
  /// comma before the next sign, or behind `男`.
  ///
  /// `管理学，博士` is a subject, and what `安全，稳定的系统是…` speaks of is no person.
  private func saysWhatSheIs(_ scan: TextScan, from start: Int) -> Bool {
    let isCopula = { (place: Int) in
      (1...3).contains { length in
        WordLists.all.contains(scan.scalars[place...].prefix(length), in: .copula)
      }
    }
    let isSign = "，,（(".unicodeScalars.contains(scan.scalars[start])
    let isWord = isCopula(start) || isSign && isCopula(start + 1)
    guard isSign || isWord, scan.slice(0..<start).isUnlinked else { return false }
    var end = min(scan.count, start + 40)
    if !isWord {
      let next = scan.scalars[(start + 1)..<end].firstIndex {
        "，,。.）)；;、".unicodeScalars.contains($0)
      }
      end = next ?? end
      guard scan.scalars[start - 1] != "学", scan.scalars[start - 1] != "學",
        !scan.scalars[start..<end].contains("是")
      else { return false }
    }
    let ahead = foldedWords(scan.string(start..<end))
    return WordLists.all.occurs([.role, .degree, .graduate], in: ahead)
  }
}
