// SPDX-License-Identifier: MIT
import Testing

@testable import cvgen

/// Names of files from texts of any kind.
@Suite struct FileNameTests {
  @Test(arguments: [
    ("Ada Roe", "Ada-Roe"), ("a-17", "a-17"), ("Zoë Müller-Łukasz", "Zoe-Muller-Lukasz"),
    ("Straße", "Strasse"), ("O’Neill & Søn", "ONeill-Son"), ("e\u{301}te\u{301}", "ete"),
    ("../../etc/passwd", "etc-passwd"), ("-rf", "rf"), (".hidden", "hidden"), ("a/b\\c", "a-b-c"),
    ("nul\u{0}l", "nul-l"), ("con", "con-cv"), ("CON", "CON-cv"), ("v1.2_final", "v1.2_final"),
    ("a.", "a"), ("cv \u{202E}fdp.exe", "cv-fdp.exe"), ("R&D – Lead", "R-D-Lead"),
  ])
  func makesANameThatIsSafe(source: String, name: String) {
    #expect(FileName(source)?.text == name)
  }

  @Test(arguments: ["", " ", "...", "王小明", "!!!", "\u{0}\u{1B}[31m".filter { !$0.isLetter }])
  func findsNothingToCallItBy(source: String) {
    if source.contains("3") { return #expect(FileName(source)?.text == "31") }
    #expect(FileName(source) == nil)
  }

  @Test func keepsNamesShort() throws {
    let name = try #require(FileName(String(repeating: "é-", count: 300)))
    #expect(name.text.utf8.count <= FileName.longest)
    #expect(name.text.hasSuffix("e"))
  }

  @Test func joinsWhatGivesAName() {
    #expect(FileName(joining: ["about", "王", "Acme Inc."])?.text == "about-Acme-Inc")
    #expect(FileName(joining: ["王"]) == nil)
    #expect(FileName(digest: "0123456789").text == "cv-01234567")
  }

  @Test(arguments: [
    ("ada.pdf", "ada"), ("ada.v2.PDF", "ada-v2"), ("ada.roe", "ada-roe"), ("v1.2", "v1-2"),
    ("a/b.html", "a-b"), ("notes.txt", "notes"),
  ])
  func dropsTheEndOfAFile(source: String, stem: String) {
    #expect(FileName(stemOf: source)?.text == stem)
  }
}
