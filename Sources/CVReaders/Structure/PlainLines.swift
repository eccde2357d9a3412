// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Entries in the lines of one paragraph, without points and without blank lines between them.
extension DraftFinder {
  /// The entries in lines of which each entry has one that says when, always in the same place:
  /// `Degree`, `School`, `2019 – 2021`; or `2019 – 2021: Post`, `Employer`, and what was done.
  func entriesOfLines(_ lines: [RichText], group: RichText?) -> [EntryDraft] {
    guard lines.allSatisfy({ wordCount($0) <= 30 }) else { return [] }
    let dates = lines.map { ExtractedDates($0).dates }
    guard let first = dates.firstIndex(where: { $0 != nil }), first <= 3 else { return [] }
    let isRange = dates[first].map { $0.end != .none }
    let begins = startsWithDate(lines[first])
    let dated = lines.indices.filter { index in
      guard let date = dates[index] else { return false }
      return (date.end != .none) == isRange && startsWithDate(lines[index]) == begins
    }
    let starts = dated.map { $0 - first }
    guard starts.count > 1, starts.count * 2 <= lines.count, first > 0 || begins,
      zip(starts.dropFirst(), dated).allSatisfy({ $0 > $1 }),
      starts.allSatisfy({ beginsEntry(lines, at: $0, datedAt: $0 + first) })
    else { return [] }
    return zip(starts, starts.dropFirst() + [lines.count]).map { start, end in
      entry(of: Array(lines[start..<end]), datedAt: first, group: group)
    }
  }

  /// `**English** · fluent **Dutch** · B2`: the parts that begin with bold words, if all do.
  static func boldParts(_ line: RichText) -> [RichText] {
    let scan = TextScan(line)
    let names = scan.runRanges.filter { $0.attributes.marks.contains(.strong) }.map(\.range)
    guard names.count > 1, names[0].lowerBound == 0 else { return [] }
    let ends = names.dropFirst().map(\.lowerBound) + [scan.count]
    let parts = zip(names, ends).map { name, end in
      (scan.slice(name.upperBound..<end).trimmedSigns(), whole: scan.slice(name.lowerBound..<end))
    }
    guard parts.allSatisfy({ 1...4 ~= wordCount($0.0) }) else { return [] }
    return parts.map { $0.whole.trimmedSigns() }
  }

  /// The lines of a paragraph, each of which says when: those that go on with the one above joined
  /// to it, or the parts between dots in the middle.
  func datedLines(_ text: RichText, soft: Bool) -> [RichText]? {
    var lines = headLines(text, soft: soft)
    guard let first = lines.first else { return nil }
    if lines.count > 1, startsWithDate(first) {
      lines = lines.dropFirst().reduce(into: [first]) { sum, line in
        if startsWithDate(line) {
          sum.append(line)
        } else {
          sum[sum.count - 1] = sum[sum.count - 1] + RichText(" ") + line
        }
      }
    }
    if let all = linesEndingWithDates(text) { return all }
    let parts = text.collapsed().split { $0 == "·" }.map { $0.trimmed() }
    if parts.count > 2, areDatedLines(parts) { return parts }
    return areDatedLines(lines) ? lines : nil
  }

  /// The lines of a paragraph, some of which lack the two spaces that break the others, where each
  /// ends with a date behind a comma.
  private func linesEndingWithDates(_ text: RichText) -> [RichText]? {
    guard text.isBroken, text.text.contains("\n") else { return nil }
    let lines = text.split { $0 == "\u{2028}" || $0 == "\n" }.map { $0.collapsed() }
      .filter { !$0.isEmpty }
    return lines.count > 1 && lines.allSatisfy(endsWithDate) ? lines : nil
  }

