// SPDX-License-Identifier: MIT
import Foundation
import TestSupport
import Testing

/// `cvgen watch`, with an editor that saves in all the ways that editors have.
@Suite struct WatchTests {
  /// The program while it watches a page.
  private final class Watched {
    let folder: URL
    private let scratch: TemporaryFolder
    private let process = Process()
    private var page: URL { folder.appending(path: "about.md") }

    init(_ text: String) throws {
      scratch = try TemporaryFolder()
      folder = scratch.url
      try Data(text.utf8).write(to: page)
      process.executableURL = URL(filePath: cvgenProgram)
      process.arguments = ["watch", "about.md", "--format", "text"]
      process.currentDirectoryURL = folder
      let log = folder.appending(path: "log")
      try Data().write(to: log)
      let handle = try FileHandle(forWritingTo: log)
      process.standardOutput = handle
      process.standardError = handle
      try process.run()
    }

    deinit {
      // Foundation's children may have the other signals blocked.
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }

    var log: String { read("log") }
    var document: String { read("about.txt") }

    func read(_ name: String) -> String {
      (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
    }

    /// Waits for a state of the files; a loaded machine takes its time.
    func waits(until isReached: () -> Bool) -> Bool {
      for _ in 0..<400 {
        if isReached() { return true }
        usleep(50_000)
      }
      return false
    }

    /// Saves the page as one of four kinds of editors does.
    func save(_ text: String, style: Int) throws {
      let data = Data(text.utf8)
      let other = folder.appending(path: "about.md~")
      switch style % 4 {
      case 0:
        // In place, in two steps.
        let handle = try FileHandle(forWritingTo: page)
        try handle.truncate(atOffset: 0)
        try handle.write(contentsOf: data.prefix(10))
        try handle.write(contentsOf: data.dropFirst(10))
        try handle.close()
      case 1:
        try data.write(to: other)
        _ = rename(other.path, page.path)
      case 2:
        // The old file becomes a backup first.
        _ = rename(page.path, other.path)
        try data.write(to: page)
      default:
        unlink(page.path)
        try data.write(to: page)
      }
    }
  }

  private static func page(_ skill: String) -> String {
    "# Ada Roe\n\n## Skills\n\n- \(skill)\n"
  }

  @Test func followsEverySave() throws {
    let watched = try Watched(Self.page("Start"))
    #expect(watched.waits { watched.document.contains("Start") })
    for number in 0..<24 {
      try watched.save(Self.page("Moss \(number)"), style: number)
      // Now and then nobody waits for the document.
      guard number % 3 != 0 else { continue }
      #expect(
        watched.waits { watched.document.contains("Moss \(number)\n") },
        "save \(number):\n\(watched.log)")
      #expect(watched.document.hasPrefix("Ada Roe\n"))
    }
  }

  @Test func keepsTheLastDocumentAfterAnError() throws {
    let watched = try Watched(Self.page("Good"))
    #expect(watched.waits { watched.document.contains("Good") })
    try watched.save("", style: 1)
    #expect(watched.waits { watched.log.contains("not made; about.txt is still of ") })
    #expect(watched.log.contains("error[empty-file]"))
    #expect(watched.document.contains("Good"))
    try watched.save(Self.page("Better"), style: 1)
    #expect(watched.waits { watched.document.contains("Better") })
  }

  @Test func followsSettingsAndBibliographies() throws {
    let watched = try Watched(
      "---\nname: Ada Roe\ncvgen: {bibliography: a.bib}\n---\n\n## Papers\n")
    #expect(watched.waits { watched.log.contains("warning[missing-file]") })
    let bib = "@article{a, author={Roe, Ada}, title={A Map of Rain}, year=2020}"
    try Data(bib.utf8).write(to: watched.folder.appending(path: "a.bib"))
    #expect(watched.waits { watched.document.contains("A Map of Rain") }, "\(watched.log)")
    let settings = watched.folder.appending(path: "cvgen.yml")
    try Data("headline: Builder".utf8).write(to: settings)
    #expect(watched.waits { watched.document.contains("Builder") }, "\(watched.log)")
    try FileManager.default.removeItem(at: settings)
    #expect(watched.waits { !watched.document.contains("Builder") })
  }

  @Test(arguments: [["-"], ["none.md"], ["a.md", "-o", "-"], ["a.md", "--format", "doc"]])
  func refusesWhatCannotBeWatched(arguments: [String]) throws {
    let result = try run(cvgenProgram, ["watch"] + arguments)
    #expect([64, 66].contains(result.status))
    #expect(!result.errors.isEmpty)
  }
}
