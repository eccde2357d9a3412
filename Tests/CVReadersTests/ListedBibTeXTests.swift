// SPDX-License-Identifier: MIT
import CVModel
import CVReaders
import Testing

/// Works that a page lists as BibTeX, which its author has a program show as references.
@Suite struct ListedBibTeXTests {
  private let work = """
    ~~~{.bibtexhtml}
    @article{Rain14,
      abstract = {Rain

    Mud follows.},
      author = {Roe, Ada and L\\"{o}w, Cy},
      title = {Low Rain of Hills},
      journal = {Rain and Fog},
      year = {2014}
    }
    @inproceedings{Roe:2013, author = {Roe, Ada}, title = {Fens}, booktitle = {Mud Days}, year = 2013}
    ~~~
    """

  @Test func readsAFenceOfBibTeXAsWorks() {
    let read = ReadProfile("# Ada Roe\n\n## Papers\n\nSome of them:\n\n\(work)\n")
    let works = read.profile.sections.flatMap(\.entries).compactMap { entry in
      if case .publication(let work) = entry { work } else { nil }
    }
    #expect(works.map(\.title.text) == ["Low Rain of Hills", "Fens"])
    #expect(works.map { $0.authors.map(\.name) } == [["Ada Roe", "Cy Löw"], ["Ada Roe"]])
    #expect(works.map { $0.venue?.text } == ["Rain and Fog", "Mud Days"])
    #expect(read.profile.sections.map(\.lead).first?.map(\.text) == ["Some of them:"])
  }

  @Test func groupsWorksByTheHeadingAboveTheFence() {
    let works = ReadProfile.publications(
      "## Journals\n\n\(work)\n\n## Others\n\n- Ada Roe. “Mud”. 2012.")
    #expect(works.map { $0.group?.text } == ["Journals", "Journals", "Others"])
  }

  private let one = "```\n@misc{a, title = {Low Rain}, author = {Roe, Ada}, year = 2014}\n```"

  @Test func leavesAHeadingToTheListBelowIt() {
    let works = ReadProfile.publications(
      "### Journals\n\n\(work)\n\n- Ada Roe. “Mud”. 2012.\n\n### Notes\n\n- Ada Roe. “Bog”. 2011.")
    #expect(works.map { $0.group?.text } == ["Journals", "Journals", "Journals", "Notes"])
    let ungrouped = ReadProfile.publications("\(work)\n\n### Notes\n\n- Ada Roe. “Bog”. 2011.")
    #expect(ungrouped.map { $0.group?.text } == [nil, nil, "Notes"])
  }

  @Test func takesNoTitleForAGroup() {
    let works = ReadProfile.publications(
      "### Wet Maps\n\n\(work)\n\n### Low Rain of Hills\n\n"
        + "```\n@misc{b, title = {Low Rain of Hills}, author = {Roe, Ada}}\n```")
    #expect(works.map { $0.group?.text } == ["Wet Maps", "Wet Maps"])
  }

  @Test func readsOneWorkOfTheOwner() {
    let list = "- Ada Roe and Bo Poe. “Mud”. *Fog*, 2012."
    func titles(_ body: String) -> [String] {
      ReadProfile("# Ada Roe\n\n## Papers\n\n\(body)\n").profile.sections.flatMap(\.entries)
        .compactMap { if case .publication(let work) = $0 { work.title.text } else { nil } }
    }
    #expect(titles("\(one)\n\n\(list)") == ["Low Rain", "Mud"])
    let other = one.replacing("Roe, Ada", with: "Poe, Bo")
    #expect(titles("\(list)\n\n### How to cite\n\n\(other)") == ["Mud"])
    #expect(titles("### Papers\n\n\(other)") == ["Low Rain"])
  }

  @Test func leavesBibTeXWithOtherWordsAsItIs() {
    let body = one.replacing("}\n```", with: "}\nsome words\n```")
    let section = ReadProfile.section("Papers", body)
    #expect(String(describing: section).contains("some words"))
    #expect(ReadProfile.publications(one.replacing("```\n@", with: "```\n% all\n@")).isEmpty)
    #expect(ReadProfile.publications(one.replacing("}\n```", with: "}\n% end\n```")).count == 1)
  }

  @Test func saysNoWorkTwice() {
    let page = "- Ada Roe and Cy Löw. “Low Rain of Hills”. *Rain and Fog*, 2014.\n\n\(work)"
    #expect(ReadProfile.publications(page).map(\.title.text) == ["Low Rain of Hills", "Fens"])
  }

  @Test(arguments: [
    ("Papers", "```\n@wet\nfunc rain() { return mud }\n```"),
    ("Projects", "```\n@article{a, title = {Low Rain}, year = 2014}\n```"),
    ("Papers", "```\nroe@example.org {mud}\n```"),
  ])
  func leavesOtherCodeAsItIs(title: String, body: String) {
    let section = ReadProfile.section(title, body)
    #expect(!section.entries.isEmpty || !section.lead.isEmpty)
    let areWorks = section.entries.map { if case .publication = $0 { true } else { false } }
    #expect(!areWorks.contains(true))
  }
}
