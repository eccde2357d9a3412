// SPDX-License-Identifier: MIT
import Testing

@testable import CVWriters

@Suite struct EscapingTests {
  @Test(arguments: [
    ("\\input{x}", "\\textbackslash{}input\\{x\\}"), ("100% & #1", "100\\% \\& \\#1"),
    ("a_b $x^2$", "a\\_b \\$x\\textasciicircum{}2\\$"), ("~", "\\textasciitilde{}"),
    (
      "\"a\" 'b' `c`",
      "\\textquotedbl{}a\\textquotedbl{} \\textquotesingle{}b\\textquotesingle{} "
        + "\\textasciigrave{}c\\textasciigrave{}"
    ),
    ("5%", "5\\%{}"), ("5%, 6", "5\\%, 6"),
    ("a < b > c | d", "a \\textless{} b \\textgreater{} c \\textbar{} d"),
  ])
  func printsWhatMeansSomethingToTeX(text: String, source: String) {
    #expect(latexText(text) == source)
  }

  @Test(arguments: [
    ("--", "-{}-"), ("---", "-{}-{}-"), (",,", ",{},"), ("’’", "’{}’"), ("‘‘", "‘{}‘"),
    ("?‘", "?{}‘"), ("!‘", "!{}‘"), ("–-", "–{}-"), ("a-b", "a-b"), ("fi", "fi"),
  ])
  func keepsApartWhatFontsWouldJoin(text: String, source: String) {
    #expect(latexText(text) == source)
  }

  @Test(arguments: [
    ("a\u{0}b\u{1B}c\u{7F}d", "abcd"), ("a\tb\nc\u{2028}d\u{85}e", "a b c d e"),
    ("a\u{A0}b\u{202F}c", "a~b~c"), ("a\u{2003}b", "a b"), ("a\u{200B}b", "a\\cvbreak{}b"),
    ("a\u{AD}b\u{202E}c\u{FEFF}d\u{FE0F}", "abcd"),
  ])
  func leavesOutWhatIsNeverSeen(text: String, source: String) {
    #expect(latexText(text) == source)
  }

  @Test(arguments: [("e\u{301}", 0xE9), ("s\u{323}", 0x1E63), ("A\u{30A}", 0xC5)])
  func composesLettersWithMarks(text: String, scalar: UInt32) {
    #expect(latexText(text).unicodeScalars.map(\.value) == [scalar])
  }

  @Test(arguments: [
    ("https://e.org/a%20b#c", "https://e.org/a\\%20b\\#c"),
    ("https://e.org/?a=1&b=~_", "https://e.org/?a=1\\&b=~_"),
    ("https://e.org/{x}\\y$ é", "https://e.org/\\%7Bx\\%7D\\%5Cy\\%24\\%20\\%C3\\%A9"),
  ])
  func encodesAddresses(address: String, source: String) {
    #expect(latexAddress(address) == source)
  }

  @Test func keepsCommentsPlain() {
    #expect(latexComment("A \\input{x}%\n^^M B & C") == "A input x M B & C")
  }
}
