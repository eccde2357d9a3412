// SPDX-License-Identifier: MIT
import CVLayout
import CVModel

/// How texts with emphasis and links are written.
struct LaTeXInline {
  /// A word of more characters gets places to break at: it may not fit what is left of a line.
  var longWord = 24
  /// A stretch of more characters may not fit any line, and is broken where it has no signs.
  var longStretch = 48

  /// For text that stands on lines of its own: titles, contacts, labels.
  static let title = LaTeXInline(longWord: 40)

  /// The source of a text, without blanks at its ends.
  func source(_ text: LayoutText) -> String {
    let pieces = merged(tied(text.runs))
    var result = ""
    var start = 0
    while start < pieces.count {
      let link = pieces[start].link
      let end = pieces[start...].firstIndex { $0.link != link } ?? pieces.count
      result += source(pieces[start..<end], link: link)
      start = end
    }
    return withSingleBlanks(result)
  }

  /// The characters of a text alone, for bookmarks and comments.
  func plain(_ text: LayoutText) -> String { withSingleBlanks(latexText(text.text)) }

  // MARK: Pieces

  /// Text of one look.
  private struct Piece {
    var text: String
    var marks: RichText.Marks
    var isSmallCaps: Bool
    var link: String?
  }

  /// The marks that are set; the others look like the text around them, as in the PDF.
  private static let visible: RichText.Marks = [
    .strong, .emphasis, .superscript, .subscripted, .underline,
  ]

  /// The parts that stay on one line, as in the PDF.
  private static let unbreakable: Set<Role> = [
    .author, .ownAuthor, .locator, .dates, .link, .label, .location,
  ]

  /// A longer part is no name and no place, and may break at its blanks.
  private static let longestTie = 40

  private func tied(_ runs: [LayoutRun]) -> [LayoutRun] {
    var result: [LayoutRun] = []
    for var run in runs where !run.text.isEmpty {
      if run.role == .link, run.text.hasPrefix("["), let last = result.last,
        last.text.hasSuffix(" "), !endsWithLabel(result)
      {
        // No line begins with the first label behind a text.
        result[result.count - 1].text.removeLast()
        result[result.count - 1].text += "\u{A0}"
      }
      if Self.unbreakable.contains(run.role), run.text.count <= Self.longestTie {
        run.text = tied(run.text, breaksAtCommas: run.role == .dates)
      }
      result.append(run)
    }
    return result
  }

  private func endsWithLabel(_ runs: [LayoutRun]) -> Bool {
    let words = runs.reversed().first { !$0.text.allSatisfy { $0 == " " } }
    return words?.text.last { $0 != " " } == "]"
  }

  /// Only blanks between words; those at the ends join what stands beside.
  private func tied(_ text: String, breaksAtCommas: Bool) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard let first = words.firstIndex(where: { !$0.isEmpty }),
      let last = words.lastIndex(where: { !$0.isEmpty })
    else { return text }
    var result = String(repeating: " ", count: first)
    for word in words[first...last] where !word.isEmpty {
      result += word
      result += breaksAtCommas && word.hasSuffix(",") ? " " : "\u{A0}"
    }
    result.removeLast()
    return result + String(repeating: " ", count: words.count - 1 - last)
  }

  private func merged(_ runs: [LayoutRun]) -> [Piece] {
    var pieces: [Piece] = []
    for run in runs {
      let marks = run.marks.intersection(Self.visible)
      let isSmallCaps = run.caps != .none
      if let last = pieces.last, last.marks == marks, last.link == run.link,
        last.isSmallCaps == isSmallCaps
      {
        pieces[pieces.count - 1].text += run.text
      } else {
        pieces.append(
          Piece(text: run.text, marks: marks, isSmallCaps: isSmallCaps, link: run.link))
      }
    }
    return pieces
  }

  // MARK: Source

  private func source(_ pieces: ArraySlice<Piece>, link: String?) -> String {
    guard let link else { return pieces.map(source).joined() }
    let address = latexAddress(link)
    if pieces.count == 1, let only = pieces.first, only.text == link, only.marks.isEmpty,
      link.contains("://"), link.count <= Self.longestURL, address.replacing("\\", with: "") == link
    {
      return "\\url{\(address)}"
    }
    return around("\\href{\(address)}{", pieces.map(source).joined())
  }

  private func source(_ piece: Piece) -> String {
    var text = latexText(withBreaks(piece.text))
    // A raised text is one box, in which no line can end.
    if piece.text.count <= longWord {
      if piece.marks.contains(.superscript) { text = around("\\textsuperscript{", text) }
      if piece.marks.contains(.underline) { text = around("\\underline{", text) }
      if piece.marks.contains(.subscripted) { text = around("\\textsubscript{", text) }
    }
    if piece.isSmallCaps { text = around("\\cvcaps{", text) }
    if piece.marks.contains(.emphasis) { text = around("\\emph{", text) }
    if piece.marks.contains(.strong) { text = around("\\textbf{", text) }
    return text
  }

  /// In a longer address `\url` may find too few places to break at.
  private static let longestURL = 60

  /// A macro around a text; the blanks at its ends stay outside.
  private func around(_ opening: String, _ text: String) -> String {
    let inner = text.drop { $0 == " " }
    guard let last = inner.lastIndex(where: { $0 != " " }) else { return text }
    let before = String(repeating: " ", count: text.count - inner.count)
    let after = inner[inner.index(after: last)...]
    return before + opening + inner[...last] + "}" + after
  }

  private func withSingleBlanks(_ text: String) -> String {
    text.split(separator: " ").joined(separator: " ")
  }

  // MARK: Long words

  /// Where no sign of its own allows a break, there is one so often.
  private static let forcedBreak = 8

  /// Marks the places where a long word may break: after the signs of addresses, and where a
  /// stretch has none of these, at fixed distances.
  private func withBreaks(_ text: String) -> String {
    guard text.utf8.count > longWord else { return text }
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.contains(where: { $0.count > longWord }) else { return text }
    return words.map { $0.count > longWord ? withBreaks(inWord: $0) : String($0) }
      .joined(separator: " ")
  }

  private func withBreaks(inWord word: Substring) -> String {
    var result = ""
    var stretch = ""
    let characters = Array(word)
    for (index, character) in characters.enumerated() {
      stretch.append(character)
      guard "/._?&=-".contains(character), index + 1 < characters.count,
        !"/._?&=-".contains(characters[index + 1])
      else { continue }
      result += broken(stretch)
      // TeX breaks behind a hyphen by itself.
      if character != "-" { result += "\u{200B}" }
      stretch = ""
    }
    return result + broken(stretch)
  }

  private func broken(_ stretch: String) -> String {
    guard stretch.count > longStretch else { return stretch }
    var result = ""
    for (index, character) in stretch.enumerated() {
      if index > 0, index.isMultiple(of: Self.forcedBreak) { result += "\u{200B}" }
      result.append(character)
    }
    return result
  }
}
