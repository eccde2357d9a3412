// SPDX-License-Identifier: MIT
import Testing

@testable import CVWriters

@Suite struct HTMLEscapingTests {
  @Test(arguments: [
    ("a < b & c > d", "a &lt; b &amp; c &gt; d"), ("\"x\" 'y'", "&quot;x&quot; 'y'"),
    ("</title><script>", "&lt;/title&gt;&lt;script&gt;"), ("&amp;", "&amp;amp;"), ("é 中", "é 中"),
  ])
  func escapesText(text: String, expected: String) {
    #expect(escapedHTML(text) == expected)
  }

  @Test func leavesScriptsNoWayToEnd() {
    let json = escapedForScript("{\"a\":\"</script><!--<script> & ]]>\"}")
    #expect(json == #"{"a":"\u003c/script\u003e\u003c!--\u003cscript\u003e \u0026 ]]\u003e"}"#)
  }

  @Test(arguments: [
    ("Ada Roe, page ", "\"Ada Roe, page \""), ("Müller", "\"Müller\""),
    ("\"; } * {", #""\22 \3b  \7d  \2a  \7b ""#),
    ("\\", #""\5c ""#), ("</style>", #""\3c \2f style\3e ""#),
    ("a\nb", "\"a b\""),
  ])
  func writesStringsOfStyleSheets(text: String, expected: String) {
    #expect(cssString(text) == expected)
  }

  @Test(arguments: [
    ("a\u{0}b\u{7}", "ab"), ("\u{1B}[31mred\u{9B}0m", "[31mred0m"), ("a\r\nb\u{2028}c", "a  b c"),
    ("\u{202E}evil\u{2066}", "evil"), ("\u{FEFF}a", "a"),
    ("a\u{E0041}b", "ab"), ("tab\tstays", "tab\tstays"), ("שלום\u{200F}", "שלום\u{200F}"),
  ])
  func dropsWhatActsOnOtherText(text: String, expected: String) {
    #expect(harmless(text) == expected)
  }

  @Test(arguments: [0xFFFE, 0xFFFF, 0xFDD0, 0xFDEF, 0x1FFFE, 0x10FFFF] as [UInt32])
  func dropsNoncharacters(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(harmless("a\(scalar)b") == "ab")
  }
}
