// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Links that show a picture or an emoji in place of words.
@Suite struct LinkSignTests {
  private func links(_ title: String, _ body: String) -> [[String]] {
    ReadProfile.records(title, body).map { $0.links.map { "\($0.label) \($0.url)" } }
  }

  @Test func keepsWhereASignLeads() {
    let body = """
      - *Wet Maps of the North* (WMN) [:link:][maps], 2019
      - *Dry Maps of the South* [🔗](https://e.org/dry), 2018
      - [Fog Maps](https://e.org/fog) [🔗](https://e.org/fog), 2017

      [maps]: https://e.org/maps
      """
    #expect(
      links("Projects", body) == [
        ["link https://e.org/maps"], ["Link https://e.org/dry"], [],
      ])
    checkRecords(
      "Projects", "- 2019: *Wet Maps of the North* (WMN) [:link:](https://e.org/maps)",
      ["title=Wet Maps of the North (WMN); when=2019"])
  }

  @Test func leavesSignsOutOfTitles() {
    let page = ReadProfile("# Services [🔗](https://e.org/s)\n\n- 2020: Member\n").profile
    #expect(page.sections.map { $0.title?.text } == ["Services"])
    checkRecords(
      "Services", "### Rain Club [:link:](https://e.org/c)\n\n- 2020: Member",
      ["title=Rain Club: Member; when=2020"])
  }

  @Test func keepsWhereTheBadgesOfAProjectLead() {
    let body = """
      ### [Rain Atlas](https://github.com/ada/atlas)

      <p>Maps of a wet year.</p>
      <p><a href="https://github.com/ada/atlas"><img alt="Stars" src="https://e.org/1.svg"/></a>
      <a href="https://huggingface.co/ada/atlas"><img alt="Data" src="https://e.org/2.svg"/></a></p>
      """
    #expect(
      links("Projects", body) == [["Data https://huggingface.co/ada/atlas"]])
    #expect(
      links("Skills", "- [![Swift](https://e.org/s.svg)](https://swift.org) Swift").joined().isEmpty
    )
  }
}
