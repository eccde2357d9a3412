// SPDX-License-Identifier: MIT
import CVModel

/// Breaks a paragraph into lines with the least total cost.
///
/// Total fit over all feasible breaks (Knuth & Plass 1981, "Breaking Paragraphs into Lines"). The
/// cost of a line is its badness, the penalty of its end, and a little for being a line; 100 is as
/// bad as a line should ever be: empty where the setting is ragged, with spaces half as wide again
/// where it is justified.
struct LineBreaker {
  /// In points.
  let width: Double
  var setting = Theme.Paragraphs.Setting.ragged
  /// How far signs hang over the margins; `nil` for not at all.
  var margins: OpticalMargins?
  /// Whether the last line is to be as full as the others: for titles of more than one line.
  var evensLastLine = false
  /// The width of the column, by which a runt is told, where an aside takes some of it.
  var column: Double?

  /// - Complexity: O(n · m) for n opportunities and m of them on one line.
  func lines(of shaped: ShapedText, at opportunities: [BreakOpportunity]) -> [BrokenLine] {
    guard !shaped.clusters.isEmpty else { return [] }
    let measure = LineMeasure(shaped, opportunities, margins: margins)
    var search = LineSearch(breaker: self, measure: measure, opportunities: opportunities)
    var lines = search.run().map { measure.line(from: $0.start, to: $0.end) }
    guard setting == .justified else { return lines }
    for (index, place) in search.places.enumerated() {
      let extent = measure.extent(from: place.start, to: place.end)
      fill(&lines[index], extent, isLast: index == lines.count - 1)
    }
    return lines
  }

  /// What a line is among the others of its paragraph.
  struct Place: Hashable {
    var isFirst, isLast: Bool
    /// Whether the line begins with a word and may not be broken.
    var isWhole = false
  }

  /// How bad a line looks by itself.
  func badness(_ line: LineExtent, _ place: Place) -> Double {
    if isOverfull(line) { return LineCost.overfull * (1 + leastWidth(line) - width) }
    if place.isLast, !evensLastLine, line.width <= width {
      guard !place.isFirst else { return 0 }
      if line.width < LineCost.runtWidth * (column ?? width) { return LineCost.runt }
      return place.isWhole && line.spaces == 0 ? LineCost.loneWord : 0
    }
    let white = max(0, width - line.width) / width
    guard setting == .justified else { return 100 * white * white }
    guard let ratio = ratio(of: line) else { return LineCost.unfilled * (1 + white) }
    return 100 * abs(ratio * ratio * ratio)
  }

  /// How a line looks beside the one above it, and what its end costs with that one's.
  func neighbourCost(_ above: LineTraits, _ line: LineTraits) -> Double {
    var cost = abs(above.tightness - line.tightness) > 1 ? LineCost.contrast : 0
    if above.endsInHyphen {
      if line.endsInHyphen { cost += LineCost.hyphenLadder }
      if line.isLast { cost += LineCost.dividedLastWord }
    }
    return cost
  }

  /// The class of a line's spaces: 0 tight, 1 as they are, 2 loose, 3 very loose.
  func tightness(_ line: LineExtent, _ place: Place) -> Int {
    guard setting == .justified, !(place.isLast && line.width <= width) else { return 1 }
    guard let ratio = ratio(of: line) else { return 3 }
    return ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3
  }

  /// A line that is this much too wide, in points, is none: widths are sums of many roundings.
  static let tolerance = 0.01

  /// The cost of every line, that a paragraph may not grow to look smoother.
  var lineCost: Double {
    setting == .justified ? LineCost.justifiedLine : LineCost.raggedLine
  }

  /// Whether a line is too wide even with its spaces at their narrowest.
  func isOverfull(_ line: LineExtent) -> Bool { leastWidth(line) > width + Self.tolerance }

  // MARK: Spaces

  private func leastWidth(_ line: LineExtent) -> Double {
    setting == .justified ? line.width - line.shrink : line.width
  }

  /// How far the spaces are stretched (1: as far as they should be) or shrunk (−1: as far as they
  /// can be); `nil` where they cannot fill the line.
  private func ratio(of line: LineExtent) -> Double? {
    let need = width - line.width
    guard line.spaces > 0 else { return need <= Self.tolerance ? 0 : nil }
    if need < 0 { return line.shrink > 0 ? max(-1, need / line.shrink) : 0 }
    guard need <= line.spaces * LineCost.widestSpread else { return nil }
    return need / (line.spaces * LineCost.spaceStretch)
  }

  /// Widens or narrows the spaces of a line so that it fills the measure.
  private func fill(_ line: inout BrokenLine, _ extent: LineExtent, isLast: Bool) {
    let need = width - extent.width
    if need < 0, extent.shrink > 0 {
      line.squeeze = min(1, -need / extent.shrink)
    } else if !isLast, extent.spaces > 0 {
      let spread = need / extent.spaces
      // A line that cannot be filled is left as it is, and not with holes in it.
      line.spread = spread <= LineCost.widestSpread ? max(0, spread) : 0
    }
  }
}

