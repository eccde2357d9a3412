// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

/// What the lines above the first section and those of a section of contacts say of the owner.
struct PageHeader {
  var contacts: [Contact] = []
  var name: RichText?
  var headline: RichText?
  var account = ImportAccount()
}

/// Takes from an outline the lines that only say who the owner is and how to reach her.
func takeHeader(from outline: inout Outline, takesHeadline: Bool) -> PageHeader {
  let top = HeaderLines(outline.preamble, isTop: true, takesHeadline: takesHeadline)
  var header = PageHeader(contacts: top.contacts, name: top.name, headline: top.headline)
  header.account.add(top)
  outline.preamble = top.rest
  for index in outline.sections.indices where outline.sections[index].isOfKeys {
    let lines = HeaderLines(
      outline.sections[index].blocks, isTop: false, takesHeadline: false)
    header.contacts += lines.contacts
    header.name = header.name ?? lines.name
    header.account.add(lines)
    outline.sections[index].blocks = lines.rest
  }
  for index in outline.sections.indices
  where outline.sections[index].kind == .about && !outline.sections[index].isOfKeys {
    takeLabelledLines(from: &outline.sections[index].blocks, into: &header)
  }
  takeFoot(from: &outline, into: &header)
  return header
}

/// `**Contact:** ada@example.org | Leeds` among what tells of the owner.
private func takeLabelledLines(from blocks: inout [MarkupNode], into header: inout PageHeader) {
  guard blocks.contains(where: { $0.paragraphText?.beginsWithContactLabel == true }) else { return }
  blocks = blocks.flatMap { block -> [MarkupNode] in
    guard block.paragraphText?.beginsWithContactLabel == true else { return [block] }
    let lines = HeaderLines([block], isTop: true, takesHeadline: false)
    header.contacts += lines.contacts
    header.account.add(lines)
    return lines.rest
  }
}

/// A rule at the end of the page, and below it nothing but the owner's pages in networks, and her
/// address of mail where the page names none above.
private func takeFoot(from outline: inout Outline, into header: inout PageHeader) {
  let isMailKnown = header.contacts.contains { $0.kind == .email }
  guard let section = outline.sections.indices.last,
    !outline.sections[section].heading.kind.namesOthers,
    case let blocks = outline.sections[section].blocks.droppingFinalRules,
    let rule = blocks.lastIndex(where: \.isRule),
    case let foot = blocks[(rule + 1)...].flatMap(\.quotedOrSelf), !foot.isEmpty
  else { return }
  if let name = outline.pageTitles.lazy.compactMap({ PersonName($0)?.name }).first,
    let lines = signedLines(foot, by: name)
  {
    header.contacts += lines.contacts
    header.account.add(lines)
    header.account.add(.moved, name.text, at: foot[0].span)
    outline.sections[section].blocks = Array(blocks[..<rule])
    return
  }
  guard
    foot.flatMap(\.texts).filter(\.hasWords).allSatisfy({ line in
      LinkRow.isFoot(line)
        || !isMailKnown && line.text.contains("@")
          && ContactReader.plain(line.collapsed().trimmed())?.kind == .email
    })
  else { return }
  let lines = HeaderLines(foot, isTop: false, takesHeadline: false)
  header.contacts += lines.contacts
  header.account.add(lines)
  outline.sections[section].blocks = blocks[..<rule] + lines.rest
}

/// `Ada Roe – ada@example.org – example.org`: the contacts in a line that the owner's name begins.
private func signedLines(_ foot: [MarkupNode], by name: RichText) -> HeaderLines? {
  guard foot.count == 1, let text = foot[0].paragraphText?.trimmed(),
    text.text.hasPrefix(name.text),
    case let rest = text[name.count..<text.count].trimmed(where: { sign in
      isSpace(sign) || isDash(sign) || ",|·•:".unicodeScalars.contains(sign)
    })
  else { return nil }
  let lines = HeaderLines(
    [MarkupNode(.paragraph(rest), span: rest.span)], isTop: true, takesHeadline: false)
  return lines.rest.isEmpty && !lines.contacts.isEmpty ? lines : nil
}

extension SectionKind? {
  /// Whether addresses of mail in such a section may be those of other people; of none it is not
  /// known.
  fileprivate var namesOthers: Bool {
    switch self {
    case nil, .references, .supervision, .collaborators, .other: true
    default: false
    }
  }
}

extension [MarkupNode] {
  /// The blocks before the rules that stand last.
  fileprivate var droppingFinalRules: [MarkupNode] {
    lastIndex { !$0.isRule }.map { Array(self[...$0]) } ?? []
  }
}

extension MarkupNode {
  /// What a quotation holds, or the block itself.
  fileprivate var quotedOrSelf: [MarkupNode] {
    if case .quote(let blocks) = kind { blocks } else { [self] }
  }
}

extension Outline.Part {
  /// Whether a section says who the owner is and how to reach her, in keys and values.
  fileprivate var isOfKeys: Bool {
    let isTable = { (block: MarkupNode) in if case .table = block.kind { true } else { false } }
    return kind == .contact
      || kind == .about && blocks.allSatisfy { isTable($0) || !$0.hasWords }
  }
}
