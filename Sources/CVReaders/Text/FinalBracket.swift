// SPDX-License-Identifier: MIT
import CVModel

/// `Fog maps (Fen Lab)`: the round bracket with which a text ends, and what stands before it.
struct FinalBracket {
  /// The offset of the opening sign.
  let open: Int
  /// What stands before the bracket, and what stands in it, without the spaces around them.
  let before: RichText
  let inner: RichText

  /// - Returns: `nil` where the text ends otherwise, or where nothing stands before the bracket.
  init?(_ scan: TextScan) {
    guard let open = scan.finalBracket, open > 0 else { return nil }
    self.open = open
    before = scan.slice(scan.trim(0..<open))
    inner = scan.slice(scan.trim(open + 1..<scan.count - 1))
  }
}

/// `[Education]`, `【教育】`: a text without brackets around all of its words.
///
/// - Parameter signs: The signs that may open such a bracket; `nil` for all.
func withoutFrame(_ text: RichText, _ signs: String? = nil) -> RichText {
  guard let open = text.text.unicodeScalars.first,
    signs?.unicodeScalars.contains(open) ?? !isWordScalar(open), case let scan = TextScan(text),
    scan.closingBracket(of: 0) == scan.count - 1
  else { return text }
  return scan.slice(scan.trim(1..<scan.count - 1))
}
