// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler
import CVDiagnostics

/// `cvgen markdown`: a profile in the recommended form.
struct MarkdownCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "markdown", abstract: "Writes a profile as Markdown in the recommended form.",
    discussion: """
      Whatever form a page has, this is what cvgen understands of it as a page that is easy to keep;
      docs/profile.md describes the form. Words whose looks would not say what they are have labels.

      EXAMPLES
        cvgen markdown about.md -o profile.md
        cvgen markdown about.md | less
      """)

  @Argument(help: ArgumentHelp("The page to read; - is standard input.", valueName: "file"))
  var file: String

  @OptionGroup var input: InputOptions

  func run() throws {
    let disk = DiskFiles(page: file, root: input.root)
    var compiler = Compiler(files: disk.sourceFiles)
    let options = input.compileOptions(for: file, files: disk)
    let profile = compiler.readProfile(file, options: options)
    guard let profile else { throw ExitStatus.badInput }
    try OutputPath.standardOutput.write(Array(compiler.markdown(profile).utf8))
  }
}
