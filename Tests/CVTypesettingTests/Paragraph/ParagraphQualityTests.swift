// SPDX-License-Identifier: MIT
import CVHyphenation
import CVModel
import CVPango
import TestSupport
import Testing

@testable import CVLayout
@testable import CVTypesetting

/// Forty invented paragraphs in the real faces: three measures, ragged and justified.
@Suite struct ParagraphQualityTests {
  static let measures = [378.0, 270, 170]
  static let settings = Theme.Paragraphs.Setting.allCases

  /// A paragraph with its language.
  struct Sample: Sendable {
    var language: String
    var text: String
  }

  private static let samples: [Sample] = {
    let file = (try? testFile("Paragraphs/paragraphs.txt")) ?? []
    return String(decoding: file, as: UTF8.self).split(separator: "\n").map { line in
      let parts = line.split(separator: "\t", maxSplits: 1)
      return Sample(language: String(parts[0]), text: String(parts[1]))
    }
  }()

  /// A paragraph ready to be broken.
  struct Case {
    var sample: Sample
    var breaker: LineBreaker
    var shaped: ShapedText
    var opportunities: [BreakOpportunity]

    var found: [BreakOpportunity] {
      breaker.chosen(breaker.lines(of: shaped, at: opportunities), of: opportunities)
    }

    func cost(_ chosen: [BreakOpportunity]) -> Double {
      breaker.cost(of: chosen, in: shaped, among: opportunities)
    }
  }

  private let theme: Theme
  private let library: FontLibrary
  private let dictionaries: [String: HyphenationDictionary]

  init() throws {
    var theme = Fixtures.theme
    theme.fonts.family = "Libertinus Serif"
    self.theme = theme
    library = try FontLibrary(files: [
      bundledFont("LibertinusSerif/LibertinusSerif-Regular.ttf")
    ])
    var dictionaries: [String: HyphenationDictionary] = [:]
    for language in Set(Self.samples.map(\.language)) where language != "he" {
      let name = language == "en" ? "en-US" : language
      dictionaries[language] = try HyphenationDictionary(
        file: checkout.appending(path: "Templates/hyphenation/\(name).dic").path, language: name)
    }
    self.dictionaries = dictionaries
  }

  private func cases(
    _ measure: Double, _ setting: Theme.Paragraphs.Setting, hyphenates: Bool
  ) -> [Case] {
    Self.samples.map { sample in
      var inline = InlineText(
        LayoutText(sample.text, role: .text), style: theme.style("body"), theme: theme,
        language: sample.language)
      if hyphenates { inline.styled.divisibleWords = inline.divisibleWords }
      let shaper = PangoShaper(library, dictionary: dictionaries[sample.language])
      let shaped = shaper.shape(inline.styled)
      var breaker = LineBreaker(width: measure, setting: setting)
      if setting == .justified, !shaped.isRightToLeft {
        breaker.margins = OpticalMargins(inline.styled.text)
      }
      return Case(
        sample: sample, breaker: breaker, shaped: shaped,
        opportunities: breakOpportunities(inline, shaped, width: measure))
    }
  }

