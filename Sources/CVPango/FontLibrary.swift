// SPDX-License-Identifier: MIT
import CPango
import CVModel
package import CVTypesetting

/// The machine could not give the faces that a theme names.
package enum FontError: Error, Hashable {
  /// A file that is missing or is no font.
  case file(String)
  /// A shared library that is not on the machine, or is too old.
  case library(String)
}

/// A private set of faces and Pango's context over it.
///
/// fontconfig reads only the files it is given: no system configuration, no cache, no other face,
/// so that the same document comes out on every machine. Not for use from two threads at once.
package final class FontLibrary {
  let config: OpaquePointer
  private let map: UnsafeMutablePointer<PangoFontMap>
  let context: OpaquePointer
  /// The same faces once more, as if they were others; made when first needed.
  private var twin: (map: UnsafeMutablePointer<PangoFontMap>, context: OpaquePointer)?
  /// Files for characters that the theme's faces lack; loaded when the first is met.
  private var fallbackFiles: [String]
  /// Whether the faces are no longer those that the library began with.
  package private(set) var hasLoadedFurther = false
  private var further: FurtherFonts
  private lazy var pools: [FontPool] = further.makePools()
  /// Families that were added for what the bundled faces lack, each with the language it is for.
  private var substitutes: [(language: String, family: String)] = []
  /// By the numbers of their identities.
  private var fonts: [UnsafeMutablePointer<PangoFont>] = []
  private var identities: [FontID] = []
  let shapedTexts = ShapedTexts()

  /// - Parameters:
  ///   - files: The theme's faces.
  ///   - fallback: Bundled faces for characters that the theme's lack.
  ///   - further: Where faces may come from for what all of these lack.
  /// - Throws: `FontError` for the first file that cannot be read as a font.
  package init(
    files: [String], fallback: [String] = [], further: FurtherFonts = FurtherFonts()
  ) throws(FontError) {
    guard lib.isComplete else { throw FontError.library(libpango) }
    guard let config = lib.FcConfigCreate() else { preconditionFailure("no memory for fontconfig") }
    self.config = config
    fallbackFiles = fallback
    self.further = further
    for file in files where lib.FcConfigAppFontAddFile(config, file) == 0 {
      lib.FcConfigDestroy(config)
      throw .file(file)
    }
    // Before the first call of Pango, which would else read the system's configuration.
    _ = lib.FcConfigSetCurrent(config)
    (map, context) = Self.makeContext(over: config)
  }

  private static func makeContext(
    over config: OpaquePointer
  ) -> (UnsafeMutablePointer<PangoFontMap>, OpaquePointer) {
    guard let map = lib.pango_cairo_font_map_new() else {
      preconditionFailure("no memory for Pango")
    }
    let fcMap = OpaquePointer(map)
    lib.pango_fc_font_map_set_config(fcMap, config)
    // One unit is one point.
    lib.pango_cairo_font_map_set_resolution(fcMap, 72)
    guard let context = lib.pango_font_map_create_context(map) else {
      preconditionFailure("no memory for Pango")
    }
    // Faces are those that a PDF is drawn with, whose glyphs Cairo would else load once more.
    withPDF { lib.pango_cairo_update_context($0, context) }
    let options = lib.cairo_font_options_create()
    lib.cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    lib.cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    lib.pango_cairo_context_set_font_options(context, options)
    lib.cairo_font_options_destroy(options)
    lib.pango_context_set_round_glyph_positions(context, 0)
    return (map, context)
  }

  /// A context whose faces Cairo embeds a second time.
  ///
  /// In a PDF, a glyph of one embedded face stands for one text. Where a face has one glyph for the
  /// hyphens of the text and for those at the ends of lines, or for an opening bracket and the
  /// closing one of text from right to left, the latter come from its twin.
  func twinContext() -> OpaquePointer {
    if let twin { return twin.context }
    let made = Self.makeContext(over: config)
    // The automatic hinter tells the faces apart, and does nothing where hinting is off.
    lib.pango_fc_font_map_set_default_substitute(
      OpaquePointer(made.0), { pattern, _ in _ = lib.FcPatternAddBool(pattern, FC_AUTOHINT, 1) },
      nil, nil)
    twin = made
    return made.1
  }

  /// Makes ready for the next document; the last one's shaped texts serve it.
  package func beginDocument() { shapedTexts.beginDocument() }

  /// How many faces in how many sizes have been used.
  package var fontCount: Int { fonts.count }

  deinit {
    withOpenFaces {
      for font in fonts { lib.g_object_unref(font) }
      lib.g_object_unref(UnsafeMutableRawPointer(context))
      lib.g_object_unref(map)
      if let twin {
        lib.g_object_unref(UnsafeMutableRawPointer(twin.context))
        lib.g_object_unref(twin.map)
      }
    }
    lib.FcConfigDestroy(config)
  }

  /// Lends the face behind an identity to drawing, as Cairo knows it; to be asked for and used
  /// within `withOpenFaces`.
  package func scaledFont(_ id: FontID) -> OpaquePointer? {
    lib.pango_cairo_font_get_scaled_font(OpaquePointer(fonts[id.number]))
  }

  /// Has Cairo load the glyphs of a text, with which it draws them until the end.
  package func loadGlyphs(of text: ShapedText) {
    withOpenFaces {
      Self.withPDF { drawing in
        for cluster in text.clusters {
          let glyphs = text.glyphs[cluster.glyphs].map {
            cairo_glyph_t(index: UInt($0.id), x: 0, y: 0)
          }
          lib.cairo_set_scaled_font(drawing, scaledFont(cluster.font))
          lib.cairo_glyph_path(drawing, glyphs, Int32(glyphs.count))
        }
      }
    }
  }

  /// Lends a context of Cairo for a PDF that goes nowhere.
  private static func withPDF(_ use: (OpaquePointer?) -> Void) {
    let surface = lib.cairo_pdf_surface_create_for_stream(nil, nil, 1, 1)
    let drawing = lib.cairo_create(surface)
    use(drawing)
    lib.cairo_destroy(drawing)
    lib.cairo_surface_destroy(surface)
  }

  /// The identity of a face that shaping has chosen; keeps the face alive.
  func identity(of font: UnsafeMutablePointer<PangoFont>) -> FontID {
    // A set that has many is given up.
    if let known = fonts.lastIndex(of: font) { return identities[known] }
    guard let description = lib.pango_font_describe_with_absolute_size(font) else {
      preconditionFailure("no memory for Pango")
    }
    defer { lib.pango_font_description_free(description) }
    let size = Double(lib.pango_font_description_get_size(description)) / Double(PANGO_SCALE)
    let id = FontID(number: fonts.count, size: .pt(size))
    _ = lib.g_object_ref(font)
    fonts.append(font)
    identities.append(id)
    return id
  }

  // MARK: Characters and families

  /// Whether a face has a character; fallback faces are loaded when they are first needed.
  ///
  /// - Parameter language: A BCP 47 tag, by which the face is chosen.
  package func hasGlyph(for scalar: Unicode.Scalar, in language: String) -> Bool {
    let language = fontLanguage(language)
    let isEastAsian = ["zh", "ja", "ko"].contains(language.prefix(2))
    if covers(scalar) {
      // The same ideograph looks different in another language: each has a family of its own.
      let hasOwn = substitutes.contains { $0.language == language }
      if isEastAsian, !hasOwn, !substitutes.isEmpty { _ = substitute(for: scalar, in: language) }
      return true
    }
    if loadFallback(), covers(scalar) { return true }
    return substitute(for: scalar, in: language)
  }

  /// Whether there is a face of a family; those of further fonts are loaded.
  package func hasFamily(_ family: String, strongWeight: Int) -> Bool {
    if families.contains(family) { return true }
    for pool in pools {
      let files = pool.files(of: family, strongWeight: strongWeight)
      if !files.isEmpty {
        add(files)
        return true
      }
    }
    return false
  }

  /// The families that are asked for a run, the first first.
  ///
  /// - Parameter prefersOwn: Whether those of its language come before the theme's.
  func families(for family: String, in language: String, prefersOwn: Bool = false) -> String {
    guard !substitutes.isEmpty else { return family }
    let own = substitutes.filter { $0.language == language }.map(\.family)
    let others = substitutes.filter { $0.language != language }.map(\.family)
    return ((prefersOwn ? own + [family] : [family] + own) + others).joined(separator: ",")
  }

  private func substitute(for scalar: Unicode.Scalar, in language: String) -> Bool {
    // A face is chosen by the language of the character's script: in an English document, Arabic.
    let spoken = scalar.usualLanguage.map(fontLanguage) ?? language
    let wanted = ["zh", "ja", "ko"].contains(language.prefix(2)) ? language : spoken
    for pool in pools {
      let found = pool.family(having: scalar, in: wanted, isSerif: further.prefersSerif)
      guard let found else { continue }
      add(pool.files(of: found, strongWeight: 700))
      substitutes.append((language, found))
      return true
    }
    return false
  }

  private func covers(_ scalar: Unicode.Scalar) -> Bool {
    forEachPattern { pattern in
      var characters: OpaquePointer?
      let result = lib.FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters)
      return result == FcResultMatch && lib.FcCharSetHasChar(characters, scalar.value) != 0
    }
  }

  /// Adds the fallback faces, and says whether there were any left to add.
  private func loadFallback() -> Bool {
    guard !fallbackFiles.isEmpty else { return false }
    add(fallbackFiles)
    fallbackFiles = []
    return true
  }

  private func add(_ files: [String]) {
    hasLoadedFurther = true
    shapedTexts.removeAll()
    let known = Set(faces.map(\.path))
    for file in files where !known.contains(file) { _ = lib.FcConfigAppFontAddFile(config, file) }
    lib.pango_fc_font_map_config_changed(OpaquePointer(map))
    lib.pango_context_changed(context)
  }
}
