// SPDX-License-Identifier: MIT
package import CVDiagnostics
package import CVModel

/// A page as one tree of blocks, with its settings and the account of what is not in the tree.
package struct MarkupDocument: Sendable {
  /// The front matter; `nil` where there is none.
  package var settings: DataNode?
  package var blocks: [MarkupNode]
  package var account: ImportAccount
  /// What attribute lists say by which variants choose.
  package var tags: [TagMark] = []
  /// The numbers of the documents of the site that the page writes out itself.
  package var writtenDocuments: Set<Int> = []
  /// What the tab of a browser shows; `nil` where the page does not say.
  package var title: RichText?
  /// The words behind the first pictures that lead nowhere.
  package var pictures: [String] = []
}

/// Reads a Markdown or HTML page.
///
/// Decoding, front matter, removal of what is hidden, repair, Markdown, HTML: each step once, in
/// this order.
///
/// - Returns: `nil` after an error: a file that is no text, too large or nested too deep.
package func readMarkup(
  _ bytes: [UInt8], name: String, into sources: inout SourceSet, log: inout DiagnosticLog
) -> MarkupDocument? {
  guard let decoded = decode(bytes, name: name, into: &sources, log: &log) else { return nil }
  return readMarkup(decoded, log: &log)
}

/// The settings on top of a page, and the text below them.
package func readFrontMatter(
  _ decoded: EditedText, account: inout ImportAccount, log: inout DiagnosticLog
) -> (settings: DataNode?, body: EditedText) {
  let page = splitFrontMatter(decoded, account: &account, log: &log)
  return (page.frontMatter.flatMap { readSettings($0, account: &account, log: &log) }, page.body)
}

/// Reads a Markdown or HTML page that is decoded already.
///
/// - Parameter liquid: What the templates of the page may ask for; they are left out where it is
///   `nil`.
/// - Returns: `nil` after an error: a page nested too deep.
package func readMarkup(
  _ decoded: EditedText, liquid: LiquidScope? = nil, emoji: EmojiPolicy = .strip,
  log: inout DiagnosticLog
) -> MarkupDocument? {
  var account = ImportAccount()
  let page = readFrontMatter(decoded, account: &account, log: &log)
  let evaluated = liquid.map { evaluateLiquid(page.body, in: $0) } ?? LiquidResult(text: page.body)
  account.add(contentsOf: evaluated.account)
  log.add(contentsOf: evaluated.log)
  var facts = HiddenFacts()
  var text = removeHiddenText(evaluated.text, facts: &facts, account: &account, log: &log)
  text = clean(text, account: &account, log: &log)
  text = keepWrappedNumbers(spaceHeadings(openTitledBlocks(text)))
  text = separateBlocks(markDefinitions(nameColumns(text)))
  let tree: MarkupTree
  do throws(TooDeep) {
    tree = try readTree(text, emoji: emoji, hiding: facts)
  } catch {
    log.add(.tooDeep(at: text.span(of: error.offset..<error.offset + 1)))
    return nil
  }
  account.add(contentsOf: tree.account)
  log.add(contentsOf: tree.log)
  return MarkupDocument(
    settings: page.settings, blocks: tree.blocks, account: account, tags: facts.tags,
    writtenDocuments: evaluated.written, title: facts.title, pictures: tree.pictures)
}

/// Reads a YAML file, such as a site's settings or a theme.
///
/// - Returns: `nil` for an empty file or after an error, which is in the log.
package func readDataFile(
  _ bytes: [UInt8], name: String, into sources: inout SourceSet, log: inout DiagnosticLog
) -> DataNode? {
  guard let decoded = decode(bytes, name: name, into: &sources, log: &log) else { return nil }
  var account = ImportAccount()
  let text = clean(decoded, account: &account, log: &log)
  do throws(DataFault) {
    return try readYAML(text)
  } catch {
    log.add(.badYAML(.error, error, in: text))
    return nil
  }
}

/// Front matter that is no good YAML is read line by line, so that the page still compiles.
private func readSettings(
  _ frontMatter: FrontMatter, account: inout ImportAccount, log: inout DiagnosticLog
) -> DataNode? {
  let text = clean(frontMatter.text, account: &account, log: &log)
  do throws(DataFault) {
    return frontMatter.format == .toml ? try readTOML(text) : try readYAML(text)
  } catch {
    log.add(.badYAML(.warning, error, in: text, frontMatter.format))
    return readSettingsLines(text)
  }
}

/// The blocks of a page, with what was found out when they were folded.
struct MarkupTree {
  var blocks: [MarkupNode] = []
  var account = ImportAccount()
  var log = DiagnosticLog()
  var pictures: [String] = []
}

func readTree(
  _ markdown: EditedText, emoji: EmojiPolicy = .strip, hiding facts: HiddenFacts = HiddenFacts()
) throws(TooDeep) -> MarkupTree {
  let html = try writeHTML(fromMarkdown: markdown)
  do throws(TooDeep) {
    let tree = try withHTMLTree(html.bytes) { body in
      var folder = MarkupFolder(
        places: TextPlaces(html: html, markdown: markdown), emoji: emoji, facts: facts)
      let blocks = folder.fold(body)
      return MarkupTree(
        blocks: blocks, account: folder.account, log: folder.log, pictures: folder.pictures)
    }
    return tree ?? MarkupTree()
  } catch {
    throw TooDeep(offset: html.markdownOffset(of: error.offset))
  }
}

extension Diagnostic {
  fileprivate static func tooDeep(at span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      .error, .tooDeep, "lists, quotes or elements nest deeper than \(Limits.markupDepth) levels",
      at: span, label: "one level too deep", help: "flatten the page; no CV needs as many")
  }

  fileprivate static func badYAML(
    _ severity: Severity, _ fault: DataFault, in text: EditedText,
    _ format: FrontMatter.Format = .yaml
  ) -> Diagnostic {
    let start = min(fault.offset, max(text.count - 1, 0))
    return Diagnostic(
      severity, .badYAML,
      "the settings are not valid \(format == .toml ? "TOML" : "YAML")"
        + (severity == .warning ? "; read line by line" : ""),
      at: text.span(of: start..<start + 1), label: fault.message,
      help: format == .toml
        ? "put quotes around texts, and close each bracket and quote"
        : "put quotes around a value with a colon or a bracket in it, and indent with spaces")
  }
}
