// SPDX-License-Identifier: MIT
import Mustache

/// What is wrong with a template of a document.
package struct TemplateError: Error, Hashable {
  /// One phrase, as in a diagnostic.
  package var message: String
  /// From 1.
  package var line: Int
}

/// The shell of a LaTeX document: a Mustache template whose values are all escaped for LaTeX.
///
/// Its first line may change the delimiters, since braces are TeX's own. The only value that goes
/// in as it stands is `body`, which the writer has made of escaped text; any other raw insertion
/// is an error, and so is each tag that could lift the escaping or reach beyond the template.
struct DocumentTemplate {
  private let template: MustacheTemplate

  init(_ source: String) throws(TemplateError) {
    try checkTags(of: source)
    _ = Self.isRegistered
    do {
      template = try MustacheTemplate(string: "{{% CONTENT_TYPE:LATEX}}\n" + source)
    } catch let error as MustacheTemplate.ParserError {
      throw TemplateError(
        message: "a tag is wrong: \(error.error)", line: max(1, error.context.lineNumber - 1))
    } catch {
      throw TemplateError(message: "a tag is wrong: \(error)", line: 1)
    }
  }

  func render(_ values: [String: Any], body: String) -> String {
    template.render(values.merging(["body": body]) { $1 }, library: Self.library)
  }

  /// The only template that others may take in.
  private static let library: MustacheLibrary = {
    do {
      return MustacheLibrary(
        templates: ["characters": try MustacheTemplate(string: signsTemplate)])
    } catch {
      preconditionFailure("the template of the characters is wrong: \(error)")
    }
  }()

  /// The library keeps content types in one table of the process.
  private static let isRegistered: Bool = {
    MustacheContentTypes.register(LaTeXContent(), named: "LATEX")
    return true
  }()
}

/// Escapes each value that a template names.
private struct LaTeXContent: MustacheContentType {
  func escapeText(_ text: String) -> String { latexText(text) }
}

/// Reads the tags of a template as the library will, and throws at the first that is not allowed.
private func checkTags(of source: String) throws(TemplateError) {
  var opening = "{{"
  var closing = "}}"
  var rest = source[...]
  var isFirst = true
  while let start = rest.firstRange(of: opening) {
    let line = source[..<start.lowerBound].count { $0.isNewline } + 1
    guard let end = rest[start.upperBound...].firstRange(of: closing) else {
      throw TemplateError(message: "a tag is not closed", line: line)
    }
    let tag = rest[start.upperBound..<end.lowerBound]
    rest = rest[end.upperBound...]
    if tag.first == "=" {
      guard isFirst, let pair = delimiters(tag) else {
        throw TemplateError(
          message: "the delimiters are changed by the first tag or not at all", line: line)
      }
      (opening, closing) = pair
    } else if let fault = fault(of: tag) {
      throw TemplateError(message: fault, line: line)
    }
    isFirst = false
  }
}

private func delimiters(_ tag: Substring) -> (String, String)? {
  guard tag.last == "=" else { return nil }
  let words = tag.dropFirst().dropLast().split(separator: " ")
  guard words.count == 2, words.allSatisfy({ !$0.contains("{") && !$0.contains("}") }) else {
    return nil
  }
  return (String(words[0]), String(words[1]))
}

private func fault(of tag: Substring) -> String? {
  switch tag.first {
  case "&", "{":
    let name = tag.dropFirst().filter { !$0.isWhitespace && $0 != "}" }
    return name == "body" ? nil : "“\(name)” would go in unescaped; only the body may"
  case "%": return "a template cannot change the way values are escaped"
  case ">" where tag.dropFirst().filter({ !$0.isWhitespace }) == "characters": return nil
  case ">", "<", "$": return "a template can take in no other but “characters”"
  case nil: return "a tag is empty"
  default: return nil
  }
}
