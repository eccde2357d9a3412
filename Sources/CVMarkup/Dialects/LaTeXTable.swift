// SPDX-License-Identifier: MIT

/// Rows of a LaTeX table inside Markdown, as edits that make them rows of HTML.
///
/// `\begin{longtable}{ll} 2020 & \textbf{Post} \\ \end{longtable}`: cells, line breaks, emphasis
/// and links become elements; all else that LaTeX asks for goes.
struct LaTeXTable {
  private(set) var edits: [Edit] = []
  /// Words in the colour of paper, with their commands.
  private(set) var unseen: [Range<Int>] = []
  /// What stands behind `%`, which the edits take away.
  private(set) var comments: [Range<Int>] = []
  /// The offset behind the table.
  private(set) var end: Int
  private let scan: ByteScan
  private let hasGround: Bool
  private var index: Int
  /// The end tags that the open braces stand for.
  private var braces: [String] = []
  /// Names that the page gives to the colour of paper.
  private let whites: Set<String>
  /// Where the groups in braces end, by the places at which they begin.
  private let groupEnds: [Int: Int]
  /// Whether something behind the row or the cell has a colour, so that white words show.
  private var rowHasGround = false
  private var cellHasGround = false

  private static let environments = [
    "longtable", "tabular", "tabularx", "tabular*", "supertabular", "longtabu", "tabu",
  ]

  /// The most bytes of one table; what is longer is text.
  private static let longest = 64 << 10

  /// The most bytes of the length behind the end of a row: `\\[2pt]`.
  private static let longestSkip = 80

  /// - Parameters:
  ///   - whites: Names that the page gives to white.
  ///   - hasGround: Whether something behind the table has a colour, so that white words show.
  init?(_ scan: ByteScan, at offset: Int, whites: Set<String>, hasGround: Bool) {
    self.scan = scan
    self.whites = whites
    self.hasGround = hasGround
    guard
      let name = Self.environments.first(where: { scan.has(text: "\\begin{\($0)}", at: offset) })
    else { return nil }
    let content = offset + "\\begin{\(name)}".utf8.count
    let limit = min(scan.count, offset + Self.longest)
    guard let close = scan.find("\\end{", from: content, before: limit),
      let brace = scan.find("}", from: close, before: scan.lineEnd(from: close))
    else { return nil }
    index = content
    end = brace + 1
    groupEnds = scan.endsOfGroups(in: content..<close)
    index = Self.behindArguments(scan, content, before: close)
    edits = [Edit(range: offset..<index, replacement: "\n\n<table><tr><td>")]
    while index < close { step(before: close) }
    let tags = braces.reversed().joined()
    edits.append(Edit(range: close..<end, replacement: "\(tags)</td></tr></table>\n\n"))
  }

  /// Behind `[…]` and `{…}`, which say how the columns look.
  private static func behindArguments(_ scan: ByteScan, _ start: Int, before limit: Int) -> Int {
    var index = start
    while index < limit {
      let next = scan.skipBlanks(from: index)
      guard next < limit, "[{".utf8.contains(scan.bytes[next]),
        let end = scan.bytes.endOfGroup(at: next, before: limit)
      else { return index }
      index = end
    }
    return index
  }

  private mutating func replace(_ length: Int, by text: String) {
    edits.append(Edit(range: index..<index + length, replacement: text))
    index += length
  }

  private mutating func step(before limit: Int) {
    switch scan.bytes[index] {
    case UInt8(ascii: "\\"): command(before: limit)
    case UInt8(ascii: "&"):
      cellHasGround = false
      replace(1, by: "</td><td>")
    case UInt8(ascii: "{"):
      braces.append("")
      replace(1, by: "")
    case UInt8(ascii: "}"):
      replace(1, by: braces.popLast() ?? "")
    case UInt8(ascii: "~"): replace(1, by: " ")
    case UInt8(ascii: "<"): replace(1, by: "&lt;")
    case UInt8(ascii: "%"):
      let end = min(scan.lineEnd(from: index), limit)
      comments.append(index..<end)
      // The blank lines below go along, as one would end the table.
      let isGlued = scan.bytes[index - 1] > 0x20
      replace(behindBlanks(end, before: limit) - index, by: isGlued ? "\n" : "")
    case 0x0A:
      // A blank line would end the table.
      let next = behindBlanks(index, before: limit)
      if next > index + 1 { replace(next - index, by: "\n") } else { index += 1 }
    default: index += 1
    }
  }

