// SPDX-License-Identifier: MIT
import CVModel

/// What an element hands on to its content: looks, a link, what its words are.
struct FoldingContext {
  var attributes = RichText.Attributes()
  /// Whether what is behind the text has a colour on which white text shows.
  var hasBackground = false

  /// The same with the looks that a style adds; the colour of a whole block marks nothing in it.
  func styled(_ style: InlineStyle, isBlock: Bool) -> FoldingContext {
    guard !style.isEmpty else { return self }
    var context = self
    if style.isBold { context.attributes.marks.insert(.strong) }
    if style.isItalic { context.attributes.marks.insert(.emphasis) }
    if style.isStruckThrough { context.attributes.marks.insert(.strike) }
    if style.isUnderlined { context.attributes.marks.insert(.underline) }
    if style.hasColour, !isBlock { context.attributes.marks.insert(.coloured) }
    if let showsWhite = style.showsWhite { context.hasBackground = showsWhite }
    return context
  }

  /// Adds what the name of an inline element says of its content.
  mutating func enter(_ node: DOMNode, _ name: String) {
    switch name {
    case "b", "strong", "papertitle": attributes.marks.insert(.strong)
    case "i", "em", "cite", "dfn", "var": attributes.marks.insert(.emphasis)
    case "code", "kbd", "samp", "tt": attributes.marks.insert(.code)
    case "small": attributes.marks.insert(.small)
    case "sup": attributes.marks.insert(.superscript)
    case "sub": attributes.marks.insert(.subscripted)
    case "s", "del", "strike": attributes.marks.insert(.strike)
    case "u", "ins": attributes.marks.insert(.underline)
    case "font", "mark": attributes.marks.insert(.coloured)
    case MarkupFolder.literalElement: attributes.marks.insert(.literal)
    case "span":
      attributes.label = label(of: node) ?? attributes.label
      if node.attribute("class")?.namesTags == true { attributes.marks.insert(.coloured) }
    default: break
    }
  }

  /// What the class of a span says its words are.
  private func label(of node: DOMNode) -> String? {
    guard let names = node.attribute("class"), names.contains(EntryField.classPrefix) else {
      return nil
    }
    let labels = names.split(separator: " ").filter { $0.hasPrefix(EntryField.classPrefix) }
      .map { String($0.dropFirst(EntryField.classPrefix.count)) }
    return labels.first { EntryField(rawValue: $0) != nil || SectionKind(rawValue: $0) != nil }
  }
}
