// SPDX-License-Identifier: MIT
import Foundation
import TestSupport

/// A folder with pages, and what runs of cvgen leave in it.
struct FaultSite {
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

  func text(_ name: String) throws -> String {
    try String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
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

  /// All pages as a manifest, and poisoned records spread between them.
  ///
  /// - Parameter poison: What each of them does: a kind that `Tests/Faults/poisoned-worker` knows,
  ///   or `bytes`, a page that is no text.
  func writeManifest(_ count: Int, poison: [String] = []) throws {
    var lines = ["profile,output"]
    var left = poison[...]
    for number in 0..<count {
      if number % max(1, count / max(1, poison.count)) == 0, let kind = left.popFirst() {
        let isPage = kind == "bytes"
        let page = isPage ? "bytes-\(number).md" : "poison-\(kind)-\(number).md"
        lines.append("\(page),poison-\(number)")
        if isPage { try write(page, "Ada Roe\0\u{1}\u{2}\0") }
      }
      lines.append("page-\(number).md,cv-\(number)")
    }
    precondition(left.isEmpty, "more poison than pages")
    try write("people.csv", lines.joined(separator: "\n") + "\n")
  }

  func batch(_ output: String, _ options: [String] = [], through wrapper: [String] = []) throws
    -> ProgramResult
  {
    let words =
      wrapper + [cvgenProgram, "batch", "people.csv", "-o", output, "--formats", "pdf,text"]
      + options
    return try run(
      words[0], Array(words.dropFirst()), folder: folder.url,
      environment: ["CVGEN_PROGRAM": cvgenProgram, "SWIFT_BACKTRACE": "enable=no"])
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

/// Whether the faults happen at full length, as `make test-faults` lets them.
let hasFullFaults = ProcessInfo.processInfo.environment["CVGEN_FAULTS"] == "full"
