// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Titles of works in two parts, and groups of talks whose titles join several things.
@Suite struct JoinedWorkTests {
  private func check(
    _ body: String, _ expected: [String], location: SourceLocation = #_sourceLocation
  ) {
    #expect(ReadProfile.publications(body).map(\.summary) == expected, sourceLocation: location)
  }

  @Test func readsTheTitleOfABookBehindTheWordsThatLeadToIt() {
    check(
      """
      * Review of _Wet Maps_, by Ada Roe (Fen Press, 2002). _Rain Review_ (October, 2003).
      * “Wet Rain of the Fens” and “Fog of Towns,” in _A Book of Weather_. Bo Poe, ed. Fen Press, 2006.
      * A study of _Pluvia fina_ in the fens. _Rain Review_, 2004.
      """,
      [
        "title=Review of Wet Maps; venue=Rain Review; note=by Ada Roe (Fen Press, 2002); year=2003",
        "title=Wet Rain of the Fens” and “Fog of Towns; venue=A Book of Weather; note=Bo Poe, ed. Fen Press; "
          + "year=2006",
        "title=A study of Pluvia fina in the fens; venue=Rain Review; year=2004",
      ])
  }

  @Test func keepsGroupsOfTalksInTheirSection() {
    let sections = { (headings: [String]) in
      let groups = headings.map { "### \($0)\n* “Wet Maps of Fens,” Rain Week, May 2, 2012.\n" }
      let page = "# Ada Roe\n\n## Presentations\n\n" + groups.joined(separator: "\n")
      return ReadProfile(page).profile.sections.map { "\($0.title?.text ?? "") \($0.kind)" }
    }
    #expect(
      sections(["Conference Sessions and Papers", "Posters", "Workshops, Seminars, and Colloquia"])
        == ["Presentations talks"])
    #expect(
      sections(["Conference Talks", "Workshops", "Publications"])
        == ["Conference Talks talks", "Workshops teaching", "Publications publications"])
  }
}
