// SPDX-License-Identifier: MIT
import CVModel
import CVReaders
import Testing

/// Ways to reach the owner: in settings, in lines below the name, behind labels and signs.
@Suite struct ContactTests {
  @Test func joinsTheLinesOfAnAddress() {
    let page = ReadProfile(
      """
      ### Ada Roe

      Assistant Professor  
      [Department of Maps](https://e.org/maps)  
      Moss University  
      Room 12B, Moss Hall  
      Port Fen, VA 23999  
      [ada@e.org](mailto:ada@e.org)

      ## Education

      - 2015, PhD, Moss University
      """)
    #expect(
      page.profile.headline?.text == "Assistant Professor, Department of Maps, Moss University")
    #expect(
      page.profile.contacts.map(\.text).sorted()
        == ["Room 12B, Moss Hall, Port Fen, VA 23999", "ada@e.org"])
    #expect(page.profile.sections.map(\.kind) == [.education])
  }

  @Test func readsContactsInSettingsAndPlainWords() {
    let page = "---\nsubtitle: Leeds, UK. ada@e.org\n---\n\n## Work\n\n- Engineer, Acme, 2020\n"
    #expect(ReadProfile(page).profile.contacts.map(\.text) == ["ada@e.org"])
    let lines = "# Ada Roe\n\n*Engineer*\n*ada@e.org | 254.396.7295 | Leeds, UK | github.com/ada*\n"
    #expect(
      ReadProfile(lines + "\n## Work\n\n- x\n").profile.contacts.map(\.text)
        == ["ada@e.org", "254.396.7295", "Leeds, UK", "github.com/ada"])
  }

  @Test(arguments: [
    "`ada.roe[at]north.edu`", "ada.roe[at]north[.edu]", "ada.roe[at]north[.]edu",
    "ada.roe [at] north.edu", "ada.roe@north.edu.",
    "ada.roe (at) north (dot) edu",
    "ada.roe AT north DOT edu", "[mail](mailto:ada.roe@north.edu)", "ada.roe&#64;north.edu",
    "<ada.roe@north.edu>",
  ])
  func readsHiddenAddresses(words: String) {
    let read = ReadProfile("# About\n\nWrite to \(words)")
    #expect(read.profile.contacts.map(\.text) == ["ada.roe@north.edu"])
  }

  @Test func readsContactsOfTheRecommendedForm() {
    let source =
      "---\nname: Ada\ncontacts:\n  location: \"Ghent, Belgium\"\n  phone: \"+32 9 264\"\n  website: ada.example.org\n  github: ada\n---\n"
    let contacts = ReadProfile(source).profile.contacts
    #expect(
      contacts.map(\.url) == [
        nil, "tel:+329264", "https://ada.example.org", "https://github.com/ada",
      ])
  }

  @Test func readsContactsInACodeBlock() {
    let page = ReadProfile(
      "# Ada Roe\n\n```\nTele: +86 13900001234\nMail: ada@example.org\n```\n\n## Education\n\n- x\n"
    )
    #expect(page.profile.contacts.map(\.text) == ["+86 13900001234", "ada@example.org"])
    #expect(page.profile.sections.map(\.kind) == [.education])
  }

  @Test func readsContactsBehindSignsAndLabels() {
    let page = ReadProfile(
      """
      # Ada Roe

      PhD fellow @ [Rain Group](https://rain.example), University of Fens<br>
      1 Mill Road, Leeds<br>
      ✉️ ada (at) example.org &nbsp;|&nbsp; [Mastodon](https://mastodon.example/@ada) | [CV](old.pdf)

      **Contact:** ada@example.org · +86 130-0000-4471<br>
      **Google Scholar:** [https://scholar.google.com/citations?u=Q](https://scholar.google.com/citations?u=Q&x=y)

      ## Education

      - x
      """)
    #expect(
      page.profile.contacts.map(\.text).sorted() == [
        "+86 130-0000-4471", "ada@example.org", "mastodon.example/@ada",
        "scholar.google.com/citations?u=Q",
      ])
    let lines = page.profile.sections[0].entries.compactMap { entry -> String? in
      if case .paragraph(let paragraph) = entry { return paragraph.text.text }
      return nil
    }
    #expect(lines == ["PhD fellow @ Rain Group, University of Fens", "1 Mill Road, Leeds"])
  }

  @Test func readsContactsWithoutKeysByTheirShape() {
    let page = """
      ---
      contacts: [ada@example.org, +46 555 0100, "Lund, Sweden", example.org/ada,
        https://github.com/ada-roe-example]
      ---
      """
    let contacts = ReadProfile(page, name: "Ada Roe").profile.contacts
    #expect(
      contacts.map(\.kind) == [.email, .phone, .location, .website, .network("GitHub")])
    #expect(
      contacts.map(\.url)[3...] == [
        "https://example.org/ada", "https://github.com/ada-roe-example",
      ])
  }

  @Test(arguments: [
    """
    about:
      links:
        - {icon: github, text: Code, href: https://github.com/ada}
        - {icon: envelope, href: "mailto:ada@roe.example"}
    """,
    """
    links:
      - {icon: fas fa-envelope, url: "mailto:ada@roe.example"}
      - {label: GitHub, icon: fab fa-fw fa-github, url: https://github.com/ada}
    """,
  ])
  func readsLinksOfThemes(settings: String) {
    let page = ReadProfile("---\n\(settings)\n---\n\n# Ada Roe\n\n## Skills\n\n- Fog\n").profile
    #expect(Set(page.contacts.map(\.text)) == ["github.com/ada", "ada@roe.example"])
  }

  @Test func readsSitesInPlainWordsBesideNumbers() {
    let page = ReadProfile(
      "# Ada Roe\n(647) 505-2111 (Ext. 12) | ada@e.org | Ada.example.org\n\n## Work\n\n- x\n"
    ).profile
    #expect(
      page.contacts.map(\.url) == ["tel:6475052111", "mailto:ada@e.org", "https://Ada.example.org"])
    #expect(page.sections.map(\.kind) == [.experience])
    let words = ReadProfile("# Ada Roe\nNode.js | ada@e.org\n\n## Work\n\n- x\n").profile
    #expect(words.contacts.map(\.text) == ["ada@e.org"])
  }

  @Test func joinsPlacesAndTakesTheLabelsAboveThem() {
    let page = ReadProfile(
      """
      # Ada Roe

      <div>irl:
      Leeds | Ghent
      </div>
      <div>url:
      <a href="https://ada.example.org">ada.example.org</a> |
      <a href="https://github.com/ada">@ada</a>
      </div>

      ## Work

      - Engineer, Acme, 2020
      """
    ).profile
    #expect(page.contacts.map(\.text) == ["Leeds / Ghent", "ada.example.org", "github.com/ada"])
    #expect(page.sections.map(\.kind) == [.experience])
  }

  /// A place in the header says where the owner lives, one in a section how to find the door.
  @Test func keepsAnAddressInItsSection() {
    let page = ReadProfile(
      """
      # Ada Roe

      ## Experience

      - Engineer, Acme, 2020

      ## Contact

      Office: 12 Moss Street, Leeds, UK\u{20}\u{20}
      Email: ada@example.org
      """
    ).profile
    #expect(page.contacts.map(\.text) == ["ada@example.org"])
    #expect(page.paragraphs == ["Office: 12 Moss Street, Leeds, UK"])
  }

  @Test(arguments: ["Key | Value", "Schlüssel | Wert", "項目 | 内容"])
  func leavesOutTheNamesOfTwoColumns(names: String) {
    let page = ReadProfile(
      "# Ada Roe\n\n## Personal details\n\n| \(names) |\n|---|---|\n| Email | ada@e.org |\n"
        + "| Born | 4 May 1990 |\n"
    ).profile
    #expect(page.paragraphs == ["Born: 4 May 1990"])
    let table = "## About\n\n| Name | Value |\n|---|---|\n| Born | 4 May 1990 |\n"
    #expect(ReadProfile(table).profile.paragraphs.contains("Name: Value"))
  }

  @Test func takesTheAddressOfAnInvitation() {
    let page = ReadProfile(
      "# Ada Roe\n\n## Let us learn of rain\n\nRain is mine.\n\n"
        + "You can reach me at ada[at]e.org\n\n## Fens\n\nBo Poe keeps them: bo@e.org\n"
    ).profile
    #expect(page.contacts.map(\.text) == ["ada@e.org"])
  }

  @Test func readsContactsInDefinitions() {
    let page = ReadProfile(
      "# Ada Roe\n\n## Contact\n\nPhone\n:   655 098 861 / 985 251 748\n\nE-mail\n:   "
        + "ada@example.org\n\nBorn\n:   3 May 1977\n")
    #expect(page.profile.contacts.map(\.text) == ["655 098 861", "985 251 748", "ada@example.org"])
    #expect(page.profile.paragraphs == ["Born: 3 May 1977"])
  }

  @Test func takesNoBracketsAroundALabel() {
    let page = ReadProfile(
      "# Ada Roe\n\n## Contact\n\n- GitHub: <a href=\"https://github.com/adaroe\">[adaroe]</a>\n")
    #expect(page.profile.contacts.map(\.text) == ["adaroe"])
  }

  @Test func readsLabelsWithoutColons() {
    let page = ReadProfile(
      """
      # Ada Roe

      Professor of Rain<br>
      10 Mill Brae, Leeds, Scotland<br>
      Tel. +44 1520 555 0147, e-mail <tt>ada AT example.org</tt>

      ## Education

      - x
      """)
    #expect(page.profile.headline?.text == "Professor of Rain")
    #expect(
      page.profile.contacts.map(\.text) == [
        "+44 1520 555 0147", "ada@example.org", "10 Mill Brae, Leeds, Scotland",
      ])
    #expect(page.profile.paragraphs.isEmpty)
  }

  @Test func readsAHeadlineBehindTheNameInTheSettings() {
    let page = ReadProfile(
      "---\ntitle: Ada Roe — Rain Engineer\n---\n\nI measure.\n\n## Work\n\n- x\n")
    #expect(page.profile.headline?.text == "Rain Engineer")
  }

  @Test func takesNoFileForASite() {
    let page = ReadProfile(
      "# Ada Roe\n\nada@example.org | cv.pdf\n\n## Work\n\n- Smith, Acme, 2020")
    #expect(!page.profile.contacts.contains { $0.kind == .website })
  }

  @Test func keepsAllAddressesBehindALabel() {
    let page = "# Ada Roe\n\n### Contact\n\n- Email: ada@e.org; roe (at) e.edu\n\n### Work\n\n- x\n"
    #expect(ReadProfile(page).profile.contacts.map(\.text) == ["ada@e.org", "roe@e.edu"])
  }

  @Test func readsContactsBesideALinkToTheFile() {
    let lines =
      "[Download PDF](https://e.org/a.pdf) -- ada@e.org -- [roe.example.org](roe.example.org)"
    let profile = ReadProfile("# Ada Roe\n\n\(lines)\n\n## Awards\n\n- Fen Prize\n").profile
    #expect(profile.contacts.map(\.text) == ["ada@e.org", "roe.example.org"])
    #expect(profile.contacts.last?.url == "https://roe.example.org")
    #expect(profile.paragraphs == [])
  }

  @Test func takesContactsThatTheOwnerSignsBelowTheLastRule() {
    let page =
      "# Ada Roe\n\n## Awards\n\n- Fen Prize\n\n---\n\nAda Roe -- ada@e.org -- roe.org\n\n---\n"
    let profile = ReadProfile(page).profile
    #expect(profile.contacts.map(\.text) == ["ada@e.org", "roe.org"])
    #expect(profile.paragraphs == [])
    let other = ReadProfile(page.replacing("Ada Roe --", with: "Bo Poe --")).profile
    #expect(other.paragraphs == ["Bo Poe -- ada@e.org -- roe.org"])
  }

  @Test func takesTheAddressBelowTheLastRule() {
    let page =
      "# Ada Roe\n\n## Papers\n\n- A. Roe. Wet maps. Fen Notes, 2020\n\n---\n\n> <ada@e.org>\n"
    let profile = ReadProfile(page).profile
    #expect(profile.contacts.map(\.text) == ["ada@e.org"])
    #expect(profile.paragraphs == [])
    let told = ReadProfile(page.replacing("> <ada@e.org>", with: "Write to <ada@e.org>.")).profile
    #expect(told.paragraphs == ["Write to ada@e.org."])
  }

  @Test func readsMailBesideThePictureAndBehindItsLabel() {
    let settings =
      "---\nprofile:\n  more_info: >\n    <p>Leeds</p>\n"
      + "    <p><a href=\"mailto:ada@e.org\">ada@e.org</a></p>\n---\n\nI count rain.\n"
    #expect(ReadProfile(settings).profile.contacts.map(\.text) == ["ada@e.org"])
    let page = { (words: String) in
      ReadProfile("# 罗伊\n\n## 招生\n\n\(words)\n").profile.contacts.map(\.text)
    }
    #expect(page("欢迎联系交流。个人邮箱：ada@e.org; roe@e.org。") == ["ada@e.org", "roe@e.org"])
    #expect(page("祁望在雨的研究所 qi@e.org 工作。").isEmpty)
  }

  /// The title of what was moved stays in the profile, which shows it nowhere.
  @Test func keepsTheSectionWhoseContactsWereMoved() {
    let page = "# Ada Roe\n\n## Awards\n\n- Fen Prize\n\n## Contact\n\n- <ada@e.org>\n\n## Talks\n"
    let profile = ReadProfile(page).profile
    #expect(profile.sections.map(\.kind) == [.awards, .contact])
    #expect(profile.sections.map(\.isFilled) == [true, false])
    #expect(profile.contacts.map(\.text) == ["ada@e.org"])
  }
}