  /// Whether a line may be the first of an entry: the one before it is at its end, and what stands
  /// above the date names a post, a degree or an institution.
  private func beginsEntry(_ lines: [RichText], at start: Int, datedAt date: Int) -> Bool {
    if start > 0, let last = lines[start - 1].text.last, ",;(".contains(last) { return false }
    guard let letter = lines[start].text.unicodeScalars.first(where: isWordScalar),
      !letter.properties.isLowercase
    else { return false }
    return start == date
      || lines[start...date].contains { line in
        let segment = Segment(line, line: 0)
        return segment.hasRoleWord || segment.hasDegreeWord || segment.hasOrganisationWord
      }
  }

  /// The head of an entry and, below it, its other lines as points.
  private func entry(of lines: [RichText], datedAt date: Int, group: RichText?) -> EntryDraft {
    var head = date + 1
    if date == 0, head < lines.count, namesRest(lines[head], below: lines[0]) { head += 1 }
    var draft = EntryDraft(lines: Array(lines[..<head]), group: group)
    var points: [MarkupNode.Item] = []
    for line in lines[head...] {
      let block = MarkupNode(.paragraph(line), span: line.span ?? draft.span)
      let item = MarkupNode.Item(marker: "", blocks: [block])
      // `Responsibilities:` above what they were
      if let last = points.last?.blocks, last[0].paragraphText.map(isGroupLabel) == true {
        let inner = (last.dropFirst().first?.listItems ?? []) + [item]
        let list = MarkupNode(
          .list(MarkupNode.List(isOrdered: false, items: inner)), span: block.span)
        points[points.count - 1].blocks = [last[0], list]
      } else {
        points.append(item)
      }
    }
    if !points.isEmpty {
      let list = MarkupNode.List(isOrdered: false, items: points)
      draft.body = [MarkupNode(.list(list), span: points[0].blocks[0].span)]
    }
    return draft
  }

  /// Whether a line below a dated one belongs to the head: it says where, or the dated one says
  /// nothing but one thing.
  private func namesRest(_ line: RichText, below dated: RichText) -> Bool {
    guard isTitleLine(line) else { return false }
    let rest = ExtractedDates(dated).rest.trimmedSigns()
    return rest.isEmpty
      || segments(of: rest, number: 0).count == 1 && topLevelParts(rest).count == 1
      || isDateOrPlace(line)
  }
}

/// A paragraph whose lower lines have points that their author typed (`• built it`, or `- built it`
/// in italics), as these lines above a list.
func partingTypedPoints(_ block: MarkupNode) -> [MarkupNode] {
  guard let text = block.paragraphText else { return [block] }
  let lines = text.split { $0 == "\u{2028}" || $0 == "\n" }.filter { !$0.collapsed().isEmpty }
  let points = lines.map(withoutTypedSign)
  guard let first = points.firstIndex(where: { $0 != nil }), first > 0,
    points[first...].allSatisfy({ $0 != nil })
  else { return [block] }
  let head = lines[1..<first].reduce(lines[0]) { $0 + RichText("\u{2028}") + $1 }
  let items = points[first...].compactMap { $0 }.map { point in
    // The italics of the whole paragraph tell nothing apart.
    let words = text.isWholly(.emphasis) ? unstyled(point, .emphasis) : point
    return MarkupNode.Item(marker: "", blocks: [MarkupNode(.paragraph(words), span: point.span)])
  }
  let list = MarkupNode.List(isOrdered: false, items: items)
  return [
    MarkupNode(.paragraph(head), span: head.span),
    MarkupNode(.list(list), span: points[first]?.span),
  ]
}

/// A line without the sign of a point before it; `nil` where none stands there.
private func withoutTypedSign(_ line: RichText) -> RichText? {
  let line = line.collapsed()
  guard let sign = line.text.unicodeScalars.first, "-–•◦▪‣●".unicodeScalars.contains(sign),
    line.text.unicodeScalars.dropFirst().first.map(isSpace) == true
  else { return nil }
  return line[UTF8.width(sign)..<line.count].trimmed()
}
