// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Talks that are written as references are, or below what they were.
@Suite struct TalkTests {
  @Test func readsTalksBelowTheNameOfAGroup() {
    checkRecords(
      "Presentations",
      "**Research Talks**\n\n- Mud Day, Fen University\n- Rain Day, Office of Rain\n",
      [
        "title=Mud Day; org=Fen University; group=Research Talks",
        "title=Rain Day; org=Office of Rain; group=Research Talks",
      ])
    checkRecords(
      "Presentations", "**On the Art of Talks about Rain**\n\n- Fen University\n- 200 guests\n",
      [
        """
        title=On the Art of Talks about Rain; bullets=["Fen University", "200 guests"]
        """
      ])
  }

  @Test func readsTalksWrittenAsReferences() {
    checkRecords(
      "Presentations",
      """
      - ROE, Ada, POE, Bo. [Wet maps of the land](https://e.org/1). *Rain Week*. Fen University, \
      Leeds, UK. 12 May 2019. DOI 10.5555/rain.12
      - MOE, Cy and ROE, Ada. [A hub of mud](https://e.org/2). *Days of the mud of the north*. \
      Leeds, UK. 3 May 2018.
      """,
      [
        """
        title=Wet maps of the land; org=Rain Week; text=ROE, Ada, POE, Bo, \
        Fen University, Leeds, UK; when=2019-05-12
        """,
        """
        title=A hub of mud; org=Days of the mud of the north; at=Leeds, UK; \
        text=MOE, Cy and ROE, Ada; when=2018-05-03
        """,
      ])
  }

  @Test func readsWhenAndWhereBetweenStops() {
    checkRecords(
      "Oral Presentations",
      """
        **Roe, A. B.** Maps of the Wet Land. Mud series in Old Data. October 2016. Leeds, UK. \
      [Slides](https://e.org)
      """,
      [
        """
        title=Maps of the Wet Land; org=Mud series in Old Data; at=Leeds, UK; \
        text=Roe, A. B.; when=2016-10
        """
      ])
  }

  @Test func takesWhatATalkWasFromAboveItsTitle() {
    checkRecords(
      "Talks",
      """
      - **Poster Presentation**\u{20}\u{20}
        *The Slow Mills of Quick Rain* — Rain Meeting, Leeds, UK, May 2023
      """,
      [
        """
        title=The Slow Mills of Quick Rain; org=Rain Meeting; role=Poster Presentation; \
        at=Leeds, UK; when=2023-05
        """
      ])
  }

  @Test func takesItalicsBelowAMeetingForTheTitle() {
    checkRecords(
      "Conference Talks", "**2023** — Congress on Slow Rain (Ely)\n*Learning from Old Mills*\n",
      ["title=Learning from Old Mills; org=Congress on Slow Rain (Ely); when=2023"])
  }

  @Test func keepsATitleThatListsWordsInItalicsWhole() {
    checkRecords(
      "Talks",
      """
      - _Roe_, _Poe_, and the Rain of the Fog Union November 23, 2015)
      - _Dew_, Mist, and Fog (July 18, 2012)
      """,
      [
        "title=Roe, Poe, and the Rain of the Fog Union; when=2015-11-23",
        "title=Dew, Mist, and Fog; when=2012-07-18",
      ])
  }

  @Test func takesATitleThatSaysTalksAgainForThatOfAGroup() {
    checkRecords(
      "Talks",
      """
      **Selected Talks**

      - **Wet Maps of Old Land**, Fen Week (20.06.2019)
      - **Slow Mills**, Moss Week
      """,
      [
        "title=Wet Maps of Old Land; org=Fen Week; group=Selected Talks; when=2019-06-20",
        "title=Slow Mills; org=Moss Week; group=Selected Talks",
      ])
  }

