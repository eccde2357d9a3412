// SPDX-License-Identifier: MIT
import CVDiagnostics

/// The element names of HTML, by what they mean for a page of text.
///
/// From the HTML Living Standard, sections 4 and 16.2 (obsolete elements). A name that stands in
/// none of these sets is no tag: `Vec<T>` and `<me at x.org>` are text. `heading` and `papertitle`
/// are no elements of HTML; a page that many researchers have copied has them.
enum HTMLNames {
  /// Elements that begin a block of their own.
  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "col", "colgroup",
    "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "heading", "hgroup",
    "hr", "html",
    "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
  ]

  /// Elements inside a line of text.
  static let inlines: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "button", "cite", "code", "data",
    "datalist", "del", "dfn", "em", "font", "i", "img", "input", "ins", "kbd", "label", "mark",
    "marquee", "meter", "nobr", "optgroup", "option", "output", "papertitle", "picture", "progress",
    "q", "rp",
    "rt", "ruby", "s", "samp", "select", "slot", "small", "source", "span", "strike", "strong",
    "sub", "sup", "textarea", "time", "track", "tt", "u", "var", "wbr", "link", "meta", "base",
    "area", "param",
  ]

  /// Elements without an end tag.
  static let voids: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]

  /// Elements whose end tag may be left out, so that open ones do not nest.
  static let optionalEnds: Set<String> = [
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup",
    "colgroup", "caption", "html", "head", "body", "rp", "rt",
  ]

  /// Elements whose content is never text of the page, with the reason.
  static let textlessElements: [String: ImportAccount.Fate] = [
    "script": .script, "style": .style, "noscript": .hidden, "template": .hidden,
    "title": .hidden,
    "svg": .media, "iframe": .media, "video": .media, "audio": .media,
    "object": .media, "embed": .media, "canvas": .media, "map": .media, "applet": .media,
  ]

  /// Whether a name (in lower case) is that of a tag; with a hyphen it is a custom element.
  static func isTag(_ name: String) -> Bool {
    blocks.contains(name) || inlines.contains(name) || textlessElements[name] != nil
      || name.contains("-") && !name.hasPrefix("-") && !name.hasSuffix("-")
  }
}

/// A tag in a source: where it begins and ends, and the questions asked of it.
struct HTMLTag {
  var name: String
  var range: Range<Int>
  var isClosing: Bool
  var isSelfClosing: Bool

  /// The tag that begins at `<`, its end found with quotes heeded; `nil` if it has none before
  /// another tag begins, or if it is not one of HTML's.
  init?(_ scan: ByteScan, at offset: Int) {
    guard offset < scan.lastAngle, scan.bytes[offset] == UInt8(ascii: "<") else { return nil }
    isClosing = scan.bytes[offset + 1] == UInt8(ascii: "/")
    let start = offset + (isClosing ? 2 : 1)
    guard start < scan.count, scan.isLetter(scan.bytes[start]) else { return nil }
    name = scan.name(at: start)
    guard HTMLNames.isTag(name) else { return nil }
    var quote: UInt8?
    // A stray quotation mark opens no value: `<div align="center" center;">`.
    var isBehindEquals = false
    var index = start + name.utf8.count
    while index < scan.count {
      let byte = scan.bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if isBehindEquals, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      } else if byte == UInt8(ascii: "<"), !scan.has("<?", at: index) {
        return nil
      }
      if byte > 0x20 { isBehindEquals = byte == UInt8(ascii: "=") }
      index += 1
    }
    guard index < scan.count else { return nil }
    range = offset..<index + 1
    isSelfClosing = scan.bytes[index - 1] == UInt8(ascii: "/")
  }
}
