// SPDX-License-Identifier: MIT
import CVModel

/// A line of the document with everything that shares its height: the unit of pagination.
struct Row: Hashable {
  var height: Double
  /// From the top of the row down to its baseline.
  var baseline: Double
  /// The space before it; of two that meet the larger counts, and none at the top of a page.
  var before = 0.0
  var after = 0.0
  /// What it costs to begin a page with this row.
  var breakCost: Double = BreakCost.strandedTitle
  var items: [Item] = []
  /// The title of the section that begins here.
  var bookmark: String?

  /// Something drawn in the row, and where.
  struct Item: Hashable {
    var x: Double
    /// From the row's baseline downwards.
    var y: Double
    var item: FrameItem
    /// The place in the order of reading, over the whole document.
    var order: Int
  }
}

/// What page breaks cost, on a scale on which an empty page costs 1000.
///
/// Three orders: what no reader should meet (more than pages), pages, and where to break best.
enum BreakCost {
  /// A title at the foot of a page, its text on the next: forty pages more would be better.
  static let strandedTitle = 2_000_000.0
  /// One line of a paragraph alone on either page: six pages, or two entries cut.
  static let loneLine = 300_000.0
  /// An entry of up to five lines, or a publication, on two pages: two pages and a little, for it
  /// always fits on one.
  static let splitEntry = 110_000.0
  /// A list after its first point or before its last, a section after its first entry: two pages.
  static let loneItem = 100_000.0
  /// One more page: the fewest come before all that follows.
  static let page = 50_000.0

  /// Before a section: the best place there is.
  static let section = 0.0
  /// Between entries: a section that begins a page is worth 12 % of the page left white.
  static let entry = 120.0
  /// Before the last entry of a group or a section, a short one that would stand alone: the white
  /// of a quarter of a page is better.
  static let lastEntry = 250.0
  /// Before a group of a section.
  static let group = 90.0
  /// Between two points, with two on each side.
  static let bullet = 260.0
  /// Inside a paragraph, with two lines on each side.
  static let line = 320.0
  /// Half a word on either page, on top of what the break costs by itself.
  static let dividedWord = 200.0
  /// White at the foot of a page, for a whole page of it.
  static let white = 1000.0
  /// A last page with nearly nothing on it, as bad as a third of a page white; less with each line
  /// up to `fairLastPage`.
  static let emptyLastPage = 300.0
  /// typography.md, rule 11: a last page should be a fifth full.
  static let fairLastPage = 0.2
  /// A last page less full than the others; so little that it only decides between equals.
  static let unevenLastPage = 30.0
}
