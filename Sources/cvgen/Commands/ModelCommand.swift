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
  var format: Form = .json

  /// The forms of a model.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case json, jsonresume, rendercv

    fileprivate var format: DocumentFormat {
      ExchangeFormat(rawValue: rawValue).map { .exchange($0) } ?? .json
    }
  }

  @OptionGroup var input: InputOptions

  func run() throws {
    var job = input.job(for: file)
    job.formats = [format.format]
    var runner = JobRunner()
    let result = runner.run(job)
    let messages = Messages(input.messaging)
    defer { messages.finish() }
    let isSound = messages.print(result.log, result.sources)
    guard isSound, let text = result.documents.first?.parts.joined() else {
      throw ExitStatus.code(of: result.log)
    }
    if let failure = messages.printOutput(String(decoding: text, as: UTF8.self)) { throw failure }
  }
}
