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
  var breakCost: Double = BreakCost.forbidden
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
enum BreakCost {
  /// Never, while the page can be filled in another way.
  static let forbidden = 100_000.0
  /// Before a section: the best place there is.
  static let section = 0.0
  /// Between entries: a section that begins a page is worth 12 % of the page left white.
  static let entry = 120.0
  /// Before a group of a section.
  static let group = 90.0
  /// Between two points, with two on each side.
  static let bullet = 260.0
  /// Inside a paragraph, with two lines on each side.
  static let line = 320.0
  /// White at the foot of a page, for a whole page of it.
  static let white = 1000.0
  /// One more page.
  static let page = 50_000.0
}
