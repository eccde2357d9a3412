// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// A field of a work with the name that its author gave it: `Journal: Rain Letters`.
struct WorkField {
  /// What the name speaks of.
  enum Kind {
    case authors, venue, detail, genre, date, abstract, link, other
  }

  var kind: Kind
  var name: RichText
  var value: RichText

  /// The field as its author wrote it.
  var line: RichText { name + RichText(": ") + value }

  init?(_ line: RichText) {
    guard let field = NamedValue(line.collapsed()), 1...3 ~= wordCount(field.name),
      !field.value.isEmpty, !field.name.text.contains(where: \.isNumber)
    else { return nil }
    let words = folded(field.name.text)
    let kinds: [(Lists, Kind)] = [
      (.columnAuthor, .authors), (.columnVenue, .venue), (.columnDetail, .detail),
      (.columnGenre, .genre), (.columnDate, .date), (.abstract, .abstract),
    ]
    let isLink = field.value.runs.first?.attributes.link != nil
    kind =
      kinds.first { WordLists.all.contains(words, in: $0.0) }?.1
      ?? (isLink && WordLists.all.contains(words, in: .linkLabel) ? .link : .other)
    (name, value) = (unstyled(field.name), field.value.trimmedSigns())
  }
}

/// Works of which each field has its name before it.
extension DraftFinder {
  /// Reads `**“Title”**` above a list or lines of names and values.
  ///
  /// - Returns: Where the blocks end that were read; `nil` where a block begins no such work.
  mutating func readKeyedWork(_ blocks: [MarkupNode], at index: Int, group: RichText?) -> Int? {
    guard kind.holdsWorks, index + 1 < blocks.count, let title = blocks[index].paragraphText,
      headLines(title, soft: true).count == 1, WorkField(title).map({ $0.kind == .other }) ?? true,
      let work = keyedWork(title, blocks[index + 1], group: group)
    else { return nil }
    append(work)
    return index + 2
  }

  /// A title and the fields below it, where these name the authors or the venue, and more.
  func keyedWork(_ title: RichText, _ content: MarkupNode, group: RichText?) -> EntryDraft? {
    guard let fields = workFields(of: content) else { return nil }
    var draft = EntryDraft(lines: [title.collapsed()], group: group)
    draft.named = fields
    return draft
  }

  /// Takes a work, and the names of its fields off the words that must be said.
  mutating func append(_ work: EntryDraft) {
    items += work.named.filter(\.isNamedByField).map { .furniture($0.name) }
    items.append(.draft(work))
  }

  /// The fields that a list or the lines of a paragraph are made of.
  private func workFields(of block: MarkupNode) -> [WorkField]? {
    let lines: [RichText?]
    switch block.kind {
    case .list(let list):
      lines = list.items.map { $0.blocks.count == 1 ? $0.blocks[0].paragraphText : nil }
    case .paragraph(let text): lines = headLines(text, soft: true)
    default: return nil
    }
    guard lines.count > 1, lines[0]?.text.unicodeScalars.contains(where: isColon) == true else {
      return nil
    }
    let fields = lines.compactMap { $0.flatMap { WorkField($0) } }
    guard fields.count == lines.count, fields.count(where: { $0.kind != .other }) > 1,
      fields.contains(where: { $0.kind == .authors || $0.kind == .venue })
    else { return nil }
    return fields
  }
}

extension WorkField {
  /// What of it must be said in the document: its name only where no field of a work has that.
  var text: RichText { isNamedByField ? value : line }

  /// Whether a field of the work says what the name says.
  fileprivate var isNamedByField: Bool {
    switch kind {
    case .detail, .other: false
    default: true
    }
  }
}
