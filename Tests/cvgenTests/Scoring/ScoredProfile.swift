// SPDX-License-Identifier: MIT
import Foundation
import Synchronization
import TestSupport
import Testing

/// A page with the facts in it that cvgen must find.
struct ScoredProfile: CustomTestStringConvertible {
  let page: URL
  let facts: URL
  /// The page with its encoding repaired, where a person had to do so.
  let repaired: URL

  var testDescription: String { facts.lastPathComponent }

  /// Without folder and ending.
  var name: String { String(facts.lastPathComponent.dropLast(".facts.json".count)) }

  /// The fictional profiles of `Tests/Profiles`.
  static var demos: [ScoredProfile] { pages(of: checkout.appending(path: "Tests/Profiles")) }

  /// The pages of which each shows one shape.
  static var shapes: [ScoredProfile] {
    pages(of: checkout.appending(path: "Tests/Profiles/Shapes"))
  }

  private static func pages(of folder: URL) -> [ScoredProfile] {
    files(in: folder, ending: ".facts.json").map { facts in
      let stem = facts.dropLast(".facts.json".count)
      return ScoredProfile(
        page: folder.appending(path: stem + ".md"), facts: folder.appending(path: facts),
        repaired: folder.appending(path: stem + ".repaired.md"))
    }
  }

  /// The fictional profiles in formats of data; the facts name the file.
  static var structured: [ScoredProfile] { named(in: "Tests/Profiles/Structured") }

  /// The fictional sites; the facts name the folder.
  static var sites: [ScoredProfile] { named(in: "Tests/Profiles/Sites") }

  private static func named(in path: String) -> [ScoredProfile] {
    let folder = checkout.appending(path: path)
    return files(in: folder, ending: ".facts.json").map { name in
      let facts = folder.appending(path: name)
      let source = (try? Facts(Data(contentsOf: facts)).source) ?? ""
      let page = folder.appending(path: source)
      return ScoredProfile(page: page, facts: facts, repaired: page)
    }
  }

  /// The collection of real profiles; none where it is absent.
  static var seeds: [ScoredProfile] {
    let truth = sharedProfiles.appending(path: "../truth")
    return files(in: sharedProfiles, ending: ".txt").enumerated().map { number, page in
      ScoredProfile(
        page: sharedProfiles.appending(path: page),
        facts: truth.appending(path: "seed\(number).json"),
        repaired: truth.appending(path: "seed\(number).repaired.txt"))
    }
  }

  private static func files(in folder: URL, ending: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { $0.hasSuffix(ending) }.sorted()
  }

  // MARK: Outputs

  /// What `cvgen model` prints.
  func model() throws -> Data { try output(["model", page.path, "-q"]) }

  /// The PDF with all sections; made once for all tests.
  func pdf() throws -> Data {
    if let made = Self.pdfs.withLock({ $0[page] }) { return made }
    let pdf = try output(pdfArguments)
    Self.pdfs.withLock { $0[page] = pdf }
    return pdf
  }

  private static let pdfs = Mutex<[URL: Data]>([:])

  private var pdfArguments: [String] { ["pdf", page.path, "-q", "--with", "news", "-o", "-"] }

  private func output(
    _ arguments: [String], folder: URL? = nil, environment: [String: String] = [:]
  ) throws -> Data {
    let result = try run(cvgenProgram, arguments, folder: folder, environment: environment)
    try #require(result.status == 0, "\(result.errors)")
    return result.output
  }

  // MARK: Checks

  /// What of the facts is understood, what leaks and what the text document lacks.
  func score() throws -> (score: Score, findings: (leaks: [String], lost: [String])) {
    let data = try model()
    let json = String(decoding: data, as: UTF8.self)
    let (facts, had) = try (Facts(Data(contentsOf: facts)), Understanding(data))
    let arguments = ["text", page.path, "-q", "--links", "none", "--with", "news"]
    let text = try String(decoding: output(arguments), as: UTF8.self)
    let findings = Findings(facts: facts)
    let leaks = findings.leaks(in: json, isData: true) + findings.leaks(in: text)
    return (Score(facts, had, json: json), (leaks, findings.lost(from: text)))
  }

  /// Compares what cvgen understands with the facts, and holds that nothing was made up.
  ///
  /// - Returns: The score; what was missed is in it.
  func checkModel() throws -> Score {
    let data = try model()
    let json = String(decoding: data, as: UTF8.self)
    let (facts, had) = try (Facts(Data(contentsOf: facts)), Understanding(data))
    let source = try source()
    let findings = Findings(facts: facts)
    let score = Score(facts, had, json: json)
    #expect(score.extra == [], "what the page does not have")
    #expect(findings.leaks(in: json, isData: true) == [], "text that no reader may see")
    #expect(
      findings.invented(in: had, page: String(decoding: source, as: UTF8.self)) == [],
      "words that the page does not have")
    return score
  }

  /// The page as it should have been written; all the files of a site.
  private func source() throws -> Data {
    let names = try? FileManager.default.subpathsOfDirectory(atPath: page.path)
    guard let names, !names.isEmpty else {
      return try (try? Data(contentsOf: repaired)) ?? Data(contentsOf: page)
    }
    var source = Data()
    for file in names.sorted() {
      source += (try? Data(contentsOf: page.appending(path: file))) ?? Data()
    }
    return source
  }

  /// Holds that all facts, and nothing that must not appear, stand in the PDF as text.
  func checkText() throws {
    let result = try run("pdftotext", ["-raw", "-", "-"], input: pdf())
    let findings = try Findings(facts: Facts(Data(contentsOf: facts)))
    #expect(result.status == 0, "\(result.errors)")
    #expect(findings.lost(from: result.text) == [], "words that the PDF lost")
    #expect(findings.leaks(in: result.text) == [], "text that no reader may see")
  }

  /// Holds that the PDF is sound and brings its fonts along.
  func checkStructure() throws {
    let scratch = try TemporaryFolder()
    let file = scratch.url.appending(path: "cv.pdf")
    try pdf().write(to: file)
    let check = try run("qpdf", ["--check", file.path])
    #expect(check.status == 0, "\(check.text)\(check.errors)")
    let fonts = try run("pdffonts", [file.path]).text.split(separator: "\n").dropFirst(2)
    #expect(!fonts.isEmpty)
    for font in fonts {
      // name, type and encoding; then: embedded, subset, unicode, and two numbers.
      let isEmbedded = font.split(separator: " ").dropLast(4).last == "yes"
      #expect(isEmbedded, "\(font)")
    }
  }

  /// Holds that neither time zone nor language nor home nor folder changes a byte.
  func checkElsewhere() throws {
    let scratch = try TemporaryFolder()
    let elsewhere = [
      "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8",
      "HOME": scratch.url.path, "XDG_CONFIG_HOME": scratch.url.path,
    ]
    let again = try output(pdfArguments, folder: scratch.url, environment: elsewhere)
    let isSame = try again == pdf()
    #expect(isSame)
  }
}
