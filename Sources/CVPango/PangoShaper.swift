// SPDX-License-Identifier: MIT
import CPango
package import CVHyphenation
import CVModel
package import CVTypesetting

/// Shapes text with Pango: itemises, shapes each item, and asks for the breaks of the paragraph.
package struct PangoShaper: TextShaper {
  private let library: FontLibrary
  private let dictionary: HyphenationDictionary?
  private let hyphenation: HyphenShaping

  /// - Parameter dictionary: Divides words; without it only the author's own hyphens do.
  package init(_ library: FontLibrary, dictionary: HyphenationDictionary? = nil) {
    self.library = library
    self.dictionary = dictionary
    hyphenation = HyphenShaping(dictionary: dictionary) { text, usesTwin in
      let context = usesTwin ? library.twinContext() : library.context
      return ShapingPass(text, library, context).run()
    }
  }

  /// Shapes with the theme's faces; only where one lacks a character are the fallbacks loaded.
  package func shape(_ text: StyledText) -> ShapedText {
    guard !text.text.isEmpty else { return ShapedText(clusters: [], glyphs: []) }
    return library.shapedTexts.shaped(.init(text: text, dictionary: dictionary)) {
      var shaped = ShapingPass(text, library, library.context).run()
      setMirroredSignsApart(in: &shaped, of: text)
      hyphenation.addHyphens(to: &shaped, of: text)
      return shaped
    }
  }

  /// Takes the brackets of text from right to left from the twins of their faces: they have the
  /// glyphs of their counterparts, and a glyph of one embedded face stands for one text.
  private func setMirroredSignsApart(in shaped: inout ShapedText, of text: StyledText) {
    let signs = shaped.clusters.indices.filter { index in
      shaped.clusters[index].level % 2 == 1
        && text.string(shaped.clusters[index].text).unicodeScalars
          .contains(where: \.properties.isBidiMirrored)
    }
    guard !signs.isEmpty else { return }
    let twins = ShapingPass(text, library, library.twinContext()).run().clusters
    guard twins.count == shaped.clusters.count else { return }
    for index in signs { shaped.clusters[index].font = twins[index].font }
  }
}

/// One paragraph on its way through Pango.
private struct ShapingPass {
  private let text: StyledText
  private let library: FontLibrary
  private let context: OpaquePointer
  private let bytes: [CChar]
  private var length: Int32 { Int32(bytes.count - 1) }

  init(_ text: StyledText, _ library: FontLibrary, _ context: OpaquePointer) {
    self.text = text
    self.library = library
    self.context = context
    bytes = Array(text.text.utf8CString)
  }

  func run() -> ShapedText { withOpenFaces(shape) }

  private func shape() -> ShapedText {
    bytes.withUnsafeBufferPointer { buffer -> ShapedText in
      guard let base = buffer.baseAddress else { return ShapedText(clusters: [], glyphs: []) }
      var shaped = ShapedText(clusters: [], glyphs: [])
      shaped.isRightToLeft = isRightToLeft
      shaped.clusters.reserveCapacity(bytes.count)
      shaped.glyphs.reserveCapacity(bytes.count)
      for item in items(base) {
        append(item, base, to: &shaped)
        lib.pango_item_free(item)
      }
      if shaped.clusters.contains(where: { $0.level % 2 == 1 }) {
        shaped.clusters.sort { $0.text.lowerBound < $1.text.lowerBound }
      }
      markBreaks(in: &shaped, base)
      return shaped
    }
  }

  // MARK: Items

  private func items(_ base: UnsafePointer<CChar>) -> [UnsafeMutablePointer<PangoItem>] {
    let attributes = lib.pango_attr_list_new()
    defer { lib.pango_attr_list_unref(attributes) }
    for run in text.runs { insert(run, into: attributes) }
    var items: [UnsafeMutablePointer<PangoItem>] = []
    func itemize(_ range: Range<Int>, isIsolate: Bool) {
      let direction = isRightToLeft && !isIsolate ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR
      let list = lib.pango_itemize_with_base_dir(
        context, direction, base, Int32(range.lowerBound), Int32(range.count), attributes, nil)
      defer { lib.g_list_free(list) }
      var node = list
      while let current = node {
        if let data = current.pointee.data {
          let item = data.assumingMemoryBound(to: PangoItem.self)
          // An isolate is embedded in the paragraph (UAX #9, rule X5b).
          if isIsolate, isRightToLeft { item.pointee.analysis.level += 2 }
          items.append(item)
        }
        node = current.pointee.next
      }
    }
    var start = 0
    for isolate in text.isolates where isolate.lowerBound >= start && !isolate.isEmpty {
      if start < isolate.lowerBound { itemize(start..<isolate.lowerBound, isIsolate: false) }
      itemize(isolate, isIsolate: true)
      start = isolate.upperBound
    }
    if start < length { itemize(start..<Int(length), isIsolate: false) }
    return items
  }

