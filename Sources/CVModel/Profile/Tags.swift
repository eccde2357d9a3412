// SPDX-License-Identifier: MIT

/// Words that an author gives to parts of a profile, by which variants choose.
///
/// They are compared without regard to case, and never shown.
public enum Tags {
  /// The tags of a list: with commas between them, or without any, with blanks.
  public static func words(in text: some StringProtocol) -> [String] {
    let hasCommas = text.contains(",")
    let parts = text.split { hasCommas ? $0 == "," : $0.isWhitespace }
    return parts.map { part in
      part.split { $0.isWhitespace || signs.contains($0) }.joined(separator: " ")
    }.filter { !$0.isEmpty }
  }

  /// A list that is read as these tags.
  public static func written(_ tags: [String]) -> String {
    let isOneWithBlanks = tags.count == 1 && tags[0].contains(" ")
    return tags.joined(separator: ", ") + (isOneWithBlanks ? "," : "")
  }

  /// Whether two tags are the same.
  public static func areSame(_ a: String, _ b: String) -> Bool { a.lowercased() == b.lowercased() }

  /// Signs that would end a list.
  private static let signs: Set<Character> = ["\"", "'", "{", "}"]
}
