// SPDX-License-Identifier: MIT
import CCairo
import CTurboJPEG
import CVModel

/// A picture as a source for Cairo.
struct PictureSurface: ~Copyable {
  let surface: OpaquePointer

  /// Where the picture is drawn.
  enum Destination {
    /// A JPEG goes into the file as it is, undecoded.
    case document
    case pixels
  }

  /// - Throws: `DrawingError` for what is no picture after all.
  init(_ picture: Picture, for destination: Destination) throws(DrawingError) {
    surface = try Self.surface(of: picture, for: destination)
  }

  deinit { lib.cairo_surface_destroy(surface) }

  /// Draws the picture upright into a box, its upper left corner at a place.
  func draw(_ picture: Picture, on context: OpaquePointer, x: Double, y: Double, box: Box) {
    lib.cairo_save(context)
    lib.cairo_translate(context, x, y)
    lib.cairo_scale(context, box.width, box.height)
    var turn = picture.turn
    lib.cairo_transform(context, &turn)
    lib.cairo_scale(context, 1 / Double(picture.storedWidth), 1 / Double(picture.storedHeight))
    lib.cairo_set_source_surface(context, surface, 0, 0)
    lib.cairo_pattern_set_filter(lib.cairo_get_source(context), box.filter)
    lib.cairo_paint(context)
    lib.cairo_restore(context)
  }

  /// A place for a picture in points.
  struct Box {
    var width, height: Double
    /// How pixels are joined; anything but `FAST` asks readers of a PDF to smooth, which PDF/A
    /// forbids.
    var filter: cairo_filter_t
  }

  // MARK: Decoding

  private static func surface(
    of picture: Picture, for destination: Destination
  ) throws(DrawingError) -> OpaquePointer {
    let made =
      switch (picture.format, destination) {
      case (.png, _): decodedPNG(picture.bytes)
      case (.jpeg, .document): undecoded(picture)
      case (.jpeg, .pixels): try decodedJPEG(picture)
      }
    let status = lib.cairo_surface_status(made)
    guard status == CAIRO_STATUS_SUCCESS else {
      lib.cairo_surface_destroy(made)
      throw DrawingError(status)
    }
    return made
  }

  private static func decodedPNG(_ bytes: [UInt8]) -> OpaquePointer {
    let source = ByteSource(bytes)
    let surface = withExtendedLifetime(source) {
      lib.cairo_image_surface_create_from_png_stream(
        ByteSource.read, Unmanaged.passUnretained(source).toOpaque())
    }
    guard let surface else { preconditionFailure("Cairo gives error objects, never null") }
    return surface
  }

  private static func undecoded(_ picture: Picture) -> OpaquePointer {
    let surface = image(picture, CAIRO_FORMAT_RGB24)
    let count = picture.bytes.count
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: count)
    copy.initialize(from: picture.bytes, count: count)
    let status = lib.cairo_surface_set_mime_data(
      surface, CAIRO_MIME_TYPE_JPEG, copy, UInt(count),
      { $0?.assumingMemoryBound(to: UInt8.self).deallocate() }, copy)
    if status != CAIRO_STATUS_SUCCESS { copy.deallocate() }
    return surface
  }

  private static func decodedJPEG(_ picture: Picture) throws(DrawingError) -> OpaquePointer {
    let surface = image(picture, CAIRO_FORMAT_RGB24)
    guard let pixels = lib.cairo_image_surface_get_data(surface), let decoder = tjInitDecompress()
    else { return surface }
    defer { tjDestroy(decoder) }
    lib.cairo_surface_flush(surface)
    let result = tjDecompress2(
      decoder, picture.bytes, UInt(picture.bytes.count), pixels, Int32(picture.storedWidth),
      lib.cairo_image_surface_get_stride(surface), Int32(picture.storedHeight),
      Int32(TJPF_BGRX.rawValue), 0)
    // A warning leaves a whole picture.
    guard result == 0 || tjGetErrorCode(decoder) == Int32(TJERR_WARNING.rawValue) else {
      lib.cairo_surface_destroy(surface)
      throw DrawingError(message: String(cString: tjGetErrorStr2(decoder)))
    }
    lib.cairo_surface_mark_dirty(surface)
    return surface
  }

  private static func image(_ picture: Picture, _ format: cairo_format_t) -> OpaquePointer {
    let surface = lib.cairo_image_surface_create(
      format, Int32(picture.storedWidth), Int32(picture.storedHeight))
    guard let surface else { preconditionFailure("Cairo gives error objects, never null") }
    return surface
  }
}

extension Picture {
  /// Whether its pixels can be drawn; a header may promise what does not follow.
  package var isDrawable: Bool {
    guard lib.isComplete else { return false }
    do throws(DrawingError) {
      _ = try PictureSurface(self, for: .pixels)
      return true
    } catch {
      return false
    }
  }

  /// From the unit square of the stored picture to that of the upright one.
  fileprivate var turn: cairo_matrix_t {
    func matrix(_ xx: Double, _ yx: Double, _ xy: Double, _ yy: Double) -> cairo_matrix_t {
      // What is turned or mirrored comes back into the square.
      cairo_matrix_t(
        xx: xx, yx: yx, xy: xy, yy: yy, x0: xx + xy < 0 ? 1 : 0, y0: yx + yy < 0 ? 1 : 0)
    }
    switch orientation {
    case 2: return matrix(-1, 0, 0, 1)
    case 3: return matrix(-1, 0, 0, -1)
    case 4: return matrix(1, 0, 0, -1)
    case 5: return matrix(0, 1, 1, 0)
    case 6: return matrix(0, 1, -1, 0)
    case 7: return matrix(0, -1, -1, 0)
    case 8: return matrix(0, -1, 1, 0)
    default: return matrix(1, 0, 0, 1)
    }
  }
}

/// Bytes that Cairo reads one after the other.
private final class ByteSource {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  static let read: cairo_read_func_t = { state, target, count in
    guard let state, let target else { return CAIRO_STATUS_READ_ERROR }
    let source = Unmanaged<ByteSource>.fromOpaque(state).takeUnretainedValue()
    let end = source.offset + Int(count)
    guard end <= source.bytes.count else { return CAIRO_STATUS_READ_ERROR }
    source.bytes.withUnsafeBufferPointer { buffer in
      if let base = buffer.baseAddress {
        target.update(from: base + source.offset, count: Int(count))
      }
    }
    source.offset = end
    return CAIRO_STATUS_SUCCESS
  }
}
