// SPDX-License-Identifier: MIT
import CVModel

@testable import CVTypesetting

/// What no page should show, counted on its frames.
struct PageFaults {
  /// Titles at the foot of a page, of sections, groups or entries.
  private(set) var strandedTitles: [String] = []
  /// Single lines of a paragraph on either side of a break.
  private(set) var loneLines: [String] = []
  /// Last lines of less than 12 % of the measure.
  private(set) var runts: [String] = []
  /// Lines that reach into the margin.
  private(set) var overfullLines: [String] = []

  var isEmpty: Bool {
    strandedTitles.isEmpty && loneLines.isEmpty && runts.isEmpty && overfullLines.isEmpty
  }

  /// A line of one element, as the frames show it.
  private struct Line {
    var page: Int
    var y: Double
    var element: Int
    var left: Double
    /// Of the ink; spaces at the end do not count.
    var right: Double
    var text: String
  }

  /// A column with a text of its own.
  private struct Flow {
    /// How far to the left its lines may begin; labels do before the text.
    var edge: Double
    var left: Double
    var right: Double
    /// Of its paragraphs.
    var measure: Double
  }

  private let document: TypesetDocument
  /// The text, and the column beside it.
  private var flows: [Flow]
  private var lines: [Line] = []

  init(_ document: TypesetDocument, theme: Theme, paper: Paper) {
    self.document = document
    let margins = theme.textMargins(on: paper)
    let right = (paper.size.width - margins.right).points
    let width = min(theme.page.bodyWidth.points, right - margins.left.points)
    flows = [
      Flow(
        edge: (theme.page.margins[paper]?.left ?? .zero).points - 5, left: margins.left.points,
        right: right, measure: width)
    ]
    if let side = theme.page.side {
      let left = (paper.size.width - side.width + side.left).points
      let edge = (paper.size.width - side.right).points
      flows.append(Flow(edge: left - 5, left: left, right: edge, measure: edge - left))
    }
    readLines()
    countOverfullLines(foot: paper.size.height.points - margins.bottom.points)
    countStrandedTitles()
    countLinesOfElements()
  }

  private mutating func readLines() {
    for (number, page) in document.pages.enumerated() {
      for placed in page.items {
        guard case .text(let run) = placed.item, let element = run.element else { continue }
        let left = placed.x.points
        let spaces = run.isRightToLeft ? 0 : run.text.reversed().prefix { $0 == " " }.count
        let trailing = run.glyphs.suffix(spaces).reduce(0) { $0 + $1.advance }
        guard spaces < run.glyphs.count else { continue }
        let right = left + run.width - trailing
        if let last = lines.last, last.element == element, last.page == number,
          last.y == placed.y.points
        {
          lines[lines.count - 1].left = min(last.left, left)
          lines[lines.count - 1].right = max(last.right, right)
          lines[lines.count - 1].text += run.text
        } else {
          lines.append(
            Line(
              page: number, y: placed.y.points, element: element, left: left, right: right,
              text: run.text))
        }
      }
    }
  }

  private mutating func countOverfullLines(foot: Double) {
    for line in lines {
      let flow = flow(of: line)
      if line.right > flow.right + 0.05 || line.left < flow.edge { overfullLines.append(line.text) }
    }
    for line in lines where line.y > foot { overfullLines.append("below the foot: \(line.text)") }
  }

  private func flow(of line: Line) -> Flow {
    flows.last { line.left >= $0.edge } ?? flows[0]
  }

  private func kind(_ element: Int) -> StructureTree.Kind {
    document.structure.elements[element].kind
  }

  private mutating func countStrandedTitles() {
    for flow in flows {
      let own = lines.filter { self.flow(of: $0).left == flow.left }
      for page in document.pages.indices.dropLast() { countStrandedTitles(own, flow, on: page) }
    }
  }

  private mutating func countStrandedTitles(_ lines: [Line], _ flow: Flow, on page: Int) {
    let here = lines.filter { $0.page == page }
    let next = lines.filter { $0.page == page + 1 }
    guard let foot = here.map(\.y).max(), let first = next.min(by: { $0.y < $1.y }) else { return }
    // A title may stand beside the first line of its section.
    let lowest = here.filter { $0.y == foot }
    guard let last = lowest.last(where: { !isHeading($0.element) }) else {
      strandedTitles.append(lowest[0].text)
      return
    }
    // The head of an entry, told by its aside, with its points on the next page.
    let isHead = abs(last.right - flow.right) < 0.1
    if isHead, kind(last.element) == .paragraph, isBelow(first.element, last.element + 1) {
      strandedTitles.append(last.text)
    }
  }

  private func isHeading(_ element: Int) -> Bool {
    if case .heading = kind(element) { true } else { false }
  }

  /// Whether an element stands in a list.
  private func isBelow(_ element: Int, _ list: Int) -> Bool {
    guard document.structure.elements.indices.contains(list), kind(list) == .list else {
      return false
    }
    var current: Int? = element
    while let next = current, next != list { current = document.structure.elements[next].parent }
    return current == list
  }

  private mutating func countLinesOfElements() {
    let texts = Dictionary(grouping: lines, by: \.element)
    for (element, all) in texts.sorted(by: { $0.key < $1.key }) {
      guard [.paragraph, .listBody].contains(kind(element)) else { continue }
      let rows = Dictionary(grouping: all) { Row(page: $0.page, y: $0.y) }
      guard rows.count > 1, let last = rows.keys.max(), let parts = rows[last] else { continue }
      let pages = Dictionary(grouping: rows.keys, by: \.page)
      if pages.count > 1, pages.values.contains(where: { $0.count == 1 }) {
        loneLines.append(all.map(\.text).joined())
      }
      let left = parts.map(\.left).min() ?? 0
      let width = (parts.map(\.right).max() ?? 0) - left
      let flow = flow(of: all[0])
      let measure = flow.measure - (left - flow.left)
      let text = parts.map(\.text).joined()
      let isWord = text.split(separator: " ").count == 1
      // The header's contacts are balanced lines, and no paragraph.
      if isWord, width < 0.12 * measure, left < flow.left + 100 { runts.append(text) }
    }
  }

  /// The place of a line.
  private struct Row: Hashable, Comparable {
    var page: Int
    var y: Double

    static func < (a: Row, b: Row) -> Bool { (a.page, a.y) < (b.page, b.y) }
  }
}
