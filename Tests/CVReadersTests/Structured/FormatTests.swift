// SPDX-License-Identifier: MIT
import CVMarkup
import TestSupport
import Testing

@testable import CVReaders

/// Files of data are known by what stands in them.
@Suite struct FormatTests {
  @Test(arguments: [
    (#"{"basics": {"name": "Ada"}}"#, "JSON Resume"),
    ("\n [ {\"title\": \"A\", \"contents\": []} ]", "al-folio"),
    (#"{"cv": {"name": "Ada"}}"#, "RenderCV"),
    ("cv:\n  name: Ada\n", "RenderCV"),
    ("# comment\n---\ndesign:\n  theme: x\ncv:\n  sections: {}\n", "RenderCV"),
    ("content:\n  basics:\n    name: Ada\n", "YAMLResume"),
    ("basics:\n  name: Ada\n", "JSON Resume"),
    ("- title: Education\n  type: list\n  contents:\n    - A\n", "al-folio"),
  ])
  func knowsAFormat(source: String, format: String) {
    #expect(ReadSource(source).format == format)
  }

  @Test(arguments: [
    "---\ntitle: x\ncontent: y\n---\n# Education\n", "{{ page.title }}\n\n# Education\n",
    "[Ada](https://e.org) writes.\n", "{% include x %}\n", "# cv:\n\ncv: words\n\nmore words\n",
    "- title: a list\n- of: words\n", "Contents: what is in it\n", "{:.no_toc}\n# A\n",
    "+++\ntitle = 'x'\n+++\n", "<html><body>cv:</body></html>",
  ])
  func takesAPageForOne(source: String) {
    #expect(ReadSource(source).format == nil)
    #expect(ReadSource(source).log.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("@article{a, title={B}}", SourceSyntax.bibTeX), ("% x\n\n@string{a = {b}}", .bibTeX),
    ("---\n---\n\n@ARTICLE {a,\n title={B}}", .bibTeX), ("@ada writes to {them}", .page),
    ("ada@example.org {x}", .page), ("@media (print) { }", .bibTeX),
  ])
  func knowsABibliography(source: String, syntax: SourceSyntax) {
    #expect(ReadSource(source).syntax == syntax)
  }

  @Test(arguments: 0..<100)
  func survivesDamage(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let names = [
      "resume-new-keys.json", "resume-old-keys.json", "rendercv.yaml", "al-folio.yml",
      "yamlresume.yml",
    ]
    var bytes = try testFile("Profiles/Structured/" + names[seed % names.count])
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let index = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: index)
      case 2:
        bytes.insert(contentsOf: #"[{"*: - &a *a |>"#.utf8.shuffled(using: &random), at: index)
      default: bytes.removeSubrange(index..<min(bytes.count, index + 30))
      }
    }
    let read = ReadSource(bytes: bytes)
    let isAnswered = read.format != nil || read.log.hasErrors || read.syntax == .page
    #expect(isAnswered || !read.profile.sections.isEmpty || read.syntax == .yaml)
  }
}
