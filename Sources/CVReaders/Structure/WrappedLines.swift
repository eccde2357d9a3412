// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Lines that were broken by hand where they reached the margin of an editor, as pages taken from
/// a word processor have them.
///
/// A page is one of these where long lines go on in small letters behind their breaks.
struct WrappedLines {
  /// The most characters of a line that goes on in the next; `nil` where breaks are meant.
  private let width: Int?

  /// From how many characters a line may have reached the margin, and to how many.
  private static let lengths = 60...130

  init(_ blocks: [MarkupNode]) {
    var long = 0
    var widths: [Int] = []
    for text in blocks.flatMap(\.texts) where text.isBroken {
      let lines = text.split { $0 == "\u{2028}" }.map { $0.collapsed() }
      for (line, next) in zip(lines, lines.dropFirst())
      where Self.isOpen(line) && !next.text.hasPrefix("•") {
        long += 1
        if Self.leads(line, to: next) { widths.append(line.text.count) }
      }
    }
    width = widths.count > 1 && widths.count * 4 >= long ? widths.max() : nil
  }

  /// The blocks with a space for each break at the margin.
  func joining(_ blocks: [MarkupNode]) -> [MarkupNode] {
    width == nil ? blocks : blocks.map(joining)
  }

  private func joining(_ block: MarkupNode) -> MarkupNode {
    var block = block
    switch block.kind {
    case .paragraph(let text): block.kind = .paragraph(joining(text))
    case .list(var list):
      for index in list.items.indices {
        list.items[index].blocks = joining(list.items[index].blocks)
      }
      block.kind = .list(list)
    case .group(var group):
      group.children = joining(group.children)
      block.kind = .group(group)
    case .quote(let blocks): block.kind = .quote(joining(blocks))
    case .heading, .definitions, .table, .code, .rule: break
    }
    return block
  }

  private func joining(_ text: RichText) -> RichText {
    guard text.isBroken else { return text }
    var result = RichText()
    var last = RichText()
    for line in text.split(where: { $0 == "\u{2028}" }) {
      let next = line.collapsed()
      if !result.isEmpty {
        let style = result.runs.last?.attributes
        let isOne = style == line.trimmed().runs.first?.attributes
        let sign = isWrapped(last, next) ? " " : "\u{2028}"
        result = result.trimmedAtEnd()
        result.append(sign, isOne ? style ?? .init() : .init())
      }
      result.append(line.trimmed())
      last = next
    }
    return result
  }

  /// Whether a line ends because the first word of the next one had no room in it.
  private func isWrapped(_ line: RichText, _ next: RichText) -> Bool {
    guard let width, Self.isOpen(line), line.text.count <= width + width / 8,
      let first = next.text.split(separator: " ").first,
      first.first.map({ $0.isLetter || $0.isNumber || "(“\"".contains($0) }) == true,
      !next.startsWithLabel
    else { return false }
    return first.first?.isLowercase == true || Self.endsOpen(line)
      || line.text.count + first.count >= width - width / 10 && !Self.mayBeginAField(next)
        && !Reference.beginsWithNames(line)
  }

  /// Whether a line may be a field of its own: names, a label, a year, words that lead to a venue.
  private static func mayBeginAField(_ line: RichText) -> Bool {
    let words = line.text.split(separator: " ").prefix(3)
    return words.contains { $0.hasSuffix(":") } || words.first?.first?.isNumber == true
      || words.first.map(Phrase.isFunctionWord) == true || Reference.beginsWithNames(line)
  }

  /// Whether a line is long, and no sentence or label ends with it.
  private static func isOpen(_ line: RichText) -> Bool {
    guard lengths ~= line.text.count, let last = line.text.last else { return false }
    return !".:;!?。".contains(last)
  }

  /// Whether the next line surely goes on with the words of one, and does not say with whom or
  /// where, as below a title.
  private static func leads(_ line: RichText, to next: RichText) -> Bool {
    guard let first = next.text.split(separator: " ").first, first.first?.isLetter == true,
      let last = line.text.split(separator: " ").last
    else { return false }
    if endsOpen(line) { return true }
    // `• Words that` above `go on`: another point would have its sign, too.
    return first.first?.isLowercase == true
      && line.runs.last?.attributes == next.runs.first?.attributes
      && (line.text.hasPrefix("•") || last.hasSuffix(",") || !Phrase.isFunctionWord(first))
  }

  /// Whether the last word of a line leads on: `as part of the`.
  private static func endsOpen(_ line: RichText) -> Bool {
    guard let last = line.text.split(separator: " ").last else { return false }
    return last.allSatisfy(\.isLowercase) && Phrase.isFunctionWord(last)
  }
}
