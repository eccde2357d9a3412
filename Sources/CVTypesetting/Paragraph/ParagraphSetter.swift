// SPDX-License-Identifier: MIT
package import CVDiagnostics
import CVLayout
import CVModel

/// What could not be set as it stands, with its place in the source.
package enum SettingFault: Hashable, Sendable {
  /// A word wider than the measure; broken where no sign of its own allows it.
  case brokenWord(String, at: SourceSpan?)
}

/// What kind of text is set, which tells how its lines are broken.
enum TextForm: Hashable {
  /// Titles of entries, asides, labels: ragged, and no word is divided.
  case line
  /// Text that is read: as the theme wants its paragraphs.
  case running
  /// The name and the headline: lines as equal as can be.
  case balanced
}

/// Lines that have been set, by what they depend on.
private final class LineStore {
  /// Everything that the lines of a text depend on.
  struct Request: Hashable {
    var text: LayoutText
    var style: TextStyle
    var width: Double
    var form: TextForm
  }

  private var known: [Request: (lines: [SetLine], faults: [SettingFault])] = [:]

  subscript(request: Request) -> (lines: [SetLine], faults: [SettingFault])? {
    get { known[request] }
    set { known[request] = newValue }
  }
}

/// Sets text in lines: resolves styles, shapes, breaks, and puts the glyphs in order.
struct ParagraphSetter {
  let theme: Theme
  let language: String
  /// Whether the document runs from right to left: its pages are mirrored.
  let isMirrored: Bool
  private(set) var faults: [SettingFault] = []
  /// The lines of texts that may be set again with the same look and measure; `nil` keeps none.
  private var store: LineStore?
  /// A closure and no generic parameter, which would slow down all that is nested here.
  private let shaper: (StyledText) -> ShapedText

  init(theme: Theme, language: String, shape: @escaping (StyledText) -> ShapedText) {
    self.theme = theme
    self.language = language
    isMirrored = isWrittenRightToLeft(language)
    shaper = shape
  }

  /// - Parameters:
  ///   - width: The measure in points.
  ///   - element: The structure element that holds the text.
  mutating func lines(
    _ text: LayoutText, style: TextStyle, width: Double, element: Int?, form: TextForm = .line
  ) -> [SetLine] {
    let request = LineStore.Request(text: text, style: style, width: width, form: form)
    guard let store else { return newLines(request, element: element) }
    if let known = store[request] {
      faults += known.faults
      return known.lines.map { $0.belonging(to: element) }
    }
    let count = faults.count
    let lines = newLines(request, element: element)
    store[request] = (lines, Array(faults[count...]))
    return lines
  }

  /// Keeps all lines from now on; copies of the setter share them.
  mutating func keepLines() { store = store ?? LineStore() }

  private mutating func newLines(_ request: LineStore.Request, element: Int?) -> [SetLine] {
    let isRunning = request.form == .running
    let (inline, shaped) = shape(
      request.text, style: request.style, divides: isRunning && theme.paragraphs.hyphenates)
    let opportunities = breakOpportunities(inline, shaped, width: request.width)
    let broken = breaker(for: request, inline, shaped).lines(of: shaped, at: opportunities)
    noteBrokenWords(broken, opportunities, inline, shaped)
    let assembly = LineAssembly(inline: inline, shaped: shaped, element: element)
    let lines = broken.map(assembly.set)
    // A paragraph against the direction of the document begins at the other edge of the measure.
    guard isRunning, shaped.isRightToLeft != isMirrored else { return lines }
    return lines.map { line in
      let distance = request.width - line.extent
      return line.shifted(by: isMirrored ? -distance : distance)
    }
  }

  /// Running lines of a point or an entry: also those against the direction of the document stand
  /// beside their bullet or number, the widest of them at the indent.
  func besideLabel(_ lines: [SetLine], width: Double) -> [SetLine] {
    guard lines.contains(where: { $0.isRightToLeft != isMirrored }) else { return lines }
    let distance = width - (lines.map(\.extent).max() ?? 0)
    return lines.map { $0.shifted(by: isMirrored ? distance : -distance) }
  }

  /// Of the body's width: in a column so narrow, titles of more than one line are as even as can
  /// be, for a word alone on a line is a hole there.
  private static let narrowMeasure = 0.55

