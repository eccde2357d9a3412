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
    var work = Publication(title: RichText("T"))
    work.authors = [Author("Roe, A."), Author("Poe, B.")]
    OwnName(["Ada Roe"]).mark(&work)
    #expect(work.authors.map(\.isOwner) == [true, false])
    work.authors = [Author("Roe, A."), Author("A. Roe")]
    OwnName(["Ada Roe"]).mark(&work)
    #expect(work.authors.map(\.isOwner) == [false, false], "two could be the owner")
  }

  @Test func believesEmphasisFirst() {
    let page = """
      # Ada Roe

      ## Publications

      - Roe, A., **Poe, B.** (2020). One. *Journal*.
      - Roe, A., Moe, C. (2021). Two. *Journal*.
      """
    let works = ReadProfile(page).profile.sections.flatMap(\.entries).compactMap {
      entry -> [Bool]? in
      if case .publication(let work) = entry { work.authors.map(\.isOwner) } else { nil }
    }
    #expect(works == [[false, true], [true, false]])
  }
}
