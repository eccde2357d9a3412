// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

/// What the blocks of BibTeX list that stand in a section.
struct ListedBibTeX {
  /// One block with its works, in the order of the page.
  struct Block {
    let span: SourceSpan
    var works: [Publication]
  }

  fileprivate(set) var blocks: [Block] = []
  fileprivate(set) var account = ImportAccount()
  fileprivate(set) var log = DiagnosticLog()
}

extension Outline.Part {
  /// Takes the code that is a bibliography out of a section of works, and gives what it lists.
  ///
  /// A program shows such code as references; without it the page shows BibTeX. One entry alone
  /// may tell how to cite what others wrote, unless the owner is among its authors.
  mutating func takeBibliography(of owner: OwnName) -> ListedBibTeX {
    var found = ListedBibTeX()
    guard kind == .publications else { return found }
    let read = blocks.map { block -> (text: String, span: SourceSpan, listed: Bibliography)? in
      guard let text = block.bibliography, let span = block.span,
        case let listed = readBibTeX(EditedText(text, at: span)), !listed.works.isEmpty
      else { return nil }
      return (text, span, listed)
    }
    let isAll = zip(blocks, read).allSatisfy { $1 != nil || $0.headingText != nil || $0.isRule }
    var rest = GroupedBlocks()
    for (block, read) in zip(blocks, read) {
      guard let (text, span, listed) = read, isAll || listed.isOwn(of: owner) else {
        rest.append(block)
        continue
      }
      let works = listed.works.map { work in
        var work = work
        work.group = rest.group(of: work)
        return work
      }
      rest.markOpen()
      found.blocks.append(.init(span: span, works: works))
      found.account.add(.moved, text, at: span)
      found.account.add(contentsOf: listed.account)
      found.log.add(contentsOf: listed.log)
    }
    blocks = rest.withoutEmptied()
    return found
  }
}

/// The blocks that stay in a section, with the headings that are open above the next.
private struct GroupedBlocks {
  private var blocks: [MarkupNode] = []
  private var open: [(index: Int, level: Int, title: RichText)] = []
  /// The headings that works were taken from below.
  private var emptied: Set<Int> = []

  mutating func append(_ block: MarkupNode) {
    if case .heading(let level, let text) = block.kind {
      while let last = open.last, last.level >= level { open.removeLast() }
      open.append((blocks.count, level, groupTitle(text)))
    }
    blocks.append(block)
  }

  /// The titles above a work, but for that which is its own.
  func group(of work: Publication) -> RichText? {
    let titles = open.map(\.title).filter {
      !$0.isEmpty && folded($0.text) != folded(work.title.text)
    }
    return titles.isEmpty ? nil : titles.joinedRich(separator: " – ")
  }

  mutating func markOpen() { emptied.formUnion(open.map(\.index)) }

  /// The blocks, without headings above nothing but what was taken.
  func withoutEmptied() -> [MarkupNode] {
    var result: [MarkupNode] = []
    for (index, block) in blocks.enumerated().reversed() {
      if case .heading(let level, _) = block.kind, emptied.contains(index) {
        guard let next = result.last else { continue }
        if case .heading(let other, _) = next.kind, other <= level { continue }
      }
      result.append(block)
    }
    return result.reversed()
  }
}

extension Bibliography {
  /// Whether it is a list of works, or one of the owner.
  fileprivate func isOwn(of owner: OwnName) -> Bool {
    works.count > 1 || works.contains { $0.authors.contains { owner.matches($0.name) } }
  }
}

extension MarkupNode {
  /// The text of a block of code that is entries of BibTeX and nothing else: `@article{roe2020,`.
  fileprivate var bibliography: String? {
    guard case .code(let text) = kind, text.utf8.first(where: { $0 > 0x20 }) == UInt8(ascii: "@"),
      let open = text.utf8.firstIndex(of: UInt8(ascii: "{")),
      text[..<open].drop(while: \.isWhitespace).dropFirst().allSatisfy(\.isLetter),
      !hasWordsOutsideEntries(text)
    else { return nil }
    return text
  }
}

/// Whether words stand outside of the entries of BibTeX, which nobody would read there; a line
/// behind `%` is none of them.
private func hasWordsOutsideEntries(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  var depth = 0
  var isInName = false
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "\\"): index += 1
    case UInt8(ascii: "{"):
      if depth == 0, !isInName { return true }
      depth += 1
      isInName = false
    case UInt8(ascii: "}"): depth = max(depth - 1, 0)
    case _ where depth > 0 || isInName || byte <= 0x20 || byte == UInt8(ascii: ","): break
    case UInt8(ascii: "@"): isInName = true
    case UInt8(ascii: "%"):
      while index + 1 < bytes.count, bytes[index] != 0x0A { index += 1 }
    default: return true
    }
    index += 1
  }
  return false
}

extension Section {
  /// Puts the works of bibliographies where they stand among the entries, if they are not among
  /// these.
  mutating func add(_ listed: ListedBibTeX) {
    guard !listed.blocks.isEmpty else { return }
    var known: Set<String> = []
    for case .publication(let work) in entries { known.formUnion(work.marks) }
    var blocks = listed.blocks[...]
    var all: [Entry] = []
    func add(_ block: ListedBibTeX.Block) {
      for work in block.works where known.isDisjoint(with: work.marks) {
        known.formUnion(work.marks)
        all.append(.publication(work))
      }
    }
    for entry in entries {
      while let block = blocks.first, let span = entry.span, span.file == block.span.file,
        block.span.range.lowerBound < span.range.lowerBound
      {
        add(blocks.removeFirst())
      }
      all.append(entry)
    }
    for block in blocks { add(block) }
    entries = all
  }
}
