// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

/// An entry as the page is built, before its fields are known.
struct EntryDraft {
  /// The lines that say what the entry is: heading, title line, role, dates.
  var lines: [RichText]
  /// Whether the first line was a heading of the page.
  var hasHeading = false
  /// Whether the entry was an item of a list.
  var isItem = false
  /// What stands below the lines.
  var body: [MarkupNode] = []
  /// The year that numbered the item (`2021.`), or nothing.
  var markerYear: String = ""
  /// For a row of a table, what its columns are named for, cell by cell; else empty.
  var columns: [ColumnField?] = []
  /// Whether its date is said to be its start, and no end is named.
  var isOngoing = false
  /// The heading of the group that the entry stands in.
  var group: RichText?
  /// Words that say less exactly what a line says: `Summer 2026` beside `May – Aug 2026`.
  var repeated: [RichText] = []
  /// The fields of a work whose names its author gave.
  var named: [WorkField] = []
  /// What a work is about, as a badge over its picture says.
  var subject: RichText?

  var span: SourceSpan? {
    let spans =
      lines.compactMap(\.span) + named.compactMap(\.value.span) + body.compactMap(\.span)
    return spans.dropFirst().reduce(spans.first) { $0?.union($1) }
  }

  /// All visible texts of the draft.
  var texts: [RichText] {
    [subject].compactMap { $0 } + lines + named.map(\.text) + body.flatMap(\.texts)
  }

  /// Takes off the first line where it says when and nothing else, and more lines follow.
  mutating func takeDateLine() -> RichText? {
    guard lines.count > 1, lines[0].isDateAlone else { return nil }
    return lines.removeFirst()
  }

  /// Takes off a line that says when a prize was given, and nothing else: `Awarded May 2020`.
  mutating func takeAwardingLine() -> Dates? {
    let verbs: Set<String> = ["awarded", "received", "granted", "issued", "conferred", "obtained"]
    for index in lines.indices.dropFirst() where wordCount(lines[index]) <= 5 {
      let words = lines[index].collapsed().text.split(separator: " ", maxSplits: 1)
      guard words.count == 2, verbs.contains(folded(words[0])),
        case let extracted = ExtractedDates(lines[index]), let dates = extracted.dates,
        folded(extracted.rest.text) == folded(words[0])
      else { continue }
      return Dates(dates.spans, words: lines.remove(at: index).collapsed().text)
    }
    return nil
  }

  /// Gives a line that names a month (`7 月`), or begins with a day, the year of the group around
  /// it.
  mutating func takeYearOfGroup() {
    guard let year = group?.collapsed().text, year.plainYear != nil else { return }
    if let dated = lines.first?.dated(in: year) {
      (lines[0], group) = (dated, nil)
      return
    }
    guard lines.count > 1 else { return }
    for index in lines.indices where wordCount(lines[index]) <= 3 {
      let month = lines[index].collapsed()
      let forms = [RichText(year + " 年 ") + month, month + RichText(" " + year)]
      guard
        let date = forms.first(where: {
          $0.isDateAlone && ExtractedDates($0).dates?.start?.month != nil
        })
      else { continue }
      lines[index] = date
      group = nil
      return
    }
  }

  /// Moves a last line that names the list below it (`Summary of tasks:`) from the head to it.
  mutating func moveLabelOfList() {
    guard lines.count > 1, let last = lines.last, isGroupLabel(last), body.first?.listItems != nil
    else { return }
    body.insert(MarkupNode(.paragraph(lines.removeLast()), span: last.span), at: 0)
  }

  /// The head and the body as points of a list, for an entry that no reader understands.
  ///
  /// What stands in a list below a bold title or a label is a part of that.
  var bullets: [Bullet] {
    var points: [Bullet] = []
    for (index, node) in body.enumerated() {
      let isTitled =
        index > 0 && node.listItems != nil
        && body[index - 1].paragraphText.map(isTitleOfPoints)
          == true
      if isTitled, !points.isEmpty {
        points[points.count - 1].children += bulletsOf(node)
      } else {
        points += bulletsOf(node)
      }
    }
    return points
  }

