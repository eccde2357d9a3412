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
    #expect(works.map { $0.group?.text } == ["Others", "Journals", "Journals"])
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
