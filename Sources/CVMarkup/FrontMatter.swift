// SPDX-License-Identifier: MIT
import CVDiagnostics

/// A page cut into its front matter and its body.
struct SplitPage {
  /// What stands between the fences, or `nil` where there is none.
  var frontMatter: FrontMatter?
  var body: EditedText
}

/// The settings on top of a page.
struct FrontMatter {
  var text: EditedText
  var format: Format

  /// YAML stands between dashes, TOML between plus signs.
  enum Format { case yaml, toml }
}

/// Cuts off the front matter of Jekyll (`---`), Hugo (`---`, `+++`) and Pelican (no fence).
///
/// It must be the first thing of the file but blank lines, and begin like settings, so that a
/// page that opens with a rule keeps its text. Where the closing fence is missing, the lines that
/// look like settings up to the first blank line are cut off, with a warning.
func splitFrontMatter(
  _ page: EditedText, account: inout ImportAccount, log: inout DiagnosticLog
) -> SplitPage {
  let scan = ByteScan(page.bytes)
  let start = page.bytes.firstIndex { $0 != 0x0A && !scan.isBlank($0) } ?? 0
  if let settings = BareSettings(page, from: start) {
    account.add(.frontMatter, "", at: page.span(of: start..<settings.end))
    return SplitPage(
      frontMatter: FrontMatter(text: settings.text, format: .yaml),
      body: page.slice(settings.end..<page.count))
  }
  let fence = openingFence(scan, at: start)
  guard let fence, beginsLikeSettings(scan, from: fence.contentStart, fence.format) else {
    return SplitPage(frontMatter: nil, body: page)
  }
  let contentEnd: Int
  let bodyStart: Int
  if let close = closingFence(scan, from: fence.contentStart, fence.format) {
    contentEnd = close.lowerBound
    bodyStart = close.upperBound
  } else {
    contentEnd = endOfSettings(scan, from: fence.contentStart)
    bodyStart = contentEnd
    let sign = page.string(start..<start + 3)
    log.add(.unclosedFrontMatter(sign, at: page.span(of: start..<start + 3)))
  }
  account.add(.frontMatter, "", at: page.span(of: start..<bodyStart))
  return SplitPage(
    frontMatter: FrontMatter(
      text: page.slice(fence.contentStart..<contentEnd), format: fence.format),
    body: page.slice(bodyStart..<page.count))
}

private func openingFence(
  _ scan: ByteScan, at start: Int
) -> (format: FrontMatter.Format, contentStart: Int)? {
  let end = scan.lineEnd(from: start)
  guard start + 3 <= end, scan.isBlank(start + 3..<end) else { return nil }
  let next = min(end + 1, scan.count)
  if scan.has("---", at: start) { return (.yaml, next) }
  return scan.has("+++", at: start) ? (.toml, next) : nil
}

/// Whether the first line that is neither blank nor a comment is a key or the closing fence.
private func beginsLikeSettings(
  _ scan: ByteScan, from start: Int, _ format: FrontMatter.Format
) -> Bool {
  var line = start
  while line < scan.count {
    let end = scan.lineEnd(from: line)
    if !scan.isBlank(line..<end), scan.bytes[line] != UInt8(ascii: "#") {
      return isFence(scan, line..<end, format) || isSetting(scan, line..<end)
    }
    line = end + 1
  }
  return false
}

/// `key: value`, `key = value`, or part of such a value: indented, or an item of a list.
private func isSetting(_ scan: ByteScan, _ line: Range<Int>) -> Bool {
  let key = scan.name(at: line.lowerBound)
  let after = line.lowerBound + key.utf8.count
  if key.hasSuffix(":") { return after == line.upperBound || scan.isBlank(scan.bytes[after]) }
  let next = scan.skipBlanks(from: after)
  return !key.isEmpty && next < line.upperBound && scan.bytes[next] == UInt8(ascii: "=")
}

private func isFence(_ scan: ByteScan, _ line: Range<Int>, _ format: FrontMatter.Format) -> Bool {
  let length = 3
  guard line.count >= length, scan.isBlank(line.lowerBound + length..<line.upperBound) else {
    return false
  }
  switch format {
  case .yaml: return scan.has("---", at: line.lowerBound) || scan.has("...", at: line.lowerBound)
  case .toml: return scan.has("+++", at: line.lowerBound)
  }
}

private func closingFence(
  _ scan: ByteScan, from start: Int, _ format: FrontMatter.Format
) -> Range<Int>? {
  var line = start
  while line < scan.count {
    let end = scan.lineEnd(from: line)
    if isFence(scan, line..<end, format) { return line..<min(end + 1, scan.count) }
    line = end + 1
  }
  return nil
}

private func endOfSettings(_ scan: ByteScan, from start: Int) -> Int {
  var line = start
  while line < scan.count {
    let end = scan.lineEnd(from: line)
    let isPart = line < end && (scan.isBlank(scan.bytes[line]) || scan.has("- ", at: line))
    guard line < end, isPart || isSetting(scan, line..<end) else { return line }
    line = end + 1
  }
  return scan.count
}

extension Diagnostic {
  fileprivate static func unclosedFrontMatter(
    _ sign: String, at span: SourceSpan?
  ) -> Diagnostic {
    Diagnostic(
      .warning, .unclosedFrontMatter, "the front matter is never closed", at: span,
      label: "opened here", help: "write a line with “\(sign)” below the last setting")
  }
}
