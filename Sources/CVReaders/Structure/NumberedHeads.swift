// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Heads of entries that their author numbers from one on: `### 1. Rain Gauge`, `### 2. Fog Mill`.
///
/// One number alone may be part of a name: `1. FC Fenland`. So may two, unless they stand before
/// projects or posts, and any before one word: `1. Prize`, `2. Prize`.
struct NumberedHeads {
  /// The blocks without the numbers.
  private(set) var blocks: [MarkupNode]
  /// The numbers, as they stand.
  private(set) var numbers: [RichText] = []
  private let kind: SectionKind

  init(_ blocks: [MarkupNode], kind: SectionKind) {
    self.blocks = blocks
    self.kind = kind
    guard blocks.contains(where: { Head.firstByte(of: $0) == UInt8(ascii: "1") }) else { return }
    // Heads of one level count by themselves: they go on, or begin anew below a higher one.
    var open: [Int: [Head]] = [:]
    for (index, block) in blocks.enumerated() {
      guard let level = Self.level(of: block) else { continue }
      for deeper in open.keys.sorted() where deeper > level {
        strip(open.removeValue(forKey: deeper))
      }
      guard let head = Head(block, at: index) else { continue }
      let goesOn = open[level]?.last.map { $0.number + 1 == head.number } ?? false
      if !goesOn { strip(open.removeValue(forKey: level)) }
      if goesOn || head.number == 1 { open[level, default: []].append(head) }
    }
    for level in open.keys.sorted() { strip(open[level]) }
  }

  private mutating func strip(_ heads: [Head]?) {
    guard let heads, areCounted(heads) else { return }
    for head in heads {
      numbers.append(head.text[0..<head.length].trimmed())
      let rest = head.rest
      switch blocks[head.index].kind {
      case .heading(let level, _): blocks[head.index].kind = .heading(level: level, rest)
      default: blocks[head.index].kind = .paragraph(rest)
      }
    }
  }

  /// Whether numbers do nothing but count.
  private func areCounted(_ heads: [Head]) -> Bool {
    let words = Set(heads.map { String(folded($0.firstWord).prefix(6)) })
    guard words.count > 1 else { return false }
    return heads.count > 2 || kind == .projects || heads.allSatisfy(\.isBracketed)
      || heads.allSatisfy { Segment($0.rest, line: 0).hasRoleWord }
  }

  /// The level of a heading; paragraphs that begin in bold are deeper than all.
  private static func level(of block: MarkupNode) -> Int? {
    switch block.kind {
    case .heading(let level, _): level
    case .paragraph(let text): text.startsBold ? 7 : nil
    default: nil
    }
  }

  /// A head that begins with a number of one or two digits and a stop.
  private struct Head {
    let index: Int
    let text: RichText
    let number: Int
    /// How many bytes the number takes, with the blank behind it.
    let length: Int
    let firstWord: Substring
    /// `1) Rain`, which no name begins with.
    let isBracketed: Bool

    var rest: RichText { text[length..<text.count] }

    init?(_ block: MarkupNode, at index: Int) {
      guard let whole = block.headingText ?? block.paragraphText,
        let digit = Self.firstByte(of: block), UInt8(ascii: "1")...UInt8(ascii: "9") ~= digit
      else { return nil }
      text = whole.trimmed()
      let digits = String(text.text.unicodeScalars.prefix(while: isDigit))
      let behind = text.text.dropFirst(digits.count)
      guard digits.count <= 2, let number = Int(digits), let sign = behind.first,
        ".)".contains(sign), behind.dropFirst().first?.isWhitespace == true,
        // `1. Mai 2019`
        let word = behind.dropFirst().split(separator: " ").first,
        WordLists.all.month(folded(word)) == nil
      else { return nil }
      self.index = index
      self.number = number
      firstWord = word
      isBracketed = sign == ")"
      length = digits.count + 2
    }

    /// The byte that a heading or a paragraph begins with, blanks aside.
    static func firstByte(of block: MarkupNode) -> UInt8? {
      (block.headingText ?? block.paragraphText)?.text.utf8.first { $0 > 0x20 }
    }
  }
}
