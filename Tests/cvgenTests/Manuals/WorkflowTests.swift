// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import Foundation
import TestSupport
import Testing

/// The workflows that docs/ci.md shows: they ask for what there is, and their commands run.
@Suite struct WorkflowTests {
  private static let page = "# Ada Roe\n\n## Skills\n\n- Baking\n"

  /// A file of YAML without a fault.
  private func tree(_ text: String) throws -> DataNode {
    var (sources, log) = (SourceSet(), DiagnosticLog())
    let node = readDataFile(Array(text.utf8), name: "x.yml", into: &sources, log: &log)
    #expect(log.diagnostics.isEmpty)
    return try #require(node)
  }

  private func file(_ name: String) throws -> DataNode {
    try tree(String(contentsOf: checkout.appending(path: name), encoding: .utf8))
  }

  /// What stands between the signs of expressions.
  private func expressions(_ text: String) -> [String] {
    text.matches(of: /\${{ *([^}]*?) *}}/).map { String($0.1) }
  }

  private func blocks() throws -> [DataNode] {
    let blocks = try Manual("docs/ci.md").blocks("yaml")
    try #require(blocks.count == 4)
    return try blocks.map(tree)
  }

  @Test func joinsTheStepsOfTheAction() throws {
    let action = try file("action.yml")
    #expect(action["runs"]?["using"]?.text == "composite")
    let steps = action["runs"]?["steps"]?.items ?? []
    #expect(steps.count == 2 && steps.allSatisfy { $0["shell"]?.text == "bash" })
    let inputs = Set((action["inputs"]?.members ?? []).map(\.key))
    let values = steps.flatMap { $0["env"]?.members ?? [] }.compactMap(\.value.text)
    let asked = Set(values.flatMap(expressions))
    #expect(asked == Set(inputs.map { "inputs.\($0)" } + ["github.action_path"]))
    for output in action["outputs"]?.members ?? [] {
      let value = try #require(output.value["value"]?.text)
      #expect(expressions(value) == ["steps.make.outputs.\(output.key)"])
      let step = try #require(steps.first { $0["id"]?.text == "make" })
      let script = try #require(step["run"]?.text)
      #expect(script.contains("\"\(output.key)=") || script.contains("\"\(output.key)<<"))
    }
  }

  @Test func usesTheActionAsItIs() throws {
    let action = try file("action.yml")
    let steps = try blocks()[0]["jobs"]?["cv"]?["steps"]?.items ?? []
    let cv = try #require(steps.first { $0["uses"]?.text?.hasPrefix("OWNER/cvgen@") == true })
    let given = Set((cv["with"]?.members ?? []).map(\.key))
    let inputs = action["inputs"]?.members ?? []
    #expect(given.isSubset(of: inputs.map(\.key)))
    let required = inputs.filter { $0.value["required"]?.text == "true" }.map(\.key)
    #expect(given.isSuperset(of: required) && !required.isEmpty)
    let outputs = (action["outputs"]?.members ?? []).map { "steps.cv.outputs.\($0.key)" }
    let manual = try Manual("docs/ci.md").text
    let used = manual.matches(of: /steps\.cv\.outputs\.[a-z]+/).map { String($0.0) }
    #expect(cv["id"]?.text == "cv" && used.count == 2 && Set(used).isSubset(of: outputs))
  }

  @Test(.needs("git")) func commitsTheDocuments() throws {
    let script = try #require(blocks()[1].items.first?["run"]?.text)
    let folder = try ManualFolder(["about.md": Self.page, "cvgen.yml": "profiles: about.md\n"])
    let prepare = """
      git init -q --bare remote.git
      git init -q . && git remote add origin "$PWD/remote.git"
      git -c user.name=x -c user.email=x@example.org commit -q --allow-empty --message begin
      git push -q --set-upstream origin HEAD && cvgen build -q
      """
    let home = ["HOME": folder.url.path, "GIT_CONFIG_NOSYSTEM": "1"]
    #expect(try folder.type("set -e\n" + prepare, environment: home).status == 0)
    let result = try folder.type("set -e\n" + script, environment: home)
    #expect(result.status == 0, "\(result.errors)")
    let log = try folder.type("git -C remote.git show --stat --format=%s", environment: home).text
    #expect(log.hasPrefix("Make the CV\n") && log.contains("Output/about.pdf"), "\(log)")
  }

  /// The repository that is cloned has a Makefile that installs nothing.
  @Test(.needs("git")) func runsTheSnippetForGitLab() throws {
    let job = try #require(blocks()[2]["cv"])
    let lines = ["before_script", "script"].flatMap { job[$0]?.items ?? [] }.compactMap(\.text)
    #expect(lines.count == 5)
    let folder = try ManualFolder([
      "about.md": Self.page, "cvgen.yml": "profiles: about.md\n",
      "other/Makefile": "install:\n\techo installed\n",
    ])
    try folder.write(program: "apt-get", "echo apt-get \"$@\"")
    let home = [
      "HOME": folder.url.path, "CVGEN_REPOSITORY": "file://\(folder.url.path)/other",
      "GIT_CONFIG_NOSYSTEM": "1",
    ]
    let commit = "git -c user.name=x -c user.email=x@example.org commit -q --message begin"
    let repository = try folder.type(
      "cd other && git init -q && git add . && \(commit)", environment: home)
    #expect(repository.status == 0, "\(repository.errors)")
    let result = try folder.type("set -e\n" + lines.joined(separator: "\n"), environment: home)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.text.contains("\ninstalled\n") && result.text.contains("about.pdf"))
    #expect(result.text.contains("apt-get install --yes --no-install-recommends git make\n"))
    #expect((job["artifacts"]?["paths"]?.items ?? []).compactMap(\.text) == ["Output/"])
  }

  @Test func runsTheHooks() throws {
    let hooks = try file(".pre-commit-hooks.yaml").items
    #expect(hooks.count == 2)
    let used = try blocks()[3]["repos"]?.items.flatMap { $0["hooks"]?.items ?? [] } ?? []
    let ids = hooks.compactMap { $0["id"]?.text }
    #expect(!used.isEmpty && used.allSatisfy { ids.contains($0["id"]?.text ?? "") })
    let folder = try ManualFolder(["about.md": Self.page, "cvgen.yml": "profiles: about.md\n"])
    for hook in hooks {
      #expect(hook["language"]?.text == "system" && hook["pass_filenames"]?.text == "false")
      _ = try Regex(#require(hook["files"]?.text))
      let result = try folder.type(#require(hook["entry"]?.text))
      #expect(result.status == 0, "\(result.errors)")
    }
    // The script without pre-commit stands in the manual by itself.
    guard let script = try Manual("docs/ci.md").examples.last, case .script(let text) = script
    else { return }
    try folder.write("pre-commit", text + "\n")
    #expect(try folder.type("sh pre-commit").status == 0)
    try folder.write("about.md", Self.page + "- Singing\n")
    #expect(try folder.type("sh pre-commit").status == 1)
  }
}
