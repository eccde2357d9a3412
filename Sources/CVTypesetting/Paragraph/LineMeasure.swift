// SPDX-License-Identifier: MIT
import CVModel

/// The clusters of one line; spaces at its end belong to it and hang over the margin.
struct BrokenLine: Hashable {
  /// The clusters that stand in it as they stand in the paragraph.
  var clusters: Range<Int>
  /// The places in words at which it begins and ends, as indices of `ShapedText.hyphens`.
  var start: Int?
  var end: Int?
  /// Without the spaces at the end and what hangs over the margins; its spaces as they are.
  var width: Double
  /// How far its first sign hangs over the left margin, in points.
  var hang = 0.0
  /// By which part of its width each space between words is widened.
  var spread = 0.0
  /// How far each space is narrowed, from 0 to 1 for as far as it can be.
  var squeeze = 0.0
}

/// What a line is weighed by, in points.
struct LineExtent: Hashable {
  /// Without the spaces at the end and what hangs over the margins.
  var width: Double
  /// The width of the spaces between words.
  var spaces: Double
  /// By how much these can be narrowed.
  var shrink: Double
}

extension ShapedText.Cluster {
  /// By how much a space between words can be narrowed, in points.
  var shrink: Double {
    guard isWordSpace else { return 0 }
    let least = LineCost.narrowestSpace * font.size.points
    return max(0, min(advance * LineCost.spaceShrink, advance - least))
  }
}

/// The extents of all lines between two places of a paragraph, by prefix sums.
///
/// A line runs from a *start* to an *end*: start 0 is that of the paragraph, start n lies behind
/// end n − 1, and the last end is that of the paragraph.
struct LineMeasure {
  private let shaped: ShapedText
  private let opportunities: [BreakOpportunity]
  private let margins: OpticalMargins?
  private var starts: [LineExtent] = []
  private var ends: [LineExtent] = []

  init(
    _ shaped: ShapedText, _ opportunities: [BreakOpportunity], margins: OpticalMargins? = nil
  ) {
    self.shaped = shaped
    self.opportunities = opportunities
    self.margins = margins
    let sums = Self.sums(of: shaped.clusters)
    starts.reserveCapacity(opportunities.count + 1)
    ends.reserveCapacity(opportunities.count + 1)
    for number in 0...opportunities.count {
      starts.append(start(number, sums))
      ends.append(end(number, sums))
    }
  }

  /// The number of ends, that of the paragraph included.
  var count: Int { ends.count }

  func extent(from start: Int, to end: Int) -> LineExtent {
    LineExtent(
      width: max(0, ends[end].width - starts[start].width),
      spaces: max(0, ends[end].spaces - starts[start].spaces),
      shrink: max(0, ends[end].shrink - starts[start].shrink))
  }

  /// Whether a start lies behind a space, and not within a word or an address.
  func beginsWord(_ start: Int) -> Bool {
    let first = firstCluster(start)
    return first > 0 && shaped.clusters[first - 1].isSpace
  }

  /// The line from a start to an end.
  func line(from start: Int, to end: Int) -> BrokenLine {
    var line = BrokenLine(
      clusters: firstCluster(start)..<max(firstCluster(start), lastCluster(end)),
      width: extent(from: start, to: end).width)
    line.start = start > 0 ? opportunities[start - 1].hyphen : nil
    line.end = end < opportunities.count ? opportunities[end].hyphen : nil
    line.hang = leftHang(start)
    return line
  }

  private static func sums(of clusters: [ShapedText.Cluster]) -> [LineExtent] {
    var sums = [LineExtent(width: 0, spaces: 0, shrink: 0)]
    sums.reserveCapacity(clusters.count + 1)
    var sum = sums[0]
    for cluster in clusters {
      sum.width += cluster.advance
      if cluster.isWordSpace {
        sum.spaces += cluster.advance
        sum.shrink += cluster.shrink
      }
      sums.append(sum)
    }
    return sums
  }

  /// The first whole cluster behind a start.
  private func firstCluster(_ number: Int) -> Int {
    guard number > 0 else { return 0 }
    let opportunity = opportunities[number - 1]
    return opportunity.hyphen.map { shaped.hyphens[$0].resumption } ?? opportunity.cluster
  }

  /// The end of the whole clusters before an end.
  private func lastCluster(_ number: Int) -> Int {
    guard number < opportunities.count else { return shaped.clusters.count }
    let opportunity = opportunities[number]
    return opportunity.hyphen.map { shaped.hyphens[$0].interruption } ?? opportunity.cluster
  }

  private func start(_ number: Int, _ sums: [LineExtent]) -> LineExtent {
    var sum = sums[firstCluster(number)]
    if number > 0, let hyphen = opportunities[number - 1].hyphen {
      for cluster in shaped.hyphens[hyphen].beginning { sum.width -= cluster.advance }
    }
    sum.width += leftHang(number)
    return sum
  }

  private func end(_ number: Int, _ sums: [LineExtent]) -> LineExtent {
    var last = lastCluster(number)
    if number < opportunities.count, let hyphen = opportunities[number].hyphen {
      let ending = shaped.hyphens[hyphen].ending
      var sum = sums[last]
      for cluster in ending { sum.width += cluster.advance }
      if let margins, let sign = ending.last { sum.width -= margins.right(sign) }
      return sum
    }
    while last > 0, shaped.clusters[last - 1].isSpace { last -= 1 }
    var sum = sums[last]
    if let margins, last > 0 { sum.width -= margins.right(shaped.clusters[last - 1]) }
    return sum
  }

  private func leftHang(_ number: Int) -> Double {
    let first = firstCluster(number)
    let isDivided = number > 0 && opportunities[number - 1].hyphen != nil
    guard let margins, !isDivided, first < shaped.clusters.count else { return 0 }
    return margins.left(shaped.clusters[first])
  }
}
