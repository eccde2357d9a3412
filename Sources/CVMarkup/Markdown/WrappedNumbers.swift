// SPDX-License-Identifier: MIT

/// Writes the stop behind a number with which a line of an item goes on as an entity.
///
/// `PMID:` and below it `96553261.` would else be an empty item with that number, which no reader
/// would see.
func keepWrappedNumbers(_ text: EditedText) -> EditedText {
  let scan = ByteScan(text.bytes)
  var edits: [Edit] = []
  var above: Range<Int>?
  scan.forEachLine { line, isCode in
    if !isCode, let above, let stop = wrappedStop(scan, line: line, below: above) {
      edits.append(Edit(range: stop..<stop + 1, replacement: "&#46;"))
    }
    above = line
  }
  return edits.isEmpty ? text : text.applying(edits)
}

/// Where the stop stands behind a number with which a line begins, and that numbers nothing: more
/// digits than any list counts, or none but the number at the end of an item.
private func wrappedStop(_ scan: ByteScan, line: Range<Int>, below above: Range<Int>) -> Int? {
  let start = scan.skipBlanks(from: line.lowerBound)
  guard start < line.upperBound, isDigit(scan.bytes[start]),
    let marker = ListMarker(scan, at: start, lineEnd: line.upperBound),
    scan.bytes[marker.end - 1] == UInt8(ascii: "."), isText(scan, line: above)
  else { return nil }
  let digits = marker.end - 1 - start
  let next = min(line.upperBound + 1, scan.count)
  let isLast = isBlank(scan, line: next..<scan.lineEnd(from: next))
  let isAlone = isBlank(scan, line: marker.end..<line.upperBound)
  return digits > 4 || digits > 2 && isAlone && isLast ? marker.end - 1 : nil
}

/// Whether a line has words behind the marker of an item, if it is one, and is no heading.
private func isText(_ scan: ByteScan, line: Range<Int>) -> Bool {
  let start = scan.skipBlanks(from: line.lowerBound)
  guard start < line.upperBound, scan.bytes[start] != UInt8(ascii: "#") else { return false }
  let words = ListMarker(scan, at: start, lineEnd: line.upperBound)?.end ?? start
  return scan.bytes[words..<line.upperBound].contains { scan.isLetter($0) || $0 >= 0x80 }
}

private func isBlank(_ scan: ByteScan, line: Range<Int>) -> Bool {
  scan.bytes[line].allSatisfy { $0 <= 0x20 }
}
