// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

extension Outline.Part {
  /// A section on research that lists papers and tells nothing of interests is one of
  /// publications.
  func takingReferences() -> Outline.Part {
    guard kind == .researchInterests, blocks.contains(where: { $0.paragraphText == nil }) else {
      return self
    }
    let drafts = DraftFinder.drafts(of: blocks, kind: .publications)
    let references = drafts.count { draft in
      Reference(draft.lines, hasBody: !draft.body.isEmpty).hasAuthorsAndTitle
    }
    guard references > 1, references * 2 > drafts.count else { return self }
    var part = self
    part.heading.kind = .publications
    return part
  }
}

extension Reference {
  fileprivate var hasAuthorsAndTitle: Bool { authors.count > 1 && title?.isEmpty == false }
}
