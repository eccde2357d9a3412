// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler
import CVDiagnostics
import Glibc

/// `cvgen model`: what cvgen understands of a page, as JSON.
struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model", abstract: "Prints what cvgen understands of a profile, as JSON.",
    discussion: """
      The schema is cvgen-profile/1; docs/model.md describes it.

      EXAMPLES
        cvgen model about.md
        cvgen model about.md | jq '.sections[].title'
      """)

  @Argument(help: ArgumentHelp("The page to read; - is standard input.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("The form of the model.", valueName: "form"))
  var format: ModelFormat = .json

  @OptionGroup var input: InputOptions

  func run() throws {
    let disk = DiskFiles(page: file, root: input.root, named: input.bibliography)
    var compiler = Compiler(files: disk.sourceFiles)
    let options = input.compileOptions(for: file, files: disk)
    let profile = compiler.readProfile(file, options: options)
    let messages = Messages(input)
    defer { messages.finish() }
    let isSound = messages.print(compiler.log, compiler.sources)
    guard let profile, isSound else { throw ExitStatus.code(of: compiler.log) }
    if let failure = messages.printOutput(compiler.json(profile)) { throw failure }
  }
}

/// The forms of a model.
enum ModelFormat: String, ExpressibleByArgument, CaseIterable { case json }
