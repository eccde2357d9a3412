// SPDX-License-Identifier: MIT

/// What an output has that it must not have, and what it lacks.
struct Findings {
  let facts: Facts

  /// Text that was never meant for a reader and stands in an output.
  ///
  /// - Parameter isData: Whether the output escapes with backslashes, so that one means nothing.
  func leaks(in output: String, isData: Bool = false) -> [String] {
    (facts.mustNotAppear ?? []).filter { !(isData && $0.contains("\\")) && output.holds($0) }
  }

  /// Phrases and titles that do not stand in the text of a document.
  ///
  /// - Parameter pages: With a form feed behind each page.
  func lost(from pages: String) -> [String] {
    let flat = Wording(Self.withoutFooters(pages)).squashed + Wording(pages).squashed
    let phrases = facts.sections.filter { !$0.isNews }.flatMap(\.entries).flatMap(\.phrases)
    let titles = (facts.publications ?? []).map(\.title)
    return (phrases + titles).filter { !flat.holds(Wording($0).squashed) }
  }

  /// A sentence that goes on over a page is cut by the footer between its halves.
  private static func withoutFooters(_ pages: String) -> String {
    pages.split(separator: "\u{C}").map { page in
      let lines = page.split(separator: "\n")
      return lines.dropLast(lines.count > 1 ? 1 : 0).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// Fields that hold words which the page does not have.
  func invented(in had: Understanding, page: String) -> [String] {
    let flat = Wording(page + (facts.generated ?? []).joined(separator: " ")).squashed
    let said = had.sections.flatMap(\.said)
    return said.filter { field in
      !flat.holds(Wording(field).squashed)
        && !field.split(whereSeparator: \.isWhitespace).allSatisfy {
          flat.holds(Wording(String($0)).squashed)
        }
    }
  }
}
