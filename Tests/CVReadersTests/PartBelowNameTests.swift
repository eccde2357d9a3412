// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Names, and in italics below them what somebody was there.
@Suite struct PartBelowNameTests {
  @Test func readsADegreeBelowItsSchool() {
    checkRecords(
      "Education",
      """
      University of Ohio - Fenton  
       *PhD Candidate - Mud and Rain Training Program*  - __2012-Present__  
        Fen Fellow  
        Rain Committee - __2014-2015__  

      Fen University - Leeds, UK  
       *Bachelor of Science - Wet Maps*  - __2007-2011__  
        Minor in Mud  
      """,
      [
        """
        title=PhD Candidate - Mud and Rain Training Program; org=University of Ohio - Fenton; \
        when=2012..; bullets=["Fen Fellow", "Rain Committee - 2014-2015"]
        """,
        """
        title=Bachelor of Science - Wet Maps; org=Fen University; at=Leeds, UK; \
        when=2007..2011; bullets=["Minor in Mud"]
        """,
      ])
  }

  @Test func takesPostsBelowResearchByTheirShape() {
    let body = """
      Fen University, [Rain Lab](https://e.org/1)  
       *Graduate Research Assistant* - __2012-Present__  
        Finding out how rain falls on wet land through the years, and on dry land, with gauges and \
      maps that nobody had drawn before, in several countries.

      Fen University, [Mud Lab](https://e.org/2)  
       *Visiting Researcher* - __2011-2012__  
        Drew maps of mud.
      """
    let section = ReadProfile.section("Research", body)
    #expect(section.kind == .experience)
    let records = ReadProfile.records("Research", body)
    #expect(
      records.map(\.organisation?.text) == ["Fen University, Rain Lab", "Fen University, Mud Lab"])
    #expect(records.map(\.role?.text) == ["Graduate Research Assistant", "Visiting Researcher"])
    #expect(records.map(\.dates?.summary) == ["2012..", "2011..2012"])
    #expect(
      ReadProfile.section("Research", "Fen University  \n*Slow rain* and mud\n").kind
        == .researchInterests)
  }

  @Test func readsWhatSomebodyWasInACourse() {
    let body = """
      [Rain Maps](https://e.org) Workshop - University of Ohio - Fenton  
       *Instructor* - [__Jan. 14-15, 2016__](https://e.org/1)  

      Rain 304: Wet Maps of the Land, with a Laboratory - Fen University  
       *Teaching Assistant/Instructor* - __Fall 2013__

      Mud for Beginners  
       *Helper* - __2012__
      """
    checkRecords(
      "Teaching", body,
      [
        """
        title=Rain Maps Workshop; org=University of Ohio - Fenton; role=Instructor; \
        when=2016-01-14..2016-01-15
        """,
        """
        title=Rain 304: Wet Maps of the Land, with a Laboratory; org=Fen University; \
        role=Teaching Assistant/Instructor; when=2013
        """,
        "title=Mud for Beginners; role=Helper; when=2012",
      ])
    let links = ReadProfile.records("Teaching", body).first?.links
    #expect(links == [Link(label: "Jan. 14-15, 2016", url: "https://e.org/1")])
  }

  @Test func keepsOtherLinesInItalics() {
    // The italics name the employer.
    checkRecords(
      "Experience", "Rain Engineer  \n*Acme Gauges Ltd* - __2012-2014__\n",
      ["org=Acme Gauges Ltd; role=Rain Engineer; when=2012..2014"])
    // A post in each line below the name.
    let posts = ReadProfile.records(
      "Experience",
      "Fen University  \n*Rain Engineer* - __2012-2014__  \n*Rain Warden* - __2010-2012__\n")
    #expect(posts.compactMap(\.role?.text) == ["Rain Engineer", "Rain Warden"])
    // Only the region of a university makes a town its campus.
    checkRecords(
      "Education",
      "- PhD, University of Fenton - Leeds, 2012\n- MSc, University of Ohio - Ely, UK, 2010\n",
      [
        "title=PhD; org=University of Fenton; at=Leeds; when=2012",
        "title=MSc; org=University of Ohio; at=Ely, UK; when=2010",
      ])
  }
}
