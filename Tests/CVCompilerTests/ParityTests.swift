// SPDX-License-Identifier: MIT
import TestSupport
import Testing

/// The same words in the same order, whatever the format.
@Suite struct ParityTests {
  @Test(.needs("pdftotext"), .needsParser, arguments: DemoProfile.names)
  func saysWhatThePDFSays(name: String) throws {
    var demo = try DemoProfile(name)
    let page = try #require(try ParsedHTML.parse([demo.html()]).first)
    let printed = try tokens(ofPDF: demo.pdf())
    #expect(printed.count > 100)
    let difference = firstDifference(printed, tokens(of: page.text))
    #expect(difference == nil, "in HTML")
    for width in [nil, 60, 80] {
      // The rules below section titles are furniture of the page.
      let lines = demo.text(width: width).split(separator: "\n").filter {
        !$0.allSatisfy { $0 == "─" }
      }
      let difference = firstDifference(printed, tokens(of: lines.joined(separator: "\n")))
      #expect(difference == nil, "in text")
    }
  }

  /// Pages of two columns are read page by page, so only documents of one page keep the order.
  @Test(.needs("pdftotext"), .needsParser, arguments: demoProfiles)
  func saysTheSameInEachTheme(profile: String) throws {
    let demo = try DemoProfile(profile + ".md")
    var demos = try themes(of: profile).map(demo.inTheme)
    let pages = try ParsedHTML.parse(demos.indices.map { try demos[$0].html() })
    for index in demos.indices {
      let printed = try tokens(ofPDF: demos[index].pdf())
      let shown = tokens(of: pages[index].text)
      let theme = demos[index].theme.theme
      if theme.page.side == nil {
        #expect(firstDifference(printed, shown, signs: ["·", "|"]) == nil, "\(theme.name)")
      } else {
        #expect(
          printed.flatMap(\.text).sorted() == shown.flatMap(\.text).sorted(), "\(theme.name)")
      }
    }
  }

  @Test(arguments: [
    ("a b", "a\nb", true), ("a b", "a c", false), ("a b", "a", false), ("a", "a b", false),
    ("well-known", "well-\nknown", true), ("well-known", "well- known", false),
    ("wellknown", "well\nknown", false), ("short-\nand long-term", "short- and long-\nterm", true),
    ("x · y · z", "x · y\nz", true), ("x · y", "x y", false), ("x\ny · z", "x · y\nz", true),
    ("e.org/a/b.pdf", "e.org/\na/b.\npdf", true), ("one-two-\nthree", "one-\ntwo-three", true),
    ("so\u{AD}ft", "soft", true),
  ])
  func comparesTokens(first: String, second: String, areSame: Bool) {
    #expect((firstDifference(tokens(of: first), tokens(of: second)) == nil) == areSame)
  }
}