  @Test func takesAllLabelsAtTheEndOfATalk() throws {
    let talks = ReadProfile.records(
      "Talks",
      """
      - **Wet Maps of Land**, @Fen Week 2019 - [slides](https://e.org/s), [video](https://e.org/v)
      - **Slow Mills**, Moss Week (20.06.2019) - [slides](https://e.org/t)
      """)
    #expect(talks.map { $0.links.map(\.label) } == [["slides", "video"], ["slides"]])
    #expect(
      talks.map(\.summary) == [
        "title=Wet Maps of Land; org=Fen Week 2019",
        "title=Slow Mills; org=Moss Week; when=2019-06-20",
      ])
  }

  @Test func readsParagraphsThatEndWithADate() {
    checkRecords(
      "Invited Talks",
      """
      Fen University, Leeds, UK. Slow maps of the wet land, Feb 10, 2014

      The Fen Laboratory, 'Rain Day', Ely, UK. The ebb of fog: How mud moves, Jun 14, 2012
      """,
      [
        "title=Slow maps of the wet land; org=Fen University; at=Leeds, UK; when=2014-02-10",
        """
        title=The ebb of fog: How mud moves; org=The Fen Laboratory, 'Rain Day'; at=Ely, UK; \
        when=2012-06-14
        """,
      ])
    checkRecords(
      "Talks",
      "- Maps of mud in Leeds, UK. Rain Conference, May 2012\n",
      ["title=Maps of mud in Leeds, UK. Rain Conference; when=2012-05"])
    let told = ReadProfile("# Talks\n\nI spoke of rain in Leeds, 2019\n\nMud is slow.\n").profile
    #expect(told.paragraphs.count + (told.sections.first?.lead.count ?? 0) == 2)
  }

  @Test func readsASentenceBeforeAMeeting() {
    checkRecords(
      "Talks",
      "- *2024.10*, How the rain falls: a story. Rain Week 2024, Okinawa, Japan.\n"
        + "- 2023, Rain falls. It does. In Leeds, UK\n",
      [
        "title=How the rain falls: a story; org=Rain Week 2024; at=Okinawa, Japan; when=2024-10",
        "title=Rain falls. It does. In Leeds, UK; when=2023",
      ])
  }

  @Test func readsAYearBetweenNamesAndATitle() {
    checkRecords(
      "Talks",
      """
      - Roe, A., & **Poe, B.**, 2019. Rain on fens and moors. Rain Week, Leeds, UK.
      - **Roe, A.** & Poe, B. (2021). Rain on moors and in towns. Fen Week, Ely, UK.
      """,
      [
        "title=Rain on fens and moors; org=Rain Week; at=Leeds, UK; text=Roe, A., & Poe, B.; "
          + "when=2019",
        "title=Rain on moors and in towns; org=Fen Week; at=Ely, UK; text=Roe, A. & Poe, B.; "
          + "when=2021",
      ])
  }

  @Test func leavesNoCommaWhereABracketBegins() {
    checkRecords(
      "Talks", "- [**Wet maps of the land**](wet.pdf) (May 2020, Rain'20)",
      ["title=Wet maps of the land; org=Rain'20; when=2020-05"])
    checkRecords(
      "Supervision", "- Thèse de Bo Poe (depuis 2022, en cours) : *Pluie et vent*",
      ["title=Thèse de Bo Poe (en cours) : Pluie et vent; when=since 2022"])
  }

  @Test func keepsTheOwnerBoldAmongSpeakers() {
    let talk = ReadProfile.records(
      "Talks", "- **Roe**, Poe, Moe — *Wet maps of the land*, **Rain Week 2024**, Leeds")
    #expect(
      talk.map(\.summary) == [
        "title=Wet maps of the land; org=Rain Week 2024; at=Leeds; text=Roe, Poe, Moe; when=2024"
      ])
    #expect(talk.first?.text?.runs.first?.attributes.marks == .strong)
  }

  @Test func takesAnOccasionBelowAPlainTitle() {
    checkRecords(
      "Talks",
      """
      - Slow Rain<br/>Invited talk at the Rain Seminar, Fen University, 2024
      - Mills and Maps<br/>Invited tutorial at the [5th School on Rain](https://e.org)<br/>\
        Slides on demand
      - Wet Maps<br/>Rain meets the fog at Mudford
      """,
      [
        "title=Slow Rain; org=Rain Seminar, Fen University; role=Invited talk; when=2024",
        "title=Mills and Maps; org=5th School on Rain; role=Invited tutorial; text=Slides on demand",
        "title=Wet Maps, Rain meets the fog at Mudford",
      ])
  }

  @Test func keepsTheLinesBelowAnOfficeApart() {
    checkRecords(
      "Service",
      """
      - [Workshop on Rain 2026](https://e.org)<br/>Co-organised with Bo Poe<br/>\
        Part of RAIN 2026 at Ely
      - **Rain Society**<br/>Treasurer, 2019
      """,
      [
        "title=Workshop on Rain 2026; text=Co-organised with Bo Poe, Part of RAIN 2026 at Ely",
        "title=Rain Society Treasurer; when=2019",
      ])
  }

  @Test func takesConferencesThatSayTalkForTalks() {
    checkRecords(
      "Conferences",
      """
      - A.B. Roe, B. Poe. ***Slow maps of the wet land***. [Rain Week 2020, Leeds, UK. October 29, \
      2020](https://e.org/1). Talk by A.B. Roe.
      - A.B. Roe for the Fen Collaboration. ***Mud maps of the dry land***. \
      [Fen Week 2019, Ely, UK. May 2, 2019](https://e.org/2). [Poster by A.B. Roe](https://e.org/3)
      - A.B. Roe ***Panel on the fog of the land***. [Fog Days. June 7, 2018.](https://e.org/4) \
      Invited panelist.
      """,
      [
        """
        title=Slow maps of the wet land; org=Rain Week 2020; at=Leeds, UK; \
        text=A.B. Roe, B. Poe, Talk by A.B. Roe; when=2020-10-29
        """,
        """
        title=Mud maps of the dry land; org=Fen Week 2019; at=Ely, UK; \
        text=A.B. Roe for the Fen Collaboration, Poster by A.B. Roe; when=2019-05-02
        """,
        """
        title=Panel on the fog of the land; org=Fog Days; \
        text=A.B. Roe, Invited panelist; when=2018-06-07
        """,
      ])
  }

  @Test(arguments: ["Conferences", "Conference Papers"])
  func keepsPapersThatConferencesTook(title: String) {
    let papers = """
      - A. Roe, B. Poe. *Slow maps of the wet land*. In Rain Week 2020. (Poster)
      - A. Roe, C. Moe. *Mud maps of the dry land*. In Fen Week 2019. **Oral**
      """
    #expect(ReadProfile.section(title, papers).kind == .publications)
    // Only their title says what works are that were shown at meetings.
    let shown = """
      - A. Roe. *Slow maps of the wet land*. Rain Week, 29 October 2020. Invited talk.
      - A. Roe. *Mud maps of the dry land*. Fen Week, 2 May 2019. Invited talk.
      """
    let kind = ReadProfile.section(title, shown).kind
    #expect(kind == (title == "Conferences" ? .talks : .publications))
  }

  @Test func readsTheNameOfALoneSpeakerInBold() {
    checkRecords(
      "Oral Presentations",
      """
      1. **Roe AB**. How rain falls on the fen. Rain Society of Ely. Leeds, UK. May 2019.
      2. **Wet AI**. Conference of the Rain Society. Leeds, UK. May 2018.
      """,
      [
        """
        title=How rain falls on the fen; org=Rain Society of Ely; at=Leeds, UK; text=Roe AB; \
        when=2019-05
        """,
        "title=Wet AI; org=Conference of the Rain Society; at=Leeds, UK; when=2018-05",
      ])
  }
}
