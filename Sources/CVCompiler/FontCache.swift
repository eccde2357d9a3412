// SPDX-License-Identifier: MIT
import CVHyphenation
import CVModel
import CVPango
import CVTypesetting

/// The faces and dictionaries that the documents of one thread share.
///
/// Loading them costs more than setting a short CV. A set of faces is used again only while it is
/// as it was when it was loaded, so that a document never depends on those made before it.
public final class FontCache {
  private var libraries: [LibraryKey: FontLibrary] = [:]
  private var dictionaries: [String: HyphenationDictionary] = [:]

  /// The files of a set of faces.
  private struct LibraryKey: Hashable {
    var files: [String]
    var fallback: [String]
    var further: FurtherFonts
  }

  /// Sizes that a page budget tries stay with their set; a set with so many is given up.
  private static let mostFonts = 256

  public init() {}

  /// The faces of a theme, and those that may stand in for them.
  func library(of theme: LoadedTheme) throws(FontError) -> FontLibrary {
    let further = FurtherFonts(
      files: theme.furtherFonts, usesSystem: theme.usesSystemFonts,
      prefersSerif: !theme.theme.fonts.isSans)
    return try library(
      files: theme.fontFiles + theme.iconFiles, fallback: theme.fallbackFonts, further: further)
  }

  /// Loads the faces of a theme, and shapes letters with each: Pango sets up much when it first
  /// meets a face, and Cairo when it first meets a glyph.
  func prepare(_ theme: LoadedTheme) {
    // Of a face that cannot be loaded the first document tells that needs it.
    guard let library = try? library(of: theme) else { return }
    library.loadGlyphs(of: PangoShaper(library).shape(specimen(of: theme.theme)))
  }

  func library(
    files: [String], fallback: [String] = [], further: FurtherFonts = FurtherFonts()
  ) throws(FontError) -> FontLibrary {
    let key = LibraryKey(files: files, fallback: fallback, further: further)
    if let known = libraries[key], !known.hasLoadedFurther, known.fontCount < Self.mostFonts {
      return known
    }
    let library = try FontLibrary(files: files, fallback: fallback, further: further)
    libraries[key] = library
    return library
  }

  func dictionary(
    file: String, language: String
  ) throws(HyphenationError) -> HyphenationDictionary {
    if let known = dictionaries[file] { return known }
    let dictionary = try HyphenationDictionary(file: file, language: language)
    dictionaries[file] = dictionary
    return dictionary
  }
}

extension CompileFailure {
  init(_ error: FontError) {
    switch error {
    case .file(let path): self = .font(path)
    case .library(let name): self = .library(name)
    }
  }
}
