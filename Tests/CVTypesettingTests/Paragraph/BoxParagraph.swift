// SPDX-License-Identifier: MIT
@testable import CVLayout
import CVModel
import TestSupport

@testable import CVTypesetting

/// A paragraph of boxes: a character is one point wide, a measure counts characters.
struct BoxParagraph {
  var text: LayoutText
  var width = 20
  var setting = Theme.Paragraphs.Setting.ragged
  var hyphenates = false
  var hangs = false
  /// The places in a word; by default after every two letters.
  var places: @Sendable (String) -> [Int] = { Array(stride(from: 2, to: $0.utf8.count - 1, by: 2)) }

  init(_ text: String, width: Int = 20) {
    self.text = LayoutText(text, role: .text)
    self.width = width
  }

  private var theme: Theme {
    var theme = Fixtures.theme
    theme.styles["body"] = TextStyle(size: .pt(1))
    theme.paragraphs.setting = setting
    theme.paragraphs.hyphenates = hyphenates
    theme.paragraphs.hangsPunctuation = hangs
    return theme
  }

  /// The lines as they are placed.
  func set(as form: TextForm = .running) -> [SetLine] {
    let shaper = BoxShaper(advance: 1, places: places)
    var setter = ParagraphSetter(theme: theme, language: "en", shape: shaper.shape)
    return setter.lines(
      text, style: theme.style("body"), width: Double(width), element: nil, form: form)
  }

  /// The words of each line, a soft hyphen shown as `=`.
  var lines: [String] {
    self.set().map { line in
      line.runs.map(\.run.text).joined().replacing("\u{AD}", with: "=")
    }
  }

  /// What the search works on.
  var parts: (breaker: LineBreaker, shaped: ShapedText, opportunities: [BreakOpportunity]) {
    var inline = InlineText(text, style: theme.style("body"), theme: theme, language: "en")
    if hyphenates { inline.styled.divisibleWords = inline.divisibleWords }
    let shaped = BoxShaper(advance: 1, places: places).shape(inline.styled)
    var breaker = LineBreaker(width: Double(width), setting: setting)
    if hangs { breaker.margins = OpticalMargins(inline.styled.text) }
    return (breaker, shaped, breakOpportunities(inline, shaped, width: Double(width)))
  }
}

extension LineBreaker {
  /// The opportunities at which some lines end.
  func chosen(
    _ lines: [BrokenLine], of opportunities: [BreakOpportunity]
  ) -> [BreakOpportunity] {
    lines.dropLast().enumerated().compactMap { index, line in
      let next = lines[index + 1].clusters.lowerBound
      return opportunities.first {
        $0.hyphen == line.end && ($0.hyphen != nil || $0.cluster == next)
      }
    }
  }

  /// The least cost of all ways to break.
  func leastCost(
    of shaped: ShapedText, at opportunities: [BreakOpportunity]
  ) -> Double {
    (0..<(1 << opportunities.count)).map { mask in
      cost(
        of: opportunities.enumerated().filter { mask >> $0.offset & 1 == 1 }.map(\.element),
        in: shaped, among: opportunities)
    }.min() ?? 0
  }
}