  private func breaker(
    for request: LineStore.Request, _ inline: InlineText, _ shaped: ShapedText
  ) -> LineBreaker {
    var breaker = LineBreaker(width: request.width)
    let measure = theme.page.bodyWidth.points
    let isNarrow = request.width < measure * Self.narrowMeasure
    breaker.evensLastLine = request.form == .balanced || request.form == .line && isNarrow
    if request.form != .balanced, request.width > measure / 2 {
      breaker.column = max(measure, request.width)
    }
    guard request.form == .running else { return breaker }
    breaker.setting = theme.paragraphs.setting
    let hangs = theme.paragraphs.hangsPunctuation && !shaped.isRightToLeft
    if hangs, breaker.setting == .justified {
      breaker.margins = OpticalMargins(inline.styled.text)
    }
    return breaker
  }

  private mutating func noteBrokenWords(
    _ lines: [BrokenLine], _ opportunities: [BreakOpportunity], _ inline: InlineText,
    _ shaped: ShapedText
  ) {
    let forced = Set(
      opportunities.lazy.filter { $0.penalty >= BreakPenalty.insideWord }.map(\.cluster))
    guard !forced.isEmpty else { return }
    var noted = 0
    for line in lines.dropFirst() where line.start == nil {
      guard forced.contains(line.clusters.lowerBound) else { continue }
      let offset = shaped.clusters[line.clusters.lowerBound].text.lowerBound
      guard offset >= noted else { continue }
      let word = inline.styled.word(around: offset)
      noted = word.upperBound
      let fault = SettingFault.brokenWord(
        inline.styled.string(word), at: inline.looks[inline.styled.run(at: offset)].span)
      if faults.last != fault { faults.append(fault) }
    }
  }

  /// A text that others stand beside, with a blank that parts it from them where lines run from
  /// right to left: there some programs see no gap.
  func parted(_ text: LayoutText) -> LayoutText {
    guard isMirrored else { return text }
    var parted = text
    parted.append(" ", role: .separator)
    return parted
  }

  /// The width of a text on one line.
  func naturalWidth(_ text: LayoutText, style: TextStyle) -> Double {
    shape(text, style: style).shaped.clusters.reduce(0) { $0 + $1.advance }
  }

  /// The sign of an icon; it says nothing that the text beside it does not.
  func sign(of icon: Icon, _ icons: Theme.Icons) -> GlyphRun? {
    let family = icon.face.family
    let sign = String(Character(icon.character))
    let font = FontRequest(
      family: family.name, size: icon.face == .solid ? icons.size : icons.brandSize,
      weight: family.weight, isItalic: false)
    let shaped = shaper(
      StyledText(
        text: sign, runs: [.init(range: 0..<sign.utf8.count, font: font)], language: language))
    guard let cluster = shaped.clusters.first else { return nil }
    return GlyphRun(
      font: cluster.font, glyphs: Array(shaped.glyphs[cluster.glyphs]), clusters: [], text: "",
      isRightToLeft: false, colour: theme.colours[icons.colour] ?? .black, element: nil,
      link: nil, language: nil)
  }

  // MARK: Shaping

  private func shape(
    _ text: LayoutText, style: TextStyle, divides: Bool = false
  ) -> (inline: InlineText, shaped: ShapedText) {
    var inline = InlineText(text, style: style, theme: theme, language: language)
    if divides { inline.styled.divisibleWords = inline.divisibleWords }
    var shaped = shaper(inline.styled)
    addTracking(to: &shaped, inline)
    return (inline, shaped)
  }

  private func addTracking(to shaped: inout ShapedText, _ inline: InlineText) {
    guard inline.looks.contains(where: { $0.tracking != 0 || $0.blank != nil }) else { return }
    func widen(_ cluster: inout ShapedText.Cluster) {
      let run = inline.styled.run(at: max(0, cluster.text.upperBound - 1))
      var space = inline.looks[run].tracking * inline.styled.runs[run].font.size.points
      if cluster.isWordSpace, let blank = inline.looks[run].blank {
        space = blank - cluster.advance
      }
      guard space != 0, let last = cluster.glyphs.last else { return }
      cluster.advance += space
      shaped.glyphs[last].advance += space
    }
    for index in shaped.clusters.indices { widen(&shaped.clusters[index]) }
    for index in shaped.hyphens.indices {
      for part in shaped.hyphens[index].ending.indices {
        widen(&shaped.hyphens[index].ending[part])
      }
      for part in shaped.hyphens[index].beginning.indices {
        widen(&shaped.hyphens[index].beginning[part])
      }
    }
  }
}

extension SetLine {
  /// The line, some points further to the right.
  fileprivate func shifted(by distance: Double) -> SetLine {
    var line = self
    for index in line.runs.indices { line.runs[index].x += distance }
    for index in line.underlines.indices { line.underlines[index].x += distance }
    return line
  }
}
