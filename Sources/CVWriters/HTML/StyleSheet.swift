// SPDX-License-Identifier: MIT
import CVModel

/// The style sheet of a page, made from the values of a theme.
///
/// Lengths are in `rem`: 1 rem is the theme's body size, whatever that is on a screen, and exactly
/// that size on paper. So the page keeps the proportions of the PDF at each size of text. Margins
/// collapse in CSS just as the theme's spaces do: of two that meet, the larger counts.
struct StyleSheet {
  let theme: Theme
  let paper: Paper
  let isRightToLeft: Bool

  /// The rules, one a line; media queries over several.
  ///
  /// - Parameter footerName: Stands for `{name}` in the theme's footer.
  func lines(faces: [WebFace], footerName: String) -> [String] {
    faces.map { $0.rule(family: theme.fonts.family) } + pageRules(footerName: footerName)
      + textRules + colourRules + headerRules + sectionRules + listRules + entryRules + phoneRules
      + printRules
  }

  var step: Length { theme.grid.step }
  var bodySize: Length { theme.style("body").size }

  /// The side where lines begin, and the other.
  var start: String { isRightToLeft ? "right" : "left" }
  var end: String { isRightToLeft ? "left" : "right" }

  var textWidth: Length {
    let margins = theme.textMargins(on: paper)
    return paper.size.width - margins.left - margins.right
  }

  var bodyWidth: Length { min(theme.page.bodyWidth, textWidth) }

  func rem(_ length: Length) -> String { length.rem(bodySize) }

  /// A space of so many steps of the theme's grid.
  func space(_ steps: Double) -> String { rem(step * steps) }

  func colour(_ name: String) -> String { (theme.colours[name] ?? .black).hex }

  // MARK: Text

  /// The size of the body text on a screen: the typefaces of CVs are small for their size.
  private static let screenSize = "106.25%"

  private var textRules: [String] {
    let body = theme.style("body")
    return [
      "html { font-size: \(Self.screenSize); background: #fff; -webkit-text-size-adjust: 100% }",
      "body { margin: 0; color: \(colour(body.colour)); font-family: \(fontStack);"
        + " font-size: 1rem; font-weight: \(body.weight); line-height: \(rem(step));"
        + " overflow-wrap: anywhere }",
      "h1, h2, h3, h4, p, ul, address { margin: 0; padding: 0; font: inherit }",
      "main { max-width: \(rem(textWidth)); margin: 0 auto; padding: 3rem 1.5rem 4rem }",
      "strong { font-weight: \(theme.fonts.strongWeight) }",
      "sup, sub { font-size: 0.7em; line-height: 0 }",
      "a { color: inherit; text-decoration: underline \(colour("rule")) }",
      ".contacts a, .link { text-decoration: none }",
      "a:hover, a:focus { text-decoration: underline }",
    ]
  }

  private var photoRules: [String] {
    guard let photo = theme.header.photo else { return [] }
    return [
      ".photo { float: \(end); height: \(rem(photo.height));"
        + " margin-\(start): \(rem(photo.gap)) }"
    ]
  }

  /// The theme's family, then what most systems have of its kind.
  var fontStack: String {
    let family = theme.fonts.family
    let kind =
      family.hasSuffix("Mono")
      ? "monospace"
      : theme.fonts.isSans ? "system-ui, sans-serif" : "\"Linux Libertine O\", Georgia, serif"
    return cssString(family) + ", " + kind
  }

  /// How a style differs from the body's.
  func declarations(of style: TextStyle) -> String {
    var words = "font-size: \(rem(style.size)); font-weight: \(style.weight)"
    if style.isItalic { words += "; font-style: italic" }
    switch style.caps {
    case .none: break
    case .small: words += "; font-variant-caps: small-caps"
    case .allSmall: words += "; font-variant-caps: all-small-caps"
    }
    if style.tracking != 0 { words += "; letter-spacing: \(cssNumber(style.tracking))em" }
    if style.colour != theme.style("body").colour { words += "; color: \(colour(style.colour))" }
    return words
  }

