// SPDX-License-Identifier: MIT
import CVModel

/// A line that names what it tells: `Position: engineer`, `【役職】主任`.
struct NamedValue {
  /// What stands before the first colon, or in the frame in front.
  var name: RichText
  var value: RichText

  /// - Returns: `nil` where no colon and no frame stands in the line.
  init?(_ line: RichText) {
    let scan = TextScan(line)
    if scan[0] == "【", let close = scan.closingBracket(of: 0) {
      name = scan.slice(scan.trim(1..<close))
      value = scan.slice(scan.trim(close + 1..<scan.count, also: isColon))
      return
    }
    guard let colon = scan.firstColon else { return nil }
    name = scan.slice(scan.trim(0..<colon))
    value = scan.slice(scan.trim(colon + 1..<scan.count))
  }

  /// Whether lists have the name.
  func isNamed(in lists: Lists) -> Bool { WordLists.all.contains(folded(name.text), in: lists) }
}

extension TextScan {
  /// The first colon that stands in no round brackets: in `Python (mostly: Fog)` none names
  /// anything.
  var firstColon: Int? {
    scalars.indices.first { index in
      isColon(scalars[index]) && roundBrackets(around: index..<index + 1) == nil
    }
  }
}
