// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler
import CVDiagnostics
import CVModel

extension JobRequest {
  /// The job that is asked for; `nil` after an error, which is in the log.
  func job(log: inout DiagnosticLog) -> Job? {
    var reading = RequestReading(request: self)
    let job = reading.job()
    log.add(contentsOf: reading.log)
    return reading.log.hasErrors ? nil : job
  }
}

/// Turns the words of a request into values, and collects what is wrong with them.
private struct RequestReading {
  let request: JobRequest
  var log = DiagnosticLog()

  init(request: JobRequest) { self.request = request }

  mutating func job() -> Job {
    var job = page()
    job.root = request[.root]
    job.formats = all(.formats, parsedFormat)
    if job.formats.isEmpty { job.formats = [.pdf] }
    job.theme = request[.theme]
    job.overrides = all(.set, parsedOverride)
    job.fonts = FontChoice(folders: request[all: .fonts], usesSystem: flag(.systemFonts))
    job.isStrict = flag(.strict)
    job.options.paper = one(.paper, parsedPaper)
    job.options.settingsPath = request[.config]
    job.options.variant = request[.variant]
    for key in [JobRequest.Key.headline, .summary] {
      job.options.overrides[key.rawValue] = request[key]
    }
    job.options.name = request[.name]
    job.options.language = request[.locale]
    job.options.translatesTitles = flag(.translateTitles)
    job.options.emoji = one(.emoji, parsedEmoji) ?? .strip
    job.options.with = Set(all(.with, parsedSectionKind))
    job.options.without = Set(all(.without, parsedSectionKind))
    job.options.keepsSelectedWorks = flag(.selected)
    job.options.workKeywords = request[all: .keyword]
    job.options.bibliographies = request[all: .bibliography]
    readBudget(into: &job.options)
    readPDF(into: &job.options)
    return job
  }

  private mutating func page() -> Job {
    if let input = request[.input] {
      return Job(page: request[.profile] ?? "input", contents: Array(input.utf8))
    }
    if request[.profile] == nil {
      log.add(
        Diagnostic(
          .error, .missingKey, "the record names no profile",
          help: "give the path of a page as “profile”, or its text as “input”"))
    }
    return Job(page: request[.profile] ?? "")
  }

  private mutating func readBudget(into options: inout CompileOptions) {
    options.pages = one(.pages, parsedPages)
    options.dropsEntries = flag(.drop)
    options.keepsBestAttempt = flag(.keep)
    for key in [JobRequest.Key.drop, .keep] where flag(key) && request[.pages] == nil {
      add(key, "“\(key.rawValue)” needs “pages”")
    }
  }

  private mutating func readPDF(into options: inout CompileOptions) {
    options.attachesSource = flag(.attachSource)
    options.standard =
      one(.pdfStandard, parsedStandard) ?? .usual(attachesSource: options.attachesSource)
    if options.attachesSource, !options.standard.allowsAttachments {
      add(.attachSource, "a PDF of the standard “\(options.standard.rawValue)” carries no files")
    }
    if let date = request[.date], CreationDate(date) == nil {
      add(.date, "“\(date)” is no date; write 2026-05-01")
    }
    options.date = CreationDate.chosen(request[.date])
  }

  private mutating func flag(_ key: JobRequest.Key) -> Bool {
    guard let word = request[key]?.lowercased() else { return false }
    if ["true", "yes", "1"].contains(word) { return true }
    if !["false", "no", "0"].contains(word) {
      add(key, "“\(word)” is neither yes nor no")
    }
    return false
  }

  private mutating func one<Value>(
    _ key: JobRequest.Key, _ parse: (String) throws -> Value
  ) -> Value? {
    all(key, parse).first
  }

  /// The values of a key, read as the command line reads them.
  private mutating func all<Value>(
    _ key: JobRequest.Key, _ parse: (String) throws -> Value
  ) -> [Value] {
    var values: [Value] = []
    for text in request[all: key] {
      do { values.append(try parse(text)) } catch { add(key, Self.phrase(of: error)) }
    }
    return values
  }

  /// The words of a wrong command line as those of a message.
  private static func phrase(of error: any Error) -> String {
    let words = (error as? ValidationError)?.message ?? "\(error)"
    let phrase = words.hasSuffix(".") ? words.dropLast() : words[...]
    return phrase.prefix(1).lowercased() + phrase.dropFirst()
  }

  private mutating func add(_ key: JobRequest.Key, _ message: String) {
    log.add(
      Diagnostic(
        .error, .badValue, message, at: request.span(of: key), label: "the value of \(key.rawValue)"
      ))
  }
}
