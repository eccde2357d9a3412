// SPDX-License-Identifier: MIT
import Testing

@testable import cvgen

/// Lines cut from what a pipe gives, however it is cut itself.
@Suite struct LineBufferTests {
  private func lines(_ text: String, pieces: Int, limit: Int = 8) -> [LineBuffer.Line] {
    var buffer = LineBuffer(limit: limit)
    var lines: [LineBuffer.Line] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      buffer.append(rest.prefix(pieces))
      rest = rest.dropFirst(pieces)
      while let line = buffer.next() { lines.append(line) }
    }
    if let line = buffer.rest() { lines.append(line) }
    return lines
  }

  private func whole(_ text: String) -> LineBuffer.Line { .whole(Array(text.utf8)) }

  @Test(arguments: [1, 2, 3, 7, 100])
  func cutsLines(pieces: Int) {
    #expect(
      lines("ab\n\ncd\ne", pieces: pieces) == [whole("ab"), whole(""), whole("cd"), whole("e")])
    #expect(lines("", pieces: pieces) == [])
    #expect(lines("12345678\n", pieces: pieces) == [whole("12345678")])
  }

  @Test(arguments: [1, 2, 3, 7, 100])
  func dropsALineThatIsTooLong(pieces: Int) {
    #expect(
      lines("a\n123456789\nb\n", pieces: pieces) == [whole("a"), .tooLong, whole("b")])
    let long = String(repeating: "x", count: 1000)
    #expect(lines(long + "\nb\n" + long, pieces: pieces) == [.tooLong, whole("b"), .tooLong])
  }
}
