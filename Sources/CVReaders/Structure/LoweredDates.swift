// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Entries whose dates stand above their headings.
extension DraftFinder {
  /// The blocks with `2018 – 2021` above each `### Acme` in that heading, behind the name.
  ///
  /// Every heading of that level has its date right above it; else a year heads a group.
  func loweringDates(_ blocks: [MarkupNode]) -> [MarkupNode] {
    guard hasBodies, blocks.count > 1, blocks[0].paragraphText?.isDateAlone == true,
      let level = blocks[1].headingLevel
    else { return blocks }
    let heads = blocks.indices.filter { isHeading(blocks[$0], upTo: level) }
    guard
      heads.allSatisfy({ index in
        blocks[index].headingLevel == level && blocks[index].headingText?.saysWhen == false
          && blocks[index - 1].paragraphText?.isDateAlone == true
      })
    else { return blocks }
    return blocks.indices.compactMap { index in
      if heads.contains(index + 1) { return nil }
      guard heads.contains(index), let name = blocks[index].headingText,
        let date = blocks[index - 1].paragraphText
      else { return blocks[index] }
      let dated = name.collapsed() + RichText(" (") + date.collapsed() + RichText(")")
      return MarkupNode(.heading(level: level, dated), span: blocks[index].span)
    }
  }
}
