// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler
import CVDiagnostics
import Glibc

/// `cvgen model`: what cvgen understands of a page, as JSON or as another program's data.
struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model", abstract: "Prints what cvgen understands of a profile, as JSON.",
    discussion: """
      The schema is cvgen-profile/1; docs/model.md describes it. The other forms are those of
      JSON Resume and RenderCV; what they do not keep of the profile is told of.

      EXAMPLES
        cvgen model about.md
        cvgen model about.md | jq '.sections[].title'
        cvgen model about.md --format rendercv > cv.yaml
      """)

  @Argument(help: ArgumentHelp("The page to read; - is standard input.", valueName: "file"))
  var file: String

  @Option(
    help: ArgumentHelp(
      "The form of the model: json, jsonresume or rendercv.", valueName: "form"))
  var format: ModelFormat = .json

  @OptionGroup var input: InputOptions

  func run() throws {
    let disk = DiskFiles(page: file, root: input.root, named: input.bibliography)
    var compiler = Compiler(files: disk.sourceFiles)
    let options = input.compileOptions(for: file, files: disk)
    let profile = compiler.readProfile(file, options: options)
    let messages = Messages(input)
    defer { messages.finish() }
    let text = profile.map { profile in
      format.exchange.map { compiler.exchanged(profile, as: $0) } ?? compiler.json(profile)
    }
    let isSound = messages.print(compiler.log, compiler.sources)
    guard let text, isSound else { throw ExitStatus.code(of: compiler.log) }
    if let failure = messages.printOutput(text) { throw failure }
  }
}

/// The forms of a model.
enum ModelFormat: String, ExpressibleByArgument, CaseIterable {
  case json, jsonresume, rendercv

  /// `nil` for cvgen's own form.
  var exchange: ExchangeFormat? { ExchangeFormat(rawValue: rawValue) }
}
