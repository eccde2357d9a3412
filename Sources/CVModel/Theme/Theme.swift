// SPDX-License-Identifier: MIT

/// How a CV looks: page, faces, sizes, spaces and the design of each kind of entry.
///
/// A value read from `theme.yaml`; `docs/themes.md` describes the file.
public struct Theme: Hashable, Sendable {
  public var name: String
  /// One line on what the theme is for.
  public var summary: String
  public var page: Page
  public var grid: Grid
  public var fonts: Fonts
  public var colours: [String: Colour]
  /// By name: `body`, `name`, `section-title`, `footer` …; `body` always exists.
  public var styles: [String: TextStyle]
  public var spaces: Spaces
  public var header: Header
  public var sectionTitle: SectionTitle
  public var list: List
  /// By the name of a record kind, `publication` or `paragraph`; `item` stands in for the others.
  public var entries: [String: EntryDesign]
  public var dates: DateDesign
  public var paragraphs = Paragraphs()
  public var sections = Sections()
  public var publications = PublicationDesign()
  public var icons: Icons?
  /// The width of a blank beside a sign between two fields, in em; `nil` for that of the face.
  public var signSpace: Double?
  /// How far a page budget may tighten the page; `nil` for not at all.
  public var floors: Floors?

  public init(
    name: String, summary: String, page: Page, grid: Grid, fonts: Fonts,
    colours: [String: Colour], styles: [String: TextStyle], spaces: Spaces, header: Header,
    sectionTitle: SectionTitle, list: List, entries: [String: EntryDesign], dates: DateDesign
  ) {
    self.name = name
    self.summary = summary
    self.page = page
    self.grid = grid
    self.fonts = fonts
    self.colours = colours
    self.styles = styles
    self.spaces = spaces
    self.header = header
    self.sectionTitle = sectionTitle
    self.list = list
    self.entries = entries
    self.dates = dates
  }

  /// The design of a kind of entry.
  public func design(for kind: String) -> EntryDesign {
    entries[kind] ?? entries["item"] ?? EntryDesign()
  }

  /// The style of a name; the body style where the theme has none of that name.
  public func style(_ name: String) -> TextStyle {
    styles[name] ?? styles["body"] ?? TextStyle(size: .pt(10))
  }

  /// The theme without its side column, for documents that have nothing to put there.
  ///
  /// The text takes some of its room: lines as long as they may be to be read with ease.
  public func withoutSide() -> Theme {
    guard page.side != nil else { return self }
    var theme = self
    theme.page.side = nil
    theme.page.margins = page.margins.mapValues { margins in
      var margins = margins
      margins.right = margins.left
      return margins
    }
    theme.page.bodyWidth = max(page.bodyWidth, style("body").size * Self.longestMeasure)
    return theme
  }

  /// The longest measure by the size of the type: 95 characters of 0.418 em each.
  private static let longestMeasure = 39.7

  /// From the edges of the paper to the text; a column of labels is part of the margin.
  public func textMargins(on paper: Paper) -> Margins {
    var margins =
      page.margins[paper] ?? Margins(top: .zero, bottom: .zero, left: .zero, right: .zero)
    if let column = page.labelColumn { margins.left += column.width + column.gap }
    return margins
  }
}

/// Sizes of paper.
public enum Paper: String, CaseIterable, Hashable, Sendable {
  case a4, letter

  /// A4: 210 × 297 mm (ISO 216); Letter: 8.5 × 11 in (ANSI Y14.1).
  public var size: (width: Length, height: Length) {
    switch self {
    case .a4: (.mm(210), .mm(297))
    case .letter: (.pt(612), .pt(792))
    }
  }
}

