// SPDX-License-Identifier: MIT
import CVModel
import Foundation
import TestSupport
import Testing

@testable import CVCompiler

/// No text of a profile becomes anything but text, in whatever field it stands.
@Suite struct HTMLPayloadTests {
  private static let noncharacters = String(
    String.UnicodeScalarView([0xFFFE, 0xFDD0, 0x1FFFF].compactMap { Unicode.Scalar($0 as UInt32) }))

  private static let payloads = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>",
    "' onmouseover='alert(1)", "\" onfocus=\"alert(1)\" x=\"", "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>", "</script><script>alert(1)</script>", "<!--<script>",
    "--><script>alert(1)</script>", "--!><b>", "]]><b>", "</main></body></html><b>",
    "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;b&#62; &colon; &amp", "javascript:alert(1)",
    "<scr\u{0}ipt>\u{0}", "<\u{FEFF}b>", "\u{1B}[31mred\u{1B}]0;title\u{7} \u{9B}2J",
    "\u{202E}drow\u{2066} \u{2069}\u{202C}", "a\r\nb\u{2028}c\u{85}d", "x" + noncharacters,
    "\\\"; } * { background: url(https://example.org/x) } a { content: \"", "@import 'x'; /*",
    "{{7*7}} ${7*7} {name} {page} %s %n", "<base href=https://example.org>",
    "<meta http-equiv=refresh content=0>", "`<plaintext>`", "<math><mi//xlink:href=x>",
  ]

  /// A profile with one text in every field that holds text.
  private static func profile(_ text: String) -> Profile {
    let rich = RichText(text)
    var profile = Profile()
    profile.name = rich
    profile.headline = rich
    profile.contacts = [.email, .phone, .location, .website, .network(text)].map { kind in
      Contact(kind, text: text, url: kind == .location ? nil : "https://example.org/")
    }
    var section = Section(title: rich, kind: .experience)
    section.lead = [rich]
    section.entries = Record.Kind.allCases.filter { $0 != .item }.map { kind in
      var record = Record(kind)
      record.title = kind == .position ? nil : rich
      (record.organisation, record.role, record.location, record.text) = (rich, rich, rich, rich)
      record.bullets = [Bullet(rich, children: [Bullet(linked(text))])]
      record.links = [Link(label: text, url: "https://example.org/")]
      record.dates = Dates([.init(PartialDate(2020), .present)], words: text)
      record.group = rich
      return .record(record)
    }
    var papers = Section(title: rich, kind: .publications)
    papers.entries = [.publication(publication(text)), .paragraph(Paragraph(rich, group: rich))]
    profile.sections = [section, papers]
    return profile
  }

  private static func linked(_ text: String) -> RichText {
    var rich = RichText(text + " ")
    rich.append(text, .init([.strong, .emphasis], link: "https://example.org/"))
    return rich
  }

  private static func publication(_ text: String) -> Publication {
    var paper = Publication(title: linked(text))
    var own = Author(text)
    (own.isOwner, own.contributedEqually, own.mark) = (true, true, text)
    paper.authors = [own, Author(text)]
    (paper.venue, paper.status, paper.note) = (RichText(text), RichText(text), RichText(text))
    (paper.awards, paper.location) = ([RichText(text)], RichText(text))
    (paper.volume, paper.number, paper.pages) = (text, text, text)
    paper.links = [Link(label: text, url: "https://example.org/")]
    return paper
  }

  private func parsed(_ texts: [String], language: String = "en") throws -> [ParsedHTML] {
    try ParsedHTML.parse(pages(texts, language: language))
  }

  private func pages(_ texts: [String], language: String = "en") throws -> [String] {
    let demo = try DemoProfile(page: Array("# Ada Roe\n".utf8))
    var compiler = demo.compiler
    return try texts.map { text in
      var profile = Self.profile(text)
      profile.language = language
      let page = try compiler.html(profile, theme: demo.theme, options: demo.options)
      return String(decoding: page, as: UTF8.self)
    }
  }

  /// Tags with the names of their attributes, whatever lines the contacts stand on.
  private func shape(_ page: ParsedHTML) -> [String] {
    page.elements.filter { element in
      element.attributes["class"] != "separator"
        && !(element.tag == "div" && element.attributes.isEmpty)
    }.map { ([$0.tag] + $0.attributes.keys.sorted()).joined(separator: " ") }
  }

  @Test(.needsParser)
  func givesEachPayloadTheShapeOfAWord() throws {
    let pages = try parsed(["word"] + Self.payloads)
    let expected = shape(pages[0])
    #expect(expected.count > 200)
    for (page, payload) in zip(pages.dropFirst(), Self.payloads) {
      try expectInert(page)
      #expect(shape(page) == expected, "\(payload)")
    }
  }

  @Test(.needsHTMLChecker, .needs("java"))
  func staysValid() throws {
    let folder = try TemporaryFolder()
    for (number, page) in try pages(Self.payloads).enumerated() {
      try Data(page.utf8).write(to: folder.url.appending(path: "\(number).html"))
    }
    #expect(try htmlFaults(in: folder.url) == "")
  }

  @Test(.needsParser)
  func showsEachPayloadAsItWasWritten() throws {
    for (page, payload) in zip(try parsed(Self.payloads), Self.payloads) {
      let controls = Set<Unicode.Scalar>([
        "\u{0}", "\u{1B}", "\u{7}", "\u{9B}", "\u{202E}", "\u{2066}", "\u{2069}", "\u{202C}",
        "\u{FEFF}",
      ]).union(Self.noncharacters.unicodeScalars)
      var seen = String.UnicodeScalarView()
      seen.append(contentsOf: payload.unicodeScalars.filter { !controls.contains($0) })
      let words = String(seen).split(whereSeparator: \.isWhitespace)
      // The document's title and the data take the name as it is, without typographic signs.
      let title = page.elements("title").first?.text ?? ""
      #expect(title.split(whereSeparator: \.isWhitespace) == words)
      let name = try personData(page)["name"] as? String ?? ""
      #expect(name.split(whereSeparator: \.isWhitespace) == words)
      #expect(page.text.unicodeScalars.allSatisfy { !controls.contains($0) })
    }
  }

  @Test(.needsParser)
  func keepsLanguagesInTheirAttribute() throws {
    for page in try parsed(["x"], language: "en\"><script>alert(1)</script>") {
      try expectInert(page)
    }
  }

  @Test(
    .needsParser,
    arguments: [
      "javascript:alert(1)", "JAVASCRIPT:alert(1)", "java\tscript:alert(1)", "\u{1}javascript:x",
      "data:text/html;base64,PHNjcmlwdD4=", "vbscript:x", "https://e.org/\" onclick=\"x",
      "https://e.org/'><script>x</script>", "//e.org/<b>", "mailto:a@e.org?subject=\"><b>",
    ])
  func keepsAddressesInTheirAttribute(address: String) throws {
    let demo = try DemoProfile(page: Array("# Ada Roe\n".utf8))
    var compiler = demo.compiler
    var profile = Self.profile("word")
    profile.contacts = [Contact(.website, text: "site", url: address)]
    var section = Section(title: RichText("Links"), kind: .other)
    section.lead = [RichText("x", .init(link: address))]
    profile.sections = [section]
    let page = try compiler.html(profile, theme: demo.theme, options: demo.options)
    let parsed = try ParsedHTML.parse([String(decoding: page, as: UTF8.self)])
    try expectInert(try #require(parsed.first))
  }

  @Test(.needsParser)
  func letsNoMarkupOfThePageThrough() throws {
    let page = """
      # Ada <script>alert(1)</script> Roe

      <svg onload="alert(1)"><a href="javascript:alert(1)">one</a></svg>

      Text <b onclick="alert(1)" style="color: red">bold</b> &lt;script&gt; &#x202e; [x](javascript:x)

      <iframe src="https://example.org"></iframe><style>* { color: red }</style>
      """
    var demo = try DemoProfile(page: Array(page.utf8))
    try expectInert(try #require(try ParsedHTML.parse([demo.html()]).first))
  }
}
