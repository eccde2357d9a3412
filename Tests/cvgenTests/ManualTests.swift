// SPDX-License-Identifier: MIT
import Foundation
import TestSupport
import Testing

/// What the manuals show is run as it is printed.
@Suite struct ManualTests {
  private func manual(_ path: String) throws -> String {
    try String(contentsOf: checkout.appending(path: path), encoding: .utf8)
  }

  /// The fenced blocks of a language.
  private func blocks(_ language: String, of text: String) -> [String] {
    text.components(separatedBy: "```\(language)\n").dropFirst()
      .compactMap { $0.components(separatedBy: "\n```").first }
  }

  /// The commands of indented lines, without what is said of them behind two blanks.
  private func commands(of text: String) -> [String] {
    text.components(separatedBy: "\n").filter { $0.hasPrefix("    cvgen ") }.map { line in
      let words = line.dropFirst(4)
      return words.firstRange(of: "   ").map { String(words[..<$0.lowerBound]) } ?? String(words)
    }
  }

  private func run(_ command: String, in folder: URL) throws -> ProgramResult {
    let program = URL(filePath: cvgenProgram).deletingLastPathComponent().path
    let path = program + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
    return try TestSupport.run(
      "timeout", ["60", "sh", "-c", command], folder: folder, environment: ["PATH": path])
  }

  private func write(_ files: [String: String], to folder: URL) throws {
    for (name, text) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  private static let page = """
    # Ada Roe

    ## Experience

    ### Engineer, *Acme Works, Oslo, Norway* — 2019 – present {tags="industry"}

    - Built an engine
    """

  @Test func runsTheCommandsOfTheReadme() throws {
    let use = try #require(
      manual("README.md").components(separatedBy: "\n## ").first { $0.hasPrefix("Use") })
    let folder = try TemporaryFolder()
    try write(
      [
        "about.md": Self.page, "a.md": Self.page, "b.md": Self.page, "build/.keep": "",
        "site/index.md": Self.page,
        "people.csv": "profile,output\na.md,first\nb.md,second\n",
        "cvgen.yml": "profiles: about.md\nvariants: {industry: {tags: {include: industry}}}\n",
      ], to: folder.url)
    // One never ends.
    let commands = commands(of: use).filter { !$0.contains("cvgen watch") }
    #expect(commands.count >= 20)
    for command in commands {
      if command.hasPrefix("cvgen init") { unlink(folder.url.appending(path: "profile.md").path) }
      let result = try run(command, in: folder.url)
      #expect(result.status == 0, "\(command): \(result.errors)")
    }
  }

  @Test func buildsWhatTheManualOfVariantsShows() throws {
    let text = try manual("docs/variants.md")
    let page = try "# Ada Roe\n\n" + #require(blocks("markdown", of: text).first)
    let settings = blocks("yaml", of: text)
    #expect(settings.count == 2)
    for block in settings {
      let isWhole = block.contains("profiles:")
      let folder = try TemporaryFolder()
      let file = (isWhole ? "" : "profiles: about.md\n") + block + "\n"
      try write(["about.md": page, "people/bo.md": page, "cvgen.yml": file], to: folder.url)
      let result = try run("cvgen build --strict", in: folder.url)
      #expect(result.status == 0, "\(result.errors)\n\(block)")
      let shown = isWhole ? text.components(separatedBy: "\n").filter { $0.contains(" KiB  ") } : []
      for line in shown {
        let name = line.split(separator: " ").first.map(String.init) ?? ""
        #expect(result.text.contains("\(name) "), "\(name)")
      }
      for command in isWhole ? [] : commands(of: text) {
        let result = try run(command, in: folder.url)
        #expect(result.status == 0, "\(command): \(result.errors)")
      }
    }
    let folder = try TemporaryFolder()
    try write(["about.md": page], to: folder.url)
    let model = try run("cvgen model about.md --strict", in: folder.url)
    #expect(model.text.components(separatedBy: "\"tags\"").count == 6, "\(model.text)")
  }
}
