// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// A paragraph that begins with a date in code ticks: `` `2016 - now` `` and what was then.
///
/// On the same line or the next ones stand the post, the prize or the reference; what follows up
/// to the next such paragraph belongs to it.
struct DatedHead {
  /// The date alone, then the other lines.
  var lines: [RichText]

  init?(_ text: RichText, keepsLines: Bool) {
    guard let first = text.runs.first, first.attributes.marks.contains(.code) else { return nil }
    let scan = TextScan(text)
    guard let run = scan.runRanges.first?.range else { return nil }
    let dates = scan.slice(run).collapsed()
    guard dates.isDateAlone else { return nil }
    let rest = scan.slice(run.upperBound..<scan.count).trimmedSigns()
    let plain = dates.mapAttributes { $0.marks.remove(.code) }
    lines = [plain] + headLines(rest, soft: keepsLines)
  }
}

/// A paragraph whose lines each begin with a date in code ticks as one paragraph for each of them.
func partingDatedLines(_ block: MarkupNode) -> [MarkupNode] {
  guard let text = block.paragraphText, text.runs.first?.attributes.marks.contains(.code) == true,
    case let lines = text.split(where: { $0 == "\u{2028}" || $0 == "\n" }), lines.count > 1
  else { return [block] }
  // `Current` may stand among dates.
  let isHead = lines.map { $0.trimmed().runs.first?.attributes.marks.contains(.code) == true }
  let dated = lines.count { DatedHead($0.trimmed(), keepsLines: false)?.lines.count ?? 0 > 1 }
  guard isHead.count(where: { $0 }) > 1, dated * 2 >= lines.count else { return [block] }
  let heads = zip(lines, isHead).reduce(into: [RichText]()) { heads, line in
    if line.1 || heads.isEmpty {
      heads.append(line.0)
    } else {
      heads[heads.count - 1].append(RichText("\u{2028}") + line.0)
    }
  }
  return heads.map { MarkupNode(.paragraph($0.trimmed()), span: $0.span) }
}

extension DraftFinder {
  /// Where the content of a dated head ends.
  func datedEnd(_ blocks: [MarkupNode], at index: Int) -> Int? {
    guard let text = blocks[index].paragraphText, datedHead(text) != nil else { return nil }
    return blocks[(index + 1)...].firstIndex { block in
      if case .heading = block.kind { return true }
      return block.paragraphText.flatMap(datedHead) != nil
    } ?? blocks.count
  }

  func datedHead(_ text: RichText) -> DatedHead? {
    DatedHead(text, keepsLines: !kind.holdsWorks)
  }

  mutating func readDated(_ head: DatedHead, _ content: [MarkupNode], group: RichText?) {
    guard !isAboveEntries(head, content) else {
      return readDatedPoints(head.lines[0], content, group: group)
    }
    var draft = EntryDraft(lines: head.lines, group: group)
    draft.body = content.filter { !$0.isRule }
    // The date alone, and the rest below it.
    if draft.lines.count == 1, let text = draft.body.first?.paragraphText {
      draft.lines += headLines(text, soft: false)
      draft.body.removeFirst()
    }
    absorbItems(into: &draft)
    if kind.holdsPostsOrDegrees { absorbSubject(into: &draft) }
    items.append(.draft(draft))
  }

  /// Reads `### 2019 – 2021` above `**Rain Engineer** | Acme`, which alone begins in bold, and the
  /// points of what was done then.
  ///
  /// - Returns: Whether the content is built so; else nothing is read.
  mutating func readBelowDate(
    _ title: RichText, _ content: [MarkupNode], group: RichText?
  ) -> Bool {
    guard kind.holdsPostsOrDegrees, title.isDateAlone, content.count > 1,
      let head = content[0].paragraphText, head.startsBold, !isGroupLabel(head),
      ExtractedDates(head).dates.map({ $0.end != .none }) != true,
      headLines(head, soft: true).count <= 3, wordCount(head) <= 30,
      let points = content[1].listItems, points.count(where: looksWhole) * 2 < points.count,
      content.dropFirst().allSatisfy({ $0.paragraphText?.startsBold != true })
    else { return false }
    appendHeaded(head, Array(content.dropFirst()), group: group)
    guard case .draft(var draft)? = items.last else { return true }
    draft.lines.append(title.collapsed())
    items[items.count - 1] = .draft(draft)
    return true
  }

  /// Whether a date stands alone above points that are each an entry: works, prizes, talks.
  private func isAboveEntries(_ head: DatedHead, _ content: [MarkupNode]) -> Bool {
    !kind.holdsPostsOrDegrees && kind != .other && head.lines.count == 1
      && content.contains { $0.listItems != nil }
      && content.allSatisfy { $0.listItems != nil || $0.isRule }
  }

  /// The points below a date, each an entry of that time.
  private mutating func readDatedPoints(
    _ date: RichText, _ content: [MarkupNode], group: RichText?
  ) {
    var inner = DraftFinder(kind: kind)
    inner.read(content, group: group)
    for item in inner.items {
      guard case .draft(var draft) = item else {
        items.append(item)
        continue
      }
      draft.lines.insert(date, at: 0)
      items.append(.draft(draft))
    }
  }

  /// A first item that names the post or the degree, where the head names none.
  func absorbSubject(into draft: inout EntryDraft) {
    guard case .list(var list)? = draft.body.first?.kind, let first = list.items.first,
      first.blocks.count == 1, let text = first.blocks[0].paragraphText, wordCount(text) <= 14
    else { return }
    let names = { (text: RichText) in
      let segment = Segment(text, line: 0)
      return kind == .education ? segment.hasDegreeWord : segment.hasRoleWord
    }
    guard names(text), !draft.lines.contains(where: names) else { return }
    draft.lines.append(text.collapsed())
    list.items.removeFirst()
    let span = draft.body[0].span
    draft.body.removeFirst()
    if !list.items.isEmpty { draft.body.insert(MarkupNode(.list(list), span: span), at: 0) }
  }

  /// Whether a paragraph is the head of an entry by its style: a bold beginning, a date on one of
  /// its few lines.
  func isStyledHead(_ text: RichText) -> Bool {
    guard text.startsBold else { return false }
    let lines = headLines(text, soft: true)
    guard 2...6 ~= lines.count, lines.allSatisfy({ wordCount($0) <= 20 }) else { return false }
    return lines.dropFirst().contains { line in
      line.saysWhen
        && (wordCount(line) <= 12 || wordCount(ExtractedDates(line).rest.trimmedSigns()) <= 12)
    }
  }

  /// `**Gauger**, Acme, May 2019 – June 2020` above a paragraph of what was done, which names no
  /// post first.
  func isPostAboveText(_ blocks: [MarkupNode], at index: Int) -> Bool {
    guard kind.holdsPosts, let text = blocks[index].paragraphText, text.startsBold,
      let told = blocks[index + 1].paragraphText, !told.startsBold
    else { return false }
    let opening = foldedWords(told.text).prefix(3)
    return headLines(text, soft: true).count == 1 && isHead(text)
      && ExtractedDates(text).dates.map { $0.end != .none } == true
      && (wordCount(told) > 20 || wordCount(told) > 5 && told.text.hasSuffix("."))
      && !told.saysWhen && !WordLists.all.occurs(.role, in: Array(opening))
  }
}