  /// Whether the paragraph runs from right to left.
  ///
  /// In a document from left to right its first letter tells it (UAX #9, rules P2 and P3); in one
  /// from right to left only text that has no other letters than those of the other direction is
  /// an exception: a line that begins with the name of a firm is no line of English.
  private var isRightToLeft: Bool {
    let isMirrored = isWrittenRightToLeft(text.language)
    var hasOtherLetters = false
    for scalar in text.text.unicodeScalars {
      if scalar.isRightToLeft { return true }
      guard scalar.properties.isAlphabetic else { continue }
      if !isMirrored { return false }
      hasOtherLetters = true
    }
    return isMirrored && !hasOtherLetters
  }

  private func insert(_ run: StyledText.Run, into list: OpaquePointer?) {
    let language = fontLanguage(run.language ?? text.language)
    let families = library.families(for: run.font.family, in: language)
    insert(run.font, families: families, run.range, list)
    insert(lib.pango_attr_language_new(lib.pango_language_from_string(language)), run.range, list)
    if let features = features(of: run.font, in: language) {
      insert(lib.pango_attr_font_features_new(features), run.range, list)
    }
    guard language.hasPrefix("zh") else { return }
    let own = library.families(for: run.font.family, in: language, prefersOwn: true)
    guard own != families else { return }
    for sign in chineseSigns(in: run.range) { insert(run.font, families: own, sign, list) }
  }

