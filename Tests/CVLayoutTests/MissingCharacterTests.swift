// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel
import Testing

@testable import CVLayout

@Suite struct MissingCharacterTests {
  private func spelled(_ text: String) -> (text: String, missing: [MissingCharacter]) {
    var run = LayoutRun(text: text, role: .text)
    run.span = SourceSpan(file: FileID(0), range: 100..<100 + text.utf8.count)
    let section = SectionNode(
      title: nil, kind: .other, children: [.paragraph(LayoutText([run]))])
    var tree = LayoutTree(
      title: "", author: nil, language: "en", header: HeaderNode(), sections: [section])
    let missing = spellMissingCharacters(in: &tree) { scalar, _ in scalar.value < 0x3000 }
    guard case .paragraph(let result) = tree.sections[0].children[0] else { return ("", []) }
    return (result.text, missing)
  }

  @Test func writesNumbers() {
    #expect(spelled("a中文b").text == "a U+4E2D U+6587 b")
    #expect(spelled("Ada Roe (中文)").text == "Ada Roe (U+4E2D U+6587)")
    #expect(spelled("plain ü").text == "plain ü")
  }

  @Test func namesTheirPlaces() {
    let missing = spelled("ü中").missing
    #expect(missing.map(\.scalar) == ["中"])
    #expect(missing.first?.span?.range == 102..<105)
  }

  @Test func leavesWhatIsNeverSeen() {
    #expect(spelled("a\u{E0001}\u{FE0F}b").missing.isEmpty)
  }
}
