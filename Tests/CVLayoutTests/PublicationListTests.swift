// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel
import Testing

@testable import CVLayout

/// Numbers, groups and authors in lists of publications.
@Suite struct PublicationListTests {
  /// A work of so many authors, of whom one may be the owner.
  private func work(
    _ title: String, _ year: Int?, group: String? = nil, venue: String? = nil,
    authors: (count: Int, owner: Int?) = (1, nil)
  ) -> Publication {
    var work = Publication(title: RichText(title))
    work.authors = (0..<authors.count).map { index in
      var author = Author("A\(index)")
      author.isOwner = index == authors.owner
      return author
    }
    work.dates = year.map { Dates([.init(PartialDate($0))], words: "") }
    work.group = group.map { RichText($0) }
    work.venue = venue.map { RichText($0) }
    return work
  }

  private func section(_ works: [Publication], title: String = "Publications") -> Section {
    var section = Section(title: RichText(title), kind: .publications)
    section.entries = works.map { .publication($0) }
    return section
  }

  /// Each line of a document as text: titles, group titles, and entries with their labels.
  private func lines(
    _ sections: [Section], _ change: (inout PublicationDesign) -> Void
  ) -> [String] {
    var theme = listTheme
    change(&theme.publications)
    return lines(sections, theme: theme)
  }

  private func lines(_ sections: [Section], theme: Theme) -> [String] {
    var profile = Profile()
    profile.sections = sections
    var account = ImportAccount()
    var log = DiagnosticLog()
    var locale = Locale(
      language: "en", months: [], seasons: [:], present: "", since: "", expected: "",
      monthYear: "", curriculumVitae: "CV", equalContribution: "", correspondingAuthor: "")
    locale.moreAuthors = "and {count} more"
    locale.shown = "{shown} of {count} shown"
    let tree = compose(
      profile, theme: theme, locale: locale, selection: Selection(), account: &account, log: &log)
    return tree.sections.flatMap { section in
      section.children.map { child in
        switch child {
        case .groupTitle(let title): title.text
        case .entry(let entry):
          (entry.label.map { $0.text + " " } ?? "") + entry.lines.map(\.text).joined()
        case .paragraph(let text): text.text
        case .list: "list"
        }
      }
    }
  }

  private var listTheme: Theme {
    let edges = Theme.Margins(top: .zero, bottom: .zero, left: .zero, right: .zero)
    var design = EntryDesign(lines: [LineTemplate("{authors}. {title}")])
    design.label = LineTemplate("{number}")
    return Theme(
      name: "list", summary: "", page: .init(margins: [.a4: edges], bodyWidth: .zero, footer: nil),
      grid: .init(step: .pt(10), ascent: .pt(8)),
      fonts: .init(family: "Box", strongWeight: 600, files: []), colours: [:], styles: [:],
      spaces: .init(),
      header: .init(
        alignment: .left, nameBox: 1, nameBaseline: .zero, separator: "·", separatorSpace: 1),
      sectionTitle: .init(rule: nil), list: .init(bullet: "•", indent: .zero, colour: "ink"),
      entries: ["publication": design], dates: .init(precision: .year))
  }

  private var groups: [Section] {
    [
      section([
        work("a", 2020, group: "Journal articles"), work("b", 2019, group: "Journal articles"),
        work("c", 2021, group: "Conference papers"),
      ]), section([work("d", 2018, venue: "Workshop on Rain")], title: "Others"),
    ]
  }

  @Test(arguments: [
    (PublicationDesign.Numbering.plain, PublicationDesign.Scope.section, "1 2 3 1"),
    (.reverse, .section, "3 2 1 1"), (.plain, .document, "1 2 3 4"),
    (.reverse, .document, "4 3 2 1"), (.plain, .group, "1 2 1 1"), (.reverse, .group, "2 1 1 1"),
  ])
  func numbers(
    numbering: PublicationDesign.Numbering, scope: PublicationDesign.Scope, expected: String
  ) {
    let lines = lines(groups) {
      $0.numbering = numbering
      $0.scope = scope
    }
    let numbers = lines.filter { $0.contains(". ") }.compactMap { $0.split(separator: " ").first }
    #expect(numbers.joined(separator: " ") == expected)
  }

  /// Two sections may have groups of one title.
  @Test func numbersTheGroupsOfEachSection() {
    let sections = ["a", "b"].map { section([work($0, 2020, group: "Articles")], title: $0) }
    let lines = lines(sections) { $0.scope = .group }
    #expect(lines.filter { $0.contains(". ") } == ["1 A0. a", "1 A0. b"])
  }

  @Test func numbersNothingWhereNoneIsWanted() {
    #expect(lines(groups) { $0.numbering = .none }.contains("A0. a"))
  }

