// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler
import CVDiagnostics
import Glibc

/// Prints messages on standard error.
struct Messages {
  let format: MessageFormat
  let isQuiet: Bool
  let isStrict: Bool
  private let log: SARIFLog?

  init(_ options: MessageOptions) {
    self.init(options.diagnostics, isQuiet: options.quiet, isStrict: options.strict)
  }

  init(_ format: MessageFormat = .human, isQuiet: Bool = false, isStrict: Bool = false) {
    self.format = format
    self.isQuiet = isQuiet
    self.isStrict = isStrict
    log = format == .sarif ? SARIFLog() : nil
  }

  /// Prints what is printed at the end of a run: the whole log of SARIF.
  func finish() {
    if let log { printError(log.printer.print()) }
  }

  /// Prints a log in the order of the sources.
  ///
  /// - Returns: Whether a document may be made: no errors, and under `--strict` no warnings.
  func print(_ log: DiagnosticLog, _ sources: SourceSet) -> Bool {
    let log = isStrict ? log.strict() : log
    report(
      log.inSourceOrder().filter { !isQuiet || $0.severity == .error }, sources)
    return !log.hasErrors
  }

  /// Prints an output that could not be written.
  ///
  /// - Returns: The exit code that it costs, if any.
  func print(_ failure: OutputFailure) -> ExitCode? {
    guard !failure.isClosedPipe else { return nil }
    report([failure.diagnostic], SourceSet())
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

  private func report(_ diagnostics: [Diagnostic], _ sources: SourceSet) {
    if let log { return log.printer.add(diagnostics, sources) }
    for diagnostic in diagnostics { printError(text(of: diagnostic, sources)) }
  }

  private func text(of diagnostic: Diagnostic, _ sources: SourceSet) -> String {
    switch format {
    case .human:
      HumanPrinter(sources: sources, coloured: Self.isColoured).print(diagnostic) + "\n"
    case .short: ShortPrinter(sources: sources).print(diagnostic)
    case .json, .sarif: JSONPrinter(sources: sources).print(diagnostic)
    case .github: GitHubPrinter(sources: sources).print(diagnostic)
    }
  }

  /// Colours only for people: on a terminal, and not where NO_COLOR asks for none.
  private static var isColoured: Bool { isatty(STDERR_FILENO) == 1 && getenv("NO_COLOR") == nil }
}

/// The messages of all pages of a run, which SARIF holds in one text.
private final class SARIFLog {
  var printer = SARIFPrinter(version: programVersion)
}

/// Writes a text to standard error; there is nowhere to report a failure to.
func printError(_ text: String) {
  _ = writeAll(Array(text.utf8), to: STDERR_FILENO)
}

/// A failure of the machine: printed like a message, without a place.
func printFailure(_ words: String) { printError("error: \(terminalSafe(words))\n") }
