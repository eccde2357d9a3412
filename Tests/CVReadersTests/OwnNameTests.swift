// SPDX-License-Identifier: MIT
import CVModel
import Testing

@testable import CVReaders

@Suite struct OwnNameTests {
  @Test(arguments: [
    "Roe, A.", "Roe, A. M.", "A. Roe", "A. M. Roe", "Ada Roe", "Ada M. Roe", "Roe AM", "Roe A",
    "Roe Ada", "ROE, Ada", "罗伊", "A.M. Roe",
  ])
  func knowsItsForms(author: String) {
    #expect(OwnName(["Ada Maria Roe (罗伊)"]).matches(author))
  }

  @Test(arguments: ["Roe, B.", "Rowe, A.", "B. Roe", "Ada Poe", "Ana Roe", "Roe BM", "罗衣", "Roe"])
  func knowsOthers(author: String) {
    #expect(!OwnName(["Ada Maria Roe (罗伊)"]).matches(author))
  }

  @Test(arguments: ["Roe A.", "A. Poe", "Roe-Poe, A.", "Ada Roe"])
  func knowsHalfOfADoubleName(author: String) {
    #expect(OwnName(["Ada Roe-Poe"]).matches(author))
    #expect(!OwnName(["Ada Roe-Poe"]).matches("B. Roe"))
  }

  @Test func takesNoNameOfTheOwnerForAVenue() {
    let page = ReadProfile(
      "# Ada Roe\n\n## Publications\n\n- [Fog in the Old North](https://e.org/2) Ada Roe. 2022.")
    guard case .publication(let work)? = page.profile.sections.first?.entries.first else {
      Issue.record("no work")
      return
    }
    #expect(work.summary == "title=Fog in the Old North; authors=Ada Roe!; year=2022")
  }

  @Test func takesAliases() {
    #expect(OwnName(["Ada Roe", "A. Example"]).matches("Example, A."))
    #expect(OwnName([]).isEmpty)
  }

  @Test func marksOneAuthorOnly() {
    var works = [["Roe, A.", "Poe, B."], ["Roe, A.", "A. Roe"]].map { names in
      var work = Publication(title: RichText("T"))
      work.authors = names.map { Author($0) }
      return work
    }
    OwnName(["Ada Roe"]).mark(&works)
    #expect(works[0].authors.map(\.isOwner) == [true, false])
    #expect(works[1].authors.map(\.isOwner) == [false, false], "two could be the owner")
  }

  /// Whether each author of each work of Ada Roe's page is marked.
  private func marked(_ works: String) -> [[Bool]] {
    ReadProfile("# Ada Roe\n\n## Publications\n\n\(works)").profile.sections.flatMap(\.entries)
      .compactMap { entry in
        if case .publication(let work) = entry { work.authors.map(\.isOwner) } else { nil }
      }
  }

  @Test func takesNoMarkOfOthersForHers() {
    #expect(
      marked(
        """
        - <u>C. Moe</u>, A. Roe. "Fog in Jars," *Journal of Rain*, 2020.
        - Roe, A., **Poe, B.** (2020). One. *Journal*.
        - <u>C. Moe</u>, B. Poe. "Dew in Jars," *Journal of Rain*, 2021.
        """) == [[false, true], [true, false], [false, false]])
  }

  @Test func believesEmphasisWhereHerNameTellsNothing() {
    #expect(
      marked(
        """
        - Roe, A., Moe, C. (2021). Two. *Journal*.
        - **Lark, A.**, Moe, C. (2011). One. *Journal*.
        - A. Roe, **A. Roe**. "Fog in Jars," *Journal of Rain*, 2020.
        """) == [[true, false], [true, false], [false, true]])
  }
}
