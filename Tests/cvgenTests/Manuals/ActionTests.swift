// SPDX-License-Identifier: MIT
import Foundation
import TestSupport
import Testing

/// The action for GitHub: the scripts of `action.yml` as they stand there, run as a runner would.
@Suite struct ActionTests {
  private static let page = """
    # Ada Roe

    ## Experience

    ### Engineer, *Acme Works, Oslo, Norway* — 2019 – present

    - Built an engine {tags="industry"}
    """

  /// The script of a step, by a word of its name.
  private func script(_ name: String) throws -> String {
    let text = try String(contentsOf: checkout.appending(path: "action.yml"), encoding: .utf8)
    let steps = text.components(separatedBy: "    - name: ").dropFirst()
    let step = try #require(steps.first { $0.hasPrefix(name) })
    let lines = step.components(separatedBy: "\n")
    let start = try #require(lines.firstIndex { $0.hasSuffix("run: |") })
    return lines[(start + 1)...].prefix { $0.isEmpty || $0.hasPrefix("        ") }
      .map { String($0.dropFirst(8)) }.joined(separator: "\n")
  }

  /// Runs the script that makes the documents, and gives what it hands on.
  private func make(
    _ inputs: [String: String], in folder: URL
  ) throws -> (outputs: String, result: ProgramResult) {
    let handed = folder.appending(path: ".handed")
    try Data().write(to: handed)
    var environment = [
      "FORMATS": "pdf", "THEME": "", "VARIANT": "", "OUTPUT": "Output",
      "GITHUB_OUTPUT": handed.path,
    ].merging(inputs) { $1 }
    let program = URL(filePath: cvgenProgram).deletingLastPathComponent().path
    environment["PATH"] = program + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
    let result = try run(
      "bash", ["-c", try script("Make")], folder: folder, environment: environment)
    return (try String(contentsOf: handed, encoding: .utf8), result)
  }

  private func folder(with files: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.url.appending(path: name))
    }
    return folder
  }

  @Test func makesAPage() throws {
    let folder = try folder(with: ["about.md": Self.page])
    let inputs = ["FILE": "about.md", "FORMATS": "pdf,html", "THEME": "modern"]
    let first = try make(inputs, in: folder.url)
    #expect(first.result.status == 0, "\(first.result.errors)")
    #expect(
      first.outputs
        == "path<<END\nOutput/about.pdf\nOutput/about.html\nEND\npages=1\nchanged=true\n")
    let second = try make(inputs, in: folder.url)
    #expect(second.outputs.hasSuffix("pages=1\nchanged=false\n"))
    // A runner has the documents of the repository, and nothing that an earlier run kept.
    try FileManager.default.removeItem(at: folder.url.appending(path: "Output/.cvgen"))
    #expect(try make(inputs, in: folder.url).outputs.hasSuffix("changed=false\n"))
    let page = Self.page.replacing("engine", with: "turbine")
    try Data(page.utf8).write(to: folder.url.appending(path: "about.md"))
    #expect(try make(inputs, in: folder.url).outputs.hasSuffix("changed=true\n"))
  }

  @Test func makesAVariant() throws {
    let settings = "variants: {web: {tags: {exclude: industry}}}"
    let folder = try folder(with: ["about.md": Self.page, "cvgen.yml": settings])
    let inputs = ["FILE": "about.md", "FORMATS": "text", "VARIANT": "web"]
    let made = try make(inputs, in: folder.url)
    #expect(made.outputs == "path<<END\nOutput/about-web.txt\nEND\npages=0\nchanged=true\n")
  }

  @Test func buildsAFileOfSettings() throws {
    let settings = """
      profiles: about.md
      variants: {full: , short: {formats: [pdf, text]}}
      """
    let folder = try folder(with: ["about.md": Self.page, "cvgen.yml": settings])
    let made = try make(["FILE": "cvgen.yml"], in: folder.url)
    #expect(made.result.status == 0, "\(made.result.errors)")
    let paths = ["about-full.pdf", "about-short.pdf", "about-short.txt"]
    for path in paths { #expect(made.outputs.contains("\nOutput/\(path)\n"), "\(made.outputs)") }
    #expect(made.outputs.hasSuffix("END\npages=2\nchanged=true\n"))
  }

  @Test func failsWithTheProgram() throws {
    let folder = try folder(with: ["about.md": ""])
    let made = try make(["FILE": "about.md"], in: folder.url)
    #expect(made.result.status == 1)
    #expect(made.result.errors.contains("::error title="), "\(made.result.errors)")
    #expect(made.outputs == "")
  }

  /// Programs that only note how they are called stand in for those of the runner.
  @Test func installsWhatTheMakefileInstalls() throws {
    let folder = try ManualFolder([:])
    let calls = folder.url.appending(path: "calls")
    for name in ["apt-get", "swift"] {
      try folder.write(program: name, "echo \(name) \"$@\" >> \(calls.path)")
    }
    try folder.write(program: "sudo", "exec \"$@\"")
    try folder.write(program: "dpkg-query", "exit 1")
    let path = folder.url.appending(path: "path")
    let environment = [
      "PATH": "\(folder.url.path)/bin:/usr/bin:/bin", "SOURCE": checkout.path,
      "GITHUB_PATH": path.path,
    ]
    let result = try run("bash", ["-e", "-c", script("Install")], environment: environment)
    #expect(result.status == 0, "\(result.errors)")
    let log = try folder.read("calls")
    let makefile = try String(contentsOf: checkout.appending(path: "Makefile"), encoding: .utf8)
    let list = try #require(makefile.firstMatch(of: /LIBRARIES = ((?:.*\\\n)*.*)/)?.1)
    let packages = list.split { $0.isWhitespace || $0 == "\\" }
    #expect(packages.count >= 9)
    for package in packages { #expect(log.contains(" \(package)"), "\(package)") }
    #expect(log.contains("swift build -c release"))
    #expect(
      try String(contentsOf: path, encoding: .utf8) == "\(checkout.path)/.build/release\n")
  }

  @Test func isDescribedAsItIs() throws {
    let action = try String(contentsOf: checkout.appending(path: "action.yml"), encoding: .utf8)
    let page = try String(contentsOf: checkout.appending(path: "docs/ci.md"), encoding: .utf8)
    for name in ["file", "formats", "theme", "variant", "output"] {
      #expect(action.contains("\n  \(name):\n"))
      #expect(page.contains("| `\(name)` |"))
    }
    for name in ["path", "pages", "changed"] {
      #expect(action.contains("\n  \(name):\n"))
      #expect(page.contains("| `\(name)` |"))
    }
    let hooks = try String(
      contentsOf: checkout.appending(path: ".pre-commit-hooks.yaml"), encoding: .utf8)
    for hook in ["cvgen-build", "cvgen-check"] {
      #expect(hooks.contains("- id: \(hook)\n"))
      #expect(page.contains("id: \(hook)"))
    }
  }
}
