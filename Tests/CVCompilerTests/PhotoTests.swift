// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel
import Foundation
import TestSupport
import Testing

@testable import CVCompiler

/// The owner's photo, from its path to the documents that show it.
@Suite struct PhotoTests {
  private static let page = """
    ---
    name: Ada Roe
    photo: PATH
    ---

    ## Awards

    - 2020: Garden of the year
    """

  /// A profile that names a photo, in a theme; files lie in memory.
  private func demo(_ path: String, theme: String = "modern") throws -> DemoProfile {
    let page = Self.page.replacingOccurrences(of: "PATH", with: path)
    return try DemoProfile(
      page: Array(page.utf8), theme: theme,
      files: [
        "portrait.jpg": testFile("Profiles/Photos/portrait.jpg"),
        "portrait.png": testFile("Profiles/Photos/portrait.png"), "notes.jpg": Array("no".utf8),
        "broken.png": Array(try testFile("Profiles/Photos/portrait.png")).map {
          $0 == 0x78 ? 0 : $0
        },
      ])
  }

  private func faults(_ demo: DemoProfile) -> [Diagnostic] {
    demo.compiler.log.diagnostics.filter { $0.code == .badPhoto }
  }

  @Test(arguments: ["portrait.jpg", "portrait.png"], ["modern", "sidebar"])
  func isDrawnWhereTheThemeHasAPlace(file: String, theme: String) throws {
    var demo = try demo(file, theme: theme)
    let pdf = try demo.pdf()
    #expect(faults(demo) == [])
    let isThere = String(decoding: pdf, as: Unicode.ASCII.self).contains("/Subtype /Image")
    #expect(isThere)
    var plain = try self.demo(file, theme: "classic")
    let without = String(decoding: try plain.pdf(), as: Unicode.ASCII.self)
    #expect(!without.contains("/Subtype /Image"))
  }

  @Test func saysNothingOfWhereItWasTaken() throws {
    var demo = try demo("portrait.jpg")
    for document in [try demo.pdf(), Array(try demo.html().utf8)] {
      let text = String(decoding: document, as: Unicode.ASCII.self)
      #expect(!text.contains("SECRET"))
    }
    let html = try demo.html()
    #expect(html.contains("<img class=\"photo u-photo\" src=\"data:image/jpeg;base64,/9j/"))
    #expect(html.contains("alt=\"Ada Roe\"") && html.contains("; img-src data:"))
    let pictures = try demo.compiler.pictures(
      demo.profile, as: .png(dpi: 40), theme: demo.theme, options: demo.options)
    var bare = try self.demo("false")
    let without = try bare.compiler.pictures(
      bare.profile, as: .png(dpi: 40), theme: bare.theme, options: bare.options)
    #expect(pictures != without, "pictures of pages show it, too")
  }

  @Test(arguments: [
    ("nowhere.jpg", "cannot be read"), ("notes.jpg", "is neither PNG nor JPEG"),
    ("https://example.org/me.jpg", "is an address of the web"), ("broken.png", "is damaged"),
  ])
  func isLeftOutWithAReason(path: String, words: String) throws {
    var demo = try demo(path)
    #expect(try !demo.pdf().isEmpty)
    let fault = try #require(faults(demo).first)
    #expect(fault.message.contains(words) && fault.severity == .warning && fault.span != nil)
    #expect(faults(demo).count == 1)
  }

  @Test func isFoundFromTheRootOfItsSite() throws {
    let page = Self.page.replacingOccurrences(of: "PATH", with: "/img/me.jpg")
    for (site, folder) in [("_config.yml", "img"), ("site/_config.yml", "site/img")] {
      var demo = try DemoProfile(
        page: Array(page.utf8), theme: "modern",
        files: ["\(folder)/me.jpg": testFile("Profiles/Photos/portrait.jpg")])
      demo.options.sitePath = site
      let pdf = String(decoding: try demo.pdf(), as: Unicode.ASCII.self)
      #expect(faults(demo) == [] && pdf.contains("/Subtype /Image"))
    }
  }

  @Test func isReadFromFilesOfData() throws {
    let resume = #"{"basics": {"name": "Ada Roe", "image": "portrait.jpg"}}"#
    let demo = try DemoProfile(page: Array(resume.utf8))
    #expect(demo.profile.photo?.path == "portrait.jpg")
    let cv = "cv:\n  name: Ada Roe\n  photo: portrait.png\n"
    #expect(try DemoProfile(page: Array(cv.utf8)).profile.photo?.path == "portrait.png")
    let none = "---\nphoto: a.png\ncvgen:\n  photo: false\n---\n# Ada Roe\n"
    #expect(try DemoProfile(page: Array(none.utf8)).profile.photo == nil)
    let own = "---\nphoto: a.png\ncvgen:\n  photo: b.png\n---\n# Ada Roe\n"
    #expect(try DemoProfile(page: Array(own.utf8)).profile.photo?.path == "b.png")
  }
}
