// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVLayout
package import CVModel

/// Text with its looks resolved: what a paragraph is set from.
struct InlineText {
  var styled: StyledText
  /// Beside each run of `styled`.
  var looks: [Look]

  /// What of a run's look shaping does not care for.
  struct Look: Hashable {
    var colour: Colour
    var tracking: Double
    /// The width of its blanks; `nil` for that of the face.
    var blank: Double?
    /// Above the baseline, for superscripts.
    var rise: Double
    var link: String?
    var language: String?
    var role: Role
    var isCode: Bool
    /// Only the owner's name may be underlined on pages.
    var isUnderlined: Bool
    var span: SourceSpan?
  }

  /// Resolves the styles of a text against a theme.
  init(_ text: LayoutText, style: TextStyle, theme: Theme, language: String) {
    var whole = ""
    var runs: [StyledText.Run] = []
    var looks: [Look] = []
    var softHyphens: [Int] = []
    for run in text.runs where !run.text.isEmpty {
      let start = whole.utf8.count
      Self.append(run.text, to: &whole, &softHyphens)
      guard whole.utf8.count > start else { continue }
      var style = style
      if run.caps != .none { style.caps = run.caps }
      var styledRun = StyledText.Run(
        range: start..<whole.utf8.count, font: Self.font(of: run.marks, style: style, theme: theme))
      styledRun.language = run.language
      runs.append(styledRun)
      looks.append(
        Look(
          colour: theme.colours[run.colour ?? style.colour] ?? .black, tracking: style.tracking,
          blank: theme.signSpace.flatMap { run.isSign ? $0 * style.size.points : nil },
          rise: Self.rise(of: run.marks, size: style.size), link: run.link,
          language: run.language, role: run.role, isCode: run.marks.contains(.code),
          isUnderlined: run.role == .ownAuthor && run.marks.contains(.underline), span: run.span)
      )
    }
    styled = StyledText(text: whole, runs: runs, language: language)
    styled.softHyphens = softHyphens
    self.looks = looks
    if isWrittenRightToLeft(language) {
      let styled = styled
      self.styled.isolates = zip(runs, looks).compactMap { run, look in
        let text = styled.string(run.range)
        let isWord = text.unicodeScalars.contains(where: \.isRightToLeft)
        return look.role == .contact && !isWord ? run.range : nil
      }
    }
  }

  /// Adds a text without its soft hyphens, which have no look but where a line ends.
  private static func append(_ text: String, to whole: inout String, _ softHyphens: inout [Int]) {
    // Two bytes; the first begins only the signs from U+0080 to U+00BF.
    guard text.utf8.contains(0xC2), text.unicodeScalars.contains("\u{AD}") else {
      whole += text
      return
    }
    for scalar in text.unicodeScalars {
      if scalar == "\u{AD}" {
        if softHyphens.last != whole.utf8.count { softHyphens.append(whole.utf8.count) }
      } else {
        whole.unicodeScalars.append(scalar)
      }
    }
  }

  /// Superscripts and subscripts are set at this part of the size.
  private static let scriptSize = 0.7

  fileprivate static func font(
    of marks: RichText.Marks, style: TextStyle, theme: Theme
  ) -> FontRequest {
    let isScript = !marks.isDisjoint(with: [.superscript, .subscripted])
    return FontRequest(
      family: theme.fonts.family, size: isScript ? style.size * scriptSize : style.size,
      weight: marks.contains(.strong) ? max(style.weight, theme.fonts.strongWeight) : style.weight,
      // Emphasis inside italics is upright.
      isItalic: marks.contains(.emphasis) != style.isItalic, caps: style.caps,
      figures: style.figures,
      features: theme.fonts.features.isEmpty ? nil : theme.fonts.features.joined(separator: ", "))
  }

  private static func rise(of marks: RichText.Marks, size: Length) -> Double {
    if marks.contains(.superscript) { return size.points * 0.35 }
    return marks.contains(.subscripted) ? -size.points * 0.12 : 0
  }
}

/// Letters in the faces and sizes that documents in a theme have, for a shaper to make itself ready
/// with: of the body, in its three looks, most that texts have, of the other styles a few.
package func specimen(of theme: Theme) -> StyledText {
  let font = { (marks: RichText.Marks, style: TextStyle) in
    InlineText.font(of: marks, style: style, theme: theme)
  }
  let body = [[], .strong, .emphasis].map { font($0, theme.style("body")) }
  let others = theme.styles.sorted { $0.key < $1.key }.map { font([], $0.value) }
  var specimen = StyledText(text: "", runs: [], language: "en")
  for font in body + others where !specimen.runs.contains(where: { $0.font == font }) {
    let letters = body.contains(font) ? commonCharacters : "Aa 1"
    let start = specimen.text.utf8.count
    specimen.text += letters
    specimen.runs.append(.init(range: start..<start + letters.utf8.count, font: font))
  }
  return specimen
}

private let commonCharacters =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789 .,:;()[]&-–—’“”/@+*"

extension LayoutRun {
  /// Whether it is one sign with a blank on each side, as a dot between two fields.
  fileprivate var isSign: Bool {
    role == .separator && text.unicodeScalars.count == 3 && text.first == " " && text.last == " "
  }
}
