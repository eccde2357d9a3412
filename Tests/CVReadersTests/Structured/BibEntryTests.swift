// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel
import TestSupport
import Testing

@testable import CVReaders

/// Two hundred entries of all types, each with what a person reads in it, and files that are made
/// to take a reader's time.
@Suite struct BibEntryTests {
  private func read(_ bytes: [UInt8]) -> Bibliography {
    var sources = SourceSet()
    var log = DiagnosticLog()
    guard let text = decode(bytes, name: "x.bib", into: &sources, log: &log) else {
      return Bibliography()
    }
    return readBibTeX(text)
  }

  /// The lines before the entries: `% title=…; authors=…; kind=…`.
  private static func facts(_ source: [UInt8]) -> [[String]] {
    String(decoding: source, as: UTF8.self).split(separator: "\n")
      .filter { $0.hasPrefix("% ") }
      .map { $0.dropFirst(2).split(separator: ";").map { String($0.drop { $0 == " " }) } }
  }

  private static let file = (try? testFile("Profiles/Bibliographies/entries.bib")) ?? []

  @Test(arguments: 0..<200)
  func readsWhatAPersonReads(number: Int) throws {
    let facts = try #require(Self.facts(Self.file).dropFirst(number).first)
    #expect(Self.works.count == 200)
    let work = try #require(Self.works.first { facts.contains("title=" + $0.title.text) })
    let read =
      work.summary.split(separator: ";").map { String($0.drop { $0 == " " }) }
      .filter { !$0.hasPrefix("links=") } + ["kind=\(work.kind?.rawValue ?? "none")"]
    #expect(Set(read) == Set(facts), "entry \(number)")
  }

  private static let works = Self().read(file).works

  @Test func findsNothingWrong() {
    #expect(read(Self.file).log.diagnostics.isEmpty)
  }

  /// Each of a megabyte or more, or growing to it.
  private static let bombs: [(name: String, source: String)] = [
    (
      "strings that double",
      "@string{a0 = \"ha\"}\n"
        + (1...40).map { "@string{a\($0) = a\($0 - 1) # a\($0 - 1)}\n" }.joined()
        + "@misc{k, title = a40}"
    ),
    ("a string of itself", "@string{a = a # a}\n@misc{k, title = a # a}"),
    ("braces that open", "@misc{k, title = {" + String(repeating: "{", count: 500_000)),
    ("braces that close", "@misc{k, title = {T}" + String(repeating: "}", count: 500_000)),
    ("entries that open", String(repeating: "@misc{k, title = {T\n", count: 30_000)),
    ("fields without values", "@misc{k" + String(repeating: ", a = ", count: 60_000) + "}"),
    ("values without ends", "@misc{k" + String(repeating: ", a = \"b\n", count: 50_000)),
    (
      "references in a ring",
      (0..<5_000).map { "@misc{k\($0), title={T}, crossref={k\(($0 + 1) % 5_000)}}\n" }.joined()
    ),
    (
      "names without number",
      "@misc{k, title = {T}, author = {" + String(repeating: "A B and ", count: 50_000) + "C D}}"
    ),
    ("accents in accents", "@misc{k, title = {" + String(repeating: "\\'{", count: 60_000) + "}}"),
    ("mathematics", "@misc{k, title = {" + String(repeating: "$^{", count: 60_000) + "}}"),
    ("parts", "@misc{k, title = {a}" + String(repeating: " # {a}", count: 30_000) + "}"),
  ]

  /// None takes long.
  @Test(arguments: 0..<bombs.count)
  func endsInTime(number: Int) {
    let (name, source) = Self.bombs[number]
    let isSoon = endsSoon {
      let bibliography = read(Array(source.utf8))
      #expect(!bibliography.works.isEmpty || !bibliography.log.diagnostics.isEmpty, "\(name)")
    }
    #expect(isSoon, "\(name)")
  }

  /// An entry with a brace too few or too many costs no other entry.
  @Test(arguments: 0..<60)
  func keepsTheOthers(number: Int) {
    let broken = [
      "@misc{b, title = {B, year = 2001}", "@misc{b, title = {B}}, year = 2001}",
      "@misc{b, title = \"B, year = 2001}", "@misc{b, title = {B}, year = 2001",
      "@misc{b title = {B}}", "@misc{b, = {B}}", "@misc{b, title {B}}", "@misc{b, title = }",
      "@misc{, title = {B}}", "@misc(b, title = {B}}", "@{b, title = {B}}", "@misc b, title = {B}",
      "@misc{b, title = {B} year = 2001}", "@misc{b, title = {{B}, year = {2001}}",
      "@misc{b,, title = {B},,}", "@misc{b, title = {B\\}}", "@misc{b, title = B # }",
      "@string{x = {y}", "@comment{ {", "@preamble{ \"", "@misc{b, title = {}}", "@misc{}", "@misc",
      "@", "{", "}", "\"", "@misc{b, title = {B}, title = {C}", "@misc{b, author = {A and and}}",
      "@misc{b, title = {B}, author = { and }}",
    ][number % 30]
    let others = (0..<2).map { "@misc{o\($0), title = {Other \($0)}}\n" }
    let source = number < 30 ? others.joined() + broken : others[0] + broken + "\n" + others[1]
    let titles = read(Array(source.utf8)).works.map(\.title.text)
    for other in 0..<2 { #expect(titles.contains("Other \(other)"), "\(broken)") }
  }
}