  // MARK: Header

  private var headerRules: [String] {
    let name = theme.style("name")
    // The blanks around the sign have a width already, about a quarter of an em.
    let width = theme.header.contacts.hasSigns ? theme.header.separatorSpace : Self.columnGap
    let gap = max(0, width - 0.25)
    return [
      "header { text-align: \(edge(theme.header.alignment));"
        + " margin-bottom: \(space(theme.spaces.afterHeader)) }",
      "h1 { \(declarations(of: name)); line-height: \(space(theme.header.nameBox)) }",
      ".headline { \(declarations(of: theme.style("headline")));"
        + " margin-top: \(space(theme.spaces.beforeHeadline)) }",
      ".contacts { \(declarations(of: theme.style("contacts")));"
        + " margin-top: \(space(theme.spaces.beforeContacts)) }",
      ".contacts a, .contacts .p-adr { display: inline-block; max-width: 100%; unicode-bidi: isolate }",
      ".contacts .separator { padding: 0 \(cssNumber(gap))em }",
    ] + photoRules + emphasisRules(".headline", theme.style("headline"))
      + (isRightToLeft ? addressRules : [])
  }

  /// Between contacts that pages have in columns, in em.
  private static let columnGap = 1.0

  /// The colours that templates name.
  private var colourRules: [String] {
    var names: Set<String> = []
    for design in theme.entries.values {
      for line in design.lines { names.formUnion(line.colours) }
      names.formUnion(design.aside?.colours ?? [])
      names.formUnion(design.label?.colours ?? [])
    }
    return names.sorted().compactMap { name in
      Self.colourClass(name).map { ".\($0) { color: \(colour(name)) }" }
    }
  }

  /// The class of a colour; none for a name that is no word.
  static func colourClass(_ name: String) -> String? {
    let isWord = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    return isWord && !name.isEmpty ? "c-" + name : nil
  }

  /// Numbers and addresses run from left to right in every script.
  private var addressRules: [String] { [".u-email, .p-tel, .u-url { direction: ltr }"] }

  /// Emphasis inside italics is upright.
  func emphasisRules(_ selector: String, _ style: TextStyle) -> [String] {
    style.isItalic ? ["\(selector) em { font-style: normal }"] : []
  }

  func edge(_ alignment: Theme.Alignment) -> String {
    switch alignment {
    case .left: start
    case .center: "center"
    case .right: end
    }
  }

  // MARK: Sections

  private var sectionRules: [String] {
    let spaces = theme.spaces
    return [
      "section, .untitled { margin-top: \(space(spaces.beforeSection)) }",
      "h2 { \(declarations(of: theme.style("section-title"))); line-height: \(rem(step));"
        + " \(titleRule) }",
      ".text, .points, .group { max-width: \(rem(bodyWidth)) }",
      "section > * + *, .untitled > * + * { margin-top: \(space(spaces.betweenParagraphs)) }",
      ".group { \(declarations(of: theme.style("group-title")));"
        + " margin: \(space(spaces.beforeGroup)) 0 \(space(spaces.afterGroup)) }",
      "h2 + * { margin-top: 0 }",
    ] + emphasisRules(".group", theme.style("group-title"))
  }

  /// The rule below a section title, and the space from the title to what follows.
  private var titleRule: String {
    let after = step * theme.spaces.afterSectionTitle
    guard let rule = theme.sectionTitle.rule else { return "margin-bottom: \(rem(after))" }
    if let gap = rule.gapBelow {
      return "padding-top: \(space(gap)); border-top: \(rem(rule.width)) solid"
        + " \(colour(rule.colour)); margin-bottom: \(rem(after))"
    }
    // The theme measures from the baseline; a line of text ends so far below it.
    let descent = step - theme.grid.ascent
    let gap = max(.zero, rule.offset - descent - rule.width * 0.5)
    return "padding-bottom: \(rem(gap));"
      + " border-bottom: \(rem(rule.width)) solid \(colour(rule.colour));"
      + " margin-bottom: \(rem(max(.zero, after - gap - rule.width)))"
  }
}
