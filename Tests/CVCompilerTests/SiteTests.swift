// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel
import Testing

@testable import CVCompiler

/// Sites that stand in memory, read as one profile.
@Suite struct SiteTests {
  private struct ReadSite {
    var compiler: Compiler
    var profile: Profile?

    var codes: [Code] { compiler.log.diagnostics.map(\.code) }

    /// Every entry in one line, under the titles of the sections.
    var lines: [String] {
      (profile?.sections ?? []).flatMap { section in
        ["# \(section.title?.text ?? "–")"]
          + section.entries.map { entry in
            switch entry {
            case .record(let record):
              [record.title, record.role, record.organisation, record.text]
                .compactMap { $0?.text }.joined(separator: ", ")
            case .publication(let work): work.title.text
            case .paragraph(let paragraph): paragraph.text.text
            }
          }
      }
    }
  }

  private func read(
    _ files: [String: String], _ path: String = "site",
    _ change: (inout CompileOptions) -> Void = { _ in }
  ) -> ReadSite {
    let bytes = files.map { ("site/" + $0.key, Array($0.value.utf8)) }
    var compiler = Compiler(
      files: SourceFiles(Dictionary(bytes, uniquingKeysWith: { first, _ in first })))
    var options = CompileOptions()
    change(&options)
    let profile = compiler.readProfile(path, options: options)
    return ReadSite(compiler: compiler, profile: profile)
  }

  private let config = "title: Ada Roe\nauthor:\n  name: Ada Roe\n  email: ada@example.org\n"

