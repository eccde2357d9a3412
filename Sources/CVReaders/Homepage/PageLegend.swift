// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

/// Takes out of the text before the first section the sentences that say what the marks behind
/// authors' names mean.
struct PageLegend {
  private(set) var legend = Legend()
  /// The blocks without these sentences.
  private(set) var blocks: [MarkupNode] = []
  private(set) var account = ImportAccount()

  init(_ preamble: [MarkupNode]) {
    for block in preamble {
      guard let text = block.paragraphText, !Legend(text.text).isEmpty else {
        blocks.append(block)
        continue
      }
      let rest = withoutLegends(text)
      if !rest.isEmpty { blocks.append(MarkupNode(.paragraph(rest), span: rest.span)) }
    }
  }

  private mutating func withoutLegends(_ text: RichText) -> RichText {
    let scan = TextScan(text)
    var rest = RichText()
    var start = 0
    for index in scan.scalars.indices {
      let isStop = scan.scalars[index] == "." && (scan[index + 1].map(isSpace) ?? true)
      guard isStop || index == scan.count - 1 else { continue }
      let sentence = scan.slice(start..<index + 1)
      start = index + 1
      let meaning = Legend(sentence.text)
      if meaning.isEmpty {
        rest.append(sentence)
      } else {
        legend.merge(meaning)
        account.add(.moved, sentence.collapsed().text, at: sentence.span)
      }
    }
    return rest.trimmed()
  }
}
