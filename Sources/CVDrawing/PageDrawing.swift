// SPDX-License-Identifier: MIT
import CCairo
import CVModel
package import CVPango
package import CVTypesetting

/// Draws a page as a PNG on white.
///
/// - Parameter dpi: Pixels an inch, 1 to 1200.
/// - Throws: `DrawingError` when memory runs out or the picture is too large for Cairo.
package func drawPNG(_ page: Page, fonts: FontLibrary, dpi: Double) throws(DrawingError) -> [UInt8]
{
  let scale = dpi / 72
  let width = Int32((page.width.points * scale).rounded())
  let height = Int32((page.height.points * scale).rounded())
  return try withOpenFaces { () throws(DrawingError) in
    let picture = PageSurface(lib.cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height))
    picture.paint(page, fonts: fonts, scale: scale)
    return try picture.png()
  }
}

/// Draws a page as an SVG; its text is shapes, so that it looks alike everywhere.
///
/// - Throws: `DrawingError` when memory runs out.
package func drawSVG(_ page: Page, fonts: FontLibrary) throws(DrawingError) -> [UInt8] {
  let stream = ByteStream()
  try withOpenFaces { () throws(DrawingError) in
    let picture = PageSurface(
      lib.cairo_svg_surface_create_for_stream(
        ByteStream.write, stream.state, page.width.points, page.height.points))
    picture.paint(page, fonts: fonts, scale: 1)
    try picture.finish()
  }
  return withoutSurfaceNumber(stream.bytes)
}

/// The same SVG, whatever the process drew before: Cairo counts its surfaces, and names the drawing
/// by the count.
private func withoutSurfaceNumber(_ svg: [UInt8]) -> [UInt8] {
  let name = Array("<g id=\"surface".utf8)
  let start = svg.indices.prefix(512).first { svg[$0...].starts(with: name) }
  guard let digits = start.map({ $0 + name.count }) else { return svg }
  let end = svg[digits...].firstIndex { !(0x30...0x39 ~= $0) } ?? svg.endIndex
  return Array(svg[..<digits]) + svg[end...]
}

/// A surface for one page.
private struct PageSurface: ~Copyable {
  private let surface: OpaquePointer
  private let context: OpaquePointer

  /// A fault here shows at the end: Cairo's objects keep their first error.
  init(_ created: OpaquePointer?) {
    guard let created, let context = lib.cairo_create(created) else {
      preconditionFailure("Cairo gives error objects, never null")
    }
    surface = created
    self.context = context
  }

  deinit {
    lib.cairo_destroy(context)
    lib.cairo_surface_destroy(surface)
  }

  func paint(_ page: Page, fonts: FontLibrary, scale: Double) {
    lib.cairo_scale(context, scale, scale)
    lib.cairo_set_source_rgb(context, 1, 1, 1)
    lib.cairo_paint(context)
    let canvas = Canvas(context: context, fonts: fonts, fillsShapes: true)
    for placed in page.items {
      switch placed.item {
      case .text(let run): canvas.draw(run, x: placed.x.points, y: placed.y.points)
      case .picture(let picture): canvas.draw(picture, x: placed.x.points, y: placed.y.points)
      case .rule(let rule): canvas.draw(rule, x: placed.x.points, y: placed.y.points)
      case .shape(let sign): canvas.draw(sign, x: placed.x.points, y: placed.y.points)
      }
    }
  }

  func png() throws(DrawingError) -> [UInt8] {
    let stream = ByteStream()
    try check(lib.cairo_status(context))
    lib.cairo_surface_flush(surface)
    try check(lib.cairo_surface_write_to_png_stream(surface, ByteStream.write, stream.state))
    return stream.bytes
  }

  func finish() throws(DrawingError) {
    try check(lib.cairo_status(context))
    lib.cairo_surface_finish(surface)
    try check(lib.cairo_surface_status(surface))
  }

  private func check(_ status: cairo_status_t) throws(DrawingError) {
    guard status == CAIRO_STATUS_SUCCESS else { throw DrawingError(status) }
  }
}
