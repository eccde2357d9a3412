// SPDX-License-Identifier: MIT
import Foundation
import TestSupport
import Testing

/// What the manuals show is run as it is printed.
@Suite struct ManualTests {
  private static let page = """
    # Ada Roe

    ## Experience

    ### Engineer, *Acme Works, Oslo, Norway* — 2019 – present {tags="industry"}

    - Built an engine

    ## Publications

    1. **A. Roe**. “A Map of Rain.” *Clouds*, 2020.

    """

  /// Runs the examples of a manual one after the other in one folder.
  ///
  /// - Parameters:
  ///   - data: How many examples are typed into no shell.
  private func run(_ manual: Manual, in folder: ManualFolder, data: Int = 0) throws {
    var found = 0
    for example in manual.examples {
      switch example {
      case .commands(let commands):
        for command in commands { try run(command, in: folder) }
      case .session(let command, let output):
        let result = try folder.type(command)
        #expect(plain(result.text + result.errors) == plain(output + "\n"), "\(command)")
      case .script(let script):
        try folder.write("script.sh", script + "\n")
        for task in tasks(of: script) {
          let result = try folder.type(
            "sh script.sh", environment: ["SLURM_ARRAY_TASK_ID": "\(task)"])
          #expect(result.status == 0, "\(script): \(result.errors)")
        }
      case .data: found += 1
      }
    }
    #expect(found == data, "an example of \(manual.path) is neither run nor known to be data")
  }

  private func run(_ command: String, in folder: ManualFolder) throws {
    if command.hasPrefix("make ") {
      // In the checkout, so that it says only what it would do.
      let words = "make --dry-run \(command.dropFirst(5))"
      let result = try folder.type("cd '\(checkout.path)' && \(words)")
      #expect(result.status == 0 && !result.text.isEmpty, "\(command): \(result.errors)")
    } else if command.hasPrefix("cvgen watch") {
      // It never ends by itself.
      let result = try folder.type("timeout -s INT 5 \(command)")
      #expect(result.status == 124 && result.text + result.errors != "", "\(command)")
    } else {
      let result = try folder.type(command)
      #expect(result.status == 0, "\(command): \(result.errors)")
    }
  }

