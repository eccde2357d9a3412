// SPDX-License-Identifier: MIT
import CCairo
import CVModel
import CVPango
import CVTypesetting

/// A Cairo context to draw on, with the faces of the glyphs.
///
/// Decides nothing: every glyph has its place. Does not own the context.
struct Canvas {
  let context: OpaquePointer
  let fonts: FontLibrary
  /// Whether glyphs are filled as shapes, at exact places: Cairo sets glyphs on whole pixels.
  var fillsShapes = false
  var pictures = PictureSurface.Destination.pixels

  /// - Parameter isShape: Whether the glyphs are filled as shapes and are no text.
  func draw(_ run: GlyphRun, x: Double, y: Double, isShape: Bool = false) {
    setColour(run.colour)
    lib.cairo_set_scaled_font(context, fonts.scaledFont(run.font))
    var pen = x
    var glyphs: [cairo_glyph_t] = []
    glyphs.reserveCapacity(run.glyphs.count)
    for glyph in run.glyphs {
      glyphs.append(
        cairo_glyph_t(index: UInt(glyph.id), x: pen + glyph.xOffset, y: y + glyph.yOffset))
      pen += glyph.advance
    }
    guard !fillsShapes, !isShape else {
      lib.cairo_glyph_path(context, glyphs, Int32(glyphs.count))
      lib.cairo_fill(context)
      return
    }
    let (text, bytes) = run.plainlySpaced
    let clusters = zip(run.clusters, bytes).map { cluster, bytes in
      cairo_text_cluster_t(num_bytes: Int32(bytes), num_glyphs: Int32(cluster.glyphs))
    }
    let flags = run.isRightToLeft ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(0)
    lib.cairo_show_text_glyphs(
      context, text, Int32(text.utf8.count), glyphs, Int32(glyphs.count), clusters,
      Int32(clusters.count), flags)
  }

  /// A picture was found to be drawable before; one that is not after all is left out.
  func draw(_ item: PictureItem, x: Double, y: Double) {
    guard let surface = try? PictureSurface(item.picture, for: pictures) else { return }
    let box = PictureSurface.Box(
      width: item.width.points, height: item.height.points,
      filter: pictures == .document ? CAIRO_FILTER_FAST : CAIRO_FILTER_GOOD)
    surface.draw(item.picture, on: context, x: x, y: y - item.height.points, box: box)
  }

  func draw(_ rule: RuleItem, x: Double, y: Double) {
    setColour(rule.colour)
    lib.cairo_set_line_width(context, rule.width.points)
    lib.cairo_move_to(context, x, y)
    lib.cairo_rel_line_to(context, rule.length.points, 0)
    lib.cairo_stroke(context)
  }

  private func setColour(_ colour: Colour) {
    lib.cairo_set_source_rgb(context, colour.red, colour.green, colour.blue)
  }
}

extension GlyphRun {
  /// The text with plain spaces for those that no line may break at, and the bytes of its clusters.
  ///
  /// On the page both are the same; most faces have one glyph for them, and a glyph with a second
  /// text takes a mark of its own, behind which some programs lose the rest of the line.
  fileprivate var plainlySpaced: (text: String, bytes: [Int]) {
    let bytes = clusters.map(\.bytes)
    guard text.utf8.contains(0xC2), text.unicodeScalars.contains("\u{A0}") else {
      return (text, bytes)
    }
    var plain = bytes
    var place = text.utf8.startIndex
    for index in bytes.indices {
      let end = text.utf8.index(place, offsetBy: bytes[index])
      let spaces = text[place..<end].unicodeScalars.count { $0 == "\u{A0}" }
      plain[index] -= spaces
      place = end
    }
    return (text.replacing("\u{A0}", with: " "), plain)
  }
}

/// What Cairo writes, as it comes; it must live as long as the surface that writes to it.
final class ByteStream {
  private(set) var bytes: [UInt8] = []

  /// Takes Cairo's bytes; the first argument is the stream.
  static let write: cairo_write_func_t = { state, data, length in
    guard let state, let data else { return CAIRO_STATUS_WRITE_ERROR }
    let stream = Unmanaged<ByteStream>.fromOpaque(state).takeUnretainedValue()
    stream.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
    return CAIRO_STATUS_SUCCESS
  }

  /// What Cairo is to hand back to `write`.
  var state: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
}

extension DrawingError {
  init(_ status: cairo_status_t) {
    message = lib.cairo_status_to_string(status).map { String(cString: $0) } ?? ""
  }
}
