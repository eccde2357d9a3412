// SPDX-License-Identifier: MIT
import Foundation
import TestSupport
import Testing

@testable import cvgen

/// What a journal knows again, and what it forgets.
@Suite struct JournalTests {
  private let folder: TemporaryFolder
  private var path: String { folder.url.appending(path: "journal.ndjson").path }

  init() throws { folder = try TemporaryFolder() }

  private func made(_ name: String) -> MadeDocuments {
    MadeDocuments(
      recipe: "r",
      outputs: [.init(format: "pdf", path: "\(name).pdf", contents: [1, 2], pages: 2)],
      files: [
        UsedFile(path: "\(name) “x”\n.md", state: .digest("d")),
        UsedFile(path: "face.ttf", state: .stamp("1-2.3")),
        UsedFile(path: "none", state: .absent),
      ])
  }

  private func write(_ names: [String]) throws {
    var journal = try Journal(path, resumes: false)
    for name in names { try journal.append(name, request: "q-\(name)", made(name), warnings: 1) }
    journal.end()
  }

  @Test func knowsAgainWhatWasMade() throws {
    try write(["a", "b", "a"])
    let journal = try Journal(path, resumes: true)
    defer { journal.end() }
    #expect(journal.entries.keys.sorted() == ["a", "b"])
    let entry = try #require(journal.entries["b"])
    #expect(entry.request == "q-b")
    #expect(entry.outputs == made("b").outputs)
    #expect(entry.files.map { journal.files[$0] } == made("b").files)
    #expect(entry.warnings == 1)
  }

  /// A line that is whole may speak of files whose own lines are gone.
  @Test func forgetsARecordWhoseFilesItDoesNotKnow() throws {
    try write(["a"])
    let lines = try String(contentsOf: URL(filePath: path), encoding: .utf8).split(separator: "\n")
    let record = try #require(lines.last { $0.hasPrefix("{\"name\"") })
    try Data("\(record)\n".utf8).write(to: URL(filePath: path))
    let journal = try Journal(path, resumes: true)
    defer { journal.end() }
    #expect(journal.entries.isEmpty)
  }

  @Test func beginsAnewUnlessAskedToGoOn() throws {
    try write(["a"])
    let journal = try Journal(path, resumes: false)
    journal.end()
    #expect(journal.entries.isEmpty)
    #expect(try Data(contentsOf: URL(filePath: path)).isEmpty)
  }

  /// Cut or damaged anywhere, it knows only what stands in whole lines before the place.
  @Test func believesNothingBehindADamagedLine() throws {
    try write(["a", "b", "c"])
    let bytes = try Data(contentsOf: URL(filePath: path))
    for place in stride(from: 0, to: bytes.count, by: 5) {
      var flipped = bytes
      flipped[place] ^= 4
      for damaged in [bytes.prefix(place), flipped] {
        try damaged.write(to: URL(filePath: path))
        var journal = try Journal(path, resumes: true)
        for (name, entry) in journal.entries {
          #expect(entry.outputs == made(name).outputs)
          #expect(entry.files.map { journal.files[$0] } == made(name).files)
        }
        let known = Set(journal.entries.keys)
        try journal.append("d", request: "q", made("d"), warnings: 0)
        journal.end()
        let again = try Journal(path, resumes: true)
        again.end()
        #expect(Set(again.entries.keys) == known.union(["d"]), "damaged at \(place)")
      }
    }
  }
}