  @Test func joinsPagesInTheirOrder() {
    let site = read([
      "_config.yml": config,
      "_pages/talks.md": "---\ntitle: Talks\n---\n- *2020* On moss, Moss Days\n",
      "_pages/cv.md": "## Education\n\n- **PhD**, Example University, 2019\n",
      "index.md": "I study moss.\n",
      "404.md": "Nothing here.\n", "notes.md": "# Shopping\n\nNails.\n",
    ])
    #expect(site.profile?.name?.text == "Ada Roe")
    #expect(
      site.lines == [
        "# –", "I study moss.", "# Education", "PhD, Example University", "# Talks",
        "On moss, Moss Days",
      ])
  }

  @Test func showsDocumentsWhereALoopDoes() {
    let paper = { (title: String, year: Int) in
      "---\ntitle: \(title)\ndate: \(year)-01-01\nvenue: Moss\n---\nAbstract.\n"
    }
    let site = read([
      "_config.yml": config,
      "cv.md": """
      ## Papers

      {% for p in site.publications reversed %}{% include theme.html %}{% endfor %}

      ## Talks

      {% for t in site.talks %}
      - {{ t.title }}, {{ t.date | date: "%Y" }}
      {% endfor %}
      """,
      "_publications/a.md": paper("Old", 2001), "_publications/b.md": paper("New", 2020),
      "_publications/c.md": "---\ntitle: Hidden\npublished: false\n---\n",
      "_talks/a.md": "---\ntitle: On moss\ndate: 2020-05-01\n---\n",
      "_teaching/a.md": "---\ntitle: Ferns\nvenue: Example University\n---\n",
    ])
    #expect(
      site.lines == [
        "# Papers", "New", "Old", "# Talks", "On moss", "# Teaching", "Ferns, Example University",
      ])
    #expect(site.codes == [])
  }

  @Test func saysOnceWhatStandsTwice() {
    let site = read([
      "_config.yml": config,
      "publications.md": "# Publications\n\n- A. Roe. “On Moss.” *Moss*, 2020. doi:10.5555/M.1\n",
      "a.bib": """
      @article{a, title={A wholly other title}, author={Roe, Ada}, doi={10.5555/m.1}, year=2020,
        volume={7}}
      @article{b, title={On  {Moss}}, author={Roe, Ada}, year=2020}
      @article{c, title={Ferns}, author={Roe, Ada}, year=2021, eprint={2001.00001}}
      """,
    ])
    #expect(site.lines == ["# Publications", "Ferns", "On Moss"])
    #expect(site.compiler.account.entries.contains { $0.fate == .double })
    guard case .publication(let work) = site.profile?.sections.first?.entries.last else {
      Issue.record("no work")
      return
    }
    #expect(work.volume == "7", "what the first does not know comes of the second")
  }

  @Test func leavesOutThePersonOfATheme() {
    let resume = #"{"basics": {"name": "Bo Poe"}, "work": [{"name": "X", "position": "Y"}]}"#
    let site = read(["_config.yml": config, "index.md": "I study moss.\n", "resume.json": resume])
    #expect(site.codes == [.otherPerson])
    #expect(site.lines == ["# –", "I study moss."])
  }

  @Test func refusesAFolderThatIsNoSite() {
    #expect(read(["pictures/a.png": "x", "todo.txt": "x"]).codes == [.noSite])
    #expect(read(["_config.yml": config]).codes == [.noSite])
  }

  @Test func readsThePagesSettingsFirst() {
    let site = read([
      "_config.yml": config + "cvgen:\n  name: Of the site\n",
      "index.md": "---\ncvgen:\n  name: Ada Lovell\n---\nText.\n",
    ])
    #expect(site.profile?.name?.text == "Ada Lovell")
    #expect(
      read(["_config.yml": config + "cvgen:\n  name: Of the site\n", "index.md": "Text.\n"])
        .profile?.name?.text == "Of the site")
  }

  @Test func evaluatesTheTemplatesOfOnePage() {
    let files = [
      "_config.yml": config, "_data/jobs.yml": "- {role: Clerk, firm: Rows, year: 2011}\n",
      "_pages/about.md":
        "## Experience\n\n{% for j in site.data.jobs %}\n- **{{ j.role }}**, {{ j.firm }}, {{ j.year }}\n{% endfor %}\n",
      "_pages/cv.md": "## Awards\n\n- Prize, 2001\n",
    ]
    let site = read(files, "site/_pages/about.md") {
      $0.sitePath = "site/_config.yml"
      $0.pageInSite = "_pages/about.md"
    }
    #expect(site.lines == ["# Experience", "Clerk, Rows"])
    #expect(site.codes == [])
  }

  @Test func costsOnlyTheFileThatIsDamaged() {
    let site = read([
      "_config.yml": config, "index.md": "I study moss.\n", "_data/cv.yml": "a: [b\nc: {",
      "_data/x.json": "{\"a\": ", "_publications/a.md": "---\ntitle: \"x\n---\n\u{0}",
    ])
    #expect(site.lines.first == "# –")
    #expect(!site.compiler.log.hasErrors)
    #expect(Set(site.codes).isSuperset(of: [.badYAML, .badJSON, .binaryFile]))
  }

  @Test func readsTheSameWhateverTheOrderOfTheFolder() {
    let names = (0..<30).map { "_publications/\($0).md" }
    let files = Dictionary(
      uniqueKeysWithValues: names.map { ($0, "---\ntitle: Paper \($0)\ndate: 2020-01-01\n---\n") })
    let first = read(files.merging(["index.md": "Text."]) { $1 }).lines
    #expect(first.count == 33)
    #expect(first == read(files.merging(["index.md": "Text."]) { $1 }).lines)
  }

  @Test func leavesOutTheSamplesOfATheme() {
    let site = read([
      "_config.yml": "title: Ada Roe\nauthor:\n  location: Earth\n  github: academicpages\n",
      "index.md": "## Talks\n\n{% for p in site.talks %}\n- {{ p.title }}\n{% endfor %}\n",
      "_talks/1.md": "---\ntitle: Talk 1 on Relevant Topic in Your Field\ndate: 2012-03-01\n---\n",
      "_talks/2.md": "---\ntitle: On moss\ndate: 2021-03-01\n---\n",
      "_publications/1.md": "---\ntitle: Paper Title Number 1\nvenue: Journal 1\n---\n",
      "_publications/2.md": "---\ntitle: Moss\nabstract: Lorem ipsum dolor sit amet.\n---\n",
    ])
    #expect(site.lines == ["# Talks", "On moss", "# Publications", "Moss"])
    #expect(site.profile?.contacts == [])
    #expect(site.codes == [.templateResidue, .templateResidue, .templateResidue])
  }

  private let hugo = [
    "content/authors/admin/_index.md":
      """
    +++
    title = "Ada Roe"
    [[work]]
    position = "Clerk"
    company_name = "*Rows*"
    [[skills]]
    name = "Moss"
    [[skills.items]]
    name = "green"
    [[skills.items]]
    name = "wet"
    +++
    """,
    "content/home/experience.md":
      """
    +++
    widget = "experience"
    title = "Accomplish&shy;ments"
    [[item]]
    title = "Moss License"
    organization = "Moss Board"
    +++
    """,
    "content/publication/a/index.md":
      "+++\ntitle = \"Moss\"\nauthors = [\"admin\", \"B. Poe\"]\ndate = \"2019-05-01\"\n+++\n",
    "content/event/b/index.md":
      "---\ntitle: Rain\ndate: 2021-06-01T13:00:00Z\ndate_end: '2021-06-01T15:00:00Z'\n---\n",
  ]

  @Test func readsTheTOMLOfHugo() {
    let site = read(hugo)
    #expect(
      site.lines == [
        "# Work", "Clerk, Rows", "# Skills", "Moss, green, wet", "# Accomplishments",
        "Moss License, Moss Board", "# Publications", "Moss", "# Talks", "Rain",
      ])
    guard case .publication(let work)? = site.profile?.sections[3].entries.first,
      case .record(let talk)? = site.profile?.sections[4].entries.first
    else {
      Issue.record("neither work nor talk")
      return
    }
    #expect(work.authors.map(\.name) == ["Ada Roe", "B. Poe"])
    #expect(talk.dates?.start == PartialDate(2021, 6, 1) && talk.dates?.spans.count == 1)
  }

  @Test func refusesAFolderThatIsTooLarge() {
    var files: [String: String] = ["index.md": "Text."]
    for number in 0..<1_100 { files["f\(number)/x.md"] = "x" }
    #expect(read(files).codes == [.inputTooLarge])
  }
}
