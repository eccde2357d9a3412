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
    let split = LegendSplit(text)
    legend.merge(split.legend)
    for sentence in split.moved { account.add(.moved, sentence.text, at: sentence.span) }
    return split.rest
  }
}

/// A text parted from those of its sentences that only say what the marks behind authors mean.
///
/// A sentence that also explains a mark of another kind (`† student in my group`) stays.
struct LegendSplit {
  private(set) var legend = Legend()
  private(set) var moved: [RichText] = []
  private(set) var rest = RichText()

  init(_ text: RichText) {
    let scan = TextScan(text)
    var start = 0
    for index in scan.scalars.indices {
      let isStop = scan.scalars[index] == "." && (scan[index + 1].map(isSpace) ?? true)
      guard isStop || index == scan.count - 1 else { continue }
      let sentence = scan.slice(start..<index + 1)
      start = index + 1
      let meaning = Legend(sentence.text)
      legend.merge(meaning)
      if meaning.isEmpty || !meaning.others.isEmpty {
        rest.append(sentence)
      } else {
        moved.append(sentence.collapsed())
      }
    }
    rest = rest.trimmed()
  }
}
