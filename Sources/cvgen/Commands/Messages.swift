// SPDX-License-Identifier: MIT
import ArgumentParser
import CVDiagnostics
import Glibc

/// Prints messages on standard error.
struct Messages {
  let format: MessageFormat
  let isQuiet: Bool
  let isStrict: Bool

  /// For commands without options.
  init() {
    format = .human
    isQuiet = false
    isStrict = false
  }

  init(_ options: InputOptions) {
    format = options.diagnostics
    isQuiet = options.quiet
    isStrict = options.strict
  }

  /// Prints a log in the order of the sources.
  ///
  /// - Returns: Whether a document may be made: no errors, and under `--strict` no warnings.
  func print(_ log: DiagnosticLog, _ sources: SourceSet) -> Bool {
    let log = isStrict ? log.strict() : log
    for diagnostic in log.inSourceOrder() where !isQuiet || diagnostic.severity == .error {
      printError(text(of: diagnostic, sources))
    }
    return !log.hasErrors
  }

  /// Prints an output that could not be written.
  ///
  /// - Returns: The exit code that it costs, if any.
  func print(_ failure: OutputFailure) -> ExitCode? {
    guard !failure.isClosedPipe else { return nil }
    printError(text(of: failure.diagnostic, SourceSet()))
    return ExitStatus.output
  }

  /// Writes a text to standard output, and gives the exit code of a failure, which is printed.
  func printOutput(_ text: String) -> ExitCode? {
    do throws(OutputFailure) {
      try OutputPath.standardOutput.write(Array(text.utf8))
      return nil
    } catch {
      return print(error)
    }
  }

  private func text(of diagnostic: Diagnostic, _ sources: SourceSet) -> String {
    switch format {
    case .human:
      HumanPrinter(sources: sources, coloured: Self.isColoured).print(diagnostic) + "\n"
    case .short: ShortPrinter(sources: sources).print(diagnostic)
    case .json: JSONPrinter(sources: sources).print(diagnostic)
    }
  }

  /// Colours only for people: on a terminal, and not where NO_COLOR asks for none.
  private static var isColoured: Bool { isatty(STDERR_FILENO) == 1 && getenv("NO_COLOR") == nil }
}

/// Writes a text to standard error; there is nowhere to report a failure to.
func printError(_ text: String) {
  _ = writeAll(Array(text.utf8), to: STDERR_FILENO)
}

/// A failure of the machine: printed like a message, without a place.
func printFailure(_ words: String) { printError("error: \(terminalSafe(words))\n") }
