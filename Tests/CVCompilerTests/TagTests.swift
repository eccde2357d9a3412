// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel
import CVWriters
import Testing

@testable import CVCompiler

@Suite struct TagTests {
  /// The tags of a page's sections, entries and points, as `name: tags`.
  private func tags(_ page: String) -> (tags: [String], codes: [Code], compiler: Compiler) {
    var compiler = Compiler(files: SourceFiles(["cv.md": Array(page.utf8)]))
    let profile = compiler.readProfile("cv.md", options: CompileOptions()) ?? Profile()
    var lines: [String] = []
    func add(_ name: String, _ tags: [String]) {
      if !tags.isEmpty { lines.append(name + ": " + tags.joined(separator: " ")) }
    }
    func add(_ bullets: [Bullet]) {
      for bullet in bullets {
        add(bullet.text.text, bullet.tags)
        add(bullet.children)
      }
    }
    for section in profile.sections {
      add(section.title?.text ?? "-", section.tags)
      for entry in section.entries {
        add(entry.name, entry.tags)
        if case .record(let record) = entry { add(record.bullets) }
      }
    }
    return (lines, compiler.log.diagnostics.map(\.code), compiler)
  }

  @Test(arguments: [
    "{tags=\"a b\"}", "{: tags=\"a b\"}", "{: tags='a, b'}", "{tags: a, b}",
    "{: .big tags=\"a b\" }",
    "{.big #top tags=\"a b\"}", "{:tags=\"a b\"}", "\n{: tags=\"a b\"}",
  ])
  func belongToTheWordsBeforeThem(list: String) {
    let section = tags("# Ada Roe\n\n## Skills \(list)\n\n- Swift\n- Fortran\n")
    #expect(section.tags == ["Skills: a b"])
    #expect(section.codes == [])
    let entry = tags("# Ada Roe\n\n## Awards\n\n- 2020: One\n- 2021: Two \(list)\n- 2022: Three\n")
    #expect(entry.tags == ["Two: a b"])
    let head = "### Engineer, *Acme Works, Oslo, Norway* — 2019 – 2020 \(list)\n\n- Built it\n"
    #expect(tags("# Ada Roe\n\n## Experience\n\n\(head)").tags == ["Engineer: a b"])
    let point = "### Engineer, *Acme Works* — 2019\n\n- Built it\n  - Twice \(list)\n- Sold it\n"
    #expect(tags("# Ada Roe\n\n## Experience\n\n\(point)").tags == ["Twice: a b"])
  }

  @Test func belongToALongItemAndToAParagraph() {
    let page = """
      # Ada Roe

      ## Awards

      - 2020: A prize for
        slow machines {tags="a"}

      ## About

      I build machines
      that are slow. {tags="b"}

      I also teach.
      """
    #expect(
      tags(page).tags == ["A prize for slow machines: a", "I build machines that are slow.: b"])
  }

  @Test func ofAGroupBelongToItsEntries() {
    let page = """
      # Ada Roe

      ## Awards

      ### National {tags="a"}

      - 2020: One
      - 2021: Two

      ### Local

      - 2022: Three
      """
    #expect(tags(page).tags == ["One: a", "Two: a"])
  }

  @Test func thatStandAtNothingAreToldOf() {
    #expect(tags("{tags=\"a\"}\n\n# Ada Roe\n\n## Awards\n\n- 2020: One\n").codes == [.looseTags])
  }

  @Test func areNoTextAndNoTextIsTags() {
    let (lines, _, compiler) = tags(
      "# Ada Roe\n\n## Skills\n\n- The set {tags} and {tags: of text\n")
    #expect(lines == [])
    #expect(compiler.log.diagnostics.isEmpty)
    #expect(tags("# Ada Roe\n\n## Skills\n\n- A {tags=\"a\"} in the midst\n").tags == [])
  }

  @Test func areReadOfDataAndOfFrontMatter() {
    let renderCV = """
      cv:
        name: Ada Roe
        sections:
          experience:
            - company: Acme Works
              position: Engineer
              start_date: 2019-01
              tags: [industry, data science]
            - company: Beta Mills
              position: Clerk
              tags: office, paper
      """
    #expect(
      tags(renderCV).tags == ["Engineer: industry data science", "Clerk: office paper"])
    let resume = """
      {"basics": {"name": "Ada Roe"}, "publications": [{"name": "A Map of Rain", "tags": ["x"]}]}
      """
    #expect(tags(resume).tags == ["A Map of Rain: x"])
    let page = """
      ---
      name: Ada Roe
      work:
        - {position: Engineer, company: Acme Works, tags: industry}
      ---

      ## Skills

      - Swift
      """
    #expect(tags(page).tags == ["Engineer: industry"])
  }

  @Test func surviveTheFormsThatKeepThem() {
    let page = """
      # Ada Roe

      ## Experience {tags="a"}

      ### Engineer, *Acme Works, Oslo, Norway* — 2019 – 2020 {tags="b, c d"}

      - Built it {tags="e"}
        - Twice {tags="f"}

      ## Publications

      1. **A. Roe**, B. Poe. “A Map of Rain.” *Clouds*, 2020. {tags="g"}
      """
    let (lines, _, compiler) = tags(page)
    #expect(lines.count == 5)
    var first = Compiler(files: SourceFiles(["cv.md": Array(page.utf8)]))
    let profile = first.readProfile("cv.md", options: CompileOptions()) ?? Profile()
    let again = compiler.markdown(profile)
    #expect(tags(again).tags == lines)
    var other = compiler
    _ = other.exchanged(profile, as: .renderCV)
    let losses = other.log.diagnostics.filter { $0.code == .formatLoss }.map(\.message)
    #expect(losses.contains { $0.contains("tags of points") }, "no such place in RenderCV")
    #expect(!losses.contains { $0.contains("tags of entries") })
  }
}
