// SPDX-License-Identifier: MIT
import ArgumentParser
import CVDiagnostics
import CVMarkup
import Foundation
import TestSupport
import Testing

@testable import cvgen

/// Every option of a document is an option of batches too, and means the same.
@Suite struct RecordOptionsTests {
  private static let options = [
    "--name", "Ada Roe", "--root", "/", "--bibliography", "a.bib", "--config",
    "/cvgen.yml", "--variant", "short", "--emoji",
    "text", "--strict", "--with", "news", "--without", "talks", "--selected", "--keyword", "rain",
    "--locale", "de",
    "--translate-titles", "--theme", "modern", "--set", "styles.body.size=9pt", "--fonts", "/",
    "--system-fonts", "--paper", "letter", "--pages", "2", "--drop", "--keep", "--date",
    "2026-05-01", "--pdf-standard", "a-3a", "--attach-source", "--formats", "pdf",
  ]
  /// What is not of the document.
  private static let besides = [
    "--diagnostics", "--quiet", "--help", "--version", "--lang", "--output",
  ]

  @Test func namesEveryOptionOfADocument() throws {
    let names = PDFCommand.helpMessage().matches(of: /--[a-z-]+[a-z]/).map { String($0.output) }
    #expect(names.count > 20)
    // Help texts quote options, which are among those.
    for name in names { #expect((Self.options + Self.besides).contains(name), "\(name)") }
  }

  @Test func saysTheSameInWords() throws {
    let parsed = try RecordOptions.parse(Self.options)
    var request = parsed.request()
    request[.profile] = "page.md"
    var log = DiagnosticLog()
    let job = try #require(request.job(log: &log))
    let options = Array(Self.options.dropLast(2))
    #expect(canonicalText(job) == canonicalText(try Self.jobOfPDF(options)))
    #expect(canonicalText(job) != canonicalText(try Self.jobOfPDF([])))
  }

  private static func jobOfPDF(_ options: [String]) throws -> Job {
    let command = try PDFCommand.parse(options + ["page.md"])
    var job = command.documents.input.job(for: "page.md")
    job.formats = [.pdf]
    command.apply(to: &job)
    return job
  }

  @Test func saysTheSameAsLineOfJSON() throws {
    var request = try RecordOptions.parse(Self.options).request()
    request[.profile] = "page.md"
    let line = JSONValue.object(request.members).compact()
    var (sources, log) = (SourceSet(), DiagnosticLog())
    let file = sources.add(SourceFile(name: "line", text: Array(line.utf8)))
    let text = EditedText(sources[file], id: file)
    let node = try #require(readJSONLine(text, log: &log))
    let again = JobRequest(node, in: sources[file])
    #expect(again.members.map(\.0) == request.members.map(\.0))
    #expect(JSONValue.object(again.members).compact() == line)
  }
}
