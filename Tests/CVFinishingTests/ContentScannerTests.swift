// SPDX-License-Identifier: MIT
import Testing

@testable import CVFinishing

@Suite struct ContentScannerTests {
  private func words(_ content: String) -> [String] {
    var scanner = ContentScanner(Array(content.utf8))
    var words: [String] = []
    while let token = scanner.next() { words.append(scanner.word(token)) }
    return words
  }

  private func string(_ source: String) -> String {
    var scanner = ContentScanner(Array(source.utf8))
    return scanner.next().map { String(decoding: scanner.stringBytes($0), as: UTF8.self) } ?? ""
  }

  @Test(arguments: [
    ("1 0 0 -1 0 841.9 cm\nq", ["1", "0", "0", "-1", "0", "841.9", "cm", "q"]),
    ("[(a)8<41>-10]TJ", ["[", "(a)", "8", "<41>", "-10", "]", "TJ"]),
    ("/Link<</MCID 0>>BDC", ["/Link", "<<", "/MCID", "0", ">>", "BDC"]),
    ("% f (\nS", ["S"]), ("(a(b)\\)c)Tj", ["(a(b)\\)c)", "Tj"]), ("T* f*", ["T*", "f*"]),
    ("BI /W 1 ID \u{1}EIx EI Q", ["BI", "/W", "1", "ID \u{1}EIx", "EI", "Q"]),
    ("", []), ("(open", ["(open"]), ("<4", ["<4"]), ("\\", ["\\"]), ("(a\\", ["(a\\"]),
  ])
  func cutsTokens(content: String, expected: [String]) {
    #expect(words(content) == expected)
  }

  @Test(arguments: [
    ("(a\\(b\\)\\\\)", "a(b)\\"), ("(\\101\\7a)", "A\u{7}a"), ("(a\\\nb)", "ab"), ("(\\n)", "\n"),
    ("<48 65 6C6c6F>", "Hello"), ("<4>", "@"), ("(a(b)c)", "a(b)c"), ("/Name", ""), ("(cut", "cut"),
    ("(\\r\\t\\b\\f\\q)", "\r\t\u{8}\u{C}q"), ("(a\\\r\nb)", "ab"),
  ])
  func resolvesEscapes(source: String, expected: String) {
    #expect(string(source) == expected)
  }

  /// Any bytes give tokens that cover parts of them in order.
  @Test func endsOnAnyBytes() {
    var seed: UInt64 = 1
    for _ in 0..<300 {
      let signs = Array("()<>[]{}/%\\ \nEIDBT09.-".utf8)
      let bytes = (0..<80).map { _ -> UInt8 in
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return signs[Int(seed >> 33) % signs.count]
      }
      var scanner = ContentScanner(bytes)
      var end = 0
      while let token = scanner.next() {
        #expect(token.range.lowerBound >= end && token.range.upperBound <= bytes.count)
        end = token.range.upperBound
        _ = scanner.stringBytes(token)
      }
    }
  }
}
