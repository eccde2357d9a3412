// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler

/// `cvgen init`: a profile to begin with.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Writes a profile to begin with.",
    discussion: """
      The page says in comments what to replace. A file that is there is never overwritten.

      EXAMPLES
        cvgen init
        cvgen init cv.md
        cvgen init - | less
      """)

  @Argument(help: ArgumentHelp("The file to write; - is standard output.", valueName: "file"))
  var file = "profile.md"

  func run() throws {
    guard file == "-" || !DiskFiles.exists(file) else {
      printFailure("“\(file)” is there already; name another file")
      throw ExitStatus.usage
    }
    let target = OutputPath(of: file, output: file, extension: "md")
    do throws(OutputFailure) {
      try target.write(Array(starterProfile.utf8))
    } catch {
      if let failure = Messages().print(error) { throw failure }
    }
  }
}
