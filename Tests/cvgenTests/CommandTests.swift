// SPDX-License-Identifier: MIT
import Foundation
import TestSupport
import Testing

/// The whole program, as the pages of `Commands/` tell: commands with their output, messages and
/// exit codes.
@Suite struct CommandTests {
  static let folder = checkout.appending(path: "Tests/cvgenTests/Commands")

  /// The pages that need a program, or those that need none.
  static func pages(needing program: String?) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".md") && $0 != "README.md" }
      .filter { try page($0).need == program }.sorted()
  }

  static func page(_ name: String) throws -> CommandFile {
    try CommandFile(String(contentsOf: folder.appending(path: name), encoding: .utf8))
  }

  @Test(arguments: try pages(needing: nil))
  func doesWhatThePageSays(name: String) throws { try check(name) }

  @Test(.needs("pdftotext"), arguments: try pages(needing: "pdftotext"))
  func writesWhatThePageSays(name: String) throws { try check(name) }

  @Test(.needs("qpdf"), arguments: try pages(needing: "qpdf"))
  func putsIntoPDFsWhatThePageSays(name: String) throws { try check(name) }

  private func check(_ name: String) throws {
    let page = try Self.page(name)
    let endings = try Self.run(page)
    if isUpdatingGolden {
      let updated = page.expecting(endings)
      guard updated != page else { return }
      try Data(updated.source.utf8).write(to: Self.folder.appending(path: name))
      Issue.record("rewrote Commands/\(name)")
      return
    }
    for (step, ending) in zip(page.steps, endings) where ending != step.expected {
      Issue.record("Commands/\(name): \(step.command)expected:\n\(step.expected)\ngot:\n\(ending)")
    }
  }

  @Test func rewritesOnlyWhatIsExpected() throws {
    let page = try CommandFile(
      "# A\n\n```sh\na\n```\n\n```output\nold\n```\n\nWords.\n\n```sh\nb\n```\n")
    let endings = [
      CommandEnding(ProgramResult(status: 0, output: Data(), errors: "```")),
      CommandEnding(ProgramResult(status: 64, output: Data("new\n".utf8), errors: "")),
    ]
    #expect(
      page.expecting(endings).source == """
        # A

        ```sh
        a
        ```

        ````errors
        ```
        ````

        Words.

        ```sh
        b
        ```

        ```output
        new
        ```

        ```status
        64
        ```

        """)
  }

  @Test(arguments: ["```outpt\n```", "```output\n```", "```sh\ncvgen", "words"])
  func refusesAPageOfAnotherForm(source: String) {
    #expect(throws: CommandFile.Fault.self) { try CommandFile(source) }
  }

  /// Writes the files of a page and runs its commands in a folder of their own.
  ///
  /// - Parameter watcher: A program with its arguments that runs the shell of each command.
  static func run(_ page: CommandFile, under watcher: [String] = []) throws -> [CommandEnding] {
    let scratch = try TemporaryFolder()
    var endings: [CommandEnding] = []
    for case .block(let block) in page.parts {
      if let name = block.fileName {
        let file = scratch.url.appending(path: name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(block.content.utf8).write(to: file)
      } else if block.label == "sh" {
        let result = try TestSupport.run(
          "env",
          environment(home: scratch.url) + ["timeout", "60"] + watcher + [
            "sh", "-c", block.content,
          ],
          folder: scratch.url)
        #expect(
          !(result.text + result.errors).contains(scratch.url.path),
          "the temporary folder reached the output of \(block.content)")
        endings.append(CommandEnding(result))
      }
    }
    return endings
  }

  /// Nothing of the tester's own environment may change what the program prints.
  private static func environment(home: URL) -> [String] {
    let programs = URL(filePath: cvgenProgram).deletingLastPathComponent().path
    return [
      "-i", "PATH=\(programs):/usr/local/bin:/usr/bin:/bin", "HOME=\(home.path)", "LC_ALL=C",
      "TZ=UTC", "COLUMNS=80", "CVGEN_SHARE=\(checkout.path)", "SWIFT_BACKTRACE=enable=no",
    ]
  }
}
