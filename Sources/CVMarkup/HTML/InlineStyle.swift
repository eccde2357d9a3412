// SPDX-License-Identifier: MIT

/// The declarations of a `style` attribute, as far as they matter for a page of text.
struct InlineStyle {
  private var declarations: [String: String]

  /// What an element says of itself, in older attributes, too: `<font color="white">`.
  init(of node: DOMNode, _ name: String) {
    self.init(node.attribute("style"))
    if name == "font", let colour = node.attribute("color") {
      note("color", colour)
    } else if HTMLNames.blocks.contains(name), let colour = node.attribute("bgcolor") {
      note("background-color", colour)
    }
  }

  private mutating func note(_ key: String, _ value: String) {
    if declarations[key] == nil { declarations[key] = Self.trimmed(value[...]) }
  }

  init(_ attribute: String?) {
    var found: [String: String] = [:]
    for declaration in (attribute ?? "").split(separator: ";") {
      let parts = declaration.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let value = Self.trimmed(parts[1])
      found[Self.trimmed(parts[0])] =
        value.hasSuffix(Self.important)
        ? Self.trimmed(value.dropLast(Self.important.count)) : value
    }
    declarations = found
  }

  private static let important = "!important"

  var isEmpty: Bool { declarations.isEmpty }

  /// Whether the text is not displayed, has no size or no opacity.
  var hidesText: Bool {
    if declarations["display"]?.hasPrefix("none") == true { return true }
    if declarations["visibility"]?.hasPrefix("hidden") == true { return true }
    if let opacity = declarations["opacity"].flatMap(Self.number), opacity == 0 { return true }
    guard let size = declarations["font-size"], let number = Self.number(size) else { return false }
    return number == 0 || size.hasSuffix("px") && number <= 1 || size.hasSuffix("pt") && number < 1
  }

  /// Whether the text is white; it is hidden unless something behind it has a colour.
  var isWhite: Bool {
    let whites: Set<String> = [
      "white", "#fff", "#ffffff", "#ffff", "#ffffffff", "rgb(255,255,255)", "rgb(255255255)",
      "rgba(255,255,255,1)", "hsl(0,0%,100%)", "transparent",
    ]
    let color = declarations["color"].map { $0.filter { $0 != " " } } ?? ""
    return whites.contains(color)
  }

  var hasBackground: Bool {
    ["background", "background-color", "background-image"].contains { key in
      declarations[key].map { !["none", "transparent", "white", "#fff", "#ffffff"].contains($0) }
        ?? false
    }
  }

  var hasColour: Bool { declarations["color"] != nil || hasBackground }

  /// `bold`, `bolder` or 600 and more.
  var isBold: Bool {
    guard let weight = declarations["font-weight"] else { return false }
    return weight.hasPrefix("bold") || (Self.number(weight) ?? 0) >= 600
  }

  /// Larger than running text by a fifth or more.
  var isLarge: Bool {
    guard let size = declarations["font-size"] else { return false }
    guard let number = Self.number(size) else {
      return ["larger", "large", "x-large", "xx-large"].contains(size)
    }
    let units = [("px", 19.0), ("pt", 14.0), ("rem", 1.2), ("em", 1.2), ("%", 120.0)]
    return units.first { size.hasSuffix($0.0) }.map { number >= $0.1 } ?? false
  }

  var isItalic: Bool {
    let style = declarations["font-style"] ?? ""
    return style.hasPrefix("italic") || style.hasPrefix("oblique")
  }

  var isStruckThrough: Bool { decoration.contains("line-through") }

  var isUnderlined: Bool { decoration.contains("underline") }

  var floatsRight: Bool { declarations["float"] == "right" }

  private var decoration: String {
    (declarations["text-decoration"] ?? "") + (declarations["text-decoration-line"] ?? "")
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
      .lowercased()
  }

  private static func number(_ text: String) -> Double? {
    Double(text.prefix { $0.isNumber || $0 == "." })
  }
}
