// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel

/// The texts of blocks in one, line breaks between them.
func joinedText(_ blocks: [MarkupNode]) -> RichText {
  blocks.flatMap(\.texts).reduce(into: RichText()) { sum, text in
    if !sum.isEmpty { sum.append("\u{2028}", .init()) }
    sum.append(text)
  }
}

/// From the first place of blocks to the last.
func hull(_ blocks: [MarkupNode]) -> SourceSpan? {
  blocks.compactMap(\.span).reduceToHull()
}

extension [SourceSpan] {
  func reduceToHull() -> SourceSpan? {
    dropFirst().reduce(first) { $0?.union($1) }
  }
}

/// `##########`, `** **`: a line of signs that parts what stands above and below.
func isDivider(_ text: RichText) -> Bool {
  text.count > 1
    && text.text.unicodeScalars.allSatisfy { isSpace($0) || "#*_=~".unicodeScalars.contains($0) }
}
