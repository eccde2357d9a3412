// SPDX-License-Identifier: MIT
import CVLayout

/// Breaks a text into lines of so many columns.
///
/// Greedy, which suits lines that are pasted and changed. A line breaks at a space that joins
/// nothing, or beside a wide character; a word that is wider than the line stands whole on its own.
struct TextLines {
  /// In columns; `nil` breaks only where the text itself does.
  let width: Int?

  /// - Parameter indent: Columns that the caller puts before each line.
  func lines(of text: String, indent: Int = 0) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { part in
      wrapped(String(part), to: width.map { max($0 - indent, 1) })
    }.filter { !$0.isEmpty }
  }

  private func wrapped(_ text: String, to width: Int?) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in tied(pieces(of: text), within: width) {
      let columns = piece.text.displayWidth
      let gap = piece.followsSpace && !line.isEmpty ? 1 : 0
      if let width, !line.isEmpty, used + gap + columns > width {
        lines.append(line)
        line = ""
        used = 0
      } else if gap == 1 {
        line += " "
        used += 1
      }
      line += piece.text
      used += columns
    }
    return lines + [line]
  }

  /// The pieces with those in one that a tie joins, where a line can hold them.
  private func tied(_ pieces: [Piece], within width: Int?) -> [Piece] {
    guard let width else { return pieces }
    var result: [Piece] = []
    var last = ""
    for (index, piece) in pieces.enumerated() {
      defer { last = piece.text }
      let next = index + 1 < pieces.count ? pieces[index + 1].text : nil
      guard let whole = result.last, piece.followsSpace,
        areTied(last, piece.text, before: next),
        whole.text.displayWidth + 1 + piece.text.displayWidth <= width
      else {
        result.append(piece)
        continue
      }
      result[result.count - 1].text = whole.text + " " + piece.text
    }
    return result
  }

  /// What no line may break: a word, or a wide character with the marks and signs behind it.
  private struct Piece {
    var text: String
    var followsSpace: Bool
  }

  private func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var followsSpace = false
    var endsWide = false
    for character in text {
      if character == " " {
        followsSpace = true
        endsWide = false
        continue
      }
      let isWide = character.unicodeScalars.first?.isWide ?? false
      let mayStart = (isWide || endsWide) && !Self.closing.contains(character)
      if pieces.isEmpty || followsSpace || mayStart {
        pieces.append(Piece(text: "", followsSpace: followsSpace))
      }
      pieces[pieces.count - 1].text.append(character)
      followsSpace = false
      endsWide = isWide
    }
    return pieces
  }

  /// Signs that never begin a line (UAX #14, classes CL, EX, IS and NS).
  private static let closing: Set<Character> = [
    ",", ".", ";", ":", "!", "?", ")", "]", "}", "’", "”", "，", "。", "、", "；", "：", "！", "？", "）",
    "】", "』", "」", "》", "〉", "ー", "々",
  ]
}
