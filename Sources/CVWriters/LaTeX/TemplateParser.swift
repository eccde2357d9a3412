// SPDX-License-Identifier: MIT

/// Reads a template from its first character to its last, and throws at the first wrong tag.
struct TemplateParser {
  private let source: String
  private var rest: Substring
  private var opening = "{{"
  private var closing = "}}"
  private var parts: [TemplatePart] = []
  /// The sections around `parts`, the outermost first, each with the parts before it.
  private var open: [(name: Substring, isInverted: Bool, before: [TemplatePart])] = []
  private var isFirstTag = true

  init(_ source: String) {
    self.source = source
    rest = source[...]
  }

  mutating func parse() throws(TemplateError) -> [TemplatePart] {
    while let start = rest.firstRange(of: opening) {
      guard let end = rest[start.upperBound...].firstRange(of: closing) else {
        throw error("a tag is not closed", at: start.lowerBound)
      }
      var text = rest[..<start.lowerBound]
      let tag = rest[start.upperBound..<end.lowerBound]
      rest = rest[end.upperBound...]
      if let sign = tag.first, "#^/!=>".contains(sign) {
        takeLine(around: start.lowerBound..<end.upperBound, text: &text)
      }
      if !text.isEmpty { parts.append(.literal(String(text))) }
      try read(tag, at: start.lowerBound)
      isFirstTag = false
    }
    if let section = open.last {
      throw error("the section “\(section.name)” is not closed", at: source.endIndex)
    }
    return parts + [.literal(String(rest))]
  }

  /// A tag that writes nothing takes its line with it, where it stands alone there.
  private mutating func takeLine(around tag: Range<String.Index>, text: inout Substring) {
    let before = source[..<tag.lowerBound].reversed().prefix { !$0.isNewline }
    let after = source[tag.upperBound...].prefix { !$0.isNewline }
    guard before.allSatisfy(\.isWhitespace), after.allSatisfy(\.isWhitespace) else { return }
    text = text.dropLast(before.count)
    rest = source[after.endIndex...].dropFirst()
  }

  private mutating func read(
    _ tag: Substring, at place: String.Index
  ) throws(TemplateError) {
    let name = tag.dropFirst().filter { !$0.isWhitespace }[...]
    switch tag.first {
    case "!": break
    case "=": try changeDelimiters(tag, at: place)
    case "#", "^":
      open.append((name, tag.first == "^", parts))
      parts = []
    case "/":
      guard let section = open.popLast(), section.name == name else {
        throw error("“\(name)” is closed where it is not open", at: place)
      }
      parts =
        section.before
        + [.section(TemplateName(name), isInverted: section.isInverted, parts)]
    case ">" where name == "characters":
      var characters = TemplateParser(signsTemplate)
      parts += try characters.parse()
    case "&", "{":
      // With the usual delimiters the last brace of three stands behind them.
      if tag.first == "{", tag.last != "}", rest.first == "}" { rest = rest.dropFirst() }
      let name = name.filter { $0 != "}" }
      guard name == "body" else {
        throw error("“\(name)” would go in unescaped; only the body may", at: place)
      }
      parts.append(.body)
    case "%":
      throw error("a template cannot change the way values are escaped", at: place)
    case ">", "<", "$":
      throw error("a template can take in no other but “characters”", at: place)
    case nil: throw error("a tag is empty", at: place)
    default: parts.append(.value(TemplateName(tag.filter { !$0.isWhitespace }[...])))
    }
  }

  private mutating func changeDelimiters(
    _ tag: Substring, at place: String.Index
  ) throws(TemplateError) {
    let words = tag.dropFirst().dropLast().split(separator: " ")
    guard isFirstTag, tag.last == "=", words.count == 2,
      words.allSatisfy({ !$0.contains("{") && !$0.contains("}") })
    else {
      throw error("the delimiters are changed by the first tag or not at all", at: place)
    }
    opening = String(words[0])
    closing = String(words[1])
  }

  private func error(_ message: String, at place: String.Index) -> TemplateError {
    TemplateError(message: message, line: source[..<place].count { $0.isNewline } + 1)
  }
}
