// SPDX-License-Identifier: MIT
import CVModel
import Testing

@testable import CVWriters

@Suite struct MarkdownTextTests {
  @Test(arguments: [
    ("plain words.", "plain words."), ("a*b", "a\\*b"), ("snake_case", "snake_case"),
    ("_a_", "\\_a\\_"), ("[x]", "\\[x\\]"), ("Vec<T>", "Vec\\<T\\>"), ("A&B", "A&#38;B"),
    ("A & B", "A & B"), ("{{ x }}", "&#123;{ x }&#125;"), ("https://e.org", "https&#58;//e.org"),
    ("a@b.org", "a&#64;b.org"), ("www.e.org", "www&#46;e.org"), ("a\u{A0}b", "a&#160;b"),
    ("back\\slash", "back\\\\slash"), ("~~no~~", "\\~\\~no\\~\\~"), ("a ~ b", "a ~ b"),
  ])
  func escapes(text: String, expected: String) {
    #expect(escaped(text) == expected)
  }

  @Test(arguments: [
    ("# no title", "\\# no title"), ("- no item", "\\- no item"),
    ("2021. No item", "2021\\. No item"),
    ("3) no item", "3\\) no item"), ("2021 is a year", "2021 is a year"), ("plain", "plain"),
  ])
  func holdsBackSignsAtTheStart(text: String, expected: String) {
    #expect(atLineStart(text) == expected)
  }

  @Test func writesLinksWithTheirMarks() {
    var text = RichText("see ")
    text.append("the page", .init(.strong, link: "https://e.org/a b(c)"))
    text.append("x", .init(.superscript))
    #expect(markdown(text) == "see [<strong>the page</strong>](<https://e.org/a b(c)>)<sup>x</sup>")
  }
}
