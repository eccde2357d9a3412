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

  /// Words that a program has put into spans, to move or to colour them.
  @Test(arguments: [
    "<p><span class=\"w\">We</span> <span class=\"w\">measure</span> <span class=\"w\">rain</span></p>",
    "<p><span class=\"date\">May 2019</span> <span class=\"date\">to</span> <span class=\"date\">June 2020</span></p>",
    "<p><span class=\"a\">Ada Roe</span> <span class=\"a\">and</span> <span class=\"a\">Bo Poe</span></p>",
    "<p><span class=\"l\">R</span><span class=\"l\">a</span><span class=\"l\">i</span><span class=\"l\">n</span></p>",
    "<p>\n<span>I work on</span>\n<span>wet rain and</span>\n<span>the deep fens</span>\n</p>",
    "<p><span class=\"w\">Rain</span> <span class=\"w\">and</span> <span class=\"w\">Fog</span></p>\n<p><span class=\"w\">Dew</span> <span class=\"w\">and</span> <span class=\"w\">Ice</span></p>",
  ])
  func putsNoCommasBetweenWordsOfOneLook(_ source: String) {
    #expect(!texts("About", source).joined().contains(","))
  }

  @Test func readsANameOfWhichEachWordIsASpan() {
    let name = ["Ada", "Marie", "Roe"].map { "<span class=\"w\">\($0)</span>" }
    let row = "<div class=\"hero\">\(name.joined(separator: " "))</div>"
    let read = ReadProfile("\(row)\n\n## Posts\n\n- Rain\n\n\(row)\n")
    #expect(!read.profile.everything.joined().contains("Ada, Marie"))
  }

  /// A class of tags says so itself, is one of several rows, or stands on a colour.
  @Test(arguments: [
    "<div class=\"row\"><span class=\"skill-tag\">Rust</span> <span class=\"skill-tag\">Go</span> <span class=\"skill-tag\">Fen</span></div>",
    "<div class=\"techList\"><span>Rust</span>\n<span>Go</span>\n<span>Fen</span></div>".replacing(
      "<span>R", with: "\n<span>R"),
    "<div><span class=\"x\">Rust</span><span class=\"x\">Go</span><span class=\"x\">Fen</span></div>\n<div><span class=\"x\">Ada</span><span class=\"x\">C</span><span class=\"x\">ML</span></div>",
    "<div><span class=\"x\" style=\"background:#eee\">Rust</span> <span class=\"x\" style=\"background:#eee\">Go</span> <span class=\"x\" style=\"background:#eee\">Fen</span></div>",
  ])
  func takesForTagsWhatIsSaidToBe(_ source: String) {
    #expect(texts("Skills", source).prefix(3) == ["Rust", "Go", "Fen"])
  }

  @Test func putsNoCommaForAHiddenTag() {
    let row = """
      ### Tern

      A map of rain.

      <div class="tags"><span class="t">Rust</span><span class="t" hidden>old</span><span class="t">Go</span><span class="t">Fen</span></div>
      """
    #expect(texts("Projects", row).contains("Rust, Go, Fen"))
  }
}
