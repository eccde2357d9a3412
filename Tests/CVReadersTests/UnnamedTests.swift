// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Whose page it is where only the works tell.
@Suite struct UnnamedTests {
  /// A list of publications by these authors.
  private func page(_ authors: [String]) -> ReadProfile {
    let works = authors.enumerated().map { index, authors in
      "- \(authors). Maps of wet rain \(index). *Rain Letters*, \(2010 + index)."
    }
    return ReadProfile("# Publications\n\n\(works.joined(separator: "\n"))\n").namedAfterWorks()
  }

  private func isGuessed(_ read: ReadProfile) -> Bool {
    read.log.diagnostics.contains { $0.code == .guessedName }
  }

  @Test(arguments: [
    ["**Ada Roe**, Bo Poe", "Cy Moe, **Ada Roe**"],
    ["Bo Poe, **Ada M. Roe**, Cy Moe", "**A. M. Roe**, Bo Poe", "**Ada M. Roe**, Bo Poe"],
    ["Ada Roe, Bo Poe", "Cy Moe, Ada Roe", "Di Foe, Ada Roe, Ed Loe", "Ada Roe, Bo Poe"],
    [
      "**Ada Roe**, Bo Poe", "Bo Poe, **Ada Roe**", "**Ada Roe**, Di Foe", "**Ada Roe**, Ed Loe",
      "**The Team**, Ada Roe",
    ],
  ])
  func namesThePageAfterTheAuthorOfItsWorks(authors: [String]) {
    let read = page(authors)
    #expect(["Ada Roe", "Ada M. Roe"].contains(read.profile.name?.text))
    #expect(isGuessed(read))
    #expect(!read.log.diagnostics.contains { $0.code == .noName })
    #expect(read.profile.works.count { $0.authors.contains(where: \.isOwner) } == authors.count)
  }

  @Test(arguments: [
    // One work may set anyone apart.
    ["**Ada Roe**, Bo Poe"],
    // Emphasis on several people: students.
    ["**Ada Roe**, Bo Poe", "Di Foe, **Cy Moe**"],
    // Two authors have written all.
    ["Ada Roe, Bo Poe", "Bo Poe, Ada Roe", "Ada Roe, Bo Poe, Cy Moe", "Ada Roe, Bo Poe"],
    // Too few works, and nobody in enough of them.
    ["Ada Roe, Bo Poe", "Ada Roe, Cy Moe", "Ada Roe, Di Foe"],
    ["Ada Roe, Bo Poe", "Ada Roe, Cy Moe", "Di Foe, Cy Moe", "Ed Loe, Ada Roe", "Di Foe, Ed Loe"],
  ])
  func namesNobodyWhereTheWorksLeaveItOpen(authors: [String]) {
    let read = page(authors)
    #expect(read.profile.name == nil)
    #expect(read.log.diagnostics.contains { $0.code == .noName })
    #expect(!isGuessed(read))
  }

  @Test func marksAnAuthorWhoseNameInFullNoWorkHas() {
    let read = page([
      "Roe, A., Poe, B.", "Moe, C., & Roe, A.", "Roe, A. M., Foe, D.", "Roe, A., Loe, E.",
    ])
    #expect(read.profile.name == nil)
    let own = read.profile.works.map { $0.authors.filter(\.isOwner).map(\.name) }
    #expect(own == [["Roe, A."], ["Roe, A."], ["Roe, A. M."], ["Roe, A."]])
  }

  @Test func believesThePageBeforeItsWorks() {
    let works =
      "\n## Publications\n\n- Bo Poe, **Cy Moe**. Rain. Letters, 2020.\n"
      + "- **Cy Moe**, Ada Roe. Wet rain. Letters, 2021.\n"
    let read = ReadProfile("# Ada Roe\n" + works).namedAfterWorks()
    #expect(read.profile.name?.text == "Ada Roe")
    #expect(!isGuessed(read))
  }

  @Test func takesNoFormOfLettersForAName() {
    #expect(page(["**AM Roe**, B Poe", "C Moe, **AM Roe**"]).profile.name == nil)
    #expect(page(["**Roe AM**, Poe B", "Moe C, **Roe AM**"]).profile.name == nil)
    #expect(page(["**A. Roe**, B. Poe", "C. Moe, **A. Roe**"]).profile.name == nil)
  }
}
