// SPDX-License-Identifier: MIT
public import CVDiagnostics
import CVLayout
import CVMarkup
public import CVModel
import CVReaders
import CVSettings
import CVWriters

/// A theme with the folder that its files lie in.
public struct LoadedTheme: Sendable {
  public var theme: Theme
  /// The paths of the theme's faces.
  public var fontFiles: [String]
  /// The paths of the theme's faces of icons.
  public var iconFiles: [String]
  /// Further faces, for characters that the theme's lack.
  public var fallbackFonts: [String]
  /// The files of the folders of fonts that the user and the theme name; what is no font is passed
  /// over.
  public var furtherFonts: [String] = []
  /// Whether the system's faces may stand in for what all others lack.
  public var usesSystemFonts = false
  /// The paths of hyphenation dictionaries by language; read only where the theme divides words.
  public var dictionaries: [String: String]
  /// Reads a template by its name, and says where it lies.
  public var readTemplate: TemplateReader

  /// What reads a template: `document.tex` of the theme, or of another that stands in for it.
  public typealias TemplateReader =
    @Sendable (String) -> (path: String, contents: Result<[UInt8], ReadFailure>)

  public init(
    theme: Theme, fontFiles: [String], iconFiles: [String] = [], fallbackFonts: [String] = [],
    dictionaries: [String: String] = [:],
    readTemplate: @escaping TemplateReader = { ($0, .failure(.missing)) }
  ) {
    self.theme = theme
    self.fontFiles = fontFiles
    self.iconFiles = iconFiles
    self.fallbackFonts = fallbackFonts
    self.dictionaries = dictionaries
    self.readTemplate = readTemplate
  }
}

/// The machine failed while a document was made.
public enum CompileFailure: Error, Hashable, Sendable {
  /// A file that should be a font is missing or is none.
  case font(String)
  /// A file that should be a hyphenation dictionary is missing or is none.
  case dictionary(String)
  /// A library that typesets or draws is not on the machine.
  case library(String)
  /// Cairo's words for what went wrong.
  case drawing(String)
  /// What is missing or wrong for the standard of a PDF.
  case finishing(String)
}

/// Compiles profiles: reads files once, then makes what is asked for.
///
/// The same files and options always give the same bytes: nothing else is read, no clock and no
/// environment.
public struct Compiler {
  /// Every file read so far; diagnostics point into it.
  public internal(set) var sources = SourceSet()
  /// All problems found so far.
  public internal(set) var log = DiagnosticLog()
  /// What of the source is not in the profile, and why.
  public internal(set) var account = ImportAccount()

  /// The largest profile in bytes; what is larger need not be read to be refused.
  public static var largestInput: Int { Limits.inputBytes }

  /// The largest file of a name: photos may be larger than profiles.
  public static func largestInput(at path: String) -> Int {
    let suffix = path.split(separator: ".").last?.lowercased() ?? ""
    return ["png", "jpg", "jpeg"].contains(suffix) ? Limits.pictureBytes : Limits.inputBytes
  }

  /// Told the name of each stage when it ends, for benchmarks.
  public var stageEnded: (String) -> Void = { _ in }

  /// What was read, in the order of the reading; also what was looked for and is not there.
  public private(set) var reads: [FileRead] = []
  /// The pages of the document that was set last; `nil` before there is one.
  public internal(set) var pageCount: Int?
  /// What the last LaTeX document needs beside it: its photo.
  public internal(set) var companion: CompanionFile?

  let files: SourceFiles
  let fonts: FontCache
  private let pages: PageCache?
  /// Whether the words of a page are counted as it is read, for `inspection`.
  public var countsWords = false
  /// Where the words of the page are that was read last.
  var words: WordAccount?
  /// What is asked for of the profile that was read last.
  public internal(set) var preferences = Preferences()
  /// Where settings that must be right stand: in `cvgen.yml` and in variants.
  var strictSettings: [SourceSpan] = []

  /// Adds a problem that the program found outside the stages.
  public mutating func note(_ diagnostic: Diagnostic) { log.add(diagnostic) }

  /// - Parameters:
  ///   - fonts: Shared by the compilers of one thread, so that faces are loaded once.
  ///   - pages: Shared by the compilers of one thread that may read the same page.
  public init(files: SourceFiles, fonts: FontCache = FontCache(), pages: PageCache? = nil) {
    self.files = files
    self.fonts = fonts
    self.pages = pages
  }

  // MARK: Reading

