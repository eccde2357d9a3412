// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// A post or a degree that the words below a head name as such, where the head names none.
func takeNamedRole(from draft: inout EntryDraft, into record: inout Record) {
  switch record.kind {
  case .position where record.role == nil:
    record.role = takeFirstNamed(from: &draft) ?? takeLabelled(from: &draft)
  case .education where record.title == nil: record.title = takeNamedDegree(from: &draft)
  default: break
  }
}

/// `Company: Acme`: the line below the first that names who an entry was with.
func takeNamedEmployer(from draft: inout EntryDraft) -> RichText? {
  for index in draft.lines.indices.dropFirst() {
    guard let field = NamedValue(draft.lines[index]), field.isNamed(in: .columnOrganisation),
      1...10 ~= wordCount(field.value), !field.value.saysWhen, !Phrase.isWhole(field.value)
    else { continue }
    draft.lines.remove(at: index)
    return withoutFinalStop(field.value)
  }
  return nil
}

extension Record {
  /// Takes who an entry was with; what was thought to be that is a further part of it.
  mutating func takeEmployer(_ name: RichText) {
    text = [organisation, text].compactMap { $0 }.joinedIfAny(separator: ", ")
    organisation = unstyled(name)
  }
}

/// `- Degree: MSc in Rain`: the first point below a school that names a degree.
private func takeNamedDegree(from draft: inout EntryDraft) -> RichText? {
  guard case .list(var list)? = draft.body.first?.kind else { return nil }
  for index in list.items.indices.prefix(3) where list.items[index].blocks.count == 1 {
    guard let text = list.items[index].blocks[0].paragraphText, let field = NamedValue(text),
      field.isNamed(in: .columnTitle), 1...16 ~= wordCount(field.value),
      Segment(field.value, line: 0).hasDegreeWord
    else { continue }
    list.items.remove(at: index)
    draft.body[0] = MarkupNode(.list(list), span: draft.body[0].span)
    return unstyled(withoutFinalStop(field.value))
  }
  return nil
}

/// `- Position: engineer`: the first point below the head.
private func takeFirstNamed(from draft: inout EntryDraft) -> RichText? {
  guard case .list(var list)? = draft.body.first?.kind,
    let item = list.items.first, let text = item.blocks.first?.paragraphText
  else { return nil }
  let lines = headLines(text, soft: false)
  guard let post = lines.first.flatMap({ NamedValue($0) }), post.isNamed(in: .columnRole),
    1...8 ~= wordCount(post.value)
  else { return nil }
  let rest = lines.dropFirst().map { MarkupNode(.paragraph($0), span: $0.span ?? draft.span) }
  list.items[0].blocks = rest + item.blocks.dropFirst()
  if list.items[0].blocks.isEmpty { list.items.removeFirst() }
  draft.body[0] = MarkupNode(.list(list), span: draft.body[0].span)
  return post.value
}

/// `**Role:** Lead`, or `**【役割】**` above `リーダー`: a paragraph that names the post in bold or in a
/// frame and says it in a few words.
private func takeLabelled(from draft: inout EntryDraft) -> RichText? {
  for (index, node) in draft.body.enumerated() {
    guard let text = node.paragraphText, text.startsBold || text.text.hasPrefix("【"),
      text.count <= 160, let field = NamedValue(text), field.isNamed(in: .columnRole),
      headLines(field.value, soft: true).count == 1, 1...8 ~= wordCount(field.value),
      let last = field.value.text.last, !".。".contains(last), !Phrase.isWhole(field.value),
      !Gazetteer.isPlace(field.value.text)
    else { continue }
    draft.body.remove(at: index)
    return withoutStyle(field.value)
  }
  return nil
}
