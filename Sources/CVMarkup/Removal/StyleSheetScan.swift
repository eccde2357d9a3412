// SPDX-License-Identifier: MIT

/// What the style sheet of a page says of what readers see: `.draft { display: none }`.
///
/// Only selectors of one name count, since others need the whole of CSS to be understood; rules for
/// print or for narrow windows hide nothing on the page. What another rule shows (`.tab.active`) is
/// seen as soon as a reader asks for it.
struct StyleSheet {
  /// The class names and ids that it hides.
  private(set) var hiddenNames: Set<String> = []
  /// Whether the page has a dark colour, so that white words show; `nil` where it does not say.
  private(set) var hasGround: Bool?
  /// The class names and ids to which it gives a dark colour, on which white words show.
  private(set) var groundNames: Set<String> = []
  private var shownNames: Set<String> = []

  init(_ bytes: some Collection<UInt8>) {
    let sheet = withoutComments(String(decoding: bytes, as: UTF8.self).lowercased())
    var depth = 0
    var isInMedia = false
    var selector = ""
    var body = ""
    for character in sheet {
      switch character {
      case "{":
        depth += 1
        if depth == 1, selector.contains("@") { isInMedia = true }
        body = ""
      case "}":
        if depth == 1, !isInMedia { take(body, of: selector) }
        depth = max(0, depth - 1)
        if depth == 0 { (selector, isInMedia) = ("", false) }
      default: if depth == 0 { selector.append(character) } else { body.append(character) }
      }
    }
    hiddenNames.subtract(shownNames)
  }

  /// Takes one rule.
  private mutating func take(_ body: String, of selectors: String) {
    if hides(body) { hiddenNames.formUnion(simpleNames(of: selectors)) }
    if shows(body) { shownNames.formUnion(namesOfStates(of: selectors)) }
    let isOfPage = selectors.split(separator: ",").contains { selector in
      ["body", "html"].contains(selector.filter { !$0.isWhitespace })
    }
    guard let isDark = InlineStyle(body).hasDarkGround else { return }
    if isOfPage { hasGround = isDark }
    if isDark { groundNames.formUnion(simpleNames(of: selectors)) }
  }
}

private func hides(_ declarations: String) -> Bool {
  let plain = declarations.filter { !$0.isWhitespace }
  return ["display:none", "visibility:hidden"].contains { plain.firstRange(of: $0) != nil }
}

private func shows(_ declarations: String) -> Bool {
  let plain = declarations.filter { !$0.isWhitespace }
  return plain.firstRange(of: "display:") != nil && !hides(declarations)
}

/// The names of `.tab.active`, `.tab:target` and `#first:checked ~ .tab`, which a reader can ask
/// for; not those of other compounds, which name one thing among several.
private func namesOfStates(of selectors: String) -> [String] {
  selectors.split(separator: ",").flatMap { selector -> [String] in
    let last = selector.split { $0.isWhitespace || ">+~".contains($0) }.last ?? ""
    let names = last.prefix { $0 != ":" && $0 != "[" }.split { $0 == "." || $0 == "#" }
    let isAsked = [":target", ":checked"].contains { selector.firstRange(of: $0) != nil }
    let hasState = names.contains { states.contains($0) }
    guard selector.firstRange(of: "::") == nil, isAsked || names.count == 2 && hasState else {
      return []
    }
    return names.filter { !states.contains($0) }.map(String.init)
  }
}

/// Class names that scripts give to what a reader has chosen.
private let states: Set<Substring> = [
  "active", "is-active", "show", "shown", "open", "is-open", "current", "selected", "visible",
]

/// The sheet without its comments.
private func withoutComments(_ sheet: String) -> String {
  var rest = sheet[...]
  var result = ""
  while let open = rest.firstRange(of: "/*") {
    result += rest[..<open.lowerBound]
    guard let close = rest[open.upperBound...].firstRange(of: "*/") else { return result }
    rest = rest[close.upperBound...]
  }
  return result + rest
}

/// `.draft`, `#old` and `p.draft` among the selectors of a rule.
private func simpleNames(of selectors: String) -> [String] {
  let plain = selectors.split(separator: "*/").last.map(String.init) ?? selectors
  return plain.split(separator: ",").compactMap { selector in
    let words = selector.split(whereSeparator: \.isWhitespace)
    guard words.count == 1, let sign = words[0].lastIndex(where: { $0 == "." || $0 == "#" }),
      !words[0].contains(where: { ":>+~[".contains($0) }),
      words[0][..<sign].allSatisfy({ $0.isLetter || $0.isNumber })
    else { return nil }
    return String(words[0][words[0].index(after: sign)...])
  }
}
