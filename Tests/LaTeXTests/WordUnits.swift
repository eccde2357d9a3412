// SPDX-License-Identifier: MIT
import CVLayout
import TestSupport

/// The words of a tree by its units: the header, each title, each paragraph, each entry with its
/// body.
///
/// A class may set the words of a unit in another order, but not those of another unit.
func wordUnits(of tree: LayoutTree) -> [[String]] {
  let header = [tree.header.name, tree.header.headline].compactMap { $0 } + tree.header.contacts
  var units = [header.flatMap(words)]
  for section in tree.sections {
    if let title = section.title { units.append(words(of: title)) }
    units += section.children.map(words)
  }
  return units
}

/// Says where the words of a page are not those of the units, or `nil` if they all are.
///
/// A word that a line end has broken counts as one if the unit has it whole.
func difference(of page: [Token], from units: [[String]]) -> String? {
  var rest = page[...]
  for unit in units {
    var wanted = unit.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    var left = unit.count
    while left > 0, let next = rest.popFirst() {
      var (word, endsLine) = (next.text, next.endsLine)
      while wanted[word, default: 0] == 0, endsLine, let more = rest.popFirst() {
        word += more.text
        endsLine = more.endsLine
      }
      guard let count = wanted[word], count > 0 else {
        return "“\(word)” is not in “\(unit.joined(separator: " "))”"
      }
      wanted[word] = count - 1
      left -= 1
    }
    if left > 0 { return "words are missing of “\(unit.joined(separator: " "))”" }
  }
  return rest.isEmpty ? nil : "“\(rest.map(\.text).joined(separator: " "))” is too much"
}

/// The tokens of a page of moderncv, without the numbers of pages.
func tokensOfModernCV(_ pdf: [UInt8]) throws -> [Token] {
  try tokens(ofPDF: pdf).filter { $0.text.wholeMatch(of: /\d+\/(\d+|\?\?)/) == nil }
}

private func words(of text: LayoutText) -> [String] { seenTokens(of: text.text).map(\.text) }

/// The tokens of a text as a page shows it: controls are never seen.
func seenTokens(of text: String) -> [Token] {
  let seen = text.unicodeScalars.filter {
    $0.properties.isWhitespace
      || $0.properties.generalCategory != .control && !$0.properties.isDefaultIgnorableCodePoint
  }
  return tokens(of: String(String.UnicodeScalarView(seen)))
}

private func words(of block: BlockNode) -> [String] {
  switch block {
  case .groupTitle(let text), .paragraph(let text): words(of: text)
  case .list(let list): words(of: list)
  case .entry(let entry):
    (entry.label.map(words) ?? []) + entry.lines.flatMap(words)
      + (entry.aside.map(words) ?? []) + entry.body.flatMap(words)
  }
}

private func words(of list: ListNode) -> [String] {
  list.items.flatMap { item in
    words(of: list.bullet) + words(of: item.text) + item.children.flatMap(words)
  }
}