  @Test func hasFortyParagraphs() { #expect(Self.samples.count == 40) }

  @Test(arguments: measures, settings)
  func isNowhereWorseThanFirstFit(measure: Double, setting: Theme.Paragraphs.Setting) {
    for hyphenates in [false, true] {
      var better = 0
      for item in cases(measure, setting, hyphenates: hyphenates) {
        let found = item.cost(item.found)
        for usesHyphens in [false, true] {
          let first = item.cost(item.firstFit(usesHyphens: usesHyphens))
          #expect(found <= first + 1e-6, "\(item.sample.text)")
          if found < first - 1 { better += 1 }
        }
      }
      #expect(better >= 5, "and often better")
    }
  }

  /// Without a bound on the number of words: a branch is left where its cost alone is too high.
  @Test(arguments: measures, settings)
  func findsTheOptimum(measure: Double, setting: Theme.Paragraphs.Setting) {
    for hyphenates in [false, true] {
      var proven = 0
      for item in cases(measure, setting, hyphenates: hyphenates) {
        let found = item.cost(item.found)
        guard let isBest = item.isLeast(found) else { continue }
        #expect(isBest, "\(item.sample.text)")
        proven += 1
      }
      #expect(proven >= 20, "the search was too long for most")
    }
  }

  /// The short ones, by trying every subset of opportunities.
  @Test(arguments: measures, settings)
  func findsTheOptimumOfAllSubsets(measure: Double, setting: Theme.Paragraphs.Setting) {
    let short = cases(measure, setting, hyphenates: false).filter { $0.opportunities.count <= 12 }
    #expect(short.count >= 8)
    for item in short {
      let best = item.breaker.leastCost(of: item.shaped, at: item.opportunities)
      #expect(abs(item.cost(item.found) - best) < 1e-6, "\(item.sample.text)")
    }
  }

  @Test(arguments: measures, settings)
  func keepsTogetherWhatBelongsTogether(measure: Double, setting: Theme.Paragraphs.Setting) {
    let ties = [
      "J. Zhang", "Dr. Poe", "ICPI 2021", "J.-M. Poe", "A. Roe", "L. Example", "10 nm", "3 km",
      "40 %", "50 °C", "a day", "machines@example.org", "patience ;", "01–218",
    ]
    var found: Set<String> = []
    for item in cases(measure, setting, hyphenates: setting == .justified) {
      let lines = item.breaker.lines(of: item.shaped, at: item.opportunities).map { line in
        let text = item.shaped.clusters[line.clusters]
        let bytes = Array(item.sample.text.utf8)
        let range = (text.first?.text.lowerBound ?? 0)..<(text.last?.text.upperBound ?? 0)
        return String(decoding: bytes[range], as: UTF8.self)
      }
      for tie in ties where item.sample.text.contains(tie) {
        let isWhole = lines.contains { $0.contains(tie) }
        #expect(isWhole, "\(tie) in \(lines)")
        found.insert(tie)
      }
    }
    #expect(found.count >= ties.count - 1)
  }

  /// Counted on the lines: none too wide, no runt that another legal breaking would avoid.
  @Test(arguments: measures, settings)
  func setsNoOverfullLineAndNoRunt(measure: Double, setting: Theme.Paragraphs.Setting) {
    for item in cases(measure, setting, hyphenates: setting == .justified) {
      let lines = item.breaker.lines(of: item.shaped, at: item.opportunities)
      for line in lines {
        let shrink = item.shaped.clusters[line.clusters].reduce(0) { $0 + $1.shrink }
        let least = setting == .justified ? line.width - shrink : line.width
        #expect(least <= measure + 0.01, "\(item.sample.text)")
      }
      if lines.count > 1, let last = lines.last, last.width < 0.12 * measure {
        let isAvoidable = item.canAvoidRunt
        #expect(!isAvoidable, "\(item.sample.text)")
      }
    }
  }
}

extension ParagraphQualityTests.Case {
  /// As many words on each line as fit.
  fileprivate func firstFit(usesHyphens: Bool) -> [BreakOpportunity] {
    let measure = LineMeasure(shaped, opportunities, margins: breaker.margins)
    var chosen: [BreakOpportunity] = []
    var start = 0
    while breaker.isOverfull(measure.extent(from: start, to: measure.count - 1)) {
      let ends = (start..<measure.count - 1).filter {
        usesHyphens || opportunities[$0].hyphen == nil
      }
      guard let nearest = ends.first else { break }
      let last = ends.last { !breaker.isOverfull(measure.extent(from: start, to: $0)) }
      chosen.append(opportunities[last ?? nearest])
      start = (last ?? nearest) + 1
    }
    return chosen
  }

  /// Whether no breaking costs less than some cost; `nil` where there are too many to try.
  fileprivate func isLeast(_ cost: Double) -> Bool? {
    let measure = LineMeasure(shaped, opportunities, margins: breaker.margins)
    var steps = 0
    func finds(from start: Int, _ spent: Double, _ above: LineTraits?) -> Bool {
      for end in start..<measure.count {
        steps += 1
        guard steps < 400_000 else { return false }
        let isLast = end == measure.count - 1
        let line = measure.extent(from: start, to: end)
        let place = LineBreaker.Place(
          isFirst: start == 0, isLast: isLast, isWhole: start == end && measure.beginsWord(start))
        let traits = LineTraits(
          tightness: breaker.tightness(line, place),
          endsInHyphen: !isLast && opportunities[end].hyphen != nil, isLast: isLast)
        let total =
          spent + breaker.badness(line, place) + breaker.lineCost
          + (isLast ? 0 : opportunities[end].penalty)
          + (above.map { breaker.neighbourCost($0, traits) } ?? 0)
        guard total < cost - 1e-6 else { continue }
        if isLast || finds(from: end + 1, total, traits) { return true }
      }
      return false
    }
    let isBeaten = finds(from: 0, 0, nil)
    return steps < 400_000 ? !isBeaten : nil
  }

  /// Whether any breaking without an overfull line has a fair last line.
  fileprivate var canAvoidRunt: Bool {
    let measure = LineMeasure(shaped, opportunities, margins: breaker.margins)
    var isReachable = [true] + Array(repeating: false, count: measure.count)
    for end in 0..<measure.count {
      for start in 0...end where isReachable[start] {
        let line = measure.extent(from: start, to: end)
        guard !breaker.isOverfull(line) else { continue }
        if end < measure.count - 1 || start == 0 || line.width >= 0.12 * breaker.width {
          isReachable[end + 1] = true
        }
      }
    }
    return isReachable[measure.count]
  }
}
