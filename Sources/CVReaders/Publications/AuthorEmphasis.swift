// SPDX-License-Identifier: MIT
import CVModel

/// Which names of a list are bold, underlined, code or coloured, while the others are not.
struct AuthorEmphasis {
  /// How many emphasised scalars stand before each offset.
  private var before = [0]
  /// Whether the emphasis tells some of the names apart at all.
  private let isSelective: Bool

  init(_ authors: [AuthorList.ParsedAuthor], _ scan: TextScan) {
    let covered = { (mark: RichText.Marks) in
      authors.count { author in
        scan.runRanges.contains { run, attributes in
          attributes.marks.contains(mark)
            && run.clamped(to: author.range).count * 2 > author.range.count
        }
      }
    }
    // Where bold tells one apart, underlined names are those of students.
    let isBold = 1..<max(authors.count, 2) ~= covered(.strong) && covered(.underline) > 0
    let marks: RichText.Marks = isBold ? .strong : [.strong, .underline, .code]
    before.reserveCapacity(scan.count + 1)
    var sum = 0
    for (run, attributes) in scan.runRanges {
      let isSet = !attributes.marks.isDisjoint(with: marks)
      for _ in run {
        if isSet { sum += 1 }
        before.append(sum)
      }
    }
    let counts = before
    let all = authors.reduce(0) { $0 + counts[$1.range.upperBound] - counts[$1.range.lowerBound] }
    let names = authors.reduce(0) { $0 + $1.range.count }
    isSelective = all < names || authors.count == 1
  }

  /// Whether most of a name is emphasised.
  func tellsApart(_ name: Range<Int>) -> Bool {
    isSelective && (before[name.upperBound] - before[name.lowerBound]) * 2 > name.count
  }
}
