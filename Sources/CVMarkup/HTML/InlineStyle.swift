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
      found[Self.trimmed(parts[0])] = Self.withoutPriority(value)
    }
    declarations = found
  }

  /// A value without the `!important` behind it, in which blanks may stand.
  private static func withoutPriority(_ value: String) -> String {
    guard value.hasSuffix("important") else { return value }
    let rest = trimmed(value.dropLast("important".count))
    return rest.hasSuffix("!") ? trimmed(rest.dropLast()) : value
  }

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
    declarations["color"].flatMap { CSSColour($0) }?.isUnseen ?? false
  }

  /// Whether white words show on what is behind them; `nil` where the style does not say.
  var showsWhite: Bool? {
    let ground = declarations["background-color"] ?? declarations["background"]
    if hasPicture { return true }
    guard let ground, !ground.isEmpty, !Self.nothing.contains(ground) else { return nil }
    return hasDarkGround ?? true
  }

  /// Whether what is behind words has a dark colour that the style names; `nil` where it has none.
  var hasDarkGround: Bool? {
    guard !hasPicture, let ground = declarations["background-color"] ?? declarations["background"]
    else { return nil }
    // Blanks part the words of `background`, and the numbers of a colour.
    let words = ground.contains("(") ? [ground] : ground.split(separator: " ").map(String.init)
    for word in words {
      if let colour = CSSColour(word) { return colour.opacity == 0 ? nil : !colour.isLight }
    }
    let isName = words.first.map { $0.allSatisfy { $0.isASCII && $0.isLetter } } ?? false
    return isName && !Self.nothing.contains(words[0]) ? true : nil
  }

  private var hasPicture: Bool {
    ["background", "background-image"].contains { key in
      declarations[key].map { $0.contains("url(") || $0.contains("gradient(") } ?? false
    }
  }

  /// Values of a background that give it no colour.
  private static let nothing: Set<String> = [
    "none", "transparent", "inherit", "initial", "unset", "revert", "currentcolor",
  ]

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
