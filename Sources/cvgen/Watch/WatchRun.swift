// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler
import CVDiagnostics
import Glibc

/// Makes the documents of a page again each time that one of their files changes.
struct WatchRun {
  let job: Job
  /// Where each document goes, in the order of the job's formats.
  let targets: [OutputPath]
  let messages: Messages

  /// The files of the last run, and what they were.
  private var files: [UsedFile] = []
  /// When the outputs were last made; `nil` before the first time.
  private var lastMade: String?
  /// What was last written.
  private var written: [RenderedDocument] = []

  init(job: Job, targets: [OutputPath], messages: Messages) {
    self.job = job
    self.targets = targets
    self.messages = messages
  }

  /// Never returns but by an error.
  mutating func run() throws {
    do throws(WatchFailure) {
      var watch = try FileWatch()
      defer { watch.close() }
      while true {
        make()
        try watch.watch(files.map(\.path))
        // What changed before it was watched is not waited for.
        while files.allSatisfy({ $0.now == $0 }) { try watch.wait() }
      }
    } catch {
      printFailure(error.words)
      throw ExitStatus.fault
    }
  }

  /// The files of a run, with the page and the settings that it did not come to read.
  private func watched(_ used: [UsedFile]) -> [UsedFile] {
    let known = Set(used.map(\.path))
    let disk = DiskFiles(page: job.page, root: job.root)
    let others = [job.page] + disk.settingsCandidates(of: job.page)
    return used
      + others.filter { !known.contains($0) }.map {
        UsedFile(FileRead(path: $0, contents: DiskFiles.read($0)))
      }
  }

  /// Makes the documents once; after an error the last ones stay as they are.
  private mutating func make() {
    let start = monotonicMilliseconds()
    // A runner keeps its themes as they were, so each run has a new one.
    var runner = JobRunner()
    let result = runner.run(job)
    files = watched(result.files)
    if let failure = result.failure { printFailure(failure.words) }
    let isSound = messages.print(result.log, result.sources) && result.failure == nil
    let isWritten = isSound && write(result.documents)
    let time = "\(monotonicMilliseconds() - start) ms"
    tell(isWritten ? made(result.documents) + ", " + time : failed)
    if isWritten { lastMade = Self.time }
  }

  /// Writes what is another than the last time.
  private mutating func write(_ documents: [RenderedDocument]) -> Bool {
    do throws(OutputFailure) {
      for (index, (document, target)) in zip(documents, targets).enumerated() {
        let isSame = index < written.count && written[index] == document
        if !isSame { try target.write(document) }
      }
      written = documents
      return true
    } catch {
      written = []
      _ = messages.print(error)
      return false
    }
  }

  // MARK: What is said

  private func made(_ documents: [RenderedDocument]) -> String {
    zip(documents, targets).map { document, target in
      let pages = document.pages.map { $0 == 1 ? " (1 page)" : " (\($0) pages)" } ?? ""
      return terminalSafe(target.path ?? "-") + pages
    }.joined(separator: ", ")
  }

  private var failed: String {
    let names = targets.map { terminalSafe($0.path ?? "-") }.joined(separator: ", ")
    let verb = targets.count == 1 ? "is" : "are"
    return lastMade.map { "not made; \(names) \(verb) still of \($0)" } ?? "not made"
  }

  private func tell(_ words: String) { _ = messages.printOutput("\(Self.time)  \(words)\n") }

  /// The time of day.
  private static var time: String {
    var now = time_t()
    Glibc.time(&now)
    var parts = tm()
    localtime_r(&now, &parts)
    return [parts.tm_hour, parts.tm_min, parts.tm_sec].map { $0 < 10 ? "0\($0)" : "\($0)" }
      .joined(separator: ":")
  }
}
