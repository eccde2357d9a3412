// SPDX-License-Identifier: MIT

/// How deep the lists and quotes of Markdown nest, by their markers alone.
///
/// A list item nests in those whose marker stands further left; `>` and markers on one line nest
/// in each other. Never less than what a parser would find.
func containerDepth(_ scan: ByteScan) -> Int {
  var columns: [Int] = []
  var deepest = 0
  var line = 0
  while line < scan.count {
    let end = scan.lineEnd(from: line)
    var quotes = 0
    var index = scan.skipBlanks(from: line)
    while index < end {
      if scan.bytes[index] == UInt8(ascii: ">") {
        quotes += 1
        index += 1
      } else if let marker = ListMarker(scan, at: index, lineEnd: end) {
        let column = index - line
        while let last = columns.last, last >= column { columns.removeLast() }
        columns.append(column)
        index = marker.end
      } else {
        break
      }
      index = scan.skipBlanks(from: index)
    }
    deepest = max(deepest, columns.count + quotes)
    line = end + 1
  }
  return deepest
}
