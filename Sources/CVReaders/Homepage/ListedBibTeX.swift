// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

extension Outline.Part {
  /// Takes the code that is a bibliography out of a section of works, and gives what it lists.
  ///
  /// A program shows such code as references; without it the page shows BibTeX.
  mutating func takeBibliography() -> Bibliography {
    var found = Bibliography()
    guard kind == .publications else { return found }
    blocks = blocks.reduce(into: []) { rest, block in
      guard let text = block.bibliography, let span = block.span,
        case let read = readBibTeX(EditedText(text, at: span)), !read.works.isEmpty
      else { return rest.append(block) }
      // `### Journals` right above it
      let group = rest.last?.headingText.map(groupTitle)
      if group != nil { rest.removeLast() }
      found.works += read.works.map { work in
        var work = work
        work.group = group
        return work
      }
      found.account.add(.moved, text, at: span)
      found.account.add(contentsOf: read.account)
      found.log.add(contentsOf: read.log)
    }
    return found
  }
}

extension MarkupNode {
  /// The text of a block of code that begins with an entry of BibTeX: `@article{roe2020,`.
  fileprivate var bibliography: String? {
    guard case .code(let text) = kind, text.utf8.first(where: { $0 > 0x20 }) == UInt8(ascii: "@"),
      let open = text.utf8.firstIndex(of: UInt8(ascii: "{")),
      text[..<open].drop(while: \.isWhitespace).dropFirst().allSatisfy(\.isLetter)
    else { return nil }
    return text
  }
}

extension Section {
  /// Adds the works of a bibliography that stands among its works and are not among these.
  mutating func add(_ bibliography: Bibliography) {
    guard !bibliography.works.isEmpty else { return }
    var known: Set<String> = []
    for case .publication(let work) in entries { known.formUnion(work.marks) }
    for work in bibliography.works where known.isDisjoint(with: work.marks) {
      known.formUnion(work.marks)
      entries.append(.publication(work))
    }
  }
}
