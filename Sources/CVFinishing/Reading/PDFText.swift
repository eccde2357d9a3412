// SPDX-License-Identifier: MIT

/// The text of a PDF as its tags order it.
package struct PDFText: Hashable, Sendable {
  /// The text of each block (a heading, a paragraph, a point, a label) in the order of the tree.
  package var blocks: [String] = []
  /// What stands in no tag: nobody who listens to the document hears it.
  package var unmarked: [Unmarked] = []
  /// Whether the structure tree has more than the document and its links.
  package var isTagged = false
  /// Headers and footers, one text for each mark.
  package var furniture: [String] = []

  /// Content outside the structure tree that is no furniture.
  package struct Unmarked: Hashable, Sendable {
    /// From 1.
    package var page: Int
    /// Empty for painting.
    package var text: String
  }
}

/// Reads the text of a tagged PDF through its structure tree.
///
/// Decodes the content streams through the fonts' own tables, so that it sees what a screen reader
/// sees. Made for the PDFs of cvgen: words are told apart by blanks, and the contents of forms are
/// not read.
///
/// - Throws: `FinishingError` without libqpdf, or for a file that is no whole PDF.
package func readText(_ pdf: [UInt8]) throws(FinishingError) -> PDFText {
  let file = try PDFFile(pdf)
  var result = PDFText()
  var fonts = FontDecoders()
  var tagged: [MarkedContent: String] = [:]
  for number in 0..<file.pageCount {
    let page = file.page(number)
    var reader = PageReader(page.content, fonts: fonts.decoders(of: page["/Resources"]["/Font"]))
    reader.run()
    for (mark, text) in reader.tagged {
      tagged[MarkedContent(page: page.number, mark: mark), default: ""] += text
    }
    result.unmarked += reader.unmarked.map { .init(page: number + 1, text: $0) }
    result.furniture += reader.furniture
  }
  var order = StructureOrder()
  order.walk(file.catalog["/StructTreeRoot"])
  result.isTagged = order.holdsBlocks
  result.blocks = order.blocks.map { block in
    block.map { tagged.removeValue(forKey: $0) ?? "" }.joined()
  }.filter { !$0.isEmpty }
  try file.check()
  let pages = (0..<file.pageCount).map { file.page($0).number }
  for (content, text) in tagged.sorted(by: { $0.key < $1.key }) where !text.isEmpty {
    let page = pages.firstIndex(of: content.page).map { $0 + 1 } ?? 0
    result.unmarked.append(.init(page: page, text: text))
  }
  return result
}

/// A stretch of a page's content that a tag holds.
struct MarkedContent: Hashable, Comparable {
  /// The number of the page's object.
  var page: Int
  var mark: Int

  static func < (a: MarkedContent, b: MarkedContent) -> Bool {
    (a.page, a.mark) < (b.page, b.mark)
  }
}

/// Collects the contents of blocks in the order of the structure tree.
struct StructureOrder {
  private(set) var blocks: [[MarkedContent]] = [[]]
  /// Whether an element stands between the document and what is inside a line.
  private(set) var holdsBlocks = false
  /// The objects visited so far: a tree that bites its tail ends.
  private var visited: Set<Int> = []

  /// Elements inside a line (ISO 32000-1, 14.8.4.4).
  private static let inline: Set<String> = [
    "/Span", "/Quote", "/Note", "/Reference", "/BibEntry", "/Code", "/Link", "/Annot",
  ]

  /// An element whose kids are being visited.
  private struct Level {
    var kids: PDFObject
    var next = 0
    /// The number of the page that its content stands on.
    var page: Int
    var isBlock: Bool
  }

  mutating func walk(_ root: PDFObject) {
    guard root.kind == .dictionary else { return }
    var open = [Level(kids: root["/K"], page: 0, isBlock: true)]
    while let level = open.last {
      let isArray = level.kids.kind == .array
      guard level.next < (isArray ? level.kids.count : 1) else {
        if open.removeLast().isBlock { blocks.append([]) }
        continue
      }
      open[open.count - 1].next += 1
      visit(isArray ? level.kids.item(level.next) : level.kids, in: level, &open)
    }
  }

  private mutating func visit(_ kid: PDFObject, in parent: Level, _ open: inout [Level]) {
    switch kid.kind {
    case .integer: add(kid.integer, on: parent.page)
    case .dictionary:
      let page = kid.has("/Pg") ? kid["/Pg"].number : parent.page
      if kid["/MCID"].kind == .integer {
        add(kid["/MCID"].integer, on: page)
      } else if kid.has("/S"), kid.number == 0 || visited.insert(kid.number).inserted {
        let isBlock = !Self.inline.contains(kid["/S"].name)
        if isBlock { blocks.append([]) }
        if isBlock, kid["/S"].name != "/Document" { holdsBlocks = true }
        open.append(Level(kids: kid["/K"], page: page, isBlock: isBlock))
      }
    default: break
    }
  }

  private mutating func add(_ mark: Int, on page: Int) {
    blocks[blocks.count - 1].append(MarkedContent(page: page, mark: mark))
  }
}
