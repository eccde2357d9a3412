// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler

/// `cvgen markdown`: profiles in the recommended form.
struct MarkdownCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "markdown", abstract: "Writes a profile as Markdown in the recommended form.",
    discussion: """
      Whatever form a page has, this is what cvgen understands of it, as a page that is easy to \
      keep; docs/profile.md describes the form. Words whose looks would not say what they are have
      labels. The text is printed, or written to what -o names.

      EXAMPLES
        cvgen markdown about.md -o profile.md
        cvgen markdown about.md | less
      """)

  @OptionGroup var documents: DocumentOptions

  func run() throws { try DocumentRun(documents: documents, format: .markdown).run() }
}
