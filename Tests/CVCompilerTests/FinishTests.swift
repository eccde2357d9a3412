// SPDX-License-Identifier: MIT
import TestSupport
import Testing

@testable import CVCompiler

/// Signs and marks of whole documents.
@Suite struct FinishTests {
  private func text(_ page: String) throws -> String {
    var demo = try DemoProfile(page: Array(page.utf8))
    return demo.text(width: nil)
  }

  private static let papers = """

    - **A. Roe**\\*, B. Poe\\*. "On Clocks." *Journal of Patience* 12(3), 2021.
    - **A. Roe**, C. Noor. "On Night Shifts." *Journal of Patience* 13(1), 2022.

    """

  @Test func explainsTheMarksOfAuthorsOnce() throws {
    let text = try text("# A. Roe\n\n## Publications\n\(Self.papers)")
    #expect(text.components(separatedBy: "* equal contribution").count == 2, "\(text)")
    #expect(text.contains("A. Roe*, B. Poe*"))
  }

  @Test func explainsTheMarksInTheLanguageOfThePage() throws {
    let text = try text("---\nlang: de\n---\n# A. Roe\n\n## Publikationen\n\(Self.papers)")
    #expect(text.contains("* gleicher Beitrag"), "\(text)")
  }

  @Test func explainsNothingWhereThereAreNoMarks() throws {
    let text = try text(
      "# A. Roe\n\n## Publications\n\n- **A. Roe**. \"On Clocks.\" *Journal of Patience*, 2021.\n")
    #expect(!text.contains("equal contribution"))
  }

  @Test func explainsTheMarksOnceWhereTheAuthorDoes() throws {
    let text = try text(
      "# A. Roe\n\n## Publications\n\n\\* denotes equal contribution\n\(Self.papers)")
    let count = text.lowercased().components(separatedBy: "equal contribution").count - 1
    #expect(count == 1, "\(text)")
  }
}
