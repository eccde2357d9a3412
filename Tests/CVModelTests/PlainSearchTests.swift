// SPDX-License-Identifier: MIT
import CVModel
import Testing

@Suite struct PlainSearchTests {
  @Test(arguments: [
    ("one two two", "two", "two two"), ("köln", "ln", "ln"), ("aab", "ab", "ab"),
    ("short", "shorter", nil), ("", "a", nil), ("text", "", nil),
    ("e\u{301}a", "\u{301}", "\u{301}a"),
  ])
  func findsTheFirstPart(text: String, part: String, rest: String?) {
    #expect(text.firstRange(of: part).map { String(text[$0.lowerBound...]) } == rest)
    #expect(text.firstRange(of: part).map { String(text[$0]) } == rest.map { _ in part })
  }

  @Test(arguments: [
    ("{name}, {name}", "{name}", "Ada", "Ada, Ada"), ("aaa", "aa", "b", "ba"),
    ("a – b", "–", "-", "a - b"), ("none", "x", "y", "none"), ("gone", "gone", "", ""),
    ("kept", "", "x", "kept"),
  ])
  func replacesEveryPart(text: String, part: String, other: String, expected: String) {
    #expect(text.replacing(part, with: other) == expected)
  }
}
