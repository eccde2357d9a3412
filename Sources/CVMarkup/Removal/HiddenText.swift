// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel

/// A part of the source that the finished page does not show as text.
struct HiddenText: Hashable {
  var range: Range<Int>
  var fate: ImportAccount.Fate
  /// The words that an author may miss.
  var words: Range<Int>?
  /// Whether one of the edits takes it away, and so no removal.
  var isRewritten = false
}

/// What a page says where no reader sees it.
struct HiddenFacts {
  /// What attribute lists say by which variants choose.
  var tags: [TagMark] = []
  /// The class names and ids that style sheets of the page hide.
  var hiddenNames: Set<String> = []
  /// Whether marks in the page say what attribute lists hide.
  var marksHiding = false
  /// The class names and ids to which style sheets of the page give a dark colour.
  var groundNames: Set<String> = []
  /// Whether the page itself has a dark colour, so that white words show.
  var hasGround = false
  /// What the tab of a browser shows.
  var title: RichText?
}

/// Removes comments, Liquid, PHP, scripts, styles, embedded media and kramdown's attribute lists;
/// what shortcodes, fenced blocks and LaTeX tables say of entries becomes HTML.
///
/// They go before any parser sees the text, since they may hold anything, half of a card or a
/// heading among it. What fills whole lines goes with its line end, so that lists and paragraphs
/// around it stay whole. Code spans and fenced code are left alone.
///
/// - Parameter facts: Receives what hidden text says of the page.
func removeHiddenText(
  _ text: EditedText, facts: inout HiddenFacts, account: inout ImportAccount,
  log: inout DiagnosticLog
) -> EditedText {
  var finder = HiddenTextFinder(ByteScan(text.bytes))
  finder.findAll()
  for hidden in finder.found where hidden.fate == .style {
    let sheet = StyleSheet(content(of: hidden.range, finder.scan))
    facts.hiddenNames.formUnion(sheet.hiddenNames)
    facts.groundNames.formUnion(sheet.groundNames)
    facts.hasGround = sheet.hasGround ?? facts.hasGround
  }
  finder.markHiding(facts.hiddenNames)
  facts.marksHiding = finder.marksHiding
  facts.tags += finder.tags.map { $0.mark(in: text, finder.scan) }
  for problem in finder.problems {
    log.add(problem.diagnostic(at: text.span(of: problem.range)))
  }
  for hidden in finder.found {
    if facts.title == nil, finder.scan.name(at: hidden.range.lowerBound + 1) == "title" {
      let words = content(of: hidden.range, finder.scan).prefix { $0 != UInt8(ascii: "<") }
      let span = text.span(of: hidden.range)
      facts.title = RichText(String(decoding: words, as: UTF8.self), span: span).collapsed()
    }
    let words = hidden.words.map { RichText(finder.scan.string($0), span: nil).collapsed().text }
    account.add(hidden.fate, words ?? "", at: text.span(of: hidden.range))
  }
  let removals = finder.found.filter { !$0.isRewritten }.map(\.range)
  return text.applying(joined(finder.edits, wholeLines(merged(removals), in: finder.scan)))
}

/// Edits and removals in order, none of which begins within another.
///
/// An edit that touches a removal is not made: what it was to write goes with what is removed. Of
/// two edits that overlap, the second changes what the first has left.
private func joined(_ edits: [Edit], _ removals: [Range<Int>]) -> [Edit] {
  var result: [Edit] = []
  var rest = removals[...]
  var done = 0
  for var edit in edits.sorted(by: { $0.precedes($1) }) {
    while let next = rest.first, next.upperBound <= edit.range.lowerBound {
      result.append(.remove(next))
      rest.removeFirst()
    }
    let isRemoved = rest.first.map { $0.lowerBound < edit.range.upperBound } ?? false
    guard !isRemoved, edit.range.upperBound >= done else { continue }
    edit.range = max(edit.range.lowerBound, done)..<edit.range.upperBound
    done = edit.range.upperBound
    result.append(edit)
  }
  return result + rest.map(Edit.remove)
}

/// What stands behind the tag that begins a range.
private func content(of range: Range<Int>, _ scan: ByteScan) -> ArraySlice<UInt8> {
  scan.bytes[range].drop { $0 != UInt8(ascii: ">") }.dropFirst()
}

/// Something odd about hidden text that its author should know.
enum HiddenTextProblem: Hashable {
  case unclosed(String, Range<Int>)
  case liquidLoop(Range<Int>)
  case unseen(String, Range<Int>)

  var range: Range<Int> {
    switch self {
    case .unclosed(_, let range), .liquidLoop(let range), .unseen(_, let range): range
    }
  }

  /// The most bytes of words that are told of.
  static let longestExcerpt = 1_000

  var isOfUnseen: Bool { if case .unseen = self { true } else { false } }

  func diagnostic(at span: SourceSpan?) -> Diagnostic {
    switch self {
    case .unclosed(let name, _):
      Diagnostic(
        .warning, .unclosedComment, "this \(name) is never closed: all text after it is hidden",
        at: span, label: "opened here",
        help: name == "comment" ? "write --> where the comment ends" : "close it where it ends")
    case .liquidLoop:
      Diagnostic(
        .warning, .liquidLoop, "a list that Liquid builds from other files is left out", at: span,
        label: "the loop", help: "write the entries into this file")
    case .unseen(let words, _):
      .unseen(words, at: span)
    }
  }
}

extension Diagnostic {
  /// Says that words are left out that a page holds and does not show.
  static func unseen(_ words: String, at span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      .warning, .hiddenText,
      "text that the page does not show is left out: “\(firstWords(of: words, upTo: 6))”",
      at: span, label: "hidden by its style",
      help: "remove the style if it belongs into the CV, or the text if it does not")
  }
}

/// Ranges in order, those that touch or overlap made one.
private func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
  var result: [Range<Int>] = []
  for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
    if let last = result.last, range.lowerBound <= last.upperBound {
      result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
    } else {
      result.append(range)
    }
  }
  return result
}

/// Widens ranges that leave nothing but blanks on their lines to the whole of these lines.
private func wholeLines(_ ranges: [Range<Int>], in scan: ByteScan) -> [Range<Int>] {
  var result: [Range<Int>] = []
  var index = 0
  while index < ranges.count {
    var last = index
    while last + 1 < ranges.count,
      !scan.bytes[
        ranges[last].upperBound..<ranges[last + 1].lowerBound
      ].contains(0x0A)
    { last += 1 }
    let group = Array(ranges[index...last])
    let start = scan.lineStart(of: group[0].lowerBound)
    let end = scan.lineEnd(from: group[group.count - 1].upperBound)
    let gaps = zip([start] + group.map(\.upperBound), group.map(\.lowerBound) + [end])
    if gaps.allSatisfy({ scan.isBlank($0..<$1) }) {
      result.append(start..<min(end + 1, scan.count))
    } else {
      result += group
    }
    index = last + 1
  }
  return merged(result)
}