  private func behindBlanks(_ start: Int, before limit: Int) -> Int {
    var end = start
    while end < limit, scan.bytes[end] == 0x0A || scan.isBlank(scan.bytes[end]) { end += 1 }
    return end
  }

  private mutating func command(before limit: Int) {
    guard index + 1 < limit else {
      index += 1
      return
    }
    guard scan.isLetter(scan.bytes[index + 1]) else { return sign(before: limit) }
    var end = index + 1
    while end < limit, scan.isLetter(scan.bytes[end]) { end += 1 }
    if let colour = LaTeXColour(scan.bytes, at: index, whites: whites),
      colour.range.upperBound <= limit
    {
      return self.colour(colour, before: limit)
    }
    if let ground = LaTeXGround(scan, at: index, whites: whites), ground.end <= limit {
      return self.ground(ground)
    }
    let name = scan.string(index + 1..<end)
    if end < limit, scan.bytes[end] == UInt8(ascii: "*") { end += 1 }
    let isCalled = end < limit && scan.bytes[end] == UInt8(ascii: "{")
    switch name {
    case "newline", "linebreak", "hfill", "par": replace(end - index, by: "<br>")
    case "textbf", "bfseries": open("strong", end, isCalled)
    case "textit", "emph", "textsl": open("em", end, isCalled)
    case "href": link(end, before: limit)
    case "cline", "cmidrule", "vspace", "hspace", "multicolumn", "label", "caption":
      replace((groupEnds[end] ?? end) - index, by: "")
    default:
      replace(end - index, by: "")
      if isCalled { open(nil, index, true) }
    }
  }

  /// Takes away the colour of a row or a cell.
  private mutating func ground(_ ground: LaTeXGround) {
    switch ground.place {
    case .row: rowHasGround = !ground.isWhite
    case .cell: cellHasGround = !ground.isWhite
    case .column, .box, .page: break
    }
    replace(ground.end - index, by: "")
  }

  /// Takes away a colour; what is white goes with it, up to the end of its group or its cell.
  private mutating func colour(_ colour: LaTeXColour, before limit: Int) {
    let start = colour.range.upperBound
    guard colour.isWhite, !hasGround, !rowHasGround, !cellHasGround else {
      replace(start - index, by: "")
      if colour.hasGroup { braces.append("") }
      return
    }
    var end = start
    if colour.hasGroup {
      end = groupEnds[start - 1] ?? limit
    } else {
      while end < limit, !"}&".utf8.contains(scan.bytes[end]), !scan.has("\\\\", at: end) {
        end = groupEnds[end] ?? end + 1
      }
    }
    unseen.append(index..<end)
    index = end
  }

  /// `\\` ends a row; other escaped signs are themselves.
  private mutating func sign(before limit: Int) {
    guard scan.bytes[index + 1] == UInt8(ascii: "\\") else {
      if scan.bytes[index + 1] == UInt8(ascii: "&") { return replace(2, by: "&amp;") }
      replace(1, by: "")
      index += 1
      return
    }
    var end = index + 2
    if end < limit, scan.bytes[end] == UInt8(ascii: "*") { end += 1 }
    if end < limit, scan.bytes[end] == UInt8(ascii: "["),
      let close = scan.bytes.endOfGroup(at: end, before: min(limit, end + Self.longestSkip))
    {
      end = close
    }
    (rowHasGround, cellHasGround) = (false, false)
    replace(end - index, by: "</td></tr><tr><td>")
  }

  private mutating func open(_ tag: String?, _ end: Int, _ isCalled: Bool) {
    guard isCalled else { return replace(end - index, by: "") }
    replace(end + 1 - index, by: tag.map { "<\($0)>" } ?? "")
    braces.append(tag.map { "</\($0)>" } ?? "")
  }

  private mutating func link(_ end: Int, before limit: Int) {
    guard end < limit, let close = groupEnds[end], close < limit,
      scan.bytes[close] == UInt8(ascii: "{")
    else { return replace(end - index, by: "") }
    replace(end + 1 - index, by: "<a href=\"")
    index = close - 1
    replace(2, by: "\">")
    braces.append("</a>")
  }
}

extension ByteScan {
  /// Where groups in braces end, by the places at which they begin; escaped braces are none.
  fileprivate func endsOfGroups(in range: Range<Int>) -> [Int: Int] {
    var ends: [Int: Int] = [:]
    var open: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "{"): open.append(index)
      case UInt8(ascii: "}"): if let start = open.popLast() { ends[start] = index + 1 }
      default: break
      }
      index += 1
    }
    return ends
  }
}
