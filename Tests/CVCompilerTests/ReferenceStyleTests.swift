// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVLayout
import CVModel
import CVSettings
import TestSupport
import Testing

@testable import CVCompiler

/// References in the styles that journals ask for, against what the styles publish.
@Suite struct ReferenceStyleTests {
  /// The works of a bibliography as lines of a document, `*` around what is in italics.
  private func references(
    _ style: ReferenceStyle.Name, _ source: String, page: String = "# Ada Roe"
  ) throws -> [String] {
    var demo = try DemoProfile(page: Array(page.utf8), files: ["cv.bib": Array(source.utf8)])
    demo.theme.theme.publications.references = try Self.style(style)
    demo.options.bibliographies = ["cv.bib"]
    let reading = demo.compiler.readProfile("cv.md", options: demo.options)
    let tree = demo.compiler.layout(
      try #require(reading), theme: demo.theme.theme, options: demo.options)
    return tree.sections.flatMap(\.children).compactMap { child in
      if case .entry(let entry) = child { entry.lines.map(Self.written).joined() } else { nil }
    }
  }

  private static func style(_ name: ReferenceStyle.Name) throws -> ReferenceStyle? {
    var log = DiagnosticLog()
    let style = readReferenceStyle(name, &log)
    try #require(log.diagnostics.isEmpty)
    return style
  }

  private static func written(_ line: LayoutText) -> String {
    line.runs.map { run in
      let text = run.text.replacing("\u{A0}", with: " ")
      return run.marks.contains(.emphasis) ? "*\(text)*" : text
    }.joined()
  }

  private static let article = """
    @article{a, title = {Cold bridges in wet valleys}, author = {Roe, Ada Beth and van der Poe, Bo
      and Doe, Jean-Luc}, journal = {Bridge Letters}, year = 2021, month = sep, volume = 12,
      number = 3, pages = {45--67}, doi = {10.5555/x.1}}
    """
  private static let paper = """
    @inproceedings{p, title = {Mud at night}, author = {Roe, Ada B. and Poe, Bo}, year = 2020,
      booktitle = {Proceedings of the Mud Days}, address = {Oslo}, month = 7, pages = {101--109}}
    """
  private static let chapter = """
    @incollection{c, title = {Small rains}, author = {Roe, Ada}, booktitle = {The book of rain},
      year = 2019, pages = {3--9}}
    """
  private static let book = """
    @book{b, title = {A history of drops}, author = {Roe, Ada B. and Poe, Bo},
      publisher = {Wet Press}, address = {Bonn}, year = 2018}
    """
  private static let thesis = """
    @phdthesis{t, title = {On drops}, author = {Roe, Ada B.}, school = {University of Rain},
      year = 2017}
    """
  private static let report = """
    @techreport{r, title = {Drops counted}, author = {{Rain Office}},
      institution = {Ministry of Water},
      number = {TR-7}, year = 2016}
    """
  private static let preprint = """
    @misc{e, title = {Drops again}, author = {Roe, Ada B.}, eprint = {2101.00001},
      archiveprefix = {arXiv}, year = 2021}
    """

  /// Publication Manual of the APA, 7th edition: 9.8 (names), 9.35 (DOI), and the templates of
  /// chapter 10 for the kinds of works.
  @Test(arguments: [
    (
      article,
      "Roe, A. B., van der Poe, B., & Doe, J.-L. (2021). Cold bridges in wet valleys. "
        + "*Bridge Letters*, *12*(3), 45–67. https://doi.org/10.5555/x.1"
    ),
    (
      paper,
      "Roe, A. B., & Poe, B. (2020). Mud at night. In *Proceedings of the Mud Days* "
        + "(pp. 101–109), Oslo."
    ),
    (chapter, "Roe, A. (2019). Small rains. In *The book of rain* (pp. 3–9)."),
    (book, "Roe, A. B., & Poe, B. (2018). *A history of drops*. Wet Press, Bonn."),
    (thesis, "Roe, A. B. (2017). *On drops* [PhD thesis, University of Rain]."),
    (report, "Rain Office. (2016). *Drops counted* (No. TR-7). Ministry of Water."),
    (preprint, "Roe, A. B. (2021). *Drops again*. arXiv:2101.00001. [arXiv]"),
  ])
  func writesAPA(source: String, reference: String) throws {
    #expect(try references(.apa, source) == [reference])
  }

  /// IEEE Reference Guide: the basic formats of periodicals, conference papers, books, parts of
  /// them, theses and reports.
  @Test(arguments: [
    (
      article,
      "A. B. Roe, B. van der Poe, and J.-L. Doe, “Cold bridges in wet valleys,” *Bridge Letters*, "
        + "vol. 12, no. 3, pp. 45–67, Sept. 2021, doi: 10.5555/x.1."
    ),
    (
      paper,
      "A. B. Roe and B. Poe, “Mud at night,” in *Proceedings of the Mud Days*, Oslo, July 2020, "
        + "pp. 101–109."
    ),
    (chapter, "A. Roe, “Small rains,” in *The book of rain*, 2019, pp. 3–9."),
    (book, "A. B. Roe and B. Poe, *A history of drops*. Bonn: Wet Press, 2018."),
    (thesis, "A. B. Roe, “On drops,” PhD thesis, University of Rain, 2017."),
    (report, "Rain Office, “Drops counted,” Ministry of Water, TR-7, 2016."),
    (preprint, "A. B. Roe, “Drops again,” arXiv:2101.00001, 2021. [arXiv]"),
    ("@misc{q, title = {Why rain?}, author = {Roe, A.}}", "A. Roe, “Why rain?.”"),
  ])
  func writesIEEE(source: String, reference: String) throws {
    #expect(try references(.ieee, source) == [reference])
  }

  /// The Chicago Manual of Style, 18th edition, author-date: the examples of reference lists in
  /// chapters 13 and 14.
  @Test(arguments: [
    (
      article,
      "Roe, Ada Beth, Bo van der Poe, and Jean-Luc Doe. 2021. “Cold bridges in wet valleys.” "
        + "*Bridge Letters* 12 (3): 45–67. https://doi.org/10.5555/x.1."
    ),
    (
      paper,
      "Roe, Ada B., and Bo Poe. 2020. “Mud at night.” In *Proceedings of the Mud Days*, 101–109, "
        + "Oslo."
    ),
    (chapter, "Roe, Ada. 2019. “Small rains.” In *The book of rain*, 3–9."),
    (book, "Roe, Ada B., and Bo Poe. 2018. *A history of drops*. Wet Press, Bonn."),
    (thesis, "Roe, Ada B. 2017. “On drops.” PhD thesis, University of Rain."),
    (report, "Rain Office. 2016. *Drops counted*. TR-7. Ministry of Water."),
    (preprint, "Roe, Ada B. 2021. “Drops again.” arXiv:2101.00001. [arXiv]"),
    ("@misc{q, title = {Why rain?}, author = {Roe, A.}}", "Roe, A. “Why rain?”"),
  ])
  func writesChicago(source: String, reference: String) throws {
    #expect(try references(.chicago, source) == [reference])
  }

  // MARK: Authors

  /// A work of so many authors.
  private func work(_ count: Int) -> String {
    let names = (0..<count).map { "N\(Character(Unicode.Scalar(UInt8(97 + $0)))), Bo" }
    return "@misc{k, title = {T}, author = {\(names.joined(separator: " and "))}}"
  }

  /// How many authors are named: up to twenty in APA (9.8), of more the first nineteen and the
  /// last; up to six in IEEE, of more the first; up to six in Chicago, of more the first three.
  @Test(arguments: [
    (ReferenceStyle.Name.apa, 2, "Na, B., & Nb, B. T."),
    (.apa, 20, "Ns, B., & Nt, B. T."), (.apa, 21, "Ns, B., . . . Nu, B. T."),
    (.apa, 24, "Ns, B., . . . Nx, B. T."), (.ieee, 2, "B. Na and B. Nb, “T.”"),
    (.ieee, 6, "B. Ne, and B. Nf, “T.”"), (.ieee, 7, "B. Na et al., “T.”"),
    (.chicago, 6, "Bo Ne, and Bo Nf. “T.”"), (.chicago, 7, "Na, Bo, Bo Nb, Bo Nc, et al. “T.”"),
  ])
  func cutsLongLists(style: ReferenceStyle.Name, count: Int, end: String) throws {
    let reference = try #require(try references(style, work(count)).first)
    let written = reference.replacing("*T*", with: "T").replacing("*", with: "")
    #expect(written.hasSuffix(end), "\(written)")
  }

  @Test(arguments: [
    (ReferenceStyle.Name.apa, "{Poe, Bo and others}", "Poe, B., et al. *T*."),
    (.ieee, "{Poe, Bo and others}", "B. Poe et al., “T.”"),
    (.apa, "{Roe, Jr, Ada and Poe, B.}", "Roe, A., Jr, & Poe, B. *T*."),
    (.ieee, "{Roe, Jr, Ada}", "A. Roe, Jr, “T.”"),
    (.chicago, "{Roe, Jr, Ada}", "Roe, Ada, Jr. “T.”"),
    (.apa, "{Luz Mar{\\'\\i}a Garc{\\'\\i}a Roe}", "Roe, L. M. G. *T*."),
    (.apa, "{Garc{\\'\\i}a Roe, Luz Mar{\\'\\i}a}", "García Roe, L. M. *T*."),
    (.apa, "{罗 伊 and Poe, Bo}", "罗 伊, & Poe, B. *T*."),
    (.apa, "{The Mud Collaboration}", "The Mud Collaboration. *T*."),
    (.apa, "{Poe*, Bo and Doe*, Cy}", "Poe, B.*, & Doe, C.* *T*."),
    (.apa, "", "*T*."), (.ieee, "", "“T.”"),
  ])
  func writesNames(style: ReferenceStyle.Name, authors: String, reference: String) throws {
    let field = authors.isEmpty ? "" : ", author = \(authors)"
    #expect(try references(style, "@misc{k, title = {T}\(field)}") == [reference])
  }

  /// Names of which no source says how they are made up.
  @Test(arguments: [
    ("Ada B. Roe", "Roe, A. B."), ("A.B. Roe", "Roe, A. B."), ("Roe AB", "Roe, A. B."),
    ("Ada van der Roe", "van der Roe, A."), ("Ada Ortega y Roe", "Ortega y Roe, A."),
    ("Roe, A. B.", "Roe, A. B."), ("Ada Roe III", "Roe, A., III"), ("Roe", "Roe"),
    ("J.-L. Roe", "Roe, J.-L."), ("JD Roe", "Roe, J. D."), ("Roe, A., Jr.", "Roe, A., Jr."),
  ])
  func cutsNames(name: String, form: String) throws {
    let page = "# Ada Poe\n\n## Publications\n\n1. X. Noe. T. *Sky*, 2020.\n"
    var demo = try DemoProfile(page: Array(page.utf8))
    demo.theme.theme.publications.references = try Self.style(.apa)
    var profile = demo.profile
    var work = Publication(title: RichText("T"))
    work.authors = [Author(name)]
    profile.sections[0].entries = [.publication(work)]
    let tree = demo.compiler.layout(profile, theme: demo.theme.theme, options: demo.options)
    guard case .entry(let entry) = tree.sections[0].children[0] else {
      Issue.record("no entry")
      return
    }
    let shown = entry.lines[0].runs.first { $0.role == .author || $0.role == .ownAuthor }
    #expect(shown?.text == form)
  }

  /// Who asks for a CV looks for its owner.
  @Test func keepsTheOwner() throws {
    let names = (0..<9).map { "N\(Character(Unicode.Scalar(UInt8(97 + $0)))), Bo" }
    let source = "@misc{k, title={T}, author={\(names.joined(separator: " and ")) and Roe, Ada}}"
    #expect(try references(.ieee, source) == ["B. Na, …, A. Roe et al., “T.”"])
    #expect(try references(.chicago, source) == ["Na, Bo, Bo Nb, Bo Nc, …, Ada Roe, et al. “T.”"])
  }

  // MARK: Words

  /// Fields that every line of a style names, so that no style leaves a word of a work out.
  private static let fields: Set<String> = [
    "authors", "title", "venue", "volume", "issue", "location", "status", "awards", "note", "links",
  ]

  @Test(arguments: [ReferenceStyle.Name.apa, .ieee, .chicago])
  func namesEveryField(name: ReferenceStyle.Name) throws {
    let style = try #require(try Self.style(name))
    #expect(style.lines[.article] != nil && style.lines[.conference] != nil)
    for (kind, line) in style.lines {
      let named = Set(line.fields)
      #expect(Self.fields.isSubset(of: named), "\(kind): \(Self.fields.subtracting(named))")
      #expect(named.contains { $0.hasPrefix("doi") })
      #expect(named.contains("year") || named.contains("month-year"))
      #expect(named.contains("pages") || named.contains("pp"))
    }
  }

  /// The words of all works, but those that authors' names are cut to, in each of the styles.
  @Test(arguments: DemoProfile.names, [ReferenceStyle.Name.apa, .ieee, .chicago])
  func losesNoWord(profile: String, name: ReferenceStyle.Name) throws {
    var demo = try DemoProfile(profile)
    let roles: Set<Role> = [.title, .venue, .location, .status, .award, .note]
    func words() -> [String] {
      var words: [String] = []
      var tree = demo.compiler.layout(
        demo.profile, theme: demo.theme.theme, options: demo.options)
      tree.forEachText { text in
        for run in text.runs where roles.contains(run.role) {
          words += run.text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        }
      }
      return words.sorted()
    }
    let own = words()
    demo.theme.theme.publications.references = try Self.style(name)
    #expect(words() == own)
  }
}
