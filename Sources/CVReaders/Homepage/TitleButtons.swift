// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// The blocks of a page with the buttons behind a name in its first heading in a paragraph below
/// it: `# Ada Roe [Download CV](…)`.
func partingButtons(_ nodes: [MarkupNode]) -> [MarkupNode] {
  guard let index = nodes.prefix(3).firstIndex(where: { $0.headingText != nil }),
    case .heading(let level, let text) = nodes[index].kind, case let scan = TextScan(text),
    let button = scan.runRanges.first(where: { $0.attributes.link != nil })?.range.lowerBound,
    case let name = scan.slice(scan.trim(0..<button)), PersonName(name) != nil,
    case let links = scan.slice(button..<scan.count), isButton(links)
  else { return nodes }
  let parts = [
    MarkupNode(.heading(level: level, name), span: nodes[index].span),
    MarkupNode(.paragraph(links), span: links.span),
  ]
  return nodes[..<index] + parts + nodes[(index + 1)...]
}

/// `Download CV`: a few linked words that say what they lead to.
private func isButton(_ text: RichText) -> Bool {
  let words = foldedWords(text.text)
  return 1...4 ~= words.count && WordLists.all.occurs([.ownCV, .linkLabel], in: words)
    && words.last.map { WordLists.all.contains($0, in: [.ownCV, .linkLabel]) } == true
    && text.trimmed().runs.allSatisfy { $0.attributes.link != nil }
}
