// SPDX-License-Identifier: MIT
package import CVModel

/// Why a file is no picture for a document, in words that follow its name.
package struct PictureFault: Error, Hashable {
  package var words: String

  package init(words: String) { self.words = words }
}

/// Reads a PNG or JPEG, told by its first bytes, and takes out what it says beside its pixels.
///
/// Nothing is decoded: the header tells the size, so that a bomb costs nothing.
package func readPicture(_ bytes: [UInt8]) throws(PictureFault) -> Picture {
  guard bytes.count <= Limits.pictureBytes else {
    throw PictureFault(words: "has more than \(Limits.pictureBytes >> 20) MB")
  }
  let picture: Picture
  if bytes.starts(with: PNGChunks.signature) {
    picture = try PNGChunks(bytes).picture()
  } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
    var reader = JPEGSegments(bytes)
    picture = try reader.picture()
  } else {
    throw PictureFault(words: "is neither PNG nor JPEG")
  }
  let (pixels, isHuge) = picture.storedWidth.multipliedReportingOverflow(by: picture.storedHeight)
  guard isHuge || pixels > 0 else { throw .damaged }
  guard !isHuge, pixels <= Limits.picturePixels else {
    throw PictureFault(words: "has more than \(Limits.picturePixels / 1_000_000) million pixels")
  }
  return picture
}

extension PictureFault {
  static let damaged = PictureFault(words: "is damaged")
}

/// A PNG as its chunks (ISO 15948).
private struct PNGChunks {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The chunks that pixels and their colours are made of.
  private static let kept: Set<String> = [
    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT",
  ]

  func picture() throws(PictureFault) -> Picture {
    var offset = Self.signature.count
    var clean = Self.signature
    var size: (Int, Int)?
    var isComplete = false
    while !isComplete {
      guard offset + 12 <= bytes.count else { throw .damaged }
      let length = bigEndian(bytes, offset, 4)
      let name = String(decoding: bytes[offset + 4..<offset + 8], as: UTF8.self)
      let end = offset + 12 + length
      guard end <= bytes.count else { throw .damaged }
      if size == nil {
        guard name == "IHDR", length == 13 else { throw .damaged }
        size = (bigEndian(bytes, offset + 8, 4), bigEndian(bytes, offset + 12, 4))
      }
      if Self.kept.contains(name) { clean += bytes[offset..<end] }
      isComplete = name == "IEND"
      offset = end
    }
    guard let size else { throw .damaged }
    return Picture(.png, storedWidth: size.0, storedHeight: size.1, bytes: clean)
  }
}

/// A JPEG as its segments (ITU-T T.81, annex B).
private struct JPEGSegments {
  private let bytes: [UInt8]
  private var offset = 2
  private var clean: [UInt8] = []
  private var size: (width: Int, height: Int)?
  private var orientation = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func picture() throws(PictureFault) -> Picture {
    while try readSegment() {}
    guard let size else { throw .damaged }
    var start: [UInt8] = [0xFF, 0xD8]
    if orientation != 1 { start += Self.exif(orientation) }
    return Picture(
      .jpeg, storedWidth: size.width, storedHeight: size.height, orientation: orientation,
      bytes: start + clean)
  }

  /// - Returns: Whether more segments follow.
  private mutating func readSegment() throws(PictureFault) -> Bool {
    let start = offset
    guard start + 1 < bytes.count, bytes[start] == 0xFF else { throw .damaged }
    let marker = bytes[start + 1]
    switch marker {
    case 0xFF:
      offset += 1
      return true
    case 0xD9:
      clean += [0xFF, 0xD9]
      return false
    case 0x01, 0xD0...0xD7:
      offset += 2
      return true
    default: break
    }
    guard start + 4 <= bytes.count else { throw .damaged }
    let length = bigEndian(bytes, start + 2, 2)
    let end = start + 2 + length
    guard length >= 2, end <= bytes.count else { throw .damaged }
    offset = end
    switch marker {
    case 0xC0, 0xC1, 0xC2: try readFrame(start + 4..<end)
    case 0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
      throw PictureFault(words: "is a kind of JPEG that few programs read")
    // Exif, XMP, other programs' notes, comments.
    case 0xE1:
      orientation = exifOrientation(Array(bytes[start + 4..<end])) ?? orientation
      return true
    case 0xE3...0xED, 0xEF, 0xFE: return true
    default: break
    }
    clean += bytes[start..<end]
    if marker == 0xDA { try takeScan() }
    return true
  }

  private mutating func readFrame(_ frame: Range<Int>) throws(PictureFault) {
    guard frame.count >= 6 else { throw .damaged }
    let start = frame.lowerBound
    guard bytes[start] == 8 else { throw PictureFault(words: "has more than 8 bits a colour") }
    guard [1, 3].contains(bytes[start + 5]) else {
      throw PictureFault(words: "is in the colours of printers (CMYK)")
    }
    size = (bigEndian(bytes, start + 3, 2), bigEndian(bytes, start + 1, 2))
  }

  /// Takes the pixels up to the next marker; what stands behind the end of the picture is no part.
  private mutating func takeScan() throws(PictureFault) {
    let start = offset
    while offset + 1 < bytes.count {
      let next = bytes[offset + 1]
      if bytes[offset] == 0xFF, next != 0, next != 0xFF, !(0xD0...0xD7 ~= next) {
        clean += bytes[start..<offset]
        return
      }
      offset += 1
    }
    throw PictureFault(words: "is cut off")
  }

  /// A segment that says how the picture is turned, and nothing else.
  private static func exif(_ orientation: Int) -> [UInt8] {
    let body: [UInt8] =
      Array("Exif".utf8) + [0, 0] + Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1]
      + [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(orientation), 0, 0, 0, 0, 0, 0]
    return [0xFF, 0xE1, 0, UInt8(body.count + 2)] + body
  }
}

/// The orientation that an Exif segment states.
private func exifOrientation(_ segment: [UInt8]) -> Int? {
  guard segment.starts(with: Array("Exif".utf8) + [0, 0]), segment.count > 14 else { return nil }
  let tiff = Array(segment[6...])
  let isLittle = tiff[0] == UInt8(ascii: "I")
  func number(_ offset: Int, _ count: Int) -> Int? {
    guard offset >= 0, offset + count <= tiff.count else { return nil }
    let digits = tiff[offset..<offset + count]
    return (isLittle ? Array(digits.reversed()) : Array(digits)).reduce(0) { $0 << 8 | Int($1) }
  }
  guard let directory = number(4, 4), let count = number(directory, 2) else { return nil }
  for index in 0..<min(count, 256) {
    let entry = directory + 2 + index * 12
    guard let tag = number(entry, 2) else { return nil }
    if tag == 0x0112 { return number(entry + 8, 2).flatMap { 1...8 ~= $0 ? $0 : nil } }
  }
  return nil
}

private func bigEndian(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
  bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
}
