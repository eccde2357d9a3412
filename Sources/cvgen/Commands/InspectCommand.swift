// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler
import CVDiagnostics

/// `cvgen inspect`: what became of every piece of a page.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Lists what became of every piece of a page.",
    discussion: """
      Each line says where a piece stands, whether it is kept, changed or dropped, and as what or \
      why. The totals count words: none is lost without a reason.

      EXAMPLES
        cvgen inspect about.md
        cvgen inspect about.md | grep dropped
        cvgen inspect about.md --report json | jq .words
      """)

  @Argument(help: ArgumentHelp("The page to read; - is standard input.", valueName: "file"))
  var file: String

  @Option(
    help: ArgumentHelp("The form of the report: human or json.", valueName: "form"),
    transform: parsedForm)
  var report: InspectionForm = .human

  @OptionGroup var input: InputOptions

  func run() throws {
    let disk = input.files(for: file)
    var compiler = Compiler(files: disk.sourceFiles())
    compiler.countsWords = true
    let options = input.compileOptions(for: file, files: disk)
    let profile = compiler.readProfile(file, options: options)
    let messages = Messages(input.messaging)
    defer { messages.finish() }
    let isSound = messages.print(compiler.log, compiler.sources)
    guard let profile, isSound else { throw ExitStatus.code(of: compiler.log) }
    let text = compiler.inspection(profile, as: report)
    if let failure = messages.printOutput(text) { throw failure }
  }
}

/// A form of the report by its name.
private func parsedForm(_ word: String) throws -> InspectionForm {
  if let form = InspectionForm(rawValue: word.lowercased()) { return form }
  throw ValidationError("There is no form “\(word)”; write human or json.")
}