/// What of a line matters to the next.
struct LineTraits: Hashable {
  /// From 0, tight, to 3, very loose.
  var tightness: Int
  var endsInHyphen: Bool
  var isLast: Bool
}

/// What lines cost, and how far their spaces give way.
enum LineCost {
  /// Two thirds of a ragged line's white are worth less than a line more.
  static let raggedLine = 40.0
  /// Justified lines have no white to save: few lines matter less than even spaces.
  static let justifiedLine = 10.0
  /// A last line with less than `runtWidth`: worse than all that could mend it, but an overfull
  /// line.
  static let runt = 20_000.0
  /// typography.md: a last line under 12 % of the measure is a runt.
  static let runtWidth = 0.12
  /// One word alone on the last line, long enough to be no runt: worth bringing another down.
  static let loneWord = 20.0
  /// For each point by which a line is wider than the measure, and for being so.
  static let overfull = 100_000.0
  /// A justified line that its spaces cannot fill: more than the loosest that they can, and up to
  /// twice as much for its white.
  static let unfilled = 6_500.0
  /// A tight line beside a loose one catches the eye more than either.
  static let contrast = 15.0
  /// Two hyphens, one above the other.
  static let hyphenLadder = 50.0
  /// Half a word alone, or nearly, on the last line.
  static let dividedLastWord = 20.0

  /// The part of its width by which a space may be narrower: a third, as in TeX's faces.
  static let spaceShrink = 1.0 / 3
  /// In em: programs that extract text take what is less than 0.15 for no space (Poppler).
  static let narrowestSpace = 0.17
  /// The part by which it may be wider and still look even: a half, as there.
  static let spaceStretch = 0.5
  /// The part by which it may be wider at all: spaces of more than three times their width are
  /// holes.
  static let widestSpread = 2.0
}

/// One search for the cheapest lines of a paragraph.
private struct LineSearch {
  let breaker: LineBreaker
  let measure: LineMeasure
  let opportunities: [BreakOpportunity]
  /// The lines found, by their starts and ends.
  private(set) var places: [(start: Int, end: Int)] = []
  /// How many classes of lines are told apart.
  private let classes: Int
  /// The least cost of all lines up to a start, by the class of the last one.
  private var costs: [Double]
  /// The start and the class of the line that leads there with this cost.
  private var sources: [(start: Int, tightness: Int)]

  init(breaker: LineBreaker, measure: LineMeasure, opportunities: [BreakOpportunity]) {
    self.breaker = breaker
    self.measure = measure
    self.opportunities = opportunities
    classes = breaker.setting == .justified ? 4 : 1
    costs = Array(repeating: .infinity, count: (measure.count + 1) * classes)
    sources = Array(repeating: (0, 0), count: costs.count)
    // Before the first line all is as it should be.
    costs[classes == 1 ? 0 : 1] = 0
  }

  mutating func run() -> [(start: Int, end: Int)] {
    for end in 0..<measure.count {
      for start in stride(from: end, through: 0, by: -1) {
        let line = measure.extent(from: start, to: end)
        consider(line, from: start, to: end)
        // Every longer line is overfull, too; one such line is kept in case nothing fits.
        if breaker.isOverfull(line) { break }
      }
    }
    trace()
    return places
  }

  private mutating func consider(_ line: LineExtent, from start: Int, to end: Int) {
    let isLast = end == measure.count - 1
    let place = LineBreaker.Place(
      isFirst: start == 0, isLast: isLast, isWhole: start == end && measure.beginsWord(start))
    let tightness = classes == 1 ? 0 : breaker.tightness(line, place)
    let traits = LineTraits(
      tightness: tightness, endsInHyphen: !isLast && opportunities[end].hyphen != nil,
      isLast: isLast)
    let own =
      breaker.badness(line, place) + breaker.lineCost + (isLast ? 0 : opportunities[end].penalty)
    let target = (end + 1) * classes + tightness
    for above in 0..<classes {
      let before = costs[start * classes + above]
      guard before < .infinity else { continue }
      let last = LineTraits(
        tightness: above, endsInHyphen: start > 0 && opportunities[start - 1].hyphen != nil,
        isLast: false)
      let cost = before + own + (start == 0 ? 0 : breaker.neighbourCost(last, traits))
      if cost < costs[target] {
        costs[target] = cost
        sources[target] = (start, above)
      }
    }
  }

  private mutating func trace() {
    let last = measure.count * classes
    var tightness = (0..<classes).min { costs[last + $0] < costs[last + $1] } ?? 0
    var end = measure.count
    while end > 0 {
      let source = sources[end * classes + tightness]
      places.append((source.start, end - 1))
      (end, tightness) = source
    }
    places.reverse()
  }
}

/// A measure that every line fits, in points; finite, since badness divides by it.
let unlimitedWidth = 1_000_000.0
