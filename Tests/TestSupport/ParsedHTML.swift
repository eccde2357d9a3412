// SPDX-License-Identifier: MIT
import Foundation
public import Testing

/// A page as an independent parser sees it: html5lib, which follows the standard step by step.
public struct ParsedHTML: Decodable, Sendable {
  /// The parse errors by their names; none in a page that is well written.
  public var errors: [String]
  /// In document order.
  public var elements: [Element]
  /// The text of the body, without scripts and styles; no sense is made of blocks.
  public var text: String
  public var comments: [String]

  /// An element with its attributes and all text inside it.
  public struct Element: Decodable, Sendable {
    public var tag: String
    public var attributes: [String: String]
    public var text: String
  }

  /// Parses pages, all in one run of the parser.
  public static func parse(_ pages: [String]) throws -> [ParsedHTML] {
    let input = try JSONEncoder().encode(pages)
    let result = try run(python, ["-c", program], input: input)
    guard result.status == 0 else { throw ParserFailure(description: result.errors) }
    return try JSONDecoder().decode([ParsedHTML].self, from: result.output)
  }

  /// The Python of the tests' own tools, else the system's.
  static var python: String {
    let own = pdfTools.appending(path: "python/bin/python").path
    return FileManager.default.isExecutableFile(atPath: own) ? own : "python3"
  }

  public func elements(_ tag: String) -> [Element] { elements.filter { $0.tag == tag } }

  private static let program = """
    import html5lib, json, sys

    def text(node, skipped=()):
        result = (node.text or "") if node.tag not in skipped else ""
        for child in node:
            if isinstance(child.tag, str) and child.tag not in skipped:
                result += text(child, skipped)
            result += child.tail or ""
        return result

    def parsed(page):
        parser = html5lib.HTMLParser(
            tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
        root = parser.parse(page)
        nodes = list(root.iter())
        elements = [node for node in nodes if isinstance(node.tag, str)]
        return {
            "errors": [error[1] for error in parser.errors],
            "elements": [
                {"tag": node.tag, "attributes": {str(k): v for k, v in node.attrib.items()},
                 "text": text(node)} for node in elements],
            "text": text(root.find("body"), ("script", "style")),
            "comments": [node.text for node in nodes if not isinstance(node.tag, str)],
        }

    json.dump([parsed(page) for page in json.load(sys.stdin)], sys.stdout)
    """
}

/// The words of a parser that could not run.
private struct ParserFailure: Error, CustomStringConvertible {
  var description: String
}

extension Trait where Self == ConditionTrait {
  /// Skips a test where Python has no html5lib; see `needs` for when that is a failure.
  public static var needsParser: Self {
    let words = "html5lib is not installed"
    return .enabled(
      if: try allowingSkip(hasParser, words), "\(words); `make deps-full` installs all tools")
  }

  private static var hasParser: Bool {
    (try? run(ParsedHTML.python, ["-c", "import html5lib"]).status == 0) ?? false
  }
}
