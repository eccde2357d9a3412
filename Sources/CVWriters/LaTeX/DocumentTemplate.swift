// SPDX-License-Identifier: MIT

/// What is wrong with a template of a document.
package struct TemplateError: Error, Hashable {
  /// One phrase, as in a diagnostic.
  package var message: String
  /// From 1.
  package var line: Int
}

/// The shell of a LaTeX document: a Mustache template whose values are all escaped for LaTeX.
///
/// Of [Mustache](https://mustache.github.io/mustache.5.html) it has variables, sections, inverted
/// sections, comments and the tag that changes the delimiters, since braces are TeX's own. The
/// only value that goes in as it stands is `body`, which the writer has made of escaped text, and
/// the only other template that it can take in is `characters`: no tag lifts the escaping or
/// reaches beyond the template.
struct DocumentTemplate {
  private let parts: [TemplatePart]

  init(_ source: String) throws(TemplateError) {
    var parser = TemplateParser(source)
    parts = try parser.parse()
  }

  func render(_ values: [String: TemplateValue], body: String) -> String {
    var output = ""
    write(parts, in: [.group(values)], body: body, to: &output)
    return output
  }

  private func write(
    _ parts: [TemplatePart], in context: [TemplateValue], body: String, to output: inout String
  ) {
    for part in parts {
      switch part {
      case .literal(let text): output += text
      case .body: output += body
      case .value(let name):
        if case .text(let text)? = name.value(in: context) { output += latexText(text) }
      case .section(let name, let isInverted, let inner):
        let values = name.value(in: context)?.values ?? []
        if isInverted, values.isEmpty { write(inner, in: context, body: body, to: &output) }
        guard !isInverted else { continue }
        for value in values { write(inner, in: context + [value], body: body, to: &output) }
      }
    }
  }
}

/// What a template can name.
enum TemplateValue {
  case text(String)
  case flag(Bool)
  case group([String: TemplateValue])
  case list([TemplateValue])

  /// For what a section is written, once each: for nothing where the value is false or empty.
  fileprivate var values: [TemplateValue] {
    switch self {
    case .text(let text): text.isEmpty ? [] : [self]
    case .flag(let isTrue): isTrue ? [self] : []
    case .group: [self]
    case .list(let values): values
    }
  }
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByDictionaryLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(booleanLiteral isTrue: Bool) { self = .flag(isTrue) }
  init(dictionaryLiteral pairs: (String, TemplateValue)...) {
    self = .group(Dictionary(uniqueKeysWithValues: pairs))
  }
}

/// A name in a template: `name`, `theme.colour`, or `.` for the innermost value itself.
struct TemplateName: Equatable {
  private let parts: [String]

  init(_ text: Substring) {
    parts = text.split(separator: ".").map(String.init)
  }

  /// The value of the innermost section that has one for the first part, and of the rest in it.
  fileprivate func value(in context: [TemplateValue]) -> TemplateValue? {
    guard let first = parts.first else { return context.last }
    for case .group(let values) in context.reversed() {
      guard let value = values[first] else { continue }
      return parts.dropFirst().reduce(value) { value, part in
        guard case .group(let values)? = value else { return nil }
        return values[part]
      }
    }
    return nil
  }
}

/// A piece of a template.
enum TemplatePart {
  case literal(String)
  case value(TemplateName)
  case body
  /// Its parts are written once for each value, or, inverted, where there is none.
  indirect case section(TemplateName, isInverted: Bool, [TemplatePart])
}
