// SPDX-License-Identifier: MIT
import CVModel

/// The text without inline images, which say nothing by themselves.
func withoutImages(_ text: RichText) -> RichText {
  guard text.text.unicodeScalars.contains("\u{FFFC}") else { return text }
  return text.split { $0 == "\u{FFFC}" }.reduce(into: RichText()) { $0.append($1) }
}

func withoutImages(_ draft: EntryDraft) -> EntryDraft {
  var draft = draft
  draft.lines = draft.lines.map(withoutImages).filter { !$0.collapsed().isEmpty }
  return draft
}

extension Record {
  /// Adds the links behind icons, emoji and badges of a draft, which its words do not show.
  ///
  /// A picture that is linked adorns the entry, unless it is a badge that names what a project or
  /// a talk has: code, data, slides. What somebody knows is shown by its picture alone.
  mutating func addLinks(of draft: EntryDraft) {
    guard ![.skill, .language, .certificate, .reference].contains(kind) else { return }
    var known = Set(links.map(\.url))
    let runs = draft.texts.flatMap(\.runs)
    known.formUnion(runs.compactMap { $0.attributes.image == nil ? $0.attributes.link : nil })
    for run in runs {
      guard let image = run.attributes.image, let address = run.attributes.link,
        address.contains("://"), !isImageAddress(address)
      else { continue }
      let label = LinkLabel.name(of: address, alternative: image.alternative)
      let isBadge = (kind == .project || kind == .talk) && label != "Link"
      guard image.address.isEmpty || isBadge, known.insert(address).inserted else { continue }
      links.append(Link(label: label, url: address))
    }
  }
}
