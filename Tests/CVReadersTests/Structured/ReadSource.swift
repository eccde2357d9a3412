// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

@testable import CVReaders

/// A profile read from a file of data in a test.
struct ReadSource {
  var profile = Profile()
  var account = ImportAccount()
  var log = DiagnosticLog()
  var sources = SourceSet()
  var format: String?
  var syntax = SourceSyntax.page

  init(_ source: String, name: String? = nil) { self.init(bytes: Array(source.utf8), name: name) }

  init(bytes: [UInt8], name: String? = nil) {
    guard let text = decode(bytes, name: "cv", into: &sources, log: &log) else { return }
    syntax = SourceSyntax(of: text)
    guard syntax == .json || syntax == .yaml,
      let tree = readDataTree(text, as: syntax, account: &account, log: &log),
      let format = Format.of(tree)
    else { return }
    self.format = format.name
    let reading = format.read(
      tree, file: FileID(0), in: sources, options: ReadingOptions(name: name))
    profile = reading.profile
    account.add(contentsOf: reading.account)
    log.add(contentsOf: reading.log)
  }

  /// The messages with their lines and columns, as editors show them.
  var messages: [String] {
    log.inSourceOrder().map { diagnostic in
      let place = diagnostic.span.map { sources.place(of: $0).position }
      let spot = place.map { "\($0.line):\($0.column): " } ?? ""
      return spot + diagnostic.code.rawValue + ": " + diagnostic.message
    }
  }

  /// All entries, each in one line.
  var summaries: [String] {
    profile.sections.flatMap(\.entries).map { entry in
      switch entry {
      case .record(let record): "\(record.kind): \(record.summary)"
      case .publication(let publication): publication.summary
      case .paragraph(let paragraph): paragraph.text.text
      }
    }
  }

  /// The titles and kinds of all sections.
  var outline: [String] {
    profile.sections.map { "\($0.title?.text ?? "–"): \($0.kind.rawValue)" }
  }
}
