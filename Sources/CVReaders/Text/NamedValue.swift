// SPDX-License-Identifier: MIT
import CVModel

/// A line that names what it tells: `Position: engineer`.
struct NamedValue {
  /// What stands before the first colon.
  var name: RichText
  var value: RichText

  /// - Returns: `nil` where no colon stands in the line.
  init?(_ line: RichText) {
    let scan = TextScan(line)
    guard let colon = scan.scalars.firstIndex(where: isColon) else { return nil }
    name = scan.slice(scan.trim(0..<colon))
    value = scan.slice(scan.trim(colon + 1..<scan.count))
  }

  /// Whether lists have the name.
  func isNamed(in lists: Lists) -> Bool { WordLists.all.contains(folded(name.text), in: lists) }
}
