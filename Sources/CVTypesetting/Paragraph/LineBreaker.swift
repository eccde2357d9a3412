// SPDX-License-Identifier: MIT

/// The clusters of one line; spaces at its end belong to it and hang over the margin.
struct BrokenLine: Hashable {
  var clusters: Range<Int>
  /// Without the spaces at the end.
  var width: Double
}

/// Breaks a paragraph into lines with the least total badness.
///
/// Total fit over all feasible breaks (Knuth & Plass 1981, "Breaking Paragraphs into Lines"), for
/// ragged setting: a line's badness is the square of its white, on a scale where 100 is an empty
/// line. Each line costs a little, so that a paragraph never grows to look smoother.
struct LineBreaker {
  /// In points.
  let width: Double
  /// The width of the first lines where it differs.
  var firstLines: [Double] = []

  /// The cost of a line: two thirds of a line's white are worth less than a line more.
  static let lineCost = 40.0
  /// The cost of a last line with less than `runtWidth` of the measure.
  private static let runtCost = 60.0
  /// typography.md: a last line under 12 % of the measure is a runt.
  private static let runtWidth = 0.12
  /// The cost of each point by which a line is wider than the measure.
  private static let overfullCost = 10_000.0

  /// - Complexity: O(n · m) for n opportunities and m of them on one line.
  func lines(of shaped: ShapedText, at opportunities: [BreakOpportunity]) -> [BrokenLine] {
    let clusters = shaped.clusters
    guard !clusters.isEmpty else { return [] }
    let measure = Measure(clusters)
    let ends = opportunities + [BreakOpportunity(cluster: clusters.count, penalty: 0)]
    // best[i]: the least cost of all lines up to end i, and the end before it.
    var best: [(cost: Double, previous: Int, lines: Int)] = []
    for (index, end) in ends.enumerated() {
      var found: (cost: Double, previous: Int, lines: Int)?
      for previous in stride(from: index - 1, through: -1, by: -1) {
        let start = previous < 0 ? 0 : ends[previous].cluster
        let line = measure.line(start..<end.cluster)
        let number = previous < 0 ? 0 : best[previous].lines
        let limit = number < firstLines.count ? firstLines[number] : width
        let isOverfull = line.width > limit + 0.01
        let before = previous < 0 ? 0 : best[previous].cost
        let cost =
          before + badness(line.width, limit, isLast: index == ends.count - 1, number)
          + end.penalty + Self.lineCost
        if found.map({ cost < $0.cost }) ?? true { found = (cost, previous, number + 1) }
        // Every longer line is overfull, too; one such line is kept in case nothing fits.
        if isOverfull { break }
      }
      best.append(found ?? (0, -1, 1))
    }
    return trace(best, ends, measure)
  }

  func badness(_ natural: Double, _ limit: Double, isLast: Bool, _ number: Int) -> Double {
    if natural > limit + 0.01 { return Self.overfullCost * (1 + natural - limit) }
    if isLast { return number > 0 && natural < Self.runtWidth * limit ? Self.runtCost : 0 }
    let white = (limit - natural) / limit
    return 100 * white * white
  }

  private func trace(
    _ best: [(cost: Double, previous: Int, lines: Int)], _ ends: [BreakOpportunity],
    _ measure: Measure
  ) -> [BrokenLine] {
    var lines: [BrokenLine] = []
    var index = ends.count - 1
    while index >= 0 {
      let previous = best[index].previous
      let start = previous < 0 ? 0 : ends[previous].cluster
      lines.append(measure.line(start..<ends[index].cluster))
      index = previous
    }
    return lines.reversed()
  }
}

/// Widths of stretches of clusters by their prefix sums.
private struct Measure {
  private let clusters: [ShapedText.Cluster]
  private var sums: [Double] = [0]

  init(_ clusters: [ShapedText.Cluster]) {
    self.clusters = clusters
    sums.reserveCapacity(clusters.count + 1)
    for cluster in clusters { sums.append((sums.last ?? 0) + cluster.advance) }
  }

  func line(_ range: Range<Int>) -> BrokenLine {
    var end = range.upperBound
    while end > range.lowerBound, clusters[end - 1].isSpace { end -= 1 }
    return BrokenLine(clusters: range, width: sums[end] - sums[range.lowerBound])
  }
}

/// A measure that every line fits, in points; finite, since badness divides by it.
let unlimitedWidth = 1_000_000.0
