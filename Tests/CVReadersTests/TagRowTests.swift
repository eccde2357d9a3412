// SPDX-License-Identifier: MIT
import CVModel
import Testing

@testable import CVReaders

/// Tags that only a style sheet or ticks keep apart.
@Suite struct TagRowTests {
  private func texts(_ title: String, _ body: String) -> [String] {
    ReadProfile.section(title, body).entries.flatMap(\.allTexts)
  }

  @Test func takesEachTagForASkill() {
    let cloud = """
      <div class="cloud">
        <span class="tag">Rain gauges</span><span class="tag"><i class="fa"></i>Fog</span>
        <span class="tag">Bell casting</span>
      </div>
      """
    #expect(texts("Skills", cloud) == ["Rain gauges", "Fog", "Bell casting"])
    #expect(texts("Skills", "`Rust` `Go`, `Fen`\n") == ["Rust", "Go", "Fen"])
  }

  @Test func keepsTagsOfAGroupInALine() {
    let card = """
      <div><h3>Tools</h3>
      <div class="tags">
        <span>Rust</span>
        <span>Go</span>
        <span>Fen</span>
      </div></div>
      """
    #expect(texts("Skills", card).contains("Rust, Go, Fen"))
    let project = """
      ### Tern

      A map of rain.

      <div class="tags"><span class="t">Rust</span><span class="t">Go</span><span class="t">Fen</span></div>
      """
    #expect(texts("Projects", project).contains("Rust, Go, Fen"))
  }

  @Test(arguments: [
    "<p><span>Ada wrote</span> <span>of rain</span> <span>in Leeds</span></p>",
    "<p><span class=\"a\">Ada wrote</span> <span class=\"b\">of rain</span> <span>in Leeds</span></p>",
    "<p><span class=\"a\">Ada wrote </span>of <span class=\"a\">rain</span> <span class=\"a\">in</span> Leeds</p>",
  ])
  func putsNoCommasBetweenWordsOfASentence(_ source: String) {
    #expect(!texts("About", source).joined().contains(","))
  }

  @Test func givesWordsTheLabelInBoldAboveThem() {
    let skills = """
      **Tools**
      - Rust • Go

      **Maps:**

      - Rain
      - Fog

      **Plants**
      - **Ferns**: at home
      """
    checkRecords(
      "Skills", skills,
      [
        "title=Tools; text=Rust • Go", "text=Rain; group=Maps", "text=Fog; group=Maps",
        "title=Ferns; text=at home; group=Plants",
      ])
    let section = ReadProfile.section("Skills", skills)
    #expect(section.lead.isEmpty)
  }
}
