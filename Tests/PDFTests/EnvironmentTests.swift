// SPDX-License-Identifier: MIT
import Foundation
import TestSupport
import Testing

/// What surrounds a run changes neither its bytes nor what it loads.
@Suite struct EnvironmentTests {
  /// Twelve environments, each as the words that come before a command.
  private static let environments: [[String]] = [
    ["env"], ["env", "TZ=Asia/Kathmandu"], ["env", "TZ=America/St_Johns", "LC_ALL=de_DE.UTF-8"],
    ["env", "LC_ALL=C"], ["env", "LC_ALL=tr_TR.UTF-8", "LANG=ar_EG.UTF-8"],
    ["env", "HOME=/nowhere"],
    ["env", "FONTCONFIG_FILE=/nowhere/fonts.conf"], ["env", "FONTCONFIG_PATH=/nowhere"],
    ["env", "-i", "PATH=/usr/bin:/bin"], ["env", "TMPDIR=/nowhere", "XDG_CACHE_HOME=/nowhere"],
    ["sh", "-c", "umask 077; exec \"$@\"", "sh"], ["sh", "-c", "cd /; exec \"$@\"", "sh"],
  ]

  @Test func givesTheSameBytesEverywhere() throws {
    let folder = try TemporaryFolder()
    let document = try #require(DemoDocument.all.first)
    let expected = try Data(contentsOf: URL(filePath: document.compile(into: folder)))
    let other = try document.compile(into: folder, ["--date", "2026-05-01"])
    try #require(try Data(contentsOf: URL(filePath: other)) != expected, "differences are seen")
    for environment in Self.environments {
      let result = try run(
        environment[0],
        environment.dropFirst() + ["env", "CVGEN_SHARE=\(checkout.path)", cvgenProgram]
          + ["pdf", "--quiet", document.page, "--theme", document.theme, "-o", "-"])
      #expect(result.output == expected, "\(environment): \(result.errors)")
    }
  }

  @Test func givesTheSameBytesSideBySide() async throws {
    let document = try #require(DemoDocument.all.first)
    let files = try await withThrowingTaskGroup(of: Data.self) { group in
      for _ in 0..<4 {
        group.addTask {
          let folder = try TemporaryFolder()
          return try Data(contentsOf: URL(filePath: document.compile(into: folder)))
        }
      }
      return try await group.reduce(into: Set<Data>()) { $0.insert($1) }
    }
    #expect(files.count == 1)
  }

  /// libqpdf takes 3 ms to load: only those pay who need it.
  @Test(arguments: [
    (["--version"], false), (["model", "PAGE"], false), (["text", "PAGE"], false),
    (["markdown", "PAGE"], false), (["pdf", "PAGE", "-o", "-", "--pdf-standard", "none"], false),
    (["pdf", "PAGE", "-o", "-"], true),
  ])
  func loadsLibqpdfForFinishedFilesOnly(arguments: [String], loads: Bool) throws {
    let document = try #require(DemoDocument.all.first)
    let result = try run(
      cvgenProgram, arguments.map { $0 == "PAGE" ? document.page : $0 },
      environment: ["CVGEN_SHARE": checkout.path, "LD_DEBUG": "files"])
    #expect(result.status == 0)
    try #require(result.errors.contains("libc.so"), "the loader tells what it does")
    #expect(result.errors.contains("libqpdf") == loads)
  }
}
