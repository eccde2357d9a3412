// SPDX-License-Identifier: MIT

/// A colour of LaTeX behind words, on which white ones show: `\pagecolor{black}`,
/// `\colorbox{navy}{words}`, `\rowcolor{blue}`.
struct LaTeXGround {
  /// What has the colour.
  enum Place {
    case page, box, row, cell, column
  }

  let place: Place
  /// Whether the colour is that of paper.
  let isWhite: Bool
  /// The offset behind the command with its arguments; of a box at the brace before its words.
  let end: Int

  /// The most bytes of a command with its colours.
  private static let longest = 160

  private static let places: [String: Place] = [
    "pagecolor": .page, "colorbox": .box, "fcolorbox": .box, "rowcolor": .row,
    "cellcolor": .cell, "columncolor": .column,
  ]

  /// - Parameter whites: Names that the page gives to white.
  /// - Returns: `nil` unless such a command begins with the backslash at an offset.
  init?(_ scan: ByteScan, at offset: Int, whites: Set<String>) {
    let name = scan.lettersEnd(from: offset + 1)
    guard let place = Self.places[scan.string(offset + 1..<name)], !scan.bytes.isInPath(offset)
    else { return nil }
    let limit = min(scan.count, offset + Self.longest)
    var (index, model, colour) = (name, "", "")
    // The first colour of `\fcolorbox` is that of its frame.
    for _ in 0..<(scan.has("\\fcolorbox", at: offset) ? 2 : 1) {
      index = scan.skipBlanks(from: index)
      if index < limit, scan.bytes[index] == UInt8(ascii: "["),
        let close = scan.bytes.endOfGroup(at: index, before: limit)
      {
        model = scan.string(index + 1..<close - 1)
        index = scan.skipBlanks(from: close)
      }
      guard index < limit, scan.bytes[index] == UInt8(ascii: "{"),
        let close = scan.bytes.endOfGroup(at: index, before: limit)
      else { return nil }
      colour = scan.string(index + 1..<close - 1)
      index = close
    }
    if place == .box {
      index = scan.skipBlanks(from: index)
      guard index < scan.count, scan.bytes[index] == UInt8(ascii: "{") else { return nil }
    }
    self.place = place
    isWhite = LaTeXColour.isWhite(colour, model, whites)
    end = index
  }
}
