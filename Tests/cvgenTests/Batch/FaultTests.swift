// SPDX-License-Identifier: MIT
import Foundation
import TestSupport
import Testing

/// What a batch survives: poisoned records, kills, signals, a full disk, a torn journal.
///
/// `make test-faults` runs it at full length.
@Suite(.serialized) struct FaultTests {
  /// A folder with pages, and what runs of cvgen leave in it.
  private struct Site {
    let folder: TemporaryFolder
    var path: String { folder.url.path }

    /// - Parameter count: So many pages, each with words of its own.
    init(pages count: Int) throws {
      folder = try TemporaryFolder()
      for number in 0..<count { try write("page-\(number).md", Self.page(number)) }
    }

    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: folder.url.appending(path: name))
    }

    static func page(_ number: Int) -> String {
      """
      # Ada Roe \(number)

      Engineer, ada.roe@example.org, +44 20 7946 0\(100 + number % 900)

      ## Experience

      - **Acme \(number)**, engineer, \(1990 + number % 30) – present
        - Built engine number \(number) of brass and steel
      """
    }

    /// All pages as a manifest, and further records before every tenth of them.
    func writeManifest(_ count: Int, poison: [String] = []) throws {
      var lines = ["profile,output"]
      var left = poison[...]
      for number in 0..<count {
        if number % max(1, count / max(1, poison.count)) == 0, let kind = left.popFirst() {
          lines.append("poison-\(kind)-\(number).md,poison-\(number)")
        }
        lines.append("page-\(number).md,cv-\(number)")
      }
      lines += left.enumerated().map { "poison-\($1)-x\($0).md,poison-x\($0)" }
      try write("people.csv", lines.joined(separator: "\n") + "\n")
    }

    func batch(_ output: String, _ options: [String] = [], through wrapper: [String] = []) throws
      -> ProgramResult
    {
      let words =
        wrapper + [faultProgram, "batch", "people.csv", "-o", output, "--formats", "pdf,text"]
        + options
      return try run(
        words[0], Array(words.dropFirst()), folder: folder.url,
        environment: ["CVGEN_PROGRAM": faultProgram, "SWIFT_BACKTRACE": "enable=no"])
    }

    /// The files of a folder by their names, without those that a batch keeps for itself.
    func tree(_ output: String) throws -> [String: Data] {
      let root = folder.url.appending(path: output)
      var files: [String: Data] = [:]
      for name in try FileManager.default.contentsOfDirectory(atPath: root.path)
      where name != ".cvgen" {
        files[name] = try Data(contentsOf: root.appending(path: name))
      }
      return files
    }
  }

  /// How long the full run is in comparison.
  private static let isFull = ProcessInfo.processInfo.environment["CVGEN_FAULTS"] == "full"
  private static let worker = checkout.appending(path: "Tests/Faults/poisoned-worker").path

  @Test(.needs("python3")) func losesOnlyThePoisonedRecords() throws {
    let count = Self.isFull ? 9900 : 30
    let kinds = ["crash", "exit", "words", "other", "memory", "endless"]
    var poison = ["hang"]
    while poison.count < (Self.isFull ? 100 : 8) {
      poison.append(kinds[poison.count % kinds.count])
    }
    let site = try Site(pages: count)
    try site.writeManifest(count, poison: poison)
    let result = try site.batch("out", ["--worker", Self.worker, "--report", "ndjson", "-q"])
    #expect(result.status == 1)
    let lines = result.text.split(separator: "\n")
    #expect(lines.count == count + poison.count + 1)
    let trailer = "\"in\":\(count + poison.count),\"ok\":\(count),\"error\":\(poison.count)"
    #expect(lines.last?.contains(trailer) == true, "\(lines.last ?? "")")
    let failed = lines.filter { $0.contains("\"status\":\"error\"") }
    #expect(failed.filter { $0.contains("record-timeout") }.count == 1)
    #expect(failed.filter { $0.contains("worker-crash") }.count == poison.count - 1)
    let files = try site.tree("out")
    #expect(files.count == 2 * count + 1)
    #expect(files.keys.allSatisfy { $0.hasPrefix("cv-") || $0 == "manifest.json" })
  }

  @Test func goesOnAfterKills() throws {
    let (count, kills) = Self.isFull ? (200, 20) : (24, 4)
    let site = try Site(pages: count)
    try site.writeManifest(count)
    #expect(try site.batch("whole").status == 0)
    let whole = try site.tree("whole")
    var random = SeededGenerator(seed: 7)
    for _ in 0..<kills {
      let seconds = "\(Double.random(in: 0.1...0.9, using: &random))"
      let killed = try site.batch(
        "out", ["--resume", "--jobs", "2"], through: ["timeout", "-s", "KILL", seconds])
      if killed.status == 0 { break }
      let isPart = try site.tree("out").allSatisfy { name, data in
        name.hasSuffix(".tmp") || whole[name] == data
      }
      #expect(isPart, "what stands there is whole")
    }
    #expect(try site.batch("out", ["--resume", "--jobs", "2"]).status == 0)
    let isSame = try site.tree("out") == whole
    #expect(isSame, "the tree of an uninterrupted run")
  }

  @Test(arguments: [("INT", 130), ("TERM", 143), ("HUP", 129)])
  func stopsWhenAsked(signal: String, status: Int32) throws {
    let site = try Site(pages: 60)
    try site.writeManifest(60)
    let start = Date()
    let stopped = try site.batch(
      "out", ["--jobs", "1"], through: ["timeout", "--preserve-status", "-s", signal, "0.4"])
    #expect(stopped.status == status)
    #expect(Date().timeIntervalSince(start) < 5)
    let part = try site.tree("out")
    #expect(part["manifest.json"] == nil, "an incomplete batch has no manifest")
    #expect(!part.keys.contains { $0.hasSuffix(".tmp") })
    #expect(try site.batch("out", ["--resume"]).status == 0)
    let isPart = try site.tree("out").contains { part[$0.key] == nil }
    #expect(isPart && part.count < 121)
  }

  @Test func keepsWhatItHasWhereTheDiskIsFull() throws {
    let site = try Site(pages: 3)
    try site.writeManifest(3)
    #expect(try site.batch("out").status == 0)
    let old = try site.tree("out")
    try site.write("page-1.md", Site.page(77))
    let limited = ["sh", "-c", "ulimit -f 8; exec \"$@\"", "sh"]
    let full = try site.batch("out", ["--jobs", "1"], through: limited)
    #expect(full.status == 74)
    #expect(full.errors.contains("unwritable-file"))
    var left = try site.tree("out")
    #expect(left["manifest.json"] == nil)
    left["manifest.json"] = old["manifest.json"]
    let names = left.keys.sorted()
    #expect(names == old.keys.sorted())
    #expect(left["cv-1.pdf"] == old["cv-1.pdf"])
    #expect(try site.batch("out", ["--resume"]).status == 0)
    #expect(try site.tree("out")["cv-1.pdf"] != old["cv-1.pdf"])
  }

  @Test func tellsAtOnceThatAFolderIsReadOnly() throws {
    let site = try Site(pages: 1)
    try site.writeManifest(1)
    let result = try site.batch("/proc/self/net")
    #expect(result.status == 74)
    #expect(result.errors.contains("unwritable-file"))
  }

  @Test func forgetsTheTornEndOfAJournal() throws {
    let site = try Site(pages: 4)
    try site.writeManifest(4)
    #expect(try site.batch("out").status == 0)
    let whole = try site.tree("out")
    let journal = site.folder.url.appending(path: "out/.cvgen/journal.ndjson")
    let bytes = try Data(contentsOf: journal)
    var random = SeededGenerator(seed: 3)
    for _ in 0..<(Self.isFull ? 100 : 4) {
      var damaged = bytes
      let place = Int.random(in: 0..<bytes.count, using: &random)
      if Bool.random(using: &random) {
        damaged = damaged.prefix(place)
      } else {
        damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
      try damaged.write(to: journal)
      try Data("not a PDF".utf8).write(to: site.folder.url.appending(path: "out/cv-2.pdf"))
      #expect(try site.batch("out", ["--resume"]).status == 0)
      let isSame = try site.tree("out") == whole
      #expect(isSame, "damaged at \(place)")
    }
  }

  @Test func letsOneRunAtATimeWrite() throws {
    let site = try Site(pages: 12)
    try site.writeManifest(12)
    let both = """
      "$0" batch people.csv -o out -q & sleep 0.3
      "$0" batch people.csv -o out; echo "second $?"
      wait $!; echo "first $?"
      """
    let result = try run(
      "sh", ["-c", both, faultProgram], folder: site.folder.url,
      environment: ["SWIFT_BACKTRACE": "enable=no"])
    #expect(result.text == "second 75\nfirst 0\n")
  }

  @Test func makesTheSameBytesWithAnyNumberOfJobs() throws {
    let site = try Site(pages: 9)
    try site.writeManifest(9)
    for jobs in ["1", "2", "8"] {
      #expect(try site.batch("out-\(jobs)", ["--jobs", jobs]).status == 0)
    }
    let one = try site.tree("out-1")
    let isSame = try site.tree("out-2") == one && site.tree("out-8") == one
    #expect(isSame)
    for number in [0, 8] {
      let single = try run(
        faultProgram, ["pdf", "page-\(number).md", "-o", "-"], folder: site.folder.url)
      #expect(single.output == one["cv-\(number).pdf"])
    }
  }

  @Test func keepsNoWordsOfAPageBehind() throws {
    let site = try Site(pages: 2)
    try site.writeManifest(2)
    #expect(try site.batch("out").status == 0)
    let own = site.folder.url.appending(path: "out/.cvgen")
    for name in try FileManager.default.contentsOfDirectory(atPath: own.path) {
      let text = String(decoding: try Data(contentsOf: own.appending(path: name)), as: UTF8.self)
      #expect(!text.contains("7946") && !text.contains("brass"))
    }
  }
}

/// The program that the faults happen to: `CVGEN_PROGRAM`, else the one built with the tests.
private let faultProgram = ProcessInfo.processInfo.environment["CVGEN_PROGRAM"] ?? cvgenProgram