  /// The numbers of the tasks that Slurm would start for a script; one for any other.
  private func tasks(of script: String) -> ClosedRange<Int> {
    guard let array = script.firstMatch(of: /#SBATCH --array=(\d+)-(\d+)/),
      let first = Int(array.1), let last = Int(array.2)
    else { return 0...0 }
    return first...last
  }

  /// Without the sizes of files, and the blanks that depend on them.
  private func plain(_ output: String) -> String {
    output.replacing(/[ ]+\d+ KiB/, with: " N KiB").trimmingCharacters(in: .newlines)
  }

  @Test func runsTheReadme() throws {
    let messages = "Tests/Profiles/plain-lines.md"
    let folder = try ManualFolder([
      "about.md": Self.page, "a.md": Self.page, "b.md": Self.page, "build/.keep": "",
      "site/index.md": Self.page, "people.csv": "profile,output\na.md,first\nb.md,second\n",
      "cvgen.yml": "profiles: about.md\nvariants: {industry: {tags: {include: industry}}}\n",
      messages: String(contentsOf: checkout.appending(path: messages), encoding: .utf8),
    ])
    // There is no network; the page is what would come.
    try folder.write(program: "curl", "cat about.md")
    let manual = try Manual("README.md")
    #expect(manual.examples.count >= 4)
    try run(manual, in: folder)
  }

  @Test(.needs("parallel")) func runsTheManualOfBatches() throws {
    let manual = try Manual("docs/batch.md")
    let table = try #require(manual.blocks("csv").first)
    let request = try #require(
      manual.examples.lazy.compactMap { example in
        if case .data(let line) = example, line.contains("\"profile\"") { line } else { nil }
      }.first)
    let variants = "variants:\n  industry: {tags: {include: [industry]}}\n  academia:\n"
    let folder = try ManualFolder([
      "ada.md": Self.page, "bo.md": Self.page, "profiles/cy.md": Self.page, "cvgen.yml": variants,
      "people.csv": table, "people.ndjson": request + "\n", "records.ndjson": request + "\n",
    ])
    try run(manual, in: folder, data: 2)
    let made = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appending(path: "Output").path)
    #expect(made.contains("Bo-Lee.pdf") && made.contains("ada-industry-Acme-Lead-Engineer.pdf"))
    // Each line has gone to one task, and to one worker.
    let replies = try folder.type("cat replies.ndjson replies-*.ndjson").text
    #expect(replies.components(separatedBy: "\"id\":\"c-42\",\"status\":\"ok\"").count == 3)
    #expect(replies.components(separatedBy: "\"end\":true").count == 12)
    let pipe = try #require(manual.text.firstMatch(of: /records\.pipe\("([^"]+)"\)/)?.1)
    #expect(try folder.type("\(pipe) < records.ndjson").text.contains("\"in\":1,\"ok\":1"))
    try checkReplies(manual, request, in: folder)
  }

  /// The replies that are printed have the keys of true ones.
  private func checkReplies(
    _ manual: Manual, _ request: String, in folder: ManualFolder
  ) throws {
    let printed = manual.examples.compactMap { example in
      if case .data(let lines) = example, lines.contains("\"status\"") { lines } else { nil }
    }
    let lost = request.replacing("c-42", with: "c-43").replacing("ada.md", with: "nobody.md")
    try folder.write("two.ndjson", request + "\n" + lost + "\n")
    let given = try folder.type("cvgen worker --store Output < two.ndjson").text
    func keys(_ line: String) -> [Set<String>] {
      line.trimmingCharacters(in: .newlines).components(separatedBy: "\n").map { line in
        Set(line.matches(of: /"([a-z0-9]+)":/).map { String($0.1) })
      }
    }
    var wanted = keys(try #require(printed.first))
    try #require(wanted.count == 3 && keys(given).count == 3, "\(given)")
    // Left out of the print: what each diagnostic has.
    let inside = ["severity", "file", "help"]
    wanted[1].formUnion(inside.filter { keys(given)[1].contains($0) })
    #expect(keys(given) == wanted)
  }

  @Test(.needs("xelatex")) func runsTheManualOfLaTeX() throws {
    try run(Manual("docs/latex.md"), in: ManualFolder(["cv.md": Self.page]))
  }

  @Test func runsTheManualOfThemes() throws {
    let manual = try Manual("docs/themes.md")
    let theme = try #require(manual.blocks("yaml").first)
    let faulty = theme.replacing("body-width: 390pt", with: "body-width: 390")
      .replacing(/\nlist: .*\n/, with: "\nlist: {}\n")
    let folder = try ManualFolder(["cv.md": Self.page, "small/theme.yaml": theme])
    #expect(theme.split(separator: "\n").count <= 30)
    let small = try folder.type("cvgen pdf cv.md --theme ./small --strict")
    #expect(small.status == 0 && small.errors == "", "\(small.errors)")
    try folder.write("small/theme.yaml", faulty)
    #expect(try folder.type("cvgen themes copy modern my-theme").status == 0)
    try run(manual, in: folder, data: 1)
    guard case .data(let extended)? = manual.examples.first(where: { $0.isData }) else { return }
    try folder.write("wide/theme.yaml", extended + "\n")
    let result = try folder.type("cvgen pdf cv.md --theme ./wide --strict")
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test func runsTheManualOfVariants() throws {
    let manual = try Manual("docs/variants.md")
    let page = try "# Ada Roe\n\n" + #require(manual.blocks("markdown").first)
    let settings = manual.blocks("yaml")
    try #require(settings.count == 2)
    let folder = try ManualFolder(["about.md": page, "people/bo.md": page])
    for (block, examples) in zip(settings, [0..<1, 1..<2]) {
      try folder.write("cvgen.yml", block)
      let check = try folder.type("cvgen build --strict -q")
      #expect(check.status == 0, "\(check.errors)\n\(block)")
      for case .commands(let commands) in manual.examples[examples] {
        for command in commands { try run(command, in: folder) }
      }
    }
    guard manual.examples.count == 2, case .session(let command, let output) = manual.examples[1]
    else {
      Issue.record("there are other examples")
      return
    }
    // What is shown belongs to one page, of which one document is there.
    try folder.write("cvgen.yml", settings[1].replacing(", people/*.md", with: ""))
    #expect(try folder.type("cvgen build -q").status == 0)
    for name in ["about-full.pdf", "about-full.html", "manifest.json"] {
      unlink(folder.url.appending(path: "Output/\(name)").path)
    }
    let given = try plain(folder.type(command).text)
    #expect(given == plain(output))
    let model = try folder.type("cvgen model about.md --strict")
    #expect(model.text.components(separatedBy: "\"tags\"").count == 6, "\(model.text)")
  }

  @Test func runsTheManualOfWorkflows() throws {
    let folder = try ManualFolder(["about.md": Self.page, "cvgen.yml": "profiles: about.md\n"])
    #expect(try folder.type("cvgen build").status == 0)
    try run(Manual("docs/ci.md"), in: folder)
  }

  @Test func showsTheModelOfItsExample() throws {
    let manual = try Manual("docs/model.md")
    let page = try #require(manual.blocks("markdown").first)
    let folder = try ManualFolder(["small.md": page])
    let given = try JSONSerialization.jsonObject(with: folder.type("cvgen model small.md").output)
    let printed = try JSONSerialization.jsonObject(
      with: Data(#require(manual.blocks("json").first).utf8))
    #expect(try #require(given as? NSDictionary) == #require(printed as? NSDictionary))
  }

  @Test func knowsEveryManual() throws {
    let known = ["batch.md", "ci.md", "latex.md", "themes.md", "variants.md"]
    let folder = checkout.appending(path: "docs").path
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name.hasSuffix(".md") && !known.contains(name) {
      #expect(try Manual("docs/\(name)").examples.isEmpty, "nothing runs what \(name) shows")
    }
  }
}

extension Manual.Example {
  fileprivate var isData: Bool { if case .data = self { true } else { false } }
}
