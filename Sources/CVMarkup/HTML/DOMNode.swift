// SPDX-License-Identifier: MIT
import CGumbo

/// A node of the tree that gumbo makes of HTML; valid only inside `withHTMLTree`.
struct DOMNode {
  private let node: UnsafePointer<GumboNode>
  private let base: UnsafePointer<CChar>

  fileprivate init(_ node: UnsafePointer<GumboNode>, base: UnsafePointer<CChar>) {
    self.node = node
    self.base = base
  }

  /// What a node is, as far as folding asks.
  enum Content {
    case element(name: String)
    /// Decoded text, and the range of the HTML in which it is written.
    case text(String, Range<Int>)
    /// A comment, a doctype or the like.
    case nothing
  }

  var content: Content {
    switch node.pointee.type {
    case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE: return .element(name: elementName)
    case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
      let text = node.pointee.v.text
      guard let characters = text.text, let original = text.original_text.data else {
        return .nothing
      }
      let start = original - base
      return .text(
        withoutControls(String(cString: characters)), start..<start + text.original_text.length)
    default: return .nothing
    }
  }

  var children: [DOMNode] {
    guard node.pointee.type == GUMBO_NODE_ELEMENT else { return [] }
    let vector = node.pointee.v.element.children
    return (0..<Int(vector.length)).compactMap { index in
      guard let child = vector.data[index] else { return nil }
      return DOMNode(child.assumingMemoryBound(to: GumboNode.self), base: base)
    }
  }

  /// The node right before or behind this one in what holds both.
  func neighbour(_ step: Int) -> DOMNode? {
    guard let parent = node.pointee.parent, parent.pointee.type == GUMBO_NODE_ELEMENT else {
      return nil
    }
    let place = Int(bitPattern: UInt(node.pointee.index_within_parent)) + step
    let vector = parent.pointee.v.element.children
    guard place >= 0, place < Int(vector.length), let found = vector.data[place] else { return nil }
    return DOMNode(UnsafePointer(found.assumingMemoryBound(to: GumboNode.self)), base: base)
  }

  /// Whether an item of a list or a description holds the node.
  var isOfItem: Bool {
    guard let parent = node.pointee.parent, parent.pointee.type == GUMBO_NODE_ELEMENT else {
      return false
    }
    return [GUMBO_TAG_LI, GUMBO_TAG_DD].contains(parent.pointee.v.element.tag)
  }

  /// The value of an attribute, or `nil` where the element has none of that name.
  func attribute(_ name: String) -> String? {
    guard node.pointee.type == GUMBO_NODE_ELEMENT else { return nil }
    var attributes = node.pointee.v.element.attributes
    guard let found = gumbo_get_attribute(&attributes, name) else { return nil }
    return withoutControls(String(cString: found.pointee.value))
  }

  /// Whether the node is an element with attributes.
  var hasAttributes: Bool {
    node.pointee.type == GUMBO_NODE_ELEMENT && node.pointee.v.element.attributes.length > 0
  }

  private var elementName: String {
    let element = node.pointee.v.element
    if element.tag != GUMBO_TAG_UNKNOWN {
      return String(cString: gumbo_normalized_tagname(element.tag))
    }
    var piece = element.original_tag
    gumbo_tag_from_original_text(&piece)
    guard let data = piece.data else { return "" }
    let bytes = UnsafeRawBufferPointer(start: data, count: piece.length)
    return String(decoding: bytes, as: UTF8.self).lowercased()
  }
}

/// Parses HTML as a browser does and lends the `body` of its tree.
///
/// - Returns: `nil` where there is no tree, as of no bytes.
/// - Throws: `TooDeep` where elements nest deeper than `Limits.markupDepth`, since gumbo's time
///   and memory grow faster than the depth.
func withHTMLTree<Result>(
  _ html: [UInt8], _ body: (DOMNode) -> Result
) throws(TooDeep) -> Result? {
  if let offset = firstElement(beyond: Limits.markupDepth, html) { throw TooDeep(offset: offset) }
  return html.withUnsafeBytes { buffer -> Result? in
    guard let base = buffer.bindMemory(to: CChar.self).baseAddress else { return nil }
    var options = kGumboDefaultOptions
    guard let output = gumbo_parse_with_options(&options, base, buffer.count) else { return nil }
    defer { gumbo_destroy_output(&options, output) }
    let root = DOMNode(output.pointee.root, base: base)
    for child in root.children {
      if case .element("body") = child.content { return body(child) }
    }
    return nil
  }
}

/// The first place where the elements of HTML nest deeper than a limit, by its tags alone.
private func firstElement(beyond limit: Int, _ html: [UInt8]) -> Int? {
  // Most pages do not even have so many elements.
  let openings = zip(html, html.dropFirst()).count {
    $0 == UInt8(ascii: "<") && $1 != UInt8(ascii: "/")
  }
  guard openings > limit else { return nil }
  let scan = ByteScan(html)
  var depth = 0
  var index = 0
  while let next = scan.find("<", from: index) {
    index = next + 1
    guard let tag = HTMLTag(scan, at: next) else { continue }
    index = tag.range.upperBound
    guard !HTMLNames.voids.contains(tag.name), !HTMLNames.optionalEnds.contains(tag.name) else {
      continue
    }
    depth = max(0, depth + (tag.isClosing ? -1 : 1))
    if depth > limit { return next }
  }
  return nil
}

extension DOMNode {
  /// Whether a class of Bootstrap's sets an element at the right edge.
  var standsRight: Bool {
    let names = attribute("class")?.split(separator: " ") ?? []
    return names.contains { ["float-right", "float-end", "pull-right"].contains($0) }
  }

  /// Whether an element shows a sign of an icon font or a drawing and nothing else.
  var isIcon: Bool {
    let shown = children.filter { child in
      if case .element = child.content { true } else { false }
    }
    guard shown.count == 1, case .element(let name) = shown[0].content else { return false }
    return ["i", "svg", "span"].contains(name)
  }
}