extension Theme {
  /// The white around the text, and the line at the foot of a page.
  public struct Page: Hashable, Sendable {
    public var margins: [Paper: Margins]
    /// The measure of paragraphs, points and title lines.
    public var bodyWidth: Length
    /// The columns of the text below the header, of one width.
    public var columns = 1
    /// Between two columns.
    public var columnGap = Length.pt(18)
    /// A column at the left that holds nothing but the labels of entries.
    public var labelColumn: LabelColumn?
    /// A column beside the text, on every page.
    public var side: Side?
    public var footer: Footer?

    public init(margins: [Paper: Margins], bodyWidth: Length, footer: Footer?) {
      self.margins = margins
      self.bodyWidth = bodyWidth
      self.footer = footer
    }
  }

  /// From the edges of the paper to the text.
  public struct Margins: Hashable, Sendable {
    public var top, bottom, left, right: Length

    public init(top: Length, bottom: Length, left: Length, right: Length) {
      self.top = top
      self.bottom = bottom
      self.left = left
      self.right = right
    }
  }

  /// The line at the foot of the pages.
  public struct Footer: Hashable, Sendable {
    /// With `{name}`, `{page}`, `{pages}`, and `{page-label}` for the words of the locale.
    public var text: String
    /// A second text, flush right; the first is then flush left.
    public var right: String?
    public var alignment: Alignment
    /// From the lower edge of the paper up to the baseline.
    public var baseline: Length
    /// The first page that has it.
    public var firstPage: Int

    /// The footer with the words of a locale for the page, which begin large where they begin it.
    public func labelled(_ words: String) -> Footer {
      var footer = self
      footer.text = Self.labelled(text, words)
      footer.right = right.map { Self.labelled($0, words) }
      return footer
    }

    private static func labelled(_ text: String, _ words: String) -> String {
      let isFirst = text.hasPrefix("{page-label}")
      let label = isFirst ? words.prefix(1).uppercased() + words.dropFirst() : words
      return text.replacing("{page-label}", with: label)
    }

    public init(text: String, alignment: Alignment, baseline: Length, firstPage: Int) {
      self.text = text
      self.alignment = alignment
      self.baseline = baseline
      self.firstPage = firstPage
    }
  }

  /// A column for labels, flush right in it.
  public struct LabelColumn: Hashable, Sendable {
    public var width: Length
    /// From the column to the text.
    public var gap: Length

    public init(width: Length, gap: Length) {
      self.width = width
      self.gap = gap
    }
  }

  /// A tinted column from edge to edge of the paper, at the right, with a flow of its own.
  public struct Side: Hashable, Sendable {
    /// The width of the tint.
    public var width: Length
    /// From the tint's left edge to the text, and from the text to the paper's edge.
    public var left, right: Length
    /// The name of the tint's colour.
    public var tint: String
    /// How many steps lower than the text the column begins on the first page.
    public var start: Double

    public init(width: Length, edges: (left: Length, right: Length), tint: String, start: Double) {
      self.width = width
      (left, right) = edges
      self.tint = tint
      self.start = start
    }
  }

  /// The order of the sections, and those that stand in the side column.
  public struct Sections: Hashable, Sendable {
    /// What is not named comes last; nothing for the order of the source.
    public var order: [SectionKind] = []
    public var side: [SectionKind] = []

    public init() {}
  }

  /// Where in its line a text stands.
  public enum Alignment: String, CaseIterable, Hashable, Sendable { case left, center, right }

  /// Every line is `step` high, whatever its font; `ascent` of it is above the baseline.
  public struct Grid: Hashable, Sendable {
    public var step: Length
    public var ascent: Length

    public init(step: Length, ascent: Length) {
      self.step = step
      self.ascent = ascent
    }
  }

  /// The faces of the text, all of one family.
  public struct Fonts: Hashable, Sendable {
    public var family: String
    /// The weight of strong text: 600, or 700 where a theme has no semibold.
    public var strongWeight: Int
    /// Files below the fonts folder: `LibertinusSerif/LibertinusSerif-Regular.ttf`.
    public var files: [String]
    /// OpenType features that are on or off in all text: `liga=0`.
    public var features: [String] = []

