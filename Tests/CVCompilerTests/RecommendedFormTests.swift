// SPDX-License-Identifier: MIT
import CVCompiler
import CVModel
import Foundation
import TestSupport
import Testing

/// The example of docs/profile.md is a profile of its own, and is read as the page says.
@Suite struct RecommendedFormTests {
  private let example: [UInt8]

  init() throws { example = try testFile("Profiles/recommended.md") }

  /// The blocks fenced as `label` in a page of Markdown.
  private func blocks(_ label: String, in page: String) -> [String] {
    page.components(separatedBy: "\n````\(label)\n").dropFirst().map { part in
      (part.components(separatedBy: "\n````\n").first ?? "") + "\n"
    }
  }

  @Test func isTheExampleOfTheManual() throws {
    let manual = String(decoding: try testFile("../docs/profile.md"), as: UTF8.self)
    let blocks = blocks("markdown", in: manual)
    #expect(blocks.count == 1, "the manual has one whole example")
    #expect(blocks.first == String(decoding: example, as: UTF8.self))
  }

  @Test func isReadAsTheManualSays() throws {
    var compiler = Compiler(files: SourceFiles(["recommended.md": example]))
    let reading = compiler.readProfile("recommended.md", options: CompileOptions())
    let profile = try #require(reading)
    #expect(compiler.log.diagnostics.isEmpty)
    try expectGolden(compiler.json(profile), "recommended.profile.json")
  }
}