  /// Moves lines that tell behind a label into the body: `**Description**: maps of all the rain`
  /// below the name of a project.
  mutating func lowerToldLines() {
    let labelled = lines.dropFirst().compactMap { line -> (line: RichText, value: RichText)? in
      guard line.startsWithLabel, !line.isDateAlone, let field = NamedValue(line),
        ColumnField(name: field.name) == nil
      else { return nil }
      return (line, field.value)
    }
    let isTold = labelled.contains { _, value in
      wordCount(value) > 3 || value.text.unicodeScalars.count(where: isCJK) > 4
    }
    guard isTold, case let told = labelled.map(\.line) else { return }
    lines.removeAll { told.contains($0) }
    body = told.map { MarkupNode(.paragraph($0), span: $0.span) } + body
  }

  /// Moves the last lines into the body where two or more tell behind a label: `Thesis: On Rain`
  /// and `Advisor: Ada Roe` below a degree.
  mutating func lowerLabelledLines() {
    if let start = lines.startOfToldLines { lower(from: start) }
  }

  /// Moves the lines from an index on into the body, before what stands there.
  mutating func lower(from start: Int) {
    body = lines[start...].map { MarkupNode(.paragraph($0), span: $0.span) } + body
    lines.removeSubrange(start...)
  }

  /// Moves sentences below a title in bold and the date below that into the body: what a course
  /// was about.
  mutating func lowerSentencesBelowDate() {
    guard lines.count > 2, lines[0].isWholly(.strong), startsWithDate(lines[1]),
      lines[2...].allSatisfy({ wordCount($0) > 5 && $0.text.hasSuffix(".") && !$0.startsBold })
    else { return }
    lower(from: 2)
  }

  /// Joins a line to the next one that it leads to: `Engineer @` above `Acme`.
  mutating func joinOpenLines() {
    for index in lines.indices.dropLast().reversed() where lines[index].text.hasSuffix(" @") {
      lines[index] = lines[index] + RichText(" ") + lines.remove(at: index + 1)
    }
  }
}

extension RichText {
  /// The year that a group stands for, and the group around that: `2024`, `Articles – 2024`.
  var groupYear: (year: Int, outer: RichText?)? {
    let title = collapsed()
    guard let year = String(title.text.suffix(4)).plainYear else { return nil }
    let outer = title[0..<title.count - 4]
    if outer.isEmpty { return (year, nil) }
    // `2018 – 2019` is a span.
    let before = outer.trimmedSigns()
    return outer.text.hasSuffix(" – ") && before.text.plainYear == nil ? (year, before) : nil
  }
}

extension RichText {
  /// Whether a line has a label that names no field of a head: `Project: maps of rain`.
  var tellsBehindLabel: Bool {
    guard let field = NamedValue(self), 1...3 ~= wordCount(field.name), field.value.hasWords,
      field.name.startsWithCapital, startsWithLabel || !startsBold, !isDateAlone,
      case let name = Segment(field.name, line: 0)
    else { return false }
    switch ColumnField(name: field.name) {
    case nil:
      return WordLists.all.contains(folded(field.name.text), in: .supervision)
        || !name.hasRoleWord && !name.hasDegreeWord && !name.hasOrganisationWord
    case .title:
      let value = Segment(field.value, line: 0)
      return value.words.count > 2 && !value.hasRoleWord && !value.hasDegreeWord
    default: return false
    }
  }
}

extension [RichText] {
  /// Where the lines begin, two or more below another, that tell behind a label up to the last.
  var startOfToldLines: Int? {
    guard count > 2, let head = lastIndex(where: { !$0.tellsBehindLabel }), count - head > 2 else {
      return nil
    }
    return head + 1
  }
}

/// A section's content: entries, and the free text between them.
enum SectionItem {
  case draft(EntryDraft)
  case text(RichText, group: RichText?)
  /// Words that the page needs and a CV does not: the names of a table's columns.
  case furniture(RichText)
}

/// Whether a paragraph heads the list below it.
private func isTitleOfPoints(_ text: RichText) -> Bool {
  isGroupLabel(text) || text.isWholly(.strong) && isTitleLine(text)
}

