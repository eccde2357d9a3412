// SPDX-License-Identifier: MIT
import CVModel

@testable import CVLayout
@testable import CVWriters

/// A theme with round numbers, and short ways to write trees.
enum HTMLFixtures {
  /// 1 rem is 10 pt, a step 12 pt; the text is 450 pt wide, the body 400.
  static let theme: Theme = {
    let edge = Length.pt(72)
    var margins: [Paper: Theme.Margins] = [:]
    for paper in Paper.allCases {
      margins[paper] = Theme.Margins(
        top: edge, bottom: edge, left: edge, right: paper.size.width - edge - .pt(450))
    }
    return Theme(
      name: "round", summary: "for tests",
      page: .init(
        margins: margins, bodyWidth: .pt(400),
        footer: .init(
          text: "{name}: {page}/{pages}", alignment: .right, baseline: .pt(20), firstPage: 2)),
      grid: .init(step: .pt(12), ascent: .pt(9)),
      fonts: .init(family: "Round Serif", strongWeight: 600, files: []),
      colours: ["ink": .black, "rule": Colour(red: 0.5, green: 0.5, blue: 0.5)],
      styles: [
        "body": TextStyle(size: .pt(10)), "name": TextStyle(size: .pt(20)),
        "section-title": TextStyle(size: .pt(12), weight: 600),
      ], spaces: Theme.Spaces(),
      header: .init(
        alignment: .center, nameBox: 2, nameBaseline: .pt(16), separator: "·", separatorSpace: 0.5),
      sectionTitle: .init(rule: .init(width: .pt(1), offset: .pt(4), colour: "rule")),
      list: .init(bullet: "•", indent: .pt(10), colour: "ink"),
      entries: [
        "position": EntryDesign(spacing: .entry), "education": EntryDesign(spacing: .entry),
        "publication": EntryDesign(spacing: .publication),
        "skill": EntryDesign(label: LineTemplate("{title}"), labelWidth: .pt(60), isWide: true),
      ], dates: .init(precision: .year))
  }()

  static var design: HTMLDesign { HTMLDesign(theme: theme, paper: .a4, generator: "cvgen test") }

  static func run(
    _ text: String, _ role: Role, _ marks: RichText.Marks = [], link: String? = nil
  ) -> LayoutRun {
    var run = LayoutRun(text: text, role: role)
    run.marks = marks
    run.link = link
    return run
  }

  static func contact(
    _ kind: Theme.ContactKind, _ words: String, link: String? = nil
  ) -> LayoutText {
    var run = run(words, .contact, link: link)
    run.group = kind
    return LayoutText([run])
  }

  static func text(_ words: String, link: String? = nil) -> LayoutText {
    LayoutText([run(words, .text, link: link)])
  }

  static func list(_ points: [String]) -> ListNode {
    ListNode(
      bullet: LayoutText("•", role: .separator),
      items: points.map { .init(text: text($0), children: []) })
  }

  static func tree(_ sections: [SectionNode], language: String = "en") -> LayoutTree {
    var header = HeaderNode(name: LayoutText("Ada Roe", role: .name))
    header.headline = LayoutText("Engineer", role: .headline)
    header.contacts = [
      contact(.location, "Lund"),
      contact(.email, "ada@example.org", link: "mailto:ada@example.org"),
      contact(.phone, "+46 555 0100", link: "tel:+465550100"),
      contact(.website, "example.org", link: "https://example.org/"),
      contact(.orcid, "ORCID\u{A0}0000-0002-1825-0097", link: "https://orcid.org/0"),
    ]
    header.separator = LayoutText(" · ", role: .separator)
    return LayoutTree(
      title: "Ada Roe", author: "Ada Roe", language: language, header: header, sections: sections)
  }

  /// Two jobs and a degree, a list in a list, publications in groups, skills and a summary.
  static var sections: [SectionNode] {
    var job = EntryNode(kind: "position")
    job.lines = [
      LayoutText([
        run("Engineer", .role, .strong), run(", ", .separator), run("Slow Machines", .organisation),
        run(", ", .separator), run("Malmö", .location),
      ])
    ]
    job.aside = LayoutText("2014–present", role: .dates)
    var points = list(["Keeps eleven turbines turning", "Mends"])
    points.items[1].children = [list(["bearings", "gears & belts"])]
    job.body = [.list(points)]
    var paper = EntryNode(kind: "publication")
    paper.lines = [
      LayoutText([
        run("A. Roe", .ownAuthor, .strong), run("*", .author), run(", ", .separator),
        run("B. Poe", .author, link: "https://example.org/poe"), run(". ", .separator),
        run("On ", .title), run("bearings", .title, .emphasis), run(". ", .separator),
        run("Journal of Rest", .venue, .emphasis), run(" ", .separator), run("61(4)", .locator),
        run(". ", .separator), run("[doi]", .link, link: "https://doi.org/10.5555/1"),
      ])
    ]
    paper.aside = LayoutText("2020", role: .dates)
    var skill = EntryNode(kind: "skill")
    skill.label = LayoutText([run("Tools", .title, .strong)])
    skill.lines = [text("lathe, oscilloscope")]
    return [
      SectionNode(title: nil, kind: .about, children: [.paragraph(text("I mend machines."))]),
      SectionNode(
        title: LayoutText("Work", role: .sectionTitle), kind: .experience, children: [.entry(job)]),
      SectionNode(
        title: LayoutText("Papers", role: .sectionTitle), kind: .publications,
        children: [.groupTitle(LayoutText("Journals", role: .groupTitle)), .entry(paper)]),
      SectionNode(
        title: LayoutText("Skills", role: .sectionTitle), kind: .skills,
        children: [.entry(skill), .entry(skill)]),
    ]
  }
}
