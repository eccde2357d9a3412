// SPDX-License-Identifier: MIT
import CVModel
import CVReaders
import Testing

/// What stands below the name: sentences with an address in them, and lines of contacts.
@Suite struct OpeningProseTests {
  @Test(arguments: [
    "I study mud at the Fen Observatory. You can reach me at ada@e.org.",
    "I work on maps of rain. Mail: ada@e.org",
    "I am a PhD student at Moss University working on mud. My advisor is Bo Poe. "
      + "You can reach me at ada@e.org.",
    "My lab is in Leeds (ada@e.org), and my heart in the fens.",
  ])
  func keepsASentenceWithAnAddress(sentence: String) {
    let read = ReadProfile("# Ada Roe\n\n\(sentence)\n\n## Education\n\n- 2010, BSc Mud, Acme\n")
    #expect(read.profile.paragraphs == [sentence])
    #expect(read.profile.contacts.map(\.text) == ["ada@e.org"])
    #expect(!read.account.entries.contains { $0.fate == .moved })
  }

  @Test(arguments: [
    ("Researcher in rain history. <ada@e.org>", "Researcher in rain history"),
    ("**Data Scientist** ada@e.org", "Data Scientist"),
    ("PhD student in mud, Fen University. Email: ada@e.org", "PhD student in mud, Fen University"),
    ("Rain engineer, ada@e.org", "Rain engineer"),
  ])
  func partsAHeadlineFromAnAddress(line: String, headline: String) {
    let profile = ReadProfile("# Ada Roe\n\n\(line)\n\n## Education\n\n- 2010, BSc Mud, Acme\n")
      .profile
    #expect(profile.headline?.text == headline)
    #expect(profile.contacts.map(\.text) == ["ada@e.org"])
    #expect(profile.paragraphs.isEmpty)
  }

  @Test(arguments: ["E-mail: ada@e.org", "Feel free to write me at ada@e.org", "✉️ ada@e.org"])
  func takesALineThatOnlyAsksToWrite(line: String) {
    let profile = ReadProfile("# Ada Roe\n\n\(line)\n\n## Education\n\n- 2010, BSc Mud, Acme\n")
      .profile
    #expect(profile.paragraphs.isEmpty)
    #expect(profile.contacts.map(\.text) == ["ada@e.org"])
  }

  @Test(arguments: [
    "You can reach me at ada DOT roe AT north DOT org",
    "Contact me at ada (dot) roe (at) north (dot) org",
    "Write to me at ada dot roe at north dot org",
  ])
  func inventsNoAddress(line: String) {
    let contacts = ReadProfile("# About\n\n\(line)").profile.contacts
    #expect(contacts.map(\.text) == ["ada.roe@north.org"])
  }

  @Test(arguments: [
    ("12 Long Road, Leeds LS1 4AB | 0113 496 0000 | ada@e.org", "12 Long Road, Leeds LS1 4AB"),
    (
      "12 rue des Lilas, 44000 Nantes • 06 12 34 56 78 • ada@e.org",
      "12 rue des Lilas, 44000 Nantes"
    ),
    ("Office: 4.12, Main Building. Email: ada@e.org. Tel: +49 30 1234567", "4.12, Main Building"),
  ])
  func readsAnAddressAmongContacts(line: String, place: String) {
    let profile = ReadProfile("# Ada Roe\n\n\(line)\n\n## Education\n\n- 2010, BSc Mud, Acme\n")
      .profile
    let texts = { (kind: Contact.Kind) in profile.contacts.filter { $0.kind == kind }.map(\.text) }
    #expect(texts(.location) == [place])
    #expect(texts(.email) == ["ada@e.org"])
    #expect(texts(.phone).count == 1)
    #expect(profile.paragraphs.isEmpty)
  }

  @Test func readsALabelledLineInWhatTellsOfTheOwner() {
    let profile = ReadProfile(
      """
      # Ada Roe

      ## Perfil

      Dibujo mapas de lluvia.

      **Contacto:** +52 55 1234 5678 | Ciudad de México | [LinkedIn](https://linkedin.com/in/adaroe)

      Contact: I answer slowly | in summer
      """
    ).profile
    #expect(
      profile.contacts.map(\.text)
        == ["+52 55 1234 5678", "Ciudad de México", "linkedin.com/in/adaroe"])
    #expect(
      profile.paragraphs == ["Dibujo mapas de lluvia.", "Contact: I answer slowly | in summer"])
  }

  @Test func readsTheLinesOfARirekisho() {
    let profile = ReadProfile(
      """
      # 職務経歴書

      名前：早川 蓮
      生年月日：1990年4月2日
      連絡先：ren@e.org / 090-1234-5678

      ---

      # 職歴

      - 2019年4月〜現在：株式会社くも、テックリード
      """
    ).profile
    #expect(profile.name?.text == "早川 蓮")
    #expect(profile.contacts.map(\.text) == ["ren@e.org", "090-1234-5678"])
    #expect(profile.sections.map(\.kind) == [.about, .experience])
  }

  @Test func keepsASectionThatIsCalledCV() {
    let profile = ReadProfile("# CV\n\n- 2010, BSc Mud, Acme\n\n# Talks\n\n- x\n").profile
    #expect(profile.sections.count == 2)
  }

  @Test func readsTwoAddressesBehindALabel() {
    let profile = ReadProfile("# Ada Roe\n\nE-mail: ada@e.org or roe@e.net\n\n## Work\n\n- x\n")
      .profile
    #expect(profile.contacts.map(\.text) == ["ada@e.org", "roe@e.net"])
  }
}
