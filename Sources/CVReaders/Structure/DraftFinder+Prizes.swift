// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Prizes and grants in a paragraph above what is said of them.
extension DraftFinder {
  /// The lines of a section in which each paragraph is one, as `Fen Award, Moss University`: a
  /// prize each, though none says when.
  func undatedPrizes(_ blocks: [MarkupNode]) -> [RichText]? {
    guard kind == .awards || kind == .memberships || kind == .certificates, blocks.count > 1
    else { return nil }
    let lines = blocks.compactMap(\.paragraphText)
    let areNames = lines.allSatisfy { line in
      isTitleLine(line) && line.startsWithCapital && !line.saysWhen && !line.text.hasSuffix(".")
        && topLevelParts(line).count > 1 && Segment(line, line: 0).hasOrganisationWord
        && !Phrase.isWhole(line) && line.isUnlinked
    }
    return lines.count == blocks.count && areNames ? lines.map { $0.collapsed() } : nil
  }

  /// Where the content of a prize or a grant ends: `**Tern Prize (2019)**` above the words in
  /// italics that say who gave it, and perhaps points.
  func prizeEnd(_ blocks: [MarkupNode], at index: Int) -> Int? {
    guard kind == .awards || kind == .funding || kind == .certificates else { return nil }
    if isAboveToldPoint(blocks, at: index) { return index + 2 }
    guard startsPrize(blocks, at: index) else { return nil }
    return blocks[(index + 2)...].indices.first { next in
      if case .heading = blocks[next].kind { return true }
      return blocks[next].paragraphText != nil
    } ?? blocks.count
  }

  private func startsPrize(_ blocks: [MarkupNode], at index: Int) -> Bool {
    guard index + 1 < blocks.count, let title = blocks[index].paragraphText,
      let giver = blocks[index + 1].paragraphText
    else { return false }
    return title.isWholly(.strong) && wordCount(title) <= 25 && !title.isDateAlone
      && title.saysWhen && giver.isWholly(.emphasis) && wordCount(giver) <= 14
  }

  /// `**Tern Prize**, 2019` above one or two points that say for what, and not when.
  private func isAboveToldPoint(_ blocks: [MarkupNode], at index: Int) -> Bool {
    guard kind != .certificates, index + 1 < blocks.count, let title = blocks[index].paragraphText,
      !title.isWholly(.strong), case let extracted = ExtractedDates(title), extracted.dates != nil,
      case let name = extracted.rest.trimmedSigns(), name.isWholly(.strong),
      1...14 ~= wordCount(name), let points = blocks[index + 1].listItems, points.count <= 2
    else { return false }
    return points.allSatisfy { point in
      point.blocks.count == 1
        && point.blocks[0].paragraphText.map { !$0.saysWhen && !$0.startsBold } == true
    }
  }
}
