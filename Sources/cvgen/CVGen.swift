// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler
import Glibc

/// The program: its commands, and what they have in common.
@main
struct CVGen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cvgen",
    abstract: "Makes a CV of a homepage or of a Markdown profile.",
    discussion: """
      EXAMPLES
        cvgen pdf about.md                     writes about.pdf beside the page
        cvgen pdf about.md -o cv.pdf --paper letter
        cvgen pdf _pages/about.md --name "Ada Roe" --with news
        curl -s https://example.org/cv.md | cvgen pdf - -o cv.pdf
        cvgen model about.md                   shows what cvgen understands, as JSON
        cvgen explain no-name                  says what a message means
      """,
    version: "cvgen \(programVersion)",
    subcommands: [
      PDFCommand.self, ModelCommand.self, MarkdownCommand.self, ExplainCommand.self,
      CompletionsCommand.self,
    ])

  /// A reader that goes away (`cvgen … | head`) is no fault: writes then fail with EPIPE.
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    main(nil)
  }
}

/// The exit codes of the program (sysexits.h where it has one).
enum ExitStatus {
  /// Errors in the input.
  static let badInput = ExitCode(1)
  /// A wrong command line (EX_USAGE).
  static let usage = ExitCode(64)
  /// The input is missing or unreadable (EX_NOINPUT).
  static let noInput = ExitCode(66)
  /// A fault of the program (EX_SOFTWARE).
  static let fault = ExitCode(70)
  /// The output cannot be written (EX_IOERR).
  static let output = ExitCode(74)
}
