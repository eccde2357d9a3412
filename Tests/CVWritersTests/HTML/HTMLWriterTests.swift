// SPDX-License-Identifier: MIT
import CVModel
import TestSupport
import Testing

@testable import CVLayout
@testable import CVWriters

@Suite struct HTMLWriterTests {
  private func page(_ sections: [SectionNode], language: String = "en") -> String {
    writeHTML(
      HTMLFixtures.tree(sections, language: language), design: HTMLFixtures.design, person: nil)
  }

  private func paragraph(_ runs: [LayoutRun], kind: SectionKind = .other) -> String {
    let section = SectionNode(title: nil, kind: kind, children: [.paragraph(LayoutText(runs))])
    let lines = page([section]).split(separator: "\n")
    return lines.first { $0.contains("<p class=\"text") }.map(String.init) ?? ""
  }

  @Test func writesAPage() throws {
    try expectGolden(page(HTMLFixtures.sections), "small.page.html")
  }

  @Test func namesContactsByTheirKinds() {
    let kinds: [(Theme.ContactKind?, Bool, String)] = [
      (.location, false, "p-adr"), (.location, true, "p-adr"), (.email, true, "u-email"),
      (.phone, false, "p-tel"), (.network, true, "u-url"), (.network, false, ""),
    ]
    for (kind, isLink, name) in kinds {
      #expect(Microformats.contactClass(kind, isLink: isLink) == name)
    }
    var tree = HTMLFixtures.tree([])
    tree.header.contacts = [HTMLFixtures.contact(.network, "WeChat ada")]
    let page = writeHTML(tree, design: HTMLFixtures.design, person: nil)
    #expect(page.contains("<div><span>WeChat ada</span></div>"), "a name is no address")
  }

  @Test func saysWhichWayALanguageRuns() {
    #expect(page([]).contains("<html lang=\"en\">"))
    #expect(page([], language: "ar").contains("<html lang=\"ar\" dir=\"rtl\">"))
    #expect(page([], language: "az-Arab").contains("dir=\"rtl\""))
    #expect(!page([], language: "ur-Latn").contains("dir=\"rtl\""))
  }

  @Test func nestsEmphasis() {
    let both = HTMLFixtures.run("x", .text, [.strong, .superscript, .code])
    #expect(paragraph([both]).contains("<strong><code><sup>x</sup></code></strong>"))
  }

  @Test func sharesALinkAmongItsRuns() {
    let runs = [
      HTMLFixtures.run("a ", .text, link: "https://example.org/"),
      HTMLFixtures.run("b", .text, .emphasis, link: "https://example.org/"),
      HTMLFixtures.run(" c", .text),
    ]
    #expect(paragraph(runs).contains("<a href=\"https://example.org/\">a <em>b</em></a> c</p>"))
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " java\nscript:alert(1)", "data:text/html,x",
    "vbscript:x", "file:///etc/passwd", "/relative", "", "https://", "https:///x", "https:e.org",
    "https://e.org:x/", "https://exa mple.org/", "http://[::1]/", "https://e..org", "https://.org",
    "https://user@/",
  ])
  func linksOnlyWhatOpens(address: String) {
    #expect(!paragraph([HTMLFixtures.run("x", .text, link: address)]).contains("href"))
  }

  @Test(arguments: [
    "https://e.org", "http://e.org:8080/x", "https://user@e.org./", "https://müller.example/ü?x#y",
    "mailto:a@e.org", "tel:+465550100", "//e.org/",
  ])
  func linksWhatOpens(address: String) {
    #expect(paragraph([HTMLFixtures.run("x", .text, link: address)]).contains("href"))
  }

  @Test func marksASummary() {
    let run = HTMLFixtures.run("x", .text)
    #expect(paragraph([run], kind: .about).contains("class=\"text p-summary\""))
    #expect(!paragraph([run]).contains("p-summary"))
  }

  @Test func leavesOutAnEmptyHeader() {
    let tree = LayoutTree(
      title: "Curriculum Vitae", language: "en", header: HeaderNode(), sections: [])
    let page = writeHTML(tree, design: HTMLFixtures.design, person: nil)
    #expect(!page.contains("<header") && page.contains("<title>Curriculum Vitae</title>"))
  }

  @Test func allowsFacesOnlyWhereThePageHasSome() throws {
    var design = HTMLFixtures.design
    let bytes = try testFile("../Fonts/LibertinusSerif/LibertinusSerif-SemiboldItalic.ttf")
    design.faces = [try #require(WebFace(bytes))]
    let page = writeHTML(HTMLFixtures.tree([]), design: design, person: nil)
    #expect(page.contains("; font-src data:\""))
    #expect(page.contains("font-weight: 600; font-style: italic; src: url(data:font/ttf;base64,"))
    #expect(!self.page([]).contains("font-src"))
  }
}

@Suite struct WebFaceTests {
  @Test(arguments: [
    ("LibertinusSerif/LibertinusSerif-Regular.ttf", 400, false, "truetype"),
    ("LibertinusSerif/LibertinusSerif-Semibold.ttf", 600, false, "truetype"),
    ("LibertinusSerif/LibertinusSerif-SemiboldItalic.ttf", 600, true, "truetype"),
    ("SourceSansPro/SourceSansPro-SemiboldIt.otf", 600, true, "opentype"),
  ])
  func tellsWeightAndSlant(file: String, weight: Int, isItalic: Bool, format: String) throws {
    let face = try #require(WebFace(try testFile("../Fonts/\(file)")))
    #expect(face.weight == weight && face.isItalic == isItalic && face.format == format)
  }

  @Test func refusesWhatIsNoFont() throws {
    #expect(WebFace([]) == nil)
    #expect(WebFace(Array("wOFF and more".utf8)) == nil)
    let bytes = try testFile("../Fonts/LibertinusSerif/LibertinusSerif-Regular.ttf")
    for length in [3, 12, 40, 300] { #expect(WebFace(Array(bytes.prefix(length))) == nil) }
  }

  /// The examples of RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func writesBase64(text: String, expected: String) {
    #expect(base64(Array(text.utf8)) == expected)
  }
}
