// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

extension EntryDraft {
  /// Takes `**MSc Thesis**` from above `- [Wet Maps of Mud](…) (A. Roe, 2018)`: a line in bold that
  /// only says what the work is, whose title is linked in the one point below.
  mutating func takeGenre() -> RichText? {
    guard lines.count == 1, body.count == 1, named.isEmpty, let genre = lines.first,
      genre.isWholly(.strong), 1...3 ~= wordCount(genre), genre.isUnlinked,
      let last = foldedWords(genre.text).last, WordLists.all.contains(last, in: .publicationGenre),
      let items = body[0].listItems, items.count == 1, body[0].texts.count == 1,
      case let work = body[0].texts[0].trimmed(), let title = work.runs.first,
      title.attributes.link != nil, wordCount(work[0..<title.length]) > 2
    else { return nil }
    lines = [work]
    body = []
    return unstyled(genre)
  }
}