  private func insert(
    _ font: FontRequest, families: String, _ range: Range<Int>, _ list: OpaquePointer?
  ) {
    guard let description = lib.pango_font_description_new() else { return }
    defer { lib.pango_font_description_free(description) }
    lib.pango_font_description_set_family(description, families)
    lib.pango_font_description_set_absolute_size(
      description, font.size.points * Double(PANGO_SCALE))
    lib.pango_font_description_set_weight(
      description, PangoWeight(rawValue: PangoWeight.RawValue(font.weight)))
    lib.pango_font_description_set_style(
      description, font.isItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
    insert(lib.pango_attr_font_desc_new(description), range, list)
  }

  /// The quotes, dashes and dots beside ideographs in a range: Latin faces have them, too, but
  /// Chinese sets them as wide as its other signs.
  private func chineseSigns(in range: Range<Int>) -> [Range<Int>] {
    var signs: [Range<Int>] = []
    var start: Int?
    var isBesideWide = false
    var offset = range.lowerBound
    for scalar in text.string(range).unicodeScalars {
      if "“”‘’—…".unicodeScalars.contains(scalar) {
        start = start ?? offset
      } else {
        if let first = start, isBesideWide || isWide(scalar) { signs.append(first..<offset) }
        start = nil
        isBesideWide = isWide(scalar)
      }
      offset += UTF8.width(scalar)
    }
    if let first = start, isBesideWide { signs.append(first..<offset) }
    return signs
  }

  /// Whether a character takes the square of an ideograph.
  private func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3000...0x303F, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF01...0xFF60, 0x20000...0x2FFFF:
      true
    default: false
    }
  }

  private func insert(
    _ attribute: UnsafeMutablePointer<PangoAttribute>?, _ range: Range<Int>, _ list: OpaquePointer?
  ) {
    guard let attribute else { return }
    attribute.pointee.start_index = guint(range.lowerBound)
    attribute.pointee.end_index = guint(range.upperBound)
    lib.pango_attr_list_insert(list, attribute)
  }

  /// OpenType features in Pango's notation; none for what a face does by itself.
  ///
  /// A face may have forms of its own for a language, which have no small capitals: the German `f`
  /// of EB Garamond. Only the Turkish `i`, whose capital has its dot, must stay that of its
  /// language.
  private func features(of font: FontRequest, in language: String) -> String? {
    var features: [String] = []
    switch font.caps {
    case .none: break
    case .small: features.append("smcp=1")
    case .allSmall: features.append("smcp=1, c2sc=1")
    }
    switch font.figures {
    case nil: break
    case .lining: features.append("lnum=1, tnum=1")
    case .proportionalLining: features.append("lnum=1, pnum=1")
    case .oldStyle: features.append("onum=1, tnum=1")
    case .proportionalOldStyle: features.append("onum=1, pnum=1")
    }
    let keepsDots = ["tr", "az", "kk", "tt"].contains {
      language == $0 || language.hasPrefix("\($0)-")
    }
    if font.caps != .none, !keepsDots { features.append("locl=0") }
    if let further = font.features { features.append(further) }
    return features.isEmpty ? nil : features.joined(separator: ", ")
  }

  // MARK: Glyphs

  private func append(
    _ item: UnsafeMutablePointer<PangoItem>, _ base: UnsafePointer<CChar>,
    to shaped: inout ShapedText
  ) {
    guard let glyphs = lib.pango_glyph_string_new() else { return }
    defer { lib.pango_glyph_string_free(glyphs) }
    let offset = Int(item.pointee.offset)
    let itemLength = Int(item.pointee.length)
    lib.pango_shape_full(
      base + offset, item.pointee.length, base, length, &item.pointee.analysis, glyphs)
    guard let pangoFont = item.pointee.analysis.font else { return }
    let font = library.identity(of: pangoFont)
    let level = item.pointee.analysis.level
    let count = Int(glyphs.pointee.num_glyphs)
    guard let infos = glyphs.pointee.glyphs, let offsets = glyphs.pointee.log_clusters else {
      return
    }
    // Glyphs stand in visual order: in runs from right to left, the text ends at the first.
    let isBackward = level % 2 == 1
    var index = 0
    var previous = itemLength
    while index < count {
      let start = Int(offsets[index])
      var end = index + 1
      while end < count, Int(offsets[end]) == start { end += 1 }
      let next = isBackward ? previous : end < count ? Int(offsets[end]) : itemLength
      append(
        UnsafeBufferPointer(start: infos + index, count: end - index),
        offset + start..<offset + next, font, level, to: &shaped)
      previous = start
      index = end
    }
  }

  private func append(
    _ infos: UnsafeBufferPointer<PangoGlyphInfo>, _ range: Range<Int>, _ font: FontID,
    _ level: UInt8, to shaped: inout ShapedText
  ) {
    let start = shaped.glyphs.count
    var advance = 0.0
    for info in infos {
      let width = points(info.geometry.width)
      advance += width
      guard info.glyph != UInt32(PANGO_GLYPH_EMPTY) else { continue }
      shaped.glyphs.append(
        Glyph(
          id: info.glyph, xOffset: points(info.geometry.x_offset),
          yOffset: points(info.geometry.y_offset), advance: width))
    }
    var cluster = ShapedText.Cluster(
      text: range, glyphs: start..<shaped.glyphs.count, advance: advance, font: font)
    cluster.level = level
    shaped.clusters.append(cluster)
  }

  private func points(_ pangoUnits: PangoGlyphUnit) -> Double {
    Double(pangoUnits) / Double(PANGO_SCALE)
  }

  // MARK: Breaks

  private func markBreaks(in shaped: inout ShapedText, _ base: UnsafePointer<CChar>) {
    let characters = text.text.unicodeScalars.count
    let attributes = UnsafeMutablePointer<PangoLogAttr>.allocate(capacity: characters + 1)
    attributes.initialize(repeating: PangoLogAttr(), count: characters + 1)
    defer { attributes.deallocate() }
    lib.pango_get_log_attrs(
      base, length, -1, lib.pango_language_from_string(text.language), attributes,
      Int32(characters + 1))
    var index = 0
    var offset = 0
    var cluster = 0
    for scalar in text.text.unicodeScalars {
      while cluster < shaped.clusters.count, shaped.clusters[cluster].text.lowerBound < offset {
        cluster += 1
      }
      if cluster < shaped.clusters.count, shaped.clusters[cluster].text.lowerBound == offset {
        shaped.clusters[cluster].allowsBreakBefore = attributes[index].is_line_break != 0
        shaped.clusters[cluster].isSpace = scalar == " " || scalar == "\t"
        shaped.clusters[cluster].isWordSpace = scalar == " " || scalar == "\u{A0}"
      }
      index += 1
      offset += UTF8.width(scalar)
    }
  }
}
