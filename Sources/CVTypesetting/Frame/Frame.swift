// SPDX-License-Identifier: MIT
package import CVModel

/// A finished document: pages, bookmarks and the tags of its text.
package struct TypesetDocument: Hashable, Sendable {
  package var pages: [Page]
  package var outline: [OutlineItem]
  package var structure: StructureTree
  package var title: String
  package var author: String?
  package var language: String
}

/// A page with everything on it at its place.
///
/// Lengths are in points; the origin is the top-left corner, x grows to the right and y down. It
/// holds no styles and no source spans, so drawing it needs no decisions.
package struct Page: Hashable, Sendable {
  package var width: Length
  package var height: Length
  /// In the order of drawing, which is the order of reading.
  package var items: [Placed]
}

/// Something at a place.
package struct Placed: Hashable, Sendable {
  package var x: Length
  /// The baseline of text, the middle of a rule, the lower edge of a picture.
  package var y: Length
  package var item: FrameItem
}

/// What a frame can hold.
package enum FrameItem: Hashable, Sendable {
  case text(GlyphRun)
  case rule(RuleItem)
  case picture(PictureItem)
  /// Glyphs that are drawn as shapes and stand for no text.
  case shape(GlyphRun)
}

/// Glyphs of one face in one colour that belong to one tag.
package struct GlyphRun: Hashable, Sendable {
  package var font: FontID
  /// In visual order, from left to right.
  package var glyphs: [Glyph]
  /// How the text maps to the glyphs, in logical order.
  package var clusters: [ClusterMap]
  package var text: String
  package var isRightToLeft: Bool
  package var colour: Colour
  /// The element of the structure tree that holds the run; furniture of the page has none.
  package var element: Int?
  /// The address that the run opens.
  package var link: String?
  /// A BCP 47 tag where the run is in another language than the document.
  package var language: String?

  package var width: Double { glyphs.reduce(0) { $0 + $1.advance } }

  /// So many bytes of text are shown by so many glyphs.
  package struct ClusterMap: Hashable, Sendable {
    package var bytes: Int
    package var glyphs: Int
  }
}

/// A picture in its box, upright.
package struct PictureItem: Hashable, Sendable {
  package var picture: Picture
  package var width: Length
  package var height: Length
  /// The element of the structure tree that it is.
  package var element: Int
  /// What stands for it where it is not seen.
  package var alternative: String
}

/// A horizontal line.
package struct RuleItem: Hashable, Sendable {
  package var length: Length
  package var width: Length
  package var colour: Colour
}

/// A bookmark.
package struct OutlineItem: Hashable, Sendable {
  package var title: String
  /// From 0.
  package var page: Int
  package var y: Length
}

/// The tags of a document; an element's parent comes before it.
package struct StructureTree: Hashable, Sendable {
  package private(set) var elements: [Element] = [Element(kind: .document, parent: nil)]

  package init() {}

  /// A tag, and the number of the one around it.
  package struct Element: Hashable, Sendable {
    package var kind: Kind
    package var parent: Int?
  }

  /// The standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4) that a CV needs.
  package enum Kind: Hashable, Sendable {
    case document, section, division, paragraph, list, listItem, label, listBody, figure
    case heading(level: Int)
  }

  /// Adds a tag behind all others and gives its number.
  package mutating func add(_ kind: Kind, in parent: Int = 0) -> Int {
    elements.append(Element(kind: kind, parent: parent))
    return elements.count - 1
  }
}