  /// Reads a profile.
  ///
  /// - Parameter path: As the user gave it; shown in messages.
  /// - Returns: `nil` after an error, which is in the log.
  public mutating func readProfile(_ path: String, options: CompileOptions) -> Profile? {
    let name = path == "-" ? "<stdin>" : path
    let contents = read(path)
    if contents == .failure(.isFolder) { return readSite(in: path, options: options) }
    guard let bytes = logged(name, contents) else { return nil }
    guard bytes.contains(where: { $0 > 0x20 }) else {
      log.add(
        Diagnostic(
          .error, .emptyFile, "“\(name)” is empty", help: "write at least a name and a heading"))
      return nil
    }
    guard let source = decode(bytes, name: name, into: &sources, log: &log) else { return nil }
    let file = FileID(sources.files.count - 1)
    switch readData(source, named: name, file: file, options: options) {
    case .failed: return nil
    case .read(let reading): return take(reading, of: file, path, options)
    case .isPage: break
    }
    return readPage(source, options: options).flatMap { take($0, of: file, path, options) }
  }

  /// Reads a page, or takes from the cache what it says.
  private mutating func readPage(_ source: EditedText, options: CompileOptions) -> Reading? {
    let site = site(of: source, options: options)
    // What templates write depends on all files of the site.
    let cache = (site == nil ? pages : nil) ?? PageCache()
    let scope = options.pageInSite.flatMap { site?.liquidScope(of: $0) }
    let page = PageCache.Page(source: source, emoji: options.emoji)
    let markup = cache.markup.answer(to: page) {
      var faults = DiagnosticLog()
      let document = readMarkup(source, liquid: scope, emoji: options.emoji, log: &faults)
      return (document, faults)
    }
    log.add(contentsOf: markup.faults)
    guard var document = markup.document else { return nil }
    let block = joinSettings(block: document.settings?["cvgen"], options)
    let contacts = block.only("contacts")
    document.settings = document.settings.setting("cvgen", to: contacts)
    stageEnded("markup")
    let settings = site?.settings ?? options.sitePath.flatMap { readSettings($0) }
    let stated = StatedFacts(preferences, name: options.name)
    var reading = cache.reading.answer(
      to: .init(page: page, contacts: contacts, site: settings, stated: stated)
    ) {
      readHomepage(document, site: settings, stated: stated, documents: site?.entries ?? [])
    }
    if let headline = preferences.headline { reading.profile.headline = headline }
    if countsWords { words = WordAccount(document, reading) }
    return reading
  }

  /// Keeps what a reader has found out beside the profile.
  ///
  /// - Parameter page: The file that is read; `nil` where it is a whole site.
  mutating func take(
    _ reading: Reading, of page: FileID?, _ path: String, _ options: CompileOptions
  ) -> Profile? {
    var profile = reading.profile
    if let photo = preferences.photo { profile.photo = photo.path.isEmpty ? nil : photo }
    addWorks(to: &profile, besides: path, options: options)
    account.add(contentsOf: reading.account)
    let unnamed = profile.name == nil ? nameAfterWorks(&profile) : nil
    profile = tailored(profile, options)
    guard profile.showsAnything else {
      let name = page.map { sources[$0].name } ?? path
      for fault in reading.log.diagnostics where fault.code != .noSection { log.add(fault) }
      log.add(
        Diagnostic(
          .error, .emptyFile, "“\(name)” has nothing to show: no name, no address, no text",
          help: "write at least a name and a heading with some text below it"))
      return nil
    }
    var faults = DiagnosticLog()
    if let unnamed { faults.add(unnamed) }
    faults.add(contentsOf: reading.log)
    log.add(contentsOf: page.map { faults.placed(atStartOf: $0, in: sources) } ?? faults)
    stageEnded("reader")
    return profile
  }

  /// What a file is beside a page, and what reading it gave.
  private enum DataResult {
    case isPage
    case failed
    case read(Reading)
  }

  /// Reads a file of data; what is not surely one is a page.
  private mutating func readData(
    _ source: EditedText, named name: String, file: FileID, options: CompileOptions
  ) -> DataResult {
    let syntax = SourceSyntax(of: source)
    if syntax == .page { return .isPage }
    if syntax == .bibTeX {
      _ = joinSettings(block: nil, options)
      let reading = readBibliography(source, options: ReadingOptions(name: options.name))
      if countsWords { words = WordAccount(page: reading) }
      return .read(reading)
    }
    var faults = DiagnosticLog()
    var account = ImportAccount()
    let tree = readDataTree(source, as: syntax, account: &account, log: &faults)
    let format = tree.flatMap { Format.of($0) }
    if syntax == .yaml, tree != nil, format == nil { return .isPage }
    log.add(contentsOf: faults)
    guard let tree else { return .failed }
    guard let format else {
      log.add(.unknownFormat(name))
      return .failed
    }
    self.account.add(contentsOf: account)
    let settings = joinSettings(block: tree["cvgen"], options)
    let language = options.language ?? preferences.language
    let chosen = tree.without("cvgen").inLanguage(language, account: &self.account)
    stageEnded("markup")
    let reading = format.read(
      chosen, file: file, in: sources,
      options: ReadingOptions(
        name: options.name, preferences: preferences, contacts: settings["contacts"],
        emoji: options.emoji))
    if countsWords { words = WordAccount(page: reading) }
    return .read(reading)
  }

