// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel
import Foundation
import TestSupport
import Testing

@testable import CVCompiler

/// Damaged pages: whatever bytes come, there is a profile or an error, and never a trap.
@Suite struct MutationTests {
  @Test(arguments: seeds(0..<200))
  func givesAProfileOrAnError(seed: Int) throws {
    let page = try Self.damagedPage(seed)
    var compiler = Compiler(files: SourceFiles(["cv.md": page]))
    let profile = compiler.readProfile("cv.md", options: CompileOptions())
    #expect((profile == nil) == compiler.log.hasErrors)
    for diagnostic in compiler.log.diagnostics {
      let text = HumanPrinter(sources: compiler.sources).print(diagnostic)
      #expect(text.hasPrefix(diagnostic.severity.rawValue))
    }
  }

  @Test(arguments: seeds(1000..<1020))
  func writesWhatItReads(seed: Int) throws {
    let page = try Self.damagedPage(seed)
    var compiler = Compiler(files: SourceFiles(["cv.md": page]))
    compiler.countsWords = true
    var options = CompileOptions()
    options.with = [.news]
    options.standard = .none
    guard let profile = compiler.readProfile("cv.md", options: options) else { return }
    let file = checkout.appending(path: "Templates/classic/theme.yaml")
    let reading = compiler.readTheme(file.path) { path in
      .success(FileManager.default.contents(atPath: path).map(Array.init) ?? [])
    }
    let theme = try #require(reading)
    let loaded = LoadedTheme(theme: theme, fontFiles: theme.fonts.files.map(bundledFont))
    let pdf = try compiler.pdf(profile, theme: loaded, options: options)
    #expect(pdf.starts(with: Array("%PDF-".utf8)))
    let html = try compiler.html(profile, theme: loaded, options: options)
    #expect(html.starts(with: Array("<!DOCTYPE html>".utf8)))
    let text = compiler.text(
      profile, theme: loaded, options: options, width: 60, links: .footnotes)
    #expect(!text.isEmpty && !compiler.json(profile).isEmpty)
    #expect(!compiler.markdown(profile).isEmpty && !compiler.inspection(profile, as: .json).isEmpty)
  }

  /// One of the fictional profiles with a few changes to its bytes and lines.
  private static func damagedPage(_ seed: Int) throws -> [UInt8] {
    var random = SeededGenerator(seed: UInt64(seed))
    var page = try testFile("Profiles/\(fictionalPages[seed % fictionalPages.count])")
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      Mutation.allCases.randomElement(using: &random)?.apply(to: &page, &random)
    }
    return page
  }
}

/// A small damage, such as editors, mailers and people do.
private enum Mutation: CaseIterable {
  case deleteBytes, repeatBytes, insertBytes, changeByte, deleteLines, repeatLine, swapLines, cut

  /// What has a meaning somewhere on the way.
  private static let signs: [String] = [
    "<", ">", "<div>", "</div>", "<!--", "-->", "{%", "%}", "{{", "---\n", "**", "*", "`", "```\n",
    "[", "](", ")", "|", "#", "- ", "\t", "\r", "\n", "\n\n", "\0", "\u{FEFF}", "\u{202E}", "\\",
    "\"", ": ", "&", "&#", "~~", "> ", "1. ", "<b", "style=\"", "\u{A0}", "\u{301}", "😀", "中",
  ]

  func apply(to page: inout [UInt8], _ random: inout SeededGenerator) {
    let place = Int.random(in: 0...page.count, using: &random)
    let reach = place..<min(page.count, place + Int.random(in: 1...40, using: &random))
    switch self {
    case .deleteBytes: page.removeSubrange(reach)
    case .repeatBytes: page.insert(contentsOf: page[reach], at: place)
    case .insertBytes:
      let signs = Self.signs.randomElement(using: &random) ?? ""
      page.insert(contentsOf: signs.utf8, at: place)
    case .changeByte:
      if place < page.count { page[place] = UInt8.random(in: 0...255, using: &random) }
    case .cut:
      // Seldom, since little is left to damage.
      if place > page.count / 2, Bool.random(using: &random) { page.removeSubrange(place...) }
    case .deleteLines, .repeatLine, .swapLines: applyToLines(of: &page, &random)
    }
  }

  private func applyToLines(of page: inout [UInt8], _ random: inout SeededGenerator) {
    var lines = page.split(separator: 0x0A, omittingEmptySubsequences: false)
    let index = Int.random(in: 0..<lines.count, using: &random)
    let other = Int.random(in: 0..<lines.count, using: &random)
    switch self {
    case .deleteLines: lines.removeSubrange(index..<min(lines.count, index + 3))
    case .repeatLine: lines.insert(lines[index], at: other)
    default: lines.swapAt(index, other)
    }
    page = Array(lines.joined(separator: [0x0A]))
  }
}
