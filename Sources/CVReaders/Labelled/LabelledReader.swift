// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Whether a block holds words that their author has labelled.
func isLabelled(_ block: MarkupNode) -> Bool { block.texts.contains(where: \.isLabelled) }

/// A list cut so that its labelled items stand alone.
private func separatingLabelled(_ block: MarkupNode) -> [MarkupNode] {
  guard case .list(let list) = block.kind, isLabelled(block) else { return [block] }
  var runs: [(isLabelled: Bool, items: [MarkupNode.Item])] = []
  for item in list.items {
    let isLabelled = item.blocks.first?.paragraphText?.isLabelled ?? false
    if let last = runs.last, last.isLabelled == isLabelled {
      runs[runs.count - 1].items.append(item)
    } else {
      runs.append((isLabelled, [item]))
    }
  }
  return runs.map {
    MarkupNode(.list(.init(isOrdered: list.isOrdered, items: $0.items)), span: block.span)
  }
}

extension SectionReader {
  /// Reads what is labelled as what it is said to be, and the blocks between by their looks.
  mutating func readLabelled(_ whole: Outline.Part, into section: inout Section) {
    var part = whole
    part.blocks = part.blocks.flatMap(separatingLabelled)
    var pass = LabelledPass(part: part)
    var index = 0
    while index < part.blocks.count {
      let block = part.blocks[index]
      let end = pass.end(of: block, at: index)
      if !isLabelled(block) || !pass.take(block, Array(part.blocks[index + 1..<end])) {
        pass.others.append(block)
        index += 1
      } else {
        index = end
      }
      flush(&pass, into: &section)
    }
    pass.isAtEnd = true
    flush(&pass, into: &section)
  }

  /// Moves what a pass has found into the section; unlabelled blocks wait for their neighbours.
  private mutating func flush(_ pass: inout LabelledPass, into section: inout Section) {
    guard pass.isAtEnd || !pass.found.isEmpty || pass.hasNewGroup else { return }
    if !pass.others.isEmpty {
      var rest = pass.part
      rest.blocks = pass.others
      read(rest, group: pass.groupOfOthers, into: &section)
      pass.others = []
    }
    for item in pass.found {
      switch item {
      case .lead(let text): section.lead.append(text)
      case .entry(let entry): section.entries.append(entry)
      }
    }
    pass.found = []
    pass.groupOfOthers = pass.group
    pass.hasNewGroup = false
  }
}

/// A walk over the blocks of a section with labels.
private struct LabelledPass {
  let part: Outline.Part
  var group: RichText?
  /// The group of the unlabelled blocks that are waiting.
  var groupOfOthers: RichText?
  var hasNewGroup = false
  var isAtEnd = false
  var others: [MarkupNode] = []
  var found: [Item] = []

  /// What a labelled block turned out to be.
  enum Item {
    case lead(RichText)
    case entry(Entry)
  }

  init(part: Outline.Part) { self.part = part }

  /// Where the content of a block ends: that of a heading reaches to the next of its level, to a
  /// label of a paragraph or of a group.
  func end(of block: MarkupNode, at index: Int) -> Int {
    guard case .heading(let level, let title) = block.kind, fieldOf(title) != .group else {
      return index + 1
    }
    let rest = part.blocks[(index + 1)...]
    return rest.firstIndex { next in
      if case .heading(let other, let text) = next.kind {
        return other <= level || fieldOf(text) == .group
      }
      return next.paragraphText.flatMap(fieldOf).map { $0 == .paragraph || $0 == .lead } ?? false
    } ?? part.blocks.count
  }

  private func fieldOf(_ text: RichText) -> EntryField? {
    text.label.flatMap { EntryField(rawValue: $0) }
  }

  /// Takes a labelled block with what belongs to it; no if it is of a shape that labels skip.
  mutating func take(_ block: MarkupNode, _ content: [MarkupNode]) -> Bool {
    switch block.kind {
    case .heading(_, let text):
      if fieldOf(text) == .group {
        let title = text.unlabelled().collapsed()
        group = title.text.allSatisfy { $0 == "–" || $0 == "-" } ? nil : title
        hasNewGroup = true
      } else {
        add([text], content)
      }
    case .paragraph(let text):
      let plain = text.unlabelled().collapsed()
      switch fieldOf(text) {
      case .lead: found.append(.lead(plain))
      case .paragraph: found.append(.entry(.paragraph(Paragraph(plain, group: group))))
      default: add([text], content)
      }
    case .list(let list):
      for item in list.items {
        guard let text = item.blocks.first?.paragraphText, text.isLabelled else { return false }
        add([text], Array(item.blocks.dropFirst()))
      }
    case .group(let group):
      guard let text = group.children.first?.paragraphText, text.isLabelled else { return false }
      add([text], Array(group.children.dropFirst()))
    default: return false
    }
    return true
  }

  private mutating func add(_ lines: [RichText], _ body: [MarkupNode]) {
    let draft = EntryDraft(lines: lines, body: body.filter { !$0.isRule }, group: group)
    switch part.kind {
    case .publications, .patents:
      found.append(.entry(.publication(publicationByLabels(draft))))
    default: found.append(.entry(.record(recordByLabels(draft, in: part.kind))))
    }
  }
}

// MARK: Entries

private func recordByLabels(_ draft: EntryDraft, in kind: SectionKind) -> Record {
  let parts = LabelledParts(draft.lines)
  var record = Record(recordKind(in: kind), span: draft.span)
  record.title = parts.value(.title)
  record.organisation = parts.value(.organisation)
  record.role = parts.value(.role)
  record.location = parts.value(.location)
  record.dates = parts.dates
  record.text = [parts.value(.text), parts.rest].compactMap { $0 }.reduce(nil) { sum, text in
    sum.map { $0 + RichText(" ") + text } ?? text
  }
  record.links = parts.links
  record.bullets = draft.bullets
  record.group = draft.group
  return record
}

private func publicationByLabels(_ draft: EntryDraft) -> Publication {
  let parts = LabelledParts(draft.lines)
  var publication = Publication(title: parts.value(.title) ?? RichText(), span: draft.span)
  publication.authors = parts[.author].map(authorByLabels)
  publication.authorLead = parts.value(.with)?.text
  publication.venue = parts.value(.venue)
  publication.dates = parts.dates
  publication.status = parts.value(.status)
  publication.awards = parts[.award]
  publication.links = parts.links
  publication.volume = parts.value(.volume)?.text
  publication.number = parts.value(.number)?.text
  publication.pages = parts.value(.pages)?.text
  publication.doi = parts.value(.doi)?.text
  publication.location = parts.value(.location)
  publication.group = draft.group
  publication.description = draft.body.flatMap(\.texts).map { $0.collapsed() }
  publication.note = [parts.value(.note), parts.rest].compactMap { $0 }.reduce(nil) { sum, text in
    sum.map { $0 + RichText(", ") + text } ?? text
  }
  return publication
}

/// The owner is strong; raised signs are marks: `*` of equal shares, `†` of who answers letters.
private func authorByLabels(_ text: RichText) -> Author {
  var author = Author("")
  var name = RichText()
  text.forEachRun { run, part in
    guard run.attributes.marks.contains(.superscript) else {
      name.append(String(part), run.attributes)
      return
    }
    switch part {
    case "*": author.contributedEqually = true
    case "†": author.isCorresponding = true
    default: author.mark = (author.mark ?? "") + part
    }
  }
  author.name = name.collapsed().text
  author.isOwner = name.isWholly(.strong)
  author.url = name.runs.lazy.compactMap(\.attributes.link).first
  return author
}
