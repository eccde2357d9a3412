// SPDX-License-Identifier: MIT
import CVModel
import Testing

@testable import CVLayout

/// Which contacts begin a line.
@Suite struct ContactLineTests {
  private func starts(_ contacts: Theme.Contacts) -> [Int] {
    let kinds: [Theme.ContactKind] = [.location, .email, .phone, .website, .orcid]
    let texts = kinds.map { kind -> LayoutText in
      var run = LayoutRun(text: "contact", role: .contact)
      run.group = kind
      return LayoutText([run])
    }
    return contacts.lineStarts(of: texts)
  }

  @Test func followsTheLinesOfTheTheme() {
    var contacts = Theme.Contacts()
    #expect(starts(contacts).isEmpty, "as few lines as fit")
    contacts.lines = [[.location], [.email, .phone], [.website, .network, .orcid]]
    #expect(starts(contacts) == [1, 3])
    contacts.lines = [[.location], [.email]]
    #expect(starts(contacts) == [1, 2], "what no line names comes last")
  }

  @Test func countsThemWhereTheThemeDoes() {
    var contacts = Theme.Contacts()
    contacts.perLine = 2
    #expect(starts(contacts) == [2, 4])
  }
}
