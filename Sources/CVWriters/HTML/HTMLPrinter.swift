// SPDX-License-Identifier: MIT

/// The elements that a page may have; there is no other way to write one.
enum HTMLTag: String, CaseIterable {
  case html, head, meta, title, style, script, body
  case main, header, section, article, address, div
  case h1, h2, h3, h4, p, ul, li
  case img
  case a, span, strong, em, code, small, sup, sub, s, u
}

/// The attributes that an element may have.
enum HTMLAttribute: String, CaseIterable {
  case lang, dir, charset, name, content, type, `class`, href, rel, src, alt
  case httpEquiv = "http-equiv"
  case ariaHidden = "aria-hidden"
}

/// Markup of running text, escaped.
struct InlineHTML {
  fileprivate(set) var markup = ""

  init() {}

  init(_ text: String) { markup = escapedHTML(text) }

  mutating func append(_ other: InlineHTML) { markup += other.markup }

  /// The same in an element.
  func inside(_ tag: HTMLTag, _ attributes: HTMLAttributes = []) -> InlineHTML {
    var result = InlineHTML()
    result.markup = startTag(tag, attributes) + markup + "</\(tag.rawValue)>"
    return result
  }
}

/// Attributes in the order of writing; those with an empty value are left out.
typealias HTMLAttributes = [(name: HTMLAttribute, value: String)]

private func startTag(_ tag: HTMLTag, _ attributes: HTMLAttributes) -> String {
  let words = attributes.filter { !$0.value.isEmpty }
    .map { " \($0.name.rawValue)=\"\(escapedHTML($0.value))\"" }
  return "<\(tag.rawValue)\(words.joined())>"
}

/// Prints elements, one a line, indented by their depth.
///
/// Every block begins on a line of its own: whoever takes the text of the page without knowing
/// what a block is still finds white space between any two.
struct HTMLPrinter {
  private(set) var markup = "<!DOCTYPE html>\n"
  private var open: [HTMLTag] = []

  /// Begins an element; what follows stands in it.
  mutating func begin(_ tag: HTMLTag, class name: String) { begin(tag, [(.class, name)]) }

  /// Begins an element; what follows stands in it.
  mutating func begin(_ tag: HTMLTag, _ attributes: HTMLAttributes = []) {
    line(startTag(tag, attributes))
    open.append(tag)
  }

  /// Ends the element that was begun last.
  mutating func end() {
    guard let tag = open.popLast() else { preconditionFailure("no element is open") }
    line("</\(tag.rawValue)>")
  }

  /// An element that holds only running text, on one line.
  mutating func element(_ tag: HTMLTag, class name: String = "", _ text: InlineHTML) {
    line(text.inside(tag, [(.class, name)]).markup)
  }

  /// Running text in the element that was begun last.
  mutating func text(_ text: InlineHTML) { line(text.markup) }

  /// An element without content or end tag.
  mutating func void(_ tag: HTMLTag, _ attributes: HTMLAttributes) {
    line(startTag(tag, attributes))
  }

  /// A `style` or `script` element, whose text is not escaped but must be safe as it stands.
  mutating func raw(_ tag: HTMLTag, _ attributes: HTMLAttributes = [], lines: [String]) {
    let isSafe = !lines.contains { $0.utf8.contains(UInt8(ascii: "<")) }
    precondition(isSafe, "raw text could end its element")
    line(startTag(tag, attributes))
    for text in lines { line(text) }
    line("</\(tag.rawValue)>")
  }

  /// The elements around everything are not indented, and nothing is without end.
  private mutating func line(_ markup: String) {
    let depth = min(max(0, open.count - (open.first == .html ? 2 : 0)), 16)
    self.markup += String(repeating: "  ", count: depth) + markup + "\n"
  }
}
