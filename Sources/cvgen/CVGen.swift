// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler
import CVDiagnostics
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
        cvgen html about.md                    writes about.html, for the web
        cvgen model about.md                   shows what cvgen understands, as JSON
        cvgen explain no-name                  says what a message means
      """,
    version: "cvgen \(programVersion)",
    subcommands: [
      PDFCommand.self, LaTeXCommand.self, HTMLCommand.self, TextCommand.self, MarkdownCommand.self,
      PNGCommand.self, SVGCommand.self, WatchCommand.self, ThemesCommand.self, InitCommand.self,
      ModelCommand.self, InspectCommand.self, CheckCommand.self, BuildCommand.self,
      BatchCommand.self, WorkerCommand.self, SchemaCommand.self, ExplainCommand.self,
      CompletionsCommand.self,
    ])

  /// A reader that goes away (`cvgen … | head`) and a file that may not grow are no faults of the
  /// program: writes then fail with EPIPE and EFBIG.
  static func main() {
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
    let arguments = Array(CommandLine.arguments.dropFirst())
    var ahead: PageAhead?
    if arguments.first == "pdf" {
      // Before there is a second thread, with which loading libraries takes twice as long.
      Compiler.preparePages()
      // The page takes longer to read than the arguments.
      ahead = PageAhead(guessedFrom: arguments)
      Compiler.prepareReading()
    }
    do {
      var command = try parse(arguments)
      if let pdf = command as? PDFCommand { try pdf.run(ahead: ahead) } else { try command.run() }
    } catch {
      end(error)
    }
  }

  /// The command that the arguments name, with its options.
  ///
  /// One command is parsed in less time than all of them; what is wrong with its arguments, and
  /// its help, is told by the parser of all.
  private static func parse(_ arguments: [String]) throws -> any ParsableCommand {
    if arguments.allSatisfy({ !["help", "--help", "-h"].contains($0) }) {
      let named = configuration.subcommands.first {
        $0.configuration.commandName == arguments.first
      }
      if let command = try? named?.parseAsRoot(Array(arguments.dropFirst())) { return command }
    }
    if let fault = unknownCommand(arguments) { throw ValidationError(fault) }
    return try parseAsRoot(arguments)
  }

  /// What is wrong with the first word where it is no command.
  private static func unknownCommand(_ arguments: [String]) -> String? {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let word = arguments.first, !word.hasPrefix("-"), !names.contains(word) else {
      return nil
    }
    let near = suggestion(for: word, among: names).map { "“cvgen \($0)”" }
    let wanted = DiskFiles.exists(word) ? "“cvgen pdf \(word)”" : near
    return "There is no command “\(word)”"
      + (wanted.map { "; did you mean \($0)?" } ?? "; write for example “cvgen pdf about.md”.")
  }

  /// Ends the program at once: what it has written is written, and it gives nothing back.
  static func leave(_ code: ExitCode) -> Never {
    fflush(nil)
    _exit(code.rawValue)
  }

  /// Ends the program with what the parser says: help and version, or what is wrong.
  private static func end(_ error: any Error) -> Never {
    let code = exitCode(for: error)
    let text = fullMessage(for: error)
    if text.isEmpty { leave(code) }
    guard code.isSuccess else {
      printError(safe(text, quoting: CommandLine.arguments) + "\n")
      leave(code)
    }
    leave(Messages().printOutput(text + "\n") ?? code)
  }

  /// A message of the parser; in the words that it quotes no character reaches the terminal raw.
  private static func safe(_ text: String, quoting arguments: [String]) -> String {
    var text = text
    for argument in arguments where terminalSafe(argument) != argument {
      text = text.replacing(argument, with: terminalSafe(argument))
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { terminalSafe(String($0)) }.joined(separator: "\n")
  }
}

/// The exit codes of the program (sysexits.h where it has one).
enum ExitStatus {
  /// Errors in the input.
  static let badInput = ExitCode(1)
  /// The document has more pages than were asked for.
  static let overBudget = ExitCode(2)
  /// A wrong command line (EX_USAGE).
  static let usage = ExitCode(64)
  /// The input is missing or unreadable (EX_NOINPUT).
  static let noInput = ExitCode(66)
  /// A fault of the program (EX_SOFTWARE).
  static let fault = ExitCode(70)
  /// The output cannot be written (EX_IOERR).
  static let output = ExitCode(74)
  /// Another run holds the lock; try again (EX_TEMPFAIL).
  static let locked = ExitCode(75)

  /// A missing or unreadable file has a code of its own; a wrong theme is a wrong command line.
  static func code(of log: DiagnosticLog) -> ExitCode {
    let codes = Set(log.diagnostics.filter { $0.severity == .error }.map(\.code))
    if codes == [.pageBudget] { return overBudget }
    if codes.contains(.unknownTheme) || codes.contains(.unknownVariant) { return usage }
    let unreadable: Set<Code> = [
      .missingFile, .isFolder, .unreadableFile, .outsideRoot, .noSite,
    ]
    return codes.isDisjoint(with: unreadable) ? badInput : noInput
  }
}
