// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// The scorer itself: it must see what is wrong, or its silence would mean nothing.
@Suite struct ScoreTests {
  private static let facts = """
    {"name": "Ada Roe", "emails": ["ada@example.org"], "must_not_appear": ["<!--", "\\\\["],
     "sections": [
       {"title": "Education", "kind": "education", "entry_count": 1, "entries": [
         {"title": "MSc in Botany", "organisation": "Example University", "start": "2019",
          "end": "2021", "text_key_phrases": ["on the mosses of walls"]}]},
       {"title": "Publications", "kind": "publications", "entry_count": 1, "entries": []}],
     "publications": [{"title": "On moss", "authors": ["A. Roe", "B. Poe"], "venue": "Moss",
       "self_author": "A. Roe", "year": 2020, "links": [{"url": "https://example.org/moss"}]}]}
    """
  private static let model = """
    {"name": "Ada Roe", "emails": ["ada@example.org"], "sections": [
      {"title": "Education", "kind": "education", "entries": [
        {"title": "MSc in Botany", "organisation": "Example University", "start": "2019",
         "end": "2021", "bullets": ["Thesis on the mosses of walls"], "span": {"line": 7}}]},
      {"title": "Publications", "kind": "publications", "entries": [], "publications": [
        {"title": "On moss", "authors": [{"name": "A. Roe"}, {"name": "B. Poe"}],
         "self_author": "A. Roe", "venue": "Moss", "year": 2020, "span": {"line": 12},
         "links": [{"label": "pdf", "url": "https://example.org/moss"}]}]}]}
    """

  private func facts() throws -> Facts { try Facts(Data(Self.facts.utf8)) }

  private func score(_ model: String) throws -> Score {
    try Score(facts(), Understanding(Data(model.utf8)), json: model)
  }

  @Test func findsAllOfAFaithfulModel() throws {
    let score = try score(Self.model)
    #expect(score.missed == [] && score.extra == [] && score.share == 1)
  }

  @Test(arguments: [
    ("\"name\": \"Ada Roe\"", "\"name\": \"Ben Poe\"", "the name should be “Ada Roe”"),
    ("ada@example.org", "ben@example.org", "e-mail ada@example.org"),
    ("\"kind\": \"education\"", "\"kind\": \"other\"", "should be education, not other"),
    ("\"Education\"", "\"Studies\"", "the section “Education” was not found"),
    ("Example University", "Sample College", "the organisation should be “Example University”"),
    ("2021", "2022", "should end 2021, not 2019–2022 (line 7)"),
    ("mosses of walls", "mosses", "the words “on the mosses of walls” are missing (line 7)"),
    ("\"title\": \"On moss\"", "\"title\": \"On moss.pdf\"", "the title should not be"),
    ("\"name\": \"B. Poe\"", "\"name\": \"B. Poe and\"", "the authors should be"),
    ("\"year\": 2020", "\"year\": 2002", "the year should be 2020, not 2002 (line 12)"),
    ("example.org/moss", "example.org/fern", "the link https://example.org/moss is missing"),
  ])
  func namesWhatIsMissed(part: String, wrong: String, message: String) throws {
    let missed = try score(Self.model.replacing(part, with: wrong)).missed
    #expect(missed.contains { $0.contains(message) }, "\(missed)")
  }

  @Test func namesWhatIsExtra() throws {
    let entry = "\"entries\": [{\"text\": \"Invented\", \"span\": {\"line\": 3}}, "
    let model = Self.model.replacing("\"entries\": [\n", with: entry)
    #expect(try score(model).extra == ["an entry in “Education”: Invented (line 3)"])
    let section = "\"sections\": [{\"title\": \"Songs\", \"kind\": \"other\", \"entries\": []}, "
    #expect(
      try score(Self.model.replacing("\"sections\": [", with: section)).extra
        == ["the section “Songs”"])
  }

  @Test func findsWhatLeakedOrWasLostOrInvented() throws {
    let findings = Findings(facts: try facts())
    #expect(findings.leaks(in: "a <!-- b \\[") == ["<!--", "\\["])
    #expect(findings.leaks(in: "a \\[", isData: true) == [])
    let pages = "On moss, and on the mos-\nses of\n1\n\u{C}walls\n2\n\u{C}"
    #expect(findings.lost(from: pages) == [])
    #expect(findings.lost(from: "On fern") == ["on the mosses of walls", "On moss"])
    let had = try Understanding(Data(Self.model.utf8))
    let page = "Education MSc in Botany Example University Thesis on the mosses of walls"
    #expect(findings.invented(in: had, page: page) == ["Publications", "A. Roe", "B. Poe"])
  }
}
