// SPDX-License-Identifier: MIT
import Foundation
import TestSupport
import Testing

/// What a batch survives: poisoned records, kills, signals, a full disk, a torn journal.
///
/// `make test-faults` runs it at full length.
@Suite(.serialized) struct FaultTests {
  private static let worker = checkout.appending(path: "Tests/Faults/poisoned-worker").path

  @Test(.needs("python3")) func losesOnlyThePoisonedRecords() throws {
    let count = hasFullFaults ? 9900 : 30
    let kinds = ["crash", "exit", "words", "other", "memory", "endless", "bytes", "hang"]
    let poison = (1...(hasFullFaults ? 100 : 8)).map { kinds[$0 % kinds.count] }
    let site = try FaultSite(pages: count)
    try site.writeManifest(count, poison: poison)
    let result = try site.batch(
      "out", ["--worker", Self.worker, "--report", "ndjson", "-q"], through: Self.watchingMemory)
    #expect(result.status == 1)
    let lines = result.text.split(separator: "\n")
    #expect(lines.count == count + poison.count + 1)
    let trailer = "\"in\":\(count + poison.count),\"ok\":\(count),\"error\":\(poison.count)"
    #expect(lines.last?.contains(trailer) == true, "\(lines.last ?? "")")
    let failed = lines.filter { $0.contains("\"status\":\"error\"") }
    func failures(_ code: String) -> Int { failed.filter { $0.contains("\"\(code)\"") }.count }
    let (hangs, bytes) = (poison.count { $0 == "hang" }, poison.count { $0 == "bytes" })
    #expect(failures("record-timeout") == hangs && failures("binary-file") == bytes)
    #expect(failures("worker-crash") == poison.count - hangs - bytes)
    let files = try site.tree("out")
    #expect(files.count == 2 * count + 1)
    #expect(files.keys.allSatisfy { $0.hasPrefix("cv-") || $0 == "manifest.json" })
    let memory = try site.text("memory").split(separator: "\n").compactMap { Int($0) }
    let early = try #require(memory.prefix(max(1, memory.count / 10)).max())
    let late = try #require(memory.max())
    // Of each record a few hundred bytes stay; in the end the manifest is written.
    #expect(late - early < 32 << 10, "the batch grew from \(early) to \(late) KiB")
  }

  /// Writes the resident memory of a program in KiB to a file, again and again while it runs.
  private static let watchingMemory = [
    "sh", "-c",
    """
    "$@" & program=$!
    while sed -n 's/^VmRSS:[^0-9]*\\([0-9]*\\).*/\\1/p' /proc/$program/status >> memory; do
      sleep 0.1
    done 2> /dev/null
    wait $program
    """, "sh",
  ]

  /// At random points of a run, with its children and without.
  @Test func goesOnAfterKills() throws {
    let (count, kills) = hasFullFaults ? (200, 20) : (24, 4)
    let site = try FaultSite(pages: count)
    try site.writeManifest(count)
    let start = Date()
    #expect(try site.batch("whole").status == 0)
    let duration = Date().timeIntervalSince(start)
    let whole = try site.tree("whole")
    var random = SeededGenerator(seed: 7)
    var (killed, resumed) = (0, 0)
    while killed < kills {
      let seconds = Double.random(in: 0...duration / 2, using: &random)
      let alone = killed % 2 == 0 ? ["--foreground"] : []
      let result = try site.batch(
        "out", ["--resume", "--jobs", "2"],
        through: ["timeout"] + alone + ["-s", "KILL", "\(seconds)"])
      if result.status == 0 {
        // It came to its end first: from the beginning.
        try FileManager.default.removeItem(at: site.folder.url.appending(path: "out"))
        continue
      }
      // A group dies with `timeout`; else it tells how its program ended.
      #expect(result.status == 9 || result.status == 137)
      killed += 1
      let left = (try? site.tree("out")) ?? [:]
      if !left.isEmpty { resumed += 1 }
      let isPart = left.allSatisfy { name, data in
        name.hasSuffix(".tmp") || whole[name] == data
      }
      #expect(isPart, "what stands there is whole")
    }
    #expect(resumed > kills / 2, "most kills came after some documents")
    #expect(try site.batch("out", ["--resume", "--jobs", "2"]).status == 0)
    // A child that outlived its parent may still write what others have written.
    let tree = try site.tree("out").filter { !$0.key.hasSuffix(".tmp") }
    let others = Set(tree.keys).union(whole.keys).filter { tree[$0] != whole[$0] }
    #expect(others.isEmpty, "the tree of an uninterrupted run")
  }

  @Test(arguments: [("INT", 130), ("TERM", 143), ("HUP", 129)])
  func stopsWhenAsked(signal: String, status: Int32) throws {
    let count = 300
    let site = try FaultSite(pages: count)
    try site.writeManifest(count)
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
    #expect(isPart && part.count < 2 * count + 1)
  }

  @Test func forgetsTheTornEndOfAJournal() throws {
    let site = try FaultSite(pages: 4)
    try site.writeManifest(4)
    #expect(try site.batch("out").status == 0)
    let whole = try site.tree("out")
    let journal = site.folder.url.appending(path: "out/.cvgen/journal.ndjson")
    let bytes = try Data(contentsOf: journal)
    var random = SeededGenerator(seed: 3)
    for _ in 0..<(hasFullFaults ? 100 : 4) {
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
    let site = try FaultSite(pages: 12)
    try site.writeManifest(12)
    let three = """
      "$0" batch people.csv -o out -q; echo "first $?"
      flock out/.cvgen/lock "$0" batch people.csv -o out -q; echo "beside another $?"
      "$0" batch people.csv -o out -q; echo "behind it $?"
      """
    let result = try run(
      "sh", ["-c", three, cvgenProgram], folder: site.folder.url,
      environment: ["SWIFT_BACKTRACE": "enable=no"])
    #expect(result.text == "first 0\nbeside another 75\nbehind it 0\n")
  }

  @Test func makesTheSameBytesWithAnyNumberOfJobs() throws {
    let site = try FaultSite(pages: 9)
    try site.writeManifest(9)
    for jobs in ["1", "2", "8"] {
      #expect(try site.batch("out-\(jobs)", ["--jobs", jobs]).status == 0)
    }
    let one = try site.tree("out-1")
    let isSame = try site.tree("out-2") == one && site.tree("out-8") == one
    #expect(isSame)
    for number in [0, 8] {
      let single = try run(
        cvgenProgram, ["pdf", "page-\(number).md", "-o", "-"], folder: site.folder.url)
      #expect(single.output == one["cv-\(number).pdf"])
    }
  }

  @Test func keepsNoWordsOfAPageBehind() throws {
    let site = try FaultSite(pages: 2)
    try site.writeManifest(2)
    #expect(try site.batch("out").status == 0)
    let own = site.folder.url.appending(path: "out/.cvgen")
    for name in try FileManager.default.contentsOfDirectory(atPath: own.path) {
      let text = String(decoding: try Data(contentsOf: own.appending(path: name)), as: UTF8.self)
      // Four figures alone may stand in a digest.
      let words = ["7946 0", "2079460", "brass"]
      #expect(!words.contains(where: text.contains), "\(name)")
    }
  }
}
