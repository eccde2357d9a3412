// SPDX-License-Identifier: MIT
import Foundation
import TestSupport
import Testing

/// A page of the manuals, with what it prints for people to type.
struct Manual {
  let path: String
  let text: String

  init(_ path: String) throws {
    self.path = path
    text = try String(contentsOf: checkout.appending(path: path), encoding: .utf8)
  }

  /// Something indented by four columns.
  enum Example: Hashable {
    /// Commands, one a line.
    case commands([String])
    /// A command with what it prints.
    case session(command: String, output: String)
    /// A script with its first line.
    case script(String)
    /// A text that is typed into no shell.
    case data(String)
  }

  /// The indented examples, in their order.
  var examples: [Example] {
    var examples: [[String]] = []
    var fence: Substring?
    var isOpen = false
    for line in text.components(separatedBy: "\n") {
      let signs = line.prefix { $0 == "`" }
      if signs.count >= 3, fence == nil || signs == fence {
        fence = fence == nil ? signs : nil
        isOpen = false
      } else if fence == nil, line.hasPrefix("    ") {
        if !isOpen { examples.append([]) }
        isOpen = true
        examples[examples.count - 1].append(String(line.dropFirst(4)))
      } else if isOpen, line.isEmpty, fence == nil {
        // A blank line parts paragraphs of an example, or ends it.
        examples[examples.count - 1].append("")
      } else {
        isOpen = false
      }
    }
    return examples.map(Self.example)
  }

  private static func example(_ lines: [String]) -> Example {
    let text = lines.joined(separator: "\n").trimmingCharacters(in: .newlines)
    let first = lines.first ?? ""
    if first.hasPrefix("$ ") {
      let output = text.components(separatedBy: "\n").dropFirst().joined(separator: "\n")
      return .session(command: String(first.dropFirst(2)), output: output)
    }
    if first.hasPrefix("#!") { return .script(text) }
    guard first.first?.isLetter == true, !first.prefix(while: { $0 != " " }).hasSuffix(":") else {
      return .data(text)
    }
    // Behind two blanks stands what is said of a command.
    return .commands(
      lines.filter { !$0.isEmpty }.map { line in
        line.firstRange(of: "  ").map { String(line[..<$0.lowerBound]) } ?? line
      })
  }

  /// The fenced blocks of a language.
  func blocks(_ language: String) -> [String] {
    text.components(separatedBy: "```\(language)\n").dropFirst()
      .compactMap { $0.components(separatedBy: "\n```").first.map { $0 + "\n" } }
  }
}

/// A folder in which the examples of a manual are run.
struct ManualFolder {
  let folder = try? TemporaryFolder()
  var url: URL { folder?.url ?? URL(filePath: "/nonexistent") }

  init(_ files: [String: String]) throws {
    for (name, text) in files { try write(name, text) }
  }

  func write(_ name: String, _ text: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Puts a program in front of all others of its name.
  func write(program: String, _ script: String) throws {
    try write("bin/\(program)", "#!/bin/sh\n\(script)\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: url.appending(path: "bin/\(program)").path)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOf: url.appending(path: name), encoding: .utf8)
  }

  /// Runs what somebody types: cvgen is on the search path, and input is at its end.
  func type(_ command: String, environment: [String: String] = [:]) throws -> ProgramResult {
    let program = URL(filePath: cvgenProgram).deletingLastPathComponent().path
    let system = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let paths = [url.appending(path: "bin").path, program, system].joined(separator: ":")
    return try run(
      "timeout", ["120", "sh", "-c", command], folder: url,
      environment: ["PATH": paths, "SWIFT_BACKTRACE": "enable=no"].merging(environment) { $1 })
  }
}
