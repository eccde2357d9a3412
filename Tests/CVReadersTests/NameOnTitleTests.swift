// SPDX-License-Identifier: MIT
import CVModel
import CVReaders
import Testing

/// The owner's name in titles and greetings, and what the first sentence says she is.
@Suite struct NameOnTitleTests {
  @Test(arguments: [
    ("# Lebenslauf Ada Roe\n\n## Studium\n- x", "Ada Roe"),
    ("# Curriculum Vitae Ada Roe\n\n## Work\n- x", "Ada Roe"),
    ("---\ntitle: \"Ada Roe, Ph.D. Candidate\"\n---\nI map rain.\n\n## Work\n- x", "Ada Roe"),
    ("Hello 👋, this is Ada Roe. I map rain.\n\n## Work\n- x", "Ada Roe"),
    ("Hallo, ich bin Ada Roe.\n\n## Studium\n- x", "Ada Roe"),
    ("# Ada Roe [Download CV](/roe.pdf)\n\nI map rain.\n\n# Work\n- x", "Ada Roe"),
    (
      "---\nauthor: Ada\ndescription: Ada Roe, rain engineer\n---\nRain.\n\n## Work\n- x",
      "Ada Roe"
    ),
    ("---\nauthor: Ada\ndescription: Ada maps rain.\n---\nRain.\n\n## Work\n- x", "Ada"),
    ("---\nauthor: Ada\ndescription: Bo Roe, engineer\n---\nRain.\n\n## Work\n- x", "Ada"),
    ("# Bo A. Poe, Jr.\n\n## Work\n- x", "Bo A. Poe Jr."),
    (
      "% Currículum Vítae\n% Ada Ibáñez Roe\n% Marzo de 2024\n\n# Educación\n\n- x",
      "Ada Ibáñez Roe"
    ),
  ])
  func findsTheName(source: String, name: String) {
    #expect(ReadProfile(source).profile.name?.text == name)
  }

  @Test(arguments: [
    "---\ndescription: \"Machine Learning, PhD student\"\n---\nRain.\n\n## Work\n- x",
    "Maps are drawn by hand, this is Slow Work.\n\n## Work\n- x",
    "# Lebenslauf\n\n## Studium\n- x",
  ])
  func takesNoOtherWords(source: String) { #expect(ReadProfile(source).profile.name == nil) }

  @Test(arguments: [
    ("Ada Roe is a lecturer at Fen University.", "Lecturer at Fen University"),
    ("Je suis **Ada Roe**, maîtresse de conférences à Leeds.", "Maîtresse de conférences à Leeds"),
  ])
  func readsWhatTheOwnerIs(sentence: String, headline: String) {
    let profile = ReadProfile("\(sentence)\n\n## Work\n\n- x\n").profile
    #expect(profile.headline?.text == headline)
    #expect(profile.paragraphs.count == 1)
  }

  @Test(arguments: ["Rain Maps is a tool for engineers.", "The Rain Lab is a group of students."])
  func takesNoHeadlineOfAThing(sentence: String) {
    #expect(ReadProfile("# Ada Roe\n\n\(sentence)\n\n## Work\n\n- x\n").profile.headline == nil)
  }

  /// Two titles of sections with a sign of Japanese between them.
  @Test func takesNoTitlesForAName() {
    #expect(ReadProfile("---\ntitle: 経歴・業績\n---\n\n## 学歴\n\n- 雨大学").profile.name == nil)
    #expect(
      ReadProfile("---\ntitle: アダ・ロウ\n---\n\n## 学歴\n\n- 雨大学").profile.name?.text
        == "アダ・ロウ")
  }
}