  @Test func countsEachKindWithItsLetter() {
    let lines = lines(groups) {
      $0.numbering = .reverse
      $0.hasPrefix = true
    }
    #expect(
      lines == [
        "Journal articles", "J2 A0. a", "J1 A0. b", "Conference papers", "C1 A0. c", "W1 A0. d",
      ])
  }

  @Test func groupsByYear() {
    var sections = groups
    sections[0].entries.append(.publication(work("e", nil)))
    let lines = lines([sections[0]]) { $0.grouping = .year }
    #expect(
      lines == ["1 A0. e", "2021", "2 A0. c", "2020", "3 A0. a", "2019", "4 A0. b"])
  }

  @Test(
    arguments: [
      (3, nil, 3, "A0, A1, A2"), (6, nil, 3, "A0, A1, A2 and 3 more"),
      (6, 1, 3, "A0, A1, A2 and 3 more"), (6, 3, 3, "A0, A1, A2, A3 and 2 more"),
      (6, 5, 3, "A0, A1, A2, …, A5 and 2 more"), (5, 4, 4, "A0, A1, A2, A3, A4"),
    ] as [(Int, Int?, Int, String)])
  func keepsTheOwnerAmongFewAuthors(count: Int, owner: Int?, limit: Int, expected: String) {
    let works = [work("t", 2020, authors: (count, owner))]
    #expect(lines([section(works)]) { $0.mostAuthors = limit } == ["1 \(expected). t"])
  }

  @Test func saysHowManyAreShown() {
    var part = section([work("a", 2020), work("b", 2019)])
    part.worksLeftOut = 5
    #expect(lines([part]) { _ in }.first == "2 of 7 shown")
    #expect(lines([section([work("a", 2020)])]) { _ in }.first == "1 A0. a")
  }

  @Test(arguments: [
    (PublicationDesign.OwnName.bold, RichText.Marks.strong), (.underline, .underline),
    (.plain, RichText.Marks()),
  ])
  func setsTheOwnNameApart(
    style: PublicationDesign.OwnName, marks: RichText.Marks
  ) {
    var fields = plainFields
    fields.publications.ownName = style
    let text = fields.value("authors", of: work("t", 2020, authors: (2, 1)), [])
    #expect(text.runs.map(\.marks) == [RichText.Marks(), RichText.Marks(), marks])
  }

  @Test func saysWithWhomTheOwnerWroteAWork() {
    var joint = work("t", 2020, authors: (2, nil))
    joint.authorLead = "with"
    #expect(plainFields.value("authors", of: joint, []).text == "With A0, A1")
    joint.authors = []
    #expect(plainFields.value("authors", of: joint, []).text == "")
  }

  private var plainFields: EntryFields {
    EntryFields(
      dates: DateFormatting(
        locale: Locale(
          language: "en", months: [], seasons: [:], present: "", since: "", expected: "",
          monthYear: "", curriculumVitae: "", equalContribution: "", correspondingAuthor: ""),
        design: .init(precision: .year)))
  }

  /// The theme says how titles look; a word that its author sets apart stays so.
  @Test func leavesOutTheEmphasisOfAWholeTitle() {
    var work = Publication(title: RichText("Tides", .init(.emphasis)))
    work.venue =
      RichText("Sea", .init([.strong, .emphasis])) + RichText(" Letters", .init(.strong))
    let fields = plainFields
    let (title, venue) = (
      fields.value("title", of: work, []), fields.value("venue", of: work, .emphasis)
    )
    #expect(title.runs.allSatisfy { $0.marks.isEmpty })
    #expect(venue.runs.allSatisfy { $0.marks == .emphasis } && venue.text == "Sea Letters")
    work.title = RichText("Of ") + RichText("tides", .init(.emphasis))
    #expect(fields.value("title", of: work, []).runs.map(\.marks) == [[], .emphasis])
  }

  /// A column of labels holds the whole time, and the line each of many dates.
  @Test func keepsManyDatesOutOfTheColumnOfLabels() {
    var service = Record(.service)
    service.title = RichText("Reviewer")
    service.dates = Dates([2018, 2020, 2023].map { .init(PartialDate($0)) }, words: "")
    var section = Section(title: RichText("Service"), kind: .services)
    section.entries = [.record(service)]
    var theme = listTheme
    var design = EntryDesign(lines: [LineTemplate("{title}")])
    design.label = LineTemplate("{dates}")
    theme.entries["service"] = design
    #expect(lines([section], theme: theme) == ["2018, 2020, 2023 Reviewer"])
    theme.page.labelColumn = Theme.LabelColumn(width: .pt(60), gap: .pt(10))
    #expect(lines([section], theme: theme) == ["2018–2023 Reviewer (2018, 2020, 2023)"])
  }
}
