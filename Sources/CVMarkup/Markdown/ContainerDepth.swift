// SPDX-License-Identifier: MIT

/// The first place where the lists and quotes of Markdown nest deeper than a limit, by their
/// markers alone.
///
/// A list item nests in those whose marker stands further left; `>` and markers on one line nest
/// in each other. Never deeper in truth than so counted.
func firstContainer(beyond limit: Int, _ scan: ByteScan) -> Int? {
  var columns: [Int] = []
  var line = 0
  while line < scan.count {
    let end = scan.lineEnd(from: line)
    var quotes = 0
    var markers: [Int] = []
    var index = scan.skipBlanks(from: line)
    while index < end {
      markers.append(index)
      if scan.bytes[index] == UInt8(ascii: ">") {
        quotes += 1
        index += 1
      } else if let marker = ListMarker(scan, at: index, lineEnd: end) {
        let column = index - line
        while let last = columns.last, last >= column { columns.removeLast() }
        columns.append(column)
        index = marker.end
      } else {
        markers.removeLast()
        break
      }
      index = scan.skipBlanks(from: index)
    }
    let excess = columns.count + quotes - limit
    if excess > 0, !markers.isEmpty { return markers[max(0, markers.count - excess)] }
    line = end + 1
  }
  return nil
}