/// The blocks below an entry as points, lists nested.
func bulletsOf(_ node: MarkupNode) -> [Bullet] {
  switch node.kind {
  case .paragraph(let text), .heading(_, let text):
    let words = withoutImages(text)
    let lines = headLines(words, soft: false)
    let areItems = lines.allSatisfy { wordCount($0) <= 14 && $0.text.last != "," }
    return (areItems ? lines.map { $0.collapsed() } : [words.collapsed()])
      .filter { !$0.isEmpty }.map { Bullet($0) }
  case .list(let list):
    return list.items.flatMap { item -> [Bullet] in
      var blocks = item.blocks[...]
      var text = RichText()
      if let first = blocks.first?.paragraphText ?? blocks.first?.headingText {
        text = withoutImages(first).collapsed()
        blocks = blocks.dropFirst()
      }
      let children = blocks.flatMap(bulletsOf)
      guard !text.isEmpty else { return children }
      let year = yearMarker(item.marker)
      return [Bullet(year.isEmpty ? text : RichText(year + ". ") + text, children: children)]
    }
  case .code(let text):
    return text.split(separator: "\n").map {
      Bullet(RichText(String($0), .init(.code), span: node.span))
    }
  case .rule: return []
  case .definitions(let definitions):
    return definitions.flatMap { definition in
      definition.terms.map { Bullet($0.collapsed()) }
        + definition.descriptions.flatMap { $0.flatMap(bulletsOf) }
    }
  case .table(let rows): return bulletsOf(rows)
  case .group, .quote: return node.children.flatMap(bulletsOf)
  }
}

/// The rows of a table as points, below the only words of its first row, which name them.
private func bulletsOf(_ rows: [MarkupNode.Row]) -> [Bullet] {
  var points = rows.compactMap { row -> Bullet? in
    let cells = row.cellTexts.filter { !$0.isEmpty }
    return cells.isEmpty ? nil : Bullet(cells.joinedRich(separator: ", "))
  }
  guard points.count > 1, rows[0].isHeader,
    rows[0].cells.count(where: { $0.contains(where: \.hasWords) }) == 1
  else { return points }
  points[0].children = Array(points[1...])
  return [points[0]]
}

/// The number of a list item that is a year: `2021.` says when, not how many.
func yearMarker(_ marker: String) -> String {
  let digits = marker.prefix { $0.isASCII && $0.isNumber }
  return digits.plainYear == nil ? "" : String(digits)
}

/// Texts in one line, with spaces between.
func joinedTexts(_ texts: [RichText]) -> RichText {
  texts.map { $0.collapsed() }.joinedRich(separator: " ")
}

extension Collection<RichText> {
  /// The texts in one; `nil` where there are none.
  func joinedIfAny(separator: String) -> RichText? {
    isEmpty ? nil : joinedRich(separator: separator)
  }

  func joinedRich(separator: String) -> RichText {
    enumerated().reduce(into: RichText()) { sum, item in
      // Between two parts in italics stands a separator in italics, behind one link one of it.
      if item.offset > 0 {
        let before = sum.runs.last?.attributes
        let after = item.element.runs.first?.attributes
        let marks = (before?.marks ?? []).intersection(after?.marks ?? [])
        var style = RichText.Attributes(marks)
        if let link = before?.link, link == after?.link { style.link = link }
        sum.append(separator, style)
      }
      sum.append(item.element)
    }
  }
}

extension EntryDraft {
  /// What the entry is in a section of posts and degrees: what alone its words name, else what most
  /// are there.
  func kindAmongBoth(of kind: SectionKind) -> SectionKind {
    let fields = lines.flatMap(topLevelParts).map { Segment($0, line: 0) }
    let (isPost, isDegree) = (
      fields.contains(where: \.hasRoleWord), fields.contains(where: \.hasDegreeWord)
    )
    guard isPost != isDegree else { return kind }
    // `Ingénieur, Université de Lyon`: what those are called, too, who have a degree.
    let isTitle =
      fields.contains { WordLists.all.occurs(.graduate, in: $0.words) }
      && fields.contains { Connective.namesSchool($0.words, orUnit: true) }
    return isTitle ? kind : isPost ? .experience : .education
  }
}
