// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Lines that are nothing but links to pages of the owner.
@Suite struct LinkRowTests {
  private func read(_ row: String) -> ReadProfile {
    ReadProfile("# Ada Roe\n\n\(row)\n\nI count drops.\n\n## Awards\n\n- 2020: First Prize\n")
  }

  private func addresses(_ row: String) -> Set<String> {
    Set(read(row).profile.contacts.compactMap(\.url))
  }

  private let mail = "mailto:ada@example.org"
  private let code = "https://github.com/adaroe"

  @Test(arguments: [
    "[Mail](mailto:ada@example.org) / [CV](cv.pdf) / [Bio](bio.txt)"
      + " / [Code](https://github.com/adaroe)",
    "[Download PDF](files/ada.pdf) | [Mail](mailto:ada@example.org)"
      + " | [Code](https://github.com/adaroe)",
    "[[Mail]](mailto:ada@example.org)"
      + " [[Code<i class=\"fa fa-github\"></i>]](https://github.com/adaroe).",
    """
    <p><a href="mailto:ada@example.org">Mail</a> &nbsp;/&nbsp;
    <a href="cv.pdf">CV</a> &nbsp;/&nbsp;
    <a href="https://github.com/adaroe">Code</a></p>
    """,
    "> [Mail](mailto:ada@example.org) --\n> [CV](https://example.org/cv.pdf) --\n"
      + "> [Code](https://github.com/adaroe)",
  ])
  func takesTheContactsOfARow(row: String) {
    #expect(addresses(row) == [mail, code])
    #expect(read(row).profile.paragraphs == ["I count drops."])
  }

  @Test func takesARowAtTheFootOfAPage() {
    let row = "[LinkedIn](https://www.linkedin.com/in/adaroe) • [GitHub](https://github.com/adaroe)"
    let page = ReadProfile(
      "# Ada Roe\n\n## Awards\n\n- 2020: First Prize\n\n-----\n> \(row)<br />\n")
    #expect(page.profile.contacts.map(\.text) == ["linkedin.com/in/adaroe", "github.com/adaroe"])
    #expect(page.profile.paragraphs.isEmpty)
  }

  @Test func accountsForLinksIntoTheSite() {
    let fates = read("[Mail](mailto:ada@example.org) / [Papers](/papers/)").account.entries
      .filter { $0.fate == .homepageMatter }
    #expect(fates.map(\.text) == ["Papers"])
  }

  @Test(arguments: [
    "[Rain](https://rain.example.org) and [Code](https://github.com/adaroe)",
    "[Maps of rain in wet towns](https://e.org/1) / [Code](https://github.com/adaroe)",
    "[Paper](paper.pdf) / [Slides](slides.pdf)",
  ])
  func leavesOtherLinesWhole(row: String) {
    #expect(addresses(row).isEmpty)
    #expect(read(row).profile.paragraphs.count == 2)
  }

  @Test(arguments: [
    "[✉](mailto:ada@example.org) | [Code](https://github.com/adaroe)",
    "<a href=\"mailto:ada@example.org\"><i class=\"fa fa-envelope\"></i></a>"
      + " / [Code](https://github.com/adaroe)",
    "[Mail](mailto:ada@example.org) / [My thesis on rain](thesis.pdf)",
  ])
  func losesNoContact(row: String) {
    let read = read(row)
    #expect(read.profile.contacts.compactMap(\.url).contains(mail))
    #expect(!read.account.entries.contains { $0.fate == .homepageMatter })
  }
}
