// SPDX-License-Identifier: MIT
import CVModel
import Foundation
import TestSupport
import Testing

@testable import CVLayout

/// Programs that read PDF files find every word of a document, and most find all in order.
@Suite(.needs("pdfinfo", "pdftotext", "mutool"), .needsPDFTools) struct ExtractorTests {
  @Test(arguments: Extractor.allCases)
  func findsAllWords(extractor: Extractor) throws {
    let documents = (extractor.isSlow ? DemoDocument.some : DemoDocument.all) + DemoDocument.long
    let found = try extractor.pages(of: documents.map { try $0.pdf() })
    for (document, pages) in zip(documents, found) {
      let expected = try words(of: document)
      try #require(expected.count > 100, "a demo profile has words")
      let fault = try fault(in: pages, of: document, extractor)
      #expect(fault == nil, "\(document.testDescription)")
    }
  }

  /// Other extractors take glyphs to run to the right, and not in the order of reading, in which a
  /// tag has them: pypdf and pdfium turn the letters of words around, `pdftotext -raw` sets each on
  /// a line of its own, and without the option it joins words where the direction changes.
  @Test(arguments: [Extractor.structureTree, .mutool, .pdfminer])
  func findsAllWordsFromRightToLeft(extractor: Extractor) throws {
    let documents = DemoDocument.scripts.filter { $0.page.hasSuffix("hebrew.md") }
    let found = try extractor.pages(of: documents.map { try $0.pdf() })
    for (document, pages) in zip(documents, found) {
      let fault = try fault(in: pages, of: document, extractor)
      #expect(fault == nil, "\(document.testDescription)")
    }
  }

  /// A changed word and two points that changed places: what is wrong is seen.
  @Test(arguments: Extractor.allCases)
  func seesWhatIsWrong(extractor: Extractor) throws {
    let folder = try TemporaryFolder()
    let document = { (name: String, points: [String]) in
      let page = folder.url.appending(path: "\(name).md")
      let text = "# Ada Roe\n\n## Work\n\n" + points.map { "- \($0)\n" }.joined()
      try text.write(to: page, atomically: true, encoding: .utf8)
      return DemoDocument(theme: "classic", page: page.path)
    }
    let right = try document("right", ["built a bridge", "mended a mill"])
    let changed = try document("changed", ["built a bridge", "mended a wall"])
    let turned = try document("turned", ["mended a mill", "built a bridge"])
    let pages = try extractor.pages(
      of: [right, changed, turned].map { try $0.compile(into: folder) })
    #expect(try fault(in: pages[0], of: right, extractor) == nil)
    #expect(try fault(in: pages[1], of: right, extractor) != nil)
    #expect(try (fault(in: pages[2], of: right, extractor) != nil) == extractor.keepsOrder)
  }

  /// How the pages that an extractor gives differ from what a document says.
  private func fault(
    in pages: [String], of document: DemoDocument, _ extractor: Extractor
  ) throws -> String? {
    let (tree, theme) = try document.layout()
    var pages = pages.map(splitWords)
    if extractor != .structureTree {
      let footer = theme.page.footer?.labelled(tree.pageLabel)
      removeFooters(footer, tree.header.name?.text ?? tree.title, &pages)
    }
    let found = pages.flatMap { $0 }
    let hasSide = theme.page.side != nil && tree.hasSide
    // Pages with a side column are read one after the other, so its words part those beside it.
    // The structure tree comes as one text, however many pages it is of.
    let isParted = hasSide && (pages.count > 1 || extractor == .structureTree)
    guard isParted, extractor.keepsOrder else {
      return difference(found, try words(of: document), inOrder: extractor.keepsOrder)
    }
    for flow in try flows(of: document) where !flow.isSubsequence(of: found) {
      return "a column of \(document.testDescription) is in another order"
    }
    return difference(found, try words(of: document), inOrder: false)
  }

  /// The words of the text and of the side column, each in its order.
  private func flows(of document: DemoDocument) throws -> [[String]] {
    let (tree, _) = try document.layout()
    return [true, false].map { isInSide in
      var part = tree
      part.header = HeaderNode()
      part.sections = tree.sections.filter { $0.isInSide == isInSide }
      var words: [String] = []
      part.forEachText { words += splitWords($0.text) }
      return words
    }
  }

  private func words(of document: DemoDocument) throws -> [String] {
    var (tree, _) = try document.layout()
    var words: [String] = []
    tree.forEachText { words += splitWords($0.text) }
    return words
  }

  /// Footers stand in no tag and are no text of the tree: they end the pages that have one.
  private func removeFooters(_ footer: Theme.Footer?, _ name: String, _ pages: inout [[String]]) {
    guard let footer else { return }
    for index in pages.indices where index + 1 >= footer.firstPage {
      for text in [footer.right, footer.text].compactMap({ $0 }) {
        let words = text.replacing("{name}", with: name)
          .replacing("{page}", with: "\(index + 1)").replacing("{pages}", with: "\(pages.count)")
        let last = splitWords(words)
        let place = pages[index].indices.reversed().first { pages[index][$0...].starts(with: last) }
        if let place { pages[index].removeSubrange(place..<place + last.count) }
      }
    }
  }

  private func difference(_ found: [String], _ expected: [String], inOrder: Bool) -> String? {
    if inOrder {
      guard found != expected else { return nil }
      let place = zip(found, expected).prefix { $0 == $1 }.count
      return "differs from word \(place) on: \(found.dropFirst(place).prefix(8)) instead of "
        + "\(expected.dropFirst(place).prefix(8))"
    }
    let (lost, added) = (missing(from: found, expected), missing(from: expected, found))
    guard !lost.isEmpty || !added.isEmpty else { return nil }
    return "lost \(lost.prefix(8)), added \(added.prefix(8))"
  }

  private func missing(from found: [String], _ expected: [String]) -> [String] {
    var counts = Dictionary(grouping: found) { $0 }.mapValues(\.count)
    return expected.filter { word in
      counts[word, default: 0] -= 1
      return counts[word, default: 0] < 0
    }
  }
}

extension [String] {
  fileprivate func isSubsequence(of other: [String]) -> Bool {
    var rest = other[...]
    for word in self {
      guard let place = rest.firstIndex(of: word) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }
}
