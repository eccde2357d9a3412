// SPDX-License-Identifier: MIT
import Foundation
import TestSupport
import Testing

/// No command opens a connection: not the program, not what it starts.
@Suite struct NetworkTests {
  /// All pages; in a quick run every fifth.
  private static func watchedPages() throws -> [String] {
    try CommandTests.pages(needing: nil).enumerated()
      .filter { triesEveryCombination || $0.offset.isMultiple(of: 5) }.map(\.element)
  }

  /// The commands of every page of `Commands/`, watched by strace, which writes down each socket.
  @Test(.needs("strace"), arguments: try watchedPages())
  func opensNoConnection(page name: String) throws {
    let scratch = try TemporaryFolder()
    let trace = scratch.url.appending(path: "trace").path
    let watcher = [
      "strace", "-f", "-qq", "--seccomp-bpf", "-A", "-e", "trace=socket,connect,execve", "-o",
      trace,
    ]
    _ = try CommandTests.run(CommandTests.page(name), under: watcher)
    // Where the system forbids to trace, nothing was seen and nothing can be said.
    guard let text = try? String(contentsOfFile: trace, encoding: .utf8), text.contains("execve")
    else { return }
    #expect(!text.contains("AF_INET"), "\(text)")
  }

  /// What a page or a file of data names on the web is not fetched.
  @Test(.needs("strace"), arguments: ["pdf", "html", "text", "model", "inspect", "png"])
  func fetchesNothing(command: String) throws {
    let scratch = try TemporaryFolder()
    let trace = scratch.url.appending(path: "trace").path
    let address = "http://127.0.0.1:9/canary"
    let page = """
      ---
      name: Ada Roe
      photo: \(address).png
      cvgen: {photo: "\(address).jpg", bibliography: "\(address).bib"}
      ---
      <link rel="stylesheet" href="\(address).css"><style>@import url(\(address).css);</style>
      <script src="\(address).js"></script><base href="\(address)/">

      ## About

      ![x](\(address).png) <img src="\(address)" srcset="\(address) 2x"> Words.
      <iframe src="\(address)"></iframe> <object data="\(address)"></object> <embed src="\(address)">
      <video poster="\(address)" src="\(address)"></video> <svg><image href="\(address)"/></svg>
      {% include \(address) %} {% include_relative \(address) %}
      """
    try Data(page.utf8).write(to: scratch.url.appending(path: "cv.md"))
    let output = ["pdf", "png", "html"].contains(command) ? ["-o", "out." + command] : []
    let result = try run(
      "strace",
      [
        "-f", "-qq", "-e", "trace=socket,connect,execve", "-o", trace, cvgenProgram, command,
        "cv.md",
      ]
        + output, folder: scratch.url)
    guard let text = try? String(contentsOfFile: trace, encoding: .utf8), text.contains("execve")
    else { return }
    #expect([0, 1].contains(result.status), "\(result.errors)")
    #expect(!text.contains("AF_INET"), "\(text)")
  }
}
