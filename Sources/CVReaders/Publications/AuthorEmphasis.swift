// SPDX-License-Identifier: MIT
import CVModel

/// Which names of a list are bold, underlined, code or coloured, while the others are not.
struct AuthorEmphasis {
  private let emphasis: MarkedScalars
  /// Whether the emphasis tells some of the names apart at all.
  private let isSelective: Bool

  init(_ authors: [AuthorList.ParsedAuthor], _ scan: TextScan) {
    let covered = { (mark: RichText.Marks) in
      let marked = MarkedScalars(scan, marks: mark)
      return authors.count { marked.coversMost(of: $0.range) }
    }
    // Where bold tells one apart, underlined names are those of students.
    let isBold = 1..<max(authors.count, 2) ~= covered(.strong) && covered(.underline) > 0
    let emphasis = MarkedScalars(scan, marks: isBold ? .strong : [.strong, .underline, .code])
    self.emphasis = emphasis
    let all = authors.reduce(0) { $0 + emphasis.count(in: $1.range) }
    let names = authors.reduce(0) { $0 + $1.range.count }
    isSelective = all < names || authors.count == 1
  }

  /// Whether most of a name is emphasised.
  func tellsApart(_ name: Range<Int>) -> Bool {
    isSelective && emphasis.coversMost(of: name)
  }
}

/// The scalars of a text that have some marks, counted so that any stretch costs the same.
private struct MarkedScalars {
  /// How many stand before each offset.
  private var before = [0]

  init(_ scan: TextScan, marks: RichText.Marks) {
    before.reserveCapacity(scan.count + 1)
    var sum = 0
    for (run, attributes) in scan.runRanges {
      let isSet = !attributes.marks.isDisjoint(with: marks)
      for _ in run {
        if isSet { sum += 1 }
        before.append(sum)
      }
    }
  }

  func count(in range: Range<Int>) -> Int { before[range.upperBound] - before[range.lowerBound] }

  func coversMost(of range: Range<Int>) -> Bool { count(in: range) * 2 > range.count }
}
