// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

extension MarkupDocument {
  /// The blocks of the page below its title, where `title:` is that of a section: its layout
  /// prints the title, and the headings on the page are those of groups.
  ///
  /// A page that has sections of other kinds, or tells of its owner and is alone, is a homepage
  /// with an odd title, and left as it is.
  func titledBlocks(isPartOfSite: Bool = false) -> [MarkupNode] {
    guard let node = settings?["title"], let words = node.text?.trimmingSpaces(), !words.isEmpty,
      case let title = SectionTitle(RichText(words)), let kind = title.kind,
      isPartOfSite || kind != .about && kind != .contact,
      title.isExact || kind.holdsWorks && isShort(words)
    else { return blocks }
    guard isPartOfSite || !blocks.contains(where: tellsOfOwner) else { return blocks }
    let texts = headingTexts(of: blocks)
    let headings = texts.map { SectionTitle($0) }
    guard headings.allSatisfy({ $0.kind == nil || !$0.isExact || $0.kind == kind }),
      !headings.contains(where: { folded($0.title.text) == folded(words) }),
      texts.first.flatMap({ PersonName($0) }) == nil
    else { return blocks }
    let name = words.prefix(1).uppercased() + words.dropFirst()
    let heading = MarkupNode.Kind.heading(level: 1, RichText(name, span: node.span))
    return [MarkupNode(heading, span: node.span)] + blocks
  }

  /// The headings of the page, those in frames among them.
  private func headingTexts(of blocks: [MarkupNode]) -> [RichText] {
    blocks.flatMap { block in
      if case .group(let group) = block.kind { return headingTexts(of: group.children) }
      return [block.headingText].compactMap { $0 }
    }
  }

  /// Whether a paragraph speaks for the owner, begins with a name in bold, or is the title of a
  /// section in bold.
  private func tellsOfOwner(_ block: MarkupNode) -> Bool {
    guard let text = block.paragraphText else { return false }
    if text.isWholly(.strong), SectionTitle(text).isExact { return true }
    let isBold = text.runs.first?.attributes.marks.contains(.strong) == true
    if isBold, PersonName(text[0..<(text.runs.first?.length ?? 0)]) != nil { return true }
    return foldedWords(text.text).prefix(6).contains(where: Phrase.isFirstPerson)
  }

  /// `Papers and Theses`: no more words than the name of a section has.
  private func isShort(_ title: String) -> Bool {
    foldedWords(title).count <= 4 && PersonName(RichText(title)) == nil
  }
}
