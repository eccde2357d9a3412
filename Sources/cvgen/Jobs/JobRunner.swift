// SPDX-License-Identifier: MIT
import CVCompiler
import CVDiagnostics
import CVModel

/// Runs jobs one after the other; themes and faces are loaded once for all of them.
///
/// A theme stays as it was when it was first loaded. The same job gives the same bytes whichever
/// jobs ran before it.
struct JobRunner {
  /// Told the name of each stage when it ends, for benchmarks.
  var stageEnded: (String) -> Void = { _ in }
  private let share = ResourceLocator.share()
  private let fonts = FontCache()
  /// What the first job reads is not kept, since it often is alone.
  private var pages: PageCache?
  private let ahead: PageAhead?
  private var themes: [ThemeChoice: LoadedWithReads] = [:]
  private var colourProfile: [UInt8]?
  private var finishing: BackgroundWork?

  /// A theme and the files that it was read from.
  private struct LoadedWithReads {
    var theme: LoadedTheme
    var reads: [FileRead]
  }

  /// - Parameters:
  ///   - pages: Keeps what the first job reads.
  ///   - ahead: The page that the first job is expected to read.
  init(pages: PageCache? = nil, ahead: PageAhead? = nil) {
    self.pages = pages
    self.ahead = ahead
  }

  /// Reads the page once and makes all its documents, in memory.
  mutating func run(_ job: Job) -> JobResult {
    prepare(for: job)
    let disk = DiskFiles(page: job.page, root: job.root, named: job.options.namedFiles)
    var options = disk.findingSettings(of: job.page, job.options)
    options.colourProfile = colourProfile(for: job)
    let pages = self.pages ?? ahead?.pages
    self.pages = pages ?? PageCache()
    var compiler = Compiler(
      files: disk.sourceFiles(contents: job.contents), fonts: fonts, pages: pages)
    compiler.stageEnded = stageEnded
    var run = Run(compiler: compiler, options: options)
    if let profile = run.compiler.readProfile(job.page, options: options) {
      prepareFinishing(for: job)
      if job.formats.contains(where: \.needsTheme) {
        let choice = ThemeChoice(
          job.theme, overrides: job.overrides, fonts: job.fonts, with: &run.compiler, on: disk)
        if let choice, let known = load(choice, with: &run.compiler) {
          run.theme = known.theme
          run.themeReads = known.reads
        }
      }
      run.make(job.formats, of: profile)
    }
    var result = run.result(isStrict: job.isStrict)
    // What is no file cannot change.
    if job.contents != nil { result.reads.removeAll { $0.path == job.page } }
    return result
  }

  /// Loads the faces of the theme that the first job will most likely have, while its page is read;
  /// that takes about as long.
  private mutating func prepare(for job: Job) {
    guard pages == nil, ahead != nil else { return }
    var compiler = Compiler(files: SourceFiles([:]))
    compiler.stageEnded = stageEnded
    if let theme = load(ThemeChoice(usualFor: job), with: &compiler)?.theme {
      Compiler.prepare(theme, fonts: fonts)
    }
    stageEnded("faces")
  }

  /// The colour profile that a PDF of the job needs, read once.
  private mutating func colourProfile(for job: Job) -> [UInt8] {
    if colourProfile == nil, job.formats.contains(.pdf), job.options.standard.archival != nil {
      colourProfile = ThemeFinder.colourProfile()
    }
    return colourProfile ?? []
  }

  /// Begins what the end of the first PDF needs, while its pages are set.
  private mutating func prepareFinishing(for job: Job) {
    let isNeeded = job.formats.contains(.pdf) && job.options.standard != .none
    if isNeeded, finishing == nil { finishing = BackgroundWork(Compiler.prepareFinishing) }
  }

  /// A theme, loaded once; one that there was something to say about is read again for each job,
  /// which says it too.
  ///
  /// - Returns: The reads are those that the compiler does not know of.
  private mutating func load(
    _ choice: ThemeChoice, with compiler: inout Compiler
  ) -> LoadedWithReads? {
    if let known = themes[choice] { return known }
    let (messages, reads) = (compiler.log.diagnostics.count, compiler.reads.count)
    let finder = ThemeFinder(share: share, overrides: choice.overrides, fonts: choice.fonts)
    guard let theme = finder.load(choice.name, with: &compiler) else { return nil }
    if compiler.log.diagnostics.count == messages {
      themes[choice] = LoadedWithReads(theme: theme, reads: Array(compiler.reads[reads...]))
    }
    return LoadedWithReads(theme: theme, reads: [])
  }
}

/// A job on its way.
private struct Run {
  var compiler: Compiler
  let options: CompileOptions
  var theme: LoadedTheme?
  /// The files of a theme that was loaded for an earlier job.
  var themeReads: [FileRead] = []
  private var documents: [RenderedDocument] = []
  private var failure: CompileFailure?
  /// The messages up to the end of the first document; the others say most of them again.
  private var firstMessages: Int?

  init(compiler: Compiler, options: CompileOptions) {
    self.compiler = compiler
    self.options = options
  }

  /// Makes the documents up to the first that fails.
  mutating func make(_ formats: [DocumentFormat], of profile: Profile) {
    do throws(CompileFailure) {
      for format in formats {
        guard
          let parts = try compiler.document(format, of: profile, theme: theme, options: options)
        else { return }
        documents.append(
          RenderedDocument(
            format: format, parts: parts, pages: compiler.pageCount, companion: compiler.companion))
        firstMessages = firstMessages ?? compiler.log.diagnostics.count
      }
    } catch {
      failure = error
    }
  }

  func result(isStrict: Bool) -> JobResult {
    var log = DiagnosticLog()
    let all = compiler.log.diagnostics
    let first = all.prefix(firstMessages ?? all.count)
    let said = Set(first)
    for message in first + all[first.count...].filter({ !said.contains($0) }) { log.add(message) }
    if isStrict { log = log.strict() }
    let isMade = failure == nil && !log.hasErrors
    return JobResult(
      documents: isMade ? documents : [], log: log, sources: compiler.sources, failure: failure,
      reads: compiler.reads + themeReads, installed: theme?.installedFiles ?? [])
  }
}

extension LoadedTheme {
  /// The files that it names, and that come with a program or a theme.
  fileprivate var installedFiles: [String] {
    fontFiles + iconFiles + fallbackFonts + furtherFonts + dictionaries.values.sorted()
  }
}
