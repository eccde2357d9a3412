// SPDX-License-Identifier: MIT
import TestSupport
import Testing

/// Lines of one thing again and again take no time that grows with their square.
@Suite struct LongLineTests {
  private static func times(_ piece: String, _ count: Int) -> String {
    String(repeating: piece, count: count)
  }

  @Test(
    arguments: [
      "- Assistant " + times("for a, ", 8_000), "- Assistant " + times("to for ", 8_000),
      "- 2020, " + times("**R**ain ", 8_000), times("Rain Award\\\n", 4_000),
      times("A. Roe, B. Poe<br>Wet maps<br><br>", 2_000),
    ])
  func endsSoonOnLongLines(line: String) {
    for title in ["Experience", "Teaching", "Awards", "Publications"] {
      #expect(endsSoon { _ = ReadProfile("# Ada Roe\n\n## \(title)\n\n\(line)\n") })
    }
  }
}
