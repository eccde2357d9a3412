// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel
import TestSupport
import Testing

@testable import CVCompiler

/// Pages of any mixture of shapes: no trap, no word lost, nothing hidden in any document.
@Suite struct MixtureTests {
  /// A mixture as the compiler reads it.
  private struct Reading {
    var compiler: Compiler
    var profile: Profile?
    var options = CompileOptions()

    init(_ page: String) {
      compiler = Compiler(files: SourceFiles(["cv.md": Array(page.utf8)]))
      compiler.countsWords = true
      (options.with, options.standard) = ([.news], .none)
      profile = compiler.readProfile("cv.md", options: options)
    }
  }

  @Test(arguments: seeds(0..<150))
  func losesNoWord(seed: Int) throws {
    let mixture = PageMixer(seed: seed, isWild: seed % 2 == 0)
    let reading = Reading(mixture.page)
    #expect((reading.profile == nil) == reading.compiler.log.hasErrors)
    let missing = reading.compiler.words?.missing ?? []
    #expect(missing.isEmpty, "lost \(missing) of:\n\(mixture.page)")
    for diagnostic in reading.compiler.log.diagnostics {
      expectPlace(of: diagnostic, in: reading.compiler.sources)
    }
  }

  /// Asked of what was written, not of what the parsers saw.
  @Test(arguments: seeds(500..<600))
  func showsWhatIsSeenAndNothingElse(seed: Int) throws {
    let mixture = PageMixer(seed: seed)
    let reading = Reading(mixture.page)
    guard let profile = reading.profile else { return }
    let model = reading.compiler.json(profile)
    let account = reading.compiler.account.entries.map(\.text).joined(separator: " ")
    let lost = mixture.visible.filter { !model.contains($0) && !account.contains($0) }
    #expect(lost.isEmpty, "lost \(lost) of:\n\(mixture.page)")
    let leaks = mixture.hidden.filter { model.contains($0) }
    #expect(leaks.isEmpty, "\(leaks) leaked from:\n\(mixture.page)")
  }

  @Test(arguments: 900..<908)
  func writesNothingHidden(seed: Int) throws {
    let mixture = PageMixer(seed: seed)
    var demo = try DemoProfile(page: Array(("# Ada Roe\n\n" + mixture.page).utf8))
    let documents = [
      try demo.html(), demo.text(width: 60), demo.compiler.markdown(demo.profile),
      try demo.latex(),
    ]
    for document in documents {
      #expect(!document.isEmpty)
      let leaks = mixture.hidden.filter { document.contains($0) }
      #expect(leaks.isEmpty, "\(leaks) leaked from:\n\(mixture.page)")
    }
    #expect(try demo.pdf().starts(with: Array("%PDF-".utf8)))
  }

  /// What a message quotes first stands where it points, give or take the signs of markup.
  private func expectPlace(of diagnostic: Diagnostic, in sources: SourceSet) {
    guard let span = diagnostic.span else { return }
    let bytes = sources[span.file].text
    #expect(span.range.lowerBound >= 0 && span.range.upperBound <= bytes.count)
    #expect(!bytes[span.range].isEmpty || span.range.lowerBound == bytes.count)
    #expect(String(validating: bytes[span.range], as: UTF8.self) != nil, "cuts a character")
    guard let quote = diagnostic.message.firstMatch(of: /“([^”]+)”/)?.1 else { return }
    let place = String(decoding: bytes[span.range], as: UTF8.self)
    let words = quote.split { !$0.isLetter && !$0.isNumber }
    let isThere = words.allSatisfy { place.contains($0) }
    #expect(isThere, "\(diagnostic.code): “\(quote)” is not in “\(place)”")
  }
}
