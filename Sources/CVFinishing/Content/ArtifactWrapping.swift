// SPDX-License-Identifier: MIT

/// A content stream whose painting is marked throughout.
struct WrappedContent: Hashable {
  var bytes: [UInt8]
  /// How many glyphs stand outside the document's tags: those of the page's furniture.
  var furnitureGlyphs: Int
}

/// Marks as artifacts what a content stream paints outside all tags (ISO 14289-1, 7.1).
///
/// Rules and other paths become plain artifacts, text becomes furniture of the page. Marks stand
/// around whole text objects and whole paths, where the grammar allows them.
///
/// - Parameter bytesPerGlyph: How long a glyph's code is in a font of the page, by its name.
/// - Throws: `FinishingError.mismatch` where a tag stands inside an untagged text or mark.
func wrapArtifacts(
  in content: [UInt8], bytesPerGlyph: (String) -> Int
) throws(FinishingError) -> WrappedContent {
  var wrapping = ArtifactWrapping(content)
  try wrapping.run(bytesPerGlyph)
  return wrapping.result
}

/// Copies a content stream and puts marks into the copy.
private struct ArtifactWrapping {
  private var scanner: ContentScanner
  private var output: [UInt8] = []
  private var copied = 0
  private var statement = Statement()
  /// The marks that are open, in a tag or in untagged painting.
  private var depth = 0
  /// Where the untagged path or text that is not finished yet begins.
  private var start: Int?
  private var fontName = ""
  private var glyphs = 0

  /// What stands before an operator.
  private struct Statement {
    /// Where its first operand begins.
    var start: Int?
    var name = ""
    /// Whether a list of properties says that a tag holds the content.
    var isTag = false
    var stringBytes = 0
  }

  init(_ content: [UInt8]) { scanner = ContentScanner(content) }

  var result: WrappedContent { WrappedContent(bytes: output, furnitureGlyphs: glyphs) }

  mutating func run(_ bytesPerGlyph: (String) -> Int) throws(FinishingError) {
    output.reserveCapacity(scanner.bytes.count + 512)
    while let token = scanner.next() {
      if statement.start == nil { statement.start = token.range.lowerBound }
      switch token.kind {
      case .name:
        statement.name = scanner.word(token)
        if statement.name == "/MCID" { statement.isTag = true }
      case .string, .hexString:
        if start != nil { statement.stringBytes += scanner.stringBytes(token).count }
      case .keyword:
        try visit(token, bytesPerGlyph)
        statement = Statement()
      default: break
      }
    }
    guard depth == 0, start == nil else { throw .mismatch("a page ends inside a mark") }
    output += scanner.bytes[copied...]
  }

  private mutating func visit(
    _ token: ContentToken, _ bytesPerGlyph: (String) -> Int
  ) throws(FinishingError) {
    let begin = statement.start ?? token.range.lowerBound
    switch scanner.word(token) {
    case "BMC", "BDC": try openMark()
    case "EMC":
      guard depth > 0 else { throw .mismatch("a mark ends that did not begin") }
      depth -= 1
    case "Tf": fontName = statement.name
    case "Tj", "TJ", "'", "\"":
      if start != nil { glyphs += statement.stringBytes / max(1, bytesPerGlyph(fontName)) }
    case "BT", "m", "re", "BI": open(at: begin)
    case "ET": close(at: token.range.upperBound, Self.furniture)
    case "sh", "Do":
      open(at: begin)
      close(at: token.range.upperBound, Self.artifact)
    case "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "EI":
      close(at: token.range.upperBound, Self.artifact)
    case "n": start = nil
    default: break
    }
  }

  /// Inside untagged text Cairo marks glyphs whose text is not theirs; tags stand outside of it.
  private mutating func openMark() throws(FinishingError) {
    let isPlaced = depth > 0 || statement.isTag != (start != nil)
    guard isPlaced, !(start != nil && statement.isTag) else {
      throw .mismatch("a mark stands where no tag can be")
    }
    depth += 1
  }

  private mutating func open(at position: Int) {
    if depth == 0, start == nil { start = position }
  }

  private mutating func close(at position: Int, _ mark: String) {
    guard let start else { return }
    self.start = nil
    output += scanner.bytes[copied..<start]
    output += mark.utf8
    output += scanner.bytes[start..<position]
    output += "\nEMC".utf8
    copied = position
  }

  private static let artifact = "/Artifact BMC\n"
  private static let furniture = "/Artifact <</Type/Pagination/Subtype/Footer>> BDC\n"
}
