// SPDX-License-Identifier: MIT
import CVModel

/// The first text in quotes that is a title: three words or more, or set apart by signs.
func quotedRange(_ scan: TextScan) -> (outer: Range<Int>, inner: Range<Int>)? {
  var index = 0
  var hasNoSingle = false
  while index < scan.count {
    guard let closings = closingQuotes(of: scan.scalars[index])?.unicodeScalars else {
      index += 1
      continue
    }
    // `Roe's` and `'90s` are no quotes: one opens before a word and closes behind one.
    let isSingle = "'‘".unicodeScalars.contains(scan.scalars[index])
    if isSingle, hasNoSingle || scan[index - 1].map({ !isSpace($0) }) ?? false {
      index += 1
      continue
    }
    let end = scan.scalars.indices[(index + 1)...].first { place in
      closings.contains(scan.scalars[place])
        && !(isSingle && (scan[place + 1].map(isWordScalar) ?? false))
    }
    guard let end else {
      guard isSingle else { return nil }
      hasNoSingle = true
      index += 1
      continue
    }
    let inner = scan.trim(index + 1..<end, also: { ",".unicodeScalars.contains($0) })
    if !inner.isEmpty, isQuotedTitle(scan, inner, end: end) { return (index..<end + 1, inner) }
    index = end + 1
  }
  return nil
}

/// What the quotes around all of a text hold; `nil` where they hold a part of it, or none.
func wholeQuotation(_ scan: TextScan) -> Range<Int>? {
  quotedRange(scan).flatMap { $0.outer == 0..<scan.count ? $0.inner : nil }
}

/// The signs that may close what a quote opens.
private func closingQuotes(of opening: Unicode.Scalar) -> String? {
  switch opening {
  case "‘": "’"
  case "'": "'"
  case "“", "\"": "”\""
  case "„": "“”"
  case "«": "»"
  case "「": "」"
  case "『": "』"
  case "《": "》"
  default: nil
  }
}

/// `“Short memory.”` and `"Rain",` are titles, the first word of `"Lazy" Layers` is none.
private func isQuotedTitle(_ scan: TextScan, _ inner: Range<Int>, end: Int) -> Bool {
  // 「語」の研究 is one title, and 「語」 a word of it.
  let isCJKTitle =
    scan.scalars[inner].contains(where: isCJK) && !(scan[end + 1].map(isWordScalar) ?? false)
  let signs = ",.;:?!，。．；：、".unicodeScalars
  let isSetApart =
    signs.contains(scan.scalars[end - 1]) || scan[end + 1].map(signs.contains) ?? true
  return isCJKTitle || isSetApart || scan.string(inner).split(separator: " ").count >= 3
    || isBeforeVenue(scan, end + 1)
}

/// `"Trams" (with Ada Roe)`, `"Dry fog" *Rain Letters*, 2012`: whether those with whom a work was
/// written, or words in italics and a sign, stand behind a quote; in `"Lazy" *Layers* of` they go
/// on.
private func isBeforeVenue(_ scan: TextScan, _ end: Int) -> Bool {
  let next = scan.skipSpaces(from: end)
  guard next > end, next < scan.count else { return false }
  if scan[next] == "(" { return scan.endOfCompanion(at: next + 1) != nil }
  guard let run = scan.run(at: next), run.range.lowerBound >= end,
    run.attributes.marks.contains(.emphasis)
  else { return false }
  let behind = scan.skipSpaces(from: run.range.upperBound)
  return scan[behind].map { !isWordScalar($0) || isDigit($0) } ?? true
}

/// A line without a styled title: `Funder, programme, title, sum, role` in East Asian commas, or a
/// title with a bracket that says more.
func takeListed(_ line: RichText, into record: inout Record) {
  let parts = topLevelParts(line)
  if record.kind == .project || record.kind == .funding, parts.count >= 3,
    let index = titlePart(parts)
  {
    record.title = unstyled(parts[index])
    let rest = parts.enumerated().filter { $0.offset != index }.map(\.element)
    record.text = withoutFinalStop(rest.joinedRich(separator: listSeparator(for: line)))
    return
  }
  if record.kind == .talk, takeSentences(line, into: &record) { return }
  // `Title, University of X, Town`: the first institution behind the title is where it was given.
  if record.kind == .talk, parts.count > 1, !Segment(parts[0], line: 0).hasOrganisationWord,
    let place = parts.indices.dropFirst().first(where: { index in
      let part = Segment(parts[index], line: 0)
      return part.hasOrganisationWord && part.mayBeName && !endsEnumeration(part.text)
    })
  {
    let separator = listSeparator(for: line)
    record.title = unstyled(Array(parts[..<place]).joinedRich(separator: separator))
    takePlace(from: Array(parts[place...]).joinedRich(separator: separator), into: &record)
    return
  }
  record.title = unstyled(withoutFinalStop(line))
}

/// The longest part that is no funder, programme, number or role.
private func titlePart(_ parts: [RichText]) -> Int? {
  guard parts.contains(where: { $0.text.unicodeScalars.contains(where: isCJK) }) else { return nil }
  let candidates = parts.indices.filter { index in
    let words = foldedWords(parts[index].text)
    let lists = WordLists.all.lists(in: words)
    let hasNumber = parts[index].text.contains(where: \.isNumber)
    return !hasNumber && lists.isDisjoint(with: [.organisation, .programme, .role])
  }
  return candidates.max { parts[$0].text.count < parts[$1].text.count }
}

/// `Title (level, hours, since 1995)`: what stood in the bracket with the date is the text, and
/// the name of an institution says where.
func splitDatedBracket(of draft: EntryDraft, in record: inout Record) {
  guard let title = record.title, let dates = record.dates?.words,
    let bracket = FinalBracket(TextScan(title)), case let inner = bracket.inner,
    draft.lines.contains(where: { holdsInLastBracket($0.collapsed().text, dates) })
  else { return }
  if record.organisation == nil, Segment(inner, line: 0).hasOrganisationWord,
    topLevelParts(inner).count == 1
  {
    record.organisation = inner
  } else if record.text == nil {
    record.text = inner
  } else {
    return
  }
  record.title = bracket.before
}

private func holdsInLastBracket(_ line: String, _ words: String) -> Bool {
  guard let open = line.lastIndex(where: { "(（".contains($0) }),
    let close = line[open...].firstIndex(where: { ")）".contains($0) })
  else { return false }
  return String(line[open..<close]).firstRange(of: words) != nil
}
