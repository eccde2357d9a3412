// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVDrawing
import CVFinishing
import CVLayout
public import CVModel
import CVPango
import CVReaders
import CVTypesetting
import CVWriters

/// The forms of pages as pictures.
public enum PictureFormat: Hashable, Sendable {
  /// Pixels an inch, 1 to 1200.
  case png(dpi: Int)
  case svg
}

extension DocumentFormat {
  /// A PDF.
  public static let pdf = DocumentFormat(pages: .pdf, noun: "PDF") {
    (compiler, profile, theme, options) throws(CompileFailure) in
    [try compiler.pdf(profile, theme: theme, options: options)]
  }

  /// Pictures of the pages.
  ///
  /// - Parameter page: The one page to draw; `nil` for all.
  public static func picture(_ format: PictureFormat, page: Int? = nil) -> DocumentFormat {
    let name: FormatName = if case .svg = format { .svg } else { .png }
    return DocumentFormat(
      pages: name, "\(format) \(page ?? 0)", noun: "picture", isPicture: true
    ) {
      (compiler, profile, theme, options) throws(CompileFailure) in
      let pages = try compiler.pictures(profile, as: format, theme: theme, options: options)
      return page.map { compiler.chosen($0, of: pages) } ?? pages
    }
  }

  /// The resolution of pictures in pixels an inch.
  public static let defaultDPI = 144
}

extension Compiler {
  /// Loads Pango, for which the first page would wait.
  public static func preparePages() { preparePango() }

  /// Reads the word lists, for which the first page would wait; may run beside its reading.
  public static func prepareReading() { CVReaders.prepareReading() }

  /// Loads the faces of a theme, for which the pages of the first document would wait.
  public static func prepare(_ theme: LoadedTheme, fonts: FontCache) { fonts.prepare(theme) }

  /// Loads what finishes a PDF; may run beside everything else, on a thread of its own.
  @Sendable public static func prepareFinishing() { CVFinishing.prepareFinishing() }

  /// The profile as a PDF.
  ///
  /// - Returns: No bytes after an error, which is in the log.
  /// - Throws: `CompileFailure` when a font is missing or memory runs out.
  public mutating func pdf(
    _ profile: Profile, theme: LoadedTheme, options: CompileOptions
  ) throws(CompileFailure) -> [UInt8] {
    let (document, fonts) = try pages(profile, theme: theme, options: options)
    guard !log.hasErrors else { return [] }
    let drawn: DrawnPDF
    do throws(DrawingError) {
      drawn = try drawPDF(
        document, fonts: fonts, creator: Self.creator, date: options.date ?? Self.noDate,
        isTagged: options.standard != .none)
    } catch {
      throw .drawing(error.message)
    }
    stageEnded("drawing")
    return try finished(drawn, of: document, profile: profile, options: options)
  }

  /// Cairo states a date in any case; without one it takes the clock's.
  private static let noDate = "1970-01-01T00:00:00Z"

  private static let creator = "cvgen \(programVersion)"

  private func finished(
    _ drawn: DrawnPDF, of document: TypesetDocument, profile: Profile, options: CompileOptions
  ) throws(CompileFailure) -> [UInt8] {
    var facts = DocumentFacts(
      title: document.title, author: document.author, language: document.language,
      creator: Self.creator, date: options.date, tags: drawn.tags,
      furnitureGlyphs: drawn.furnitureGlyphs)
    facts.colourProfile = options.colourProfile
    if options.attachesSource {
      var shown = profile
      shown.sections = selection(options).selected(from: profile.sections).shown
      facts.attachment = .init(
        name: "profile.json", mediaType: "application/json",
        description: "The profile that this document was made of",
        bytes: Array(writeJSONWithoutPlaces(shown).utf8))
    }
    do throws(FinishingError) {
      let bytes = try finish(drawn.bytes, facts, standard: options.standard)
      stageEnded("finishing")
      return bytes
    } catch {
      throw .finishing(error.words)
    }
  }

  /// The profile as a picture of each page.
  ///
  /// - Throws: `CompileFailure` when a font is missing or memory runs out.
  public mutating func pictures(
    _ profile: Profile, as format: PictureFormat, theme: LoadedTheme, options: CompileOptions
  ) throws(CompileFailure) -> [[UInt8]] {
    let (document, fonts) = try pages(profile, theme: theme, options: options)
    var pictures: [[UInt8]] = []
    do throws(DrawingError) {
      for page in document.pages {
        switch format {
        case .png(let dpi): pictures.append(try drawPNG(page, fonts: fonts, dpi: Double(dpi)))
        case .svg: pictures.append(try drawSVG(page, fonts: fonts))
        }
      }
    } catch {
      throw .drawing(error.message)
    }
    stageEnded("drawing")
    return pictures
  }

  /// One of the pages; none, and an error in the log, where there is no such page.
  fileprivate mutating func chosen(_ page: Int, of pages: [[UInt8]]) -> [[UInt8]] {
    if 1...pages.count ~= page { return [pages[page - 1]] }
    let count = pages.count == 1 ? "1 page" : "\(pages.count) pages"
    note(
      Diagnostic(
        .error, .noSuchPage, "there is no page \(page); the document has \(count)",
        help: "leave --page out to get all pages"))
    return []
  }

  /// The pages that all of them are drawn from.
  mutating func pages(
    _ profile: Profile, theme: LoadedTheme, options: CompileOptions
  ) throws(CompileFailure) -> (TypesetDocument, FontLibrary) {
    let options = options.completed(by: preferences)
    var tree = layout(profile, theme: theme.theme, options: options)
    addPhoto(of: profile, to: &tree, theme: theme.theme, options: options)
    stageEnded("layout")
    let library = try fontLibrary(theme)
    library.beginDocument()
    report(spellMissingCharacters(in: &tree, hasGlyph: library.hasGlyph))
    tree.markLanguages()
    stageEnded("fonts")
    let budget = options.pages.map { PageBudget(pages: $0, mayDrop: options.dropsEntries) }
    let typesetting = typeset(
      tree, theme: theme.theme, paper: options.paper ?? .a4, budget: budget,
      shaper: PangoShaper(library, dictionary: try dictionary(of: theme, for: tree.language)))
    stageEnded("typesetting")
    report(typesetting.faults)
    pageCount = typesetting.document.pages.count
    if let budget = typesetting.budget { report(budget, options) }
    return (typesetting.document, library)
  }

  /// The faces of a theme, and those that may stand in for them.
  mutating func fontLibrary(_ theme: LoadedTheme) throws(CompileFailure) -> FontLibrary {
    let fonts = theme.theme.fonts
    let library: FontLibrary
    do throws(FontError) {
      library = try self.fonts.library(of: theme)
    } catch {
      throw CompileFailure(error)
    }
    if !library.hasFamily(fonts.family, strongWeight: fonts.strongWeight) {
      note(.missingFamily(fonts.family))
    }
    return library
  }
}
