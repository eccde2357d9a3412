// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler
import CVDiagnostics

/// Makes a document of each page that the user names, one after the other.
struct DocumentRun {
  let documents: DocumentOptions
  let format: DocumentFormat
  var clock = StageClock(isOn: false)
  var ahead: PageAhead?

  /// Looks for outputs that would destroy something, before anything is read.
  private func checkOutputs() throws {
    let outputs = documents.files.map { (page: $0, output: target(of: $0)) }
    if let fault = OutputCheck(format: format, outputs: outputs).fault() {
      printFailure(fault)
      throw ExitStatus.usage
    }
  }

  /// Makes the documents, and ends the program; it comes back only by throwing, before the first.
  ///
  /// - Parameter design: Completes the job of each page.
  func run(design: (inout Job) -> Void = { _ in }) throws {
    try checkOutputs()
    let messages = Messages(documents.input.messaging)
    var runner = JobRunner(ahead: ahead)
    var clock = self.clock
    runner.stageEnded = { clock.ended($0) }
    var failure: ExitCode?
    for file in documents.files {
      var job = documents.input.job(for: file)
      job.formats = [format]
      design(&job)
      let code = finish(job, runner.run(job), messages)
      clock.ended("writing")
      guard let code else { continue }
      failure = failure.map { $0.rawValue > code.rawValue ? $0 : code } ?? code
    }
    messages.finish()
    // Faces and libraries are left to the system, which takes them back in one piece.
    withExtendedLifetime(runner) { CVGen.leave(failure ?? .success) }
  }

  private func target(of file: String) -> OutputPath {
    let output = documents.output ?? (format.isPrinted ? "-" : nil)
    return OutputPath(of: file, output: output, extension: format.suffix)
  }

  /// Prints what there is to say and writes the document; gives an exit code or `nil`.
  private func finish(_ job: Job, _ result: JobResult, _ messages: Messages) -> ExitCode? {
    if let failure = result.failure { return Self.report(failure) }
    guard messages.print(result.log, result.sources), let document = result.documents.first else {
      return ExitStatus.code(of: result.log)
    }
    let failure = write(document, to: target(of: job.page), messages)
    return failure ?? (result.isOverBudget ? ExitStatus.overBudget : nil)
  }

  private func write(
    _ document: RenderedDocument, to target: OutputPath, _ messages: Messages
  ) -> ExitCode? {
    if document.parts.count > 1, target.path == nil {
      printFailure("standard output takes one page only; choose it with --page, or a file with -o")
      return ExitStatus.usage
    }
    do throws(OutputFailure) {
      try target.write(document)
      return nil
    } catch {
      return messages.print(error)
    }
  }

  /// Prints a failure of the machine, and gives the exit code that it costs.
  static func report(_ failure: CompileFailure) -> ExitCode {
    printFailure(failure.words)
    return ExitStatus.fault
  }
}

extension CompileFailure {
  /// What failed, and what to do.
  var words: String {
    switch self {
    case .font(let file): "the font “\(file)” is missing or is no font; install cvgen again"
    case .dictionary(let file): "“\(file)” is no hyphenation dictionary; install cvgen again"
    case .library(let name):
      "the library “\(name)” is missing or too old (Debian: libpangocairo-1.0-0)"
    case .drawing(let words): "the PDF could not be drawn: \(words)"
    case .finishing(let words): words
    }
  }
}