    /// Whether the family has no serifs, as its name says.
    public var isSans: Bool { family.contains("Sans") }

    public init(family: String, strongWeight: Int, files: [String]) {
      self.family = family
      self.strongWeight = strongWeight
      self.files = files
    }
  }

  /// Spaces in steps of the grid; where two meet, the larger counts.
  public struct Spaces: Hashable, Sendable {
    public var beforeSection = 1.0
    public var afterSectionTitle = 0.5
    public var beforeGroup = 0.75
    public var afterGroup = 0.1
    public var betweenEntries = 0.5
    public var betweenPublications = 0.25
    public var betweenRows = 0.0
    public var betweenParagraphs = 0.25
    public var beforeHeadline = 0.0
    public var beforeContacts = 0.5
    public var afterHeader = 1.25

    public init() {}
  }

  /// The least that a page budget may go down to.
  public struct Floors: Hashable, Sendable {
    /// In steps of the grid.
    public var beforeSection, betweenEntries, betweenPublications: Double
    /// Margins.
    public var top, bottom, side: Length
    /// The step of the grid.
    public var step: Length
    public var bodySize: Length
    /// The space below a rule above section titles, in steps.
    public var ruleGap: Double?

    public init(
      spaces: (beforeSection: Double, betweenEntries: Double, betweenPublications: Double),
      margins: (top: Length, bottom: Length, side: Length), step: Length, bodySize: Length
    ) {
      (beforeSection, betweenEntries, betweenPublications) = spaces
      (top, bottom, side) = margins
      self.step = step
      self.bodySize = bodySize
    }
  }

  /// How section titles look, their style aside.
  public struct SectionTitle: Hashable, Sendable {
    /// The rule under or above the title; `nil` for none.
    public var rule: Rule?
    /// The width of a column of their own, on the first baseline of their sections; `nil` for
    /// titles above them.
    public var column: Length?
    /// Between this column and the text.
    public var columnGap = Length.pt(6)

    public init(rule: Rule?) { self.rule = rule }
  }

  /// A horizontal line as wide as the text.
  public struct Rule: Hashable, Sendable {
    public var width: Length
    /// From the title's baseline down to the middle of the rule; nothing above a title.
    public var offset: Length
    /// For a rule above the title: the space between them, in steps of the grid.
    public var gapBelow: Double?
    /// The name of a colour.
    public var colour: String

    public init(width: Length, offset: Length, colour: String) {
      self.width = width
      self.offset = offset
      self.colour = colour
    }
  }

  /// How running text is set: paragraphs, points, and entries spaced as publications.
  public struct Paragraphs: Hashable, Sendable {
    public var setting = Setting.ragged
    /// Whether words may be divided at the ends of lines.
    public var hyphenates = false
    /// Whether signs hang a little over the margins of justified text, which looks straighter.
    public var hangsPunctuation = true

    public init() {}

    /// What the right edge of a paragraph looks like.
    public enum Setting: String, CaseIterable, Hashable, Sendable { case ragged, justified }
  }

  /// How lists look.
  public struct List: Hashable, Sendable {
    public var bullet: String
    /// From the edge of the text to the text of a point; second lines stand there, too.
    public var indent: Length
    public var colour: String

    public init(bullet: String, indent: Length, colour: String) {
      self.bullet = bullet
      self.indent = indent
      self.colour = colour
    }
  }

  /// The form of dates in the aside.
  public struct DateDesign: Hashable, Sendable {
    public var precision: Precision
    public var months: Months

    public init(precision: Precision, months: Months = .short) {
      self.precision = precision
      self.months = months
    }

    /// The names of months: `Sep` or `September`.
    public enum Months: String, CaseIterable, Hashable, Sendable { case short, long }

    /// The smallest part of a date that is shown.
    public enum Precision: String, CaseIterable, Hashable, Sendable { case month, year }
  }
}
