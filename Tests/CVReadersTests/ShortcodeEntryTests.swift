// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Entries in shortcodes that say only how a site sets them: items of a timeline, badges in a row.
@Suite struct ShortcodeEntryTests {
  @Test func readsTheItemsOfATimeline() {
    checkRecords(
      "Experience",
      """
      {{< timeline >}}

      {{< timelineItem icon="code" header="Lead Engineer" badge="2021 – present" subheader="Fen Works GmbH · Berlin" >}}
      <ul><li>Built gauges</li></ul>
      {{< /timelineItem >}}

      {{< timelineItem header="Rain Ltd" subheader="Engineer" badge="2018 - 2020" />}}

      {{< /timeline >}}
      """,
      [
        "org=Fen Works GmbH; role=Lead Engineer; at=Berlin; when=2021..; bullets=[\"Built gauges\"]",
        "org=Rain Ltd; role=Engineer; when=2018..2020",
      ])
  }

  @Test func takesNoOtherHeaderForAnEntry() {
    let page = ReadProfile(
      "# About\n\n{{< card header=\"Rain\" >}}\nI build gauges.\n{{< /card >}}\n")
    #expect(page.profile.paragraphs == ["I build gauges."])
    #expect(page.summaries.isEmpty)
    let badge = ReadProfile("# About\n\n{{< hero badge=\"New\" >}}\n\nI build gauges.\n")
    #expect(badge.profile.paragraphs == ["I build gauges."])
  }

  @Test func listsTheBadgesOfARow() {
    checkRecords(
      "Skills",
      """
      **Tools**

      {{< badge >}}Rust{{< /badge >}}
      {{< badge >}}Go / Fen{{< /badge >}}

      **Methods**

      {{< badge >}}Rain maps{{< /badge >}} {{< badge >}}Fog (slow){{< /badge >}}
      """,
      ["title=Tools; text=Rust, Go / Fen", "title=Methods; text=Rain maps, Fog (slow)"])
  }

  @Test func keepsWordsBetweenBadgesAsTheyAre() {
    let page = ReadProfile(
      "# About\n\nI know {{< badge >}}Rust{{< /badge >}} and {{< badge >}}Go{{< /badge >}}.\n")
    #expect(page.profile.paragraphs == ["I know Rust and Go."])
    let apart = ReadProfile(
      "# About\n\n{{< badge >}}Rust{{< /badge >}}\n\n{{< badge >}}Go{{< /badge >}}\n")
    #expect(apart.profile.paragraphs == ["Rust", "Go"])
  }
}