  /// Settings that cannot be read cost only what they would have told.
  private mutating func readSettings(_ path: String) -> DataNode? {
    guard case .success(let bytes) = read(path) else { return nil }
    var faults = DiagnosticLog()
    let node = readDataFile(bytes, name: path, into: &sources, log: &faults)
    for var fault in faults.diagnostics {
      if fault.severity == .error { fault.message += "; none of them is used" }
      fault.severity = .warning
      log.add(fault)
    }
    return node
  }

  /// A template of a theme, as a source that messages can point into; `nil` after an error.
  mutating func readTemplate(
    _ name: String, of theme: LoadedTheme
  ) -> (text: String, file: SourceFile, id: FileID)? {
    let (path, contents) = theme.readTemplate(name)
    guard let bytes = bytes(path, contents) else { return nil }
    let file = SourceFile(name: path, text: bytes)
    return (String(decoding: bytes, as: UTF8.self), file, sources.add(file))
  }

  /// Reads a file below the root, and keeps note of it.
  mutating func read(_ path: String) -> Result<[UInt8], ReadFailure> {
    let result = files.read(path)
    reads.append(FileRead(path: path, contents: result))
    return result
  }

  /// The bytes of a file that lies outside the root; a failure goes to the log.
  public mutating func bytes(
    _ path: String, _ result: Result<[UInt8], ReadFailure>
  ) -> [UInt8]? {
    reads.append(FileRead(path: path, contents: result))
    return logged(path, result)
  }

  private mutating func logged(
    _ name: String, _ result: Result<[UInt8], ReadFailure>
  ) -> [UInt8]? {
    switch result {
    case .success(let bytes): return bytes
    case .failure(let failure):
      log.add(.unreadable(name, failure))
      return nil
    }
  }

  // MARK: Writing

  /// The profile as JSON, schema `cvgen-profile/1`.
  public func json(_ profile: Profile) -> String { writeJSON(profile, sources: sources) }

  /// The layout tree that every backend reads.
  mutating func layout(
    _ profile: Profile, theme: Theme, options: CompileOptions
  ) -> LayoutTree {
    let language = options.completed(by: preferences).language ?? profile.language
    let locale = readLocale(language, log: &log) ?? fallbackLocale(for: language)
    let tree = compose(
      profile, theme: theme, locale: locale, selection: selection(options), account: &account,
      log: &log)
    if tree.isEmpty { log.add(.nothingShown(profile)) }
    return tree
  }

  /// What documents show of the profile.
  func selection(_ options: CompileOptions) -> Selection {
    var selection = Selection()
    selection.with = options.with
    selection.without = options.without
    selection.preferences = preferences
    selection.translatesTitles = options.translatesTitles
    return selection
  }

  /// English words where cvgen has none in a language.
  private mutating func fallbackLocale(for language: String) -> Locale {
    let known = localeLanguages.joined(separator: ", ")
    log.add(
      Diagnostic(
        .warning, .unknownLanguage,
        "cvgen has no words in “\(language)”; dates and labels are in English",
        help: "the languages are \(known); choose one with --locale"))
    guard let english = readLocale("en", log: &log) else { preconditionFailure("no English") }
    return english
  }
}

extension DiagnosticLog {
  /// The same problems; those that no one place is to blame for stand at its first words.
  fileprivate func placed(atStartOf page: FileID, in sources: SourceSet) -> DiagnosticLog {
    var log = DiagnosticLog()
    let bytes = sources[page].text
    let first = bytes.firstIndex { $0 > 0x20 } ?? 0
    let end = bytes[first...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let start = SourceSpan(file: page, range: first..<end)
    for var diagnostic in diagnostics {
      if diagnostic.span == nil { diagnostic.span = start }
      log.add(diagnostic)
    }
    return log
  }
}

extension Diagnostic {
  fileprivate static func unknownFormat(_ name: String) -> Diagnostic {
    let names = Format.all.map(\.name).joined(separator: ", ")
    return Diagnostic(
      .error, .unknownFormat, "“\(name)” is JSON, but no CV that cvgen knows",
      help: "the formats of data are \(names)")
  }

  fileprivate static func nothingShown(_ profile: Profile) -> Diagnostic {
    let kinds = Set(profile.sections.map(\.kind.rawValue)).sorted().joined(separator: ", ")
    return Diagnostic(
      .error, .emptyFile, "nothing of the page is shown: all it has is left out (\(kinds))",
      at: profile.sections.lazy.compactMap(\.span).first,
      help: "show a kind of section, as in --with news")
  }
}

extension Profile {
  fileprivate var showsAnything: Bool {
    name != nil || headline != nil || !contacts.isEmpty || !sections.isEmpty
  }
}

/// The word nearest to a wrong one, if it may be a slip of it.
public func suggestion(for word: String, among words: [String]) -> String? {
  nearest(to: word, among: words)
}
