// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel
import CVWriters
import Testing

@testable import CVCompiler

@Suite struct TailoringTests {
  private static let page = """
    ---
    name: Ada Roe
    headline: Engineer
    photo: ada.jpg
    contacts:
      email: ada@example.org
      phone: +47 77 00 01 23
      location: Fjordgata 12, 9008 Tromsø
      born: 3 May 1990
      github: ada-example
    ---

    ## About

    I build slow machines.

    ## Experience

    ### Engineer, *Acme Works, Oslo, Norway* — 2019 – 2020

    - Built it {tags="industry"}
    - Taught it {tags="academia"}

    ### Lecturer, *University of Nordmark* — 2015 – 2019 {tags="academia"}

    - Taught more

    ## Awards

    - 2022: First Prize
    - 2021: Second Prize
    - 2020: Third Prize {tags="industry"}

    ## Skills {tags="industry"}

    - Swift
    """

  private func read(
    _ variant: String, page: String = page, with change: (inout CompileOptions) -> Void = { _ in }
  ) -> (profile: Profile, compiler: Compiler) {
    let settings = "variants:\n  it:\n    \(variant)\n"
    var compiler = Compiler(
      files: SourceFiles(["cv.md": Array(page.utf8), "cvgen.yml": Array(settings.utf8)]))
    var options = CompileOptions()
    options.settingsPath = "cvgen.yml"
    options.variant = "it"
    change(&options)
    return (compiler.readProfile("cv.md", options: options) ?? Profile(), compiler)
  }

  private func names(_ profile: Profile) -> [String] {
    profile.sections.map { section in
      let title = section.title?.text ?? "-"
      return title + ": " + section.entries.map(\.name).joined(separator: ", ")
    }
  }

  private func left(_ compiler: Compiler, _ fate: ImportAccount.Fate) -> [String] {
    compiler.account.entries.filter { $0.fate == fate }.map(\.text)
  }

  @Test func includesWhatHasTheTagAndWhatHasNone() {
    let (profile, compiler) = read("tags: {include: [Industry]}")
    #expect(
      names(profile) == [
        "About: I build slow machines.", "Experience: Engineer",
        "Awards: First Prize, Second Prize, Third Prize", "Skills: Swift",
      ])
    #expect(!writeJSONWithoutPlaces(profile).contains("Taught"))
    #expect(left(compiler, .tags).contains { $0.contains("Taught more") })
    #expect(compiler.log.diagnostics.isEmpty)
  }

  @Test func excludesWhatHasTheTag() {
    let (profile, _) = read("tags: {exclude: industry}")
    #expect(
      names(profile) == [
        "About: I build slow machines.", "Experience: Engineer, Lecturer",
        "Awards: First Prize, Second Prize",
      ])
    #expect(!writeJSONWithoutPlaces(profile).contains("Built it"))
  }

  @Test func givesTagsByTitlesAndNames() {
    let tagged = "tagged: {engineer-acme-works: [old], Awards: old}, tags: {exclude: old}"
    let (profile, compiler) = read("{\(tagged)}")
    #expect(
      names(profile) == [
        "About: I build slow machines.", "Experience: Lecturer", "Skills: Swift",
      ])
    #expect(compiler.log.diagnostics.isEmpty)
  }

  @Test func leavesOutSectionsAndEntriesByName() {
    let (profile, compiler) = read("exclude: [skills, second-prize, University of Nordmark]")
    #expect(
      names(profile) == [
        "About: I build slow machines.", "Experience: Engineer", "Awards: First Prize, Third Prize",
      ])
    #expect(left(compiler, .excluded).count == 4, "a section, its entry, and two entries")
    #expect(compiler.log.diagnostics.isEmpty)
  }

  @Test func keepsTheFirstEntries() {
    let (profile, compiler) = read("limits: {awards: 1, Skills: 0}")
    #expect(names(profile).suffix(1) == ["Awards: First Prize"])
    #expect(left(compiler, .limit).count == 4, "two prizes, a section and its entry")
  }

  @Test func hidesWhatIsPrivate() {
    let page =
      Self.page + """


        ## Contact

        - Telephone: 77 00 01 24
        - Date of birth: 3 May 1990

        Or write to me at Fjordgata 12, 9008 Tromsø.

        ## Hobbies

        - Born: in the mountains
        - Call me ([now](tel:+4777000123))
        - Lives of saints
        """
    let (profile, compiler) = read("privacy: public", page: page)
    #expect(profile.contacts.map(\.text) == ["ada@example.org", "github.com/ada-example"])
    let text = writeJSONWithoutPlaces(profile)
    for word in ["77", "Fjordgata", "1990", "mountains", "Call me"] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(text.contains("Lives of saints"))
    #expect(profile.photo == nil)
    #expect(left(compiler, .private).contains("3 May 1990"))
    let (whole, _) = read("privacy: application", page: page)
    #expect(writeJSONWithoutPlaces(whole).contains("Fjordgata"))
    #expect(whole.photo?.path == "ada.jpg")
  }

  /// The numbers of a small country have six digits.
  @Test func hidesTheShortestNumbers() {
    let page =
      Self.page.replacing("+47 77 00 01 23", with: "55 01 23")
      + "\n\n## Hobbies\n\n- Call 550123 at noon\n- Lives of saints\n"
    let (profile, _) = read("privacy: public", page: page)
    let text = writeJSONWithoutPlaces(profile)
    #expect(!text.contains("at noon") && text.contains("Lives of saints"))
  }

  @Test func replacesFields() {
    let (profile, compiler) = read(
      "{name: A. Roe, headline: Builder, summary: I build., contacts: {email: work@example.org}}")
    #expect(profile.name?.text == "A. Roe")
    #expect(profile.headline?.text == "Builder")
    #expect(profile.contacts.first?.text == "work@example.org")
    #expect(!profile.contacts.contains { $0.text == "ada@example.org" })
    #expect(names(profile).first == "About: I build.")
    #expect(left(compiler, .replaced) == ["ada@example.org", "I build slow machines."])
  }

  @Test func takesWhatIsAskedForOnceBeforeAll() {
    let (profile, _) = read("headline: Builder") { $0.overrides = ["headline": "Baker"] }
    #expect(profile.headline?.text == "Baker")
  }

  @Test(arguments: [
    ("exclude: [skils]", "did you mean “Skills”?"),
    ("limits: {award: 1}", "did you mean “Awards”?"),
    ("tags: {include: [industri]}", "did you mean “industry”?"),
    ("tags: {exclude: zoo}", "the tags are academia, industry"),
    ("tagged: {lecturr: x}", "did you mean “Lecturer”?"),
  ])
  func refusesASelectorThatMatchesNothing(variant: String, help: String) {
    let (_, compiler) = read(variant)
    #expect(compiler.log.hasErrors)
    #expect(compiler.log.diagnostics.map(\.help) == [help])
  }

  @Test func countsWhatIsLeftOut() {
    let settings = "variants: {it: {tags: {exclude: industry}}}"
    var compiler = Compiler(
      files: SourceFiles(["cv.md": Array(Self.page.utf8), "cvgen.yml": Array(settings.utf8)]))
    compiler.countsWords = true
    var options = CompileOptions()
    options.settingsPath = "cvgen.yml"
    options.variant = "it"
    let profile = compiler.readProfile("cv.md", options: options) ?? Profile()
    let report = compiler.inspection(profile, as: .human)
    #expect(report.contains("dropped  tags"))
    #expect(report.contains("not in it, by reason: tags 7"))
  }
}
