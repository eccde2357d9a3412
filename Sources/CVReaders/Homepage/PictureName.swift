// SPDX-License-Identifier: MIT
import CVModel

/// The name that the words behind a picture say it shows: `Portrait of Ada Roe`, `Ada Roe's photo`.
func nameOnPicture(_ alternatives: [String]) -> RichText? {
  for alternative in alternatives {
    let words = alternative.trimmingSpaces().split(separator: " ")
    guard 3...7 ~= words.count else { continue }
    for split in words.indices.dropFirst() {
      let (left, right) = (words[..<split], words[split...])
      let behind = joined(right)
      if isOne(of: .genitive, left[split - 1]), left.contains(where: { isOne(of: .portrait, $0) }),
        PersonName.isName(behind)
      {
        return RichText(behind)
      }
      let owner = withoutGenitive(joined(left))
      if let owner, right.allSatisfy({ isOne(of: [.portrait, .picture], $0) }),
        PersonName.isName(owner)
      {
        return RichText(owner)
      }
    }
  }
  return nil
}

/// A photo may be that of a bridge: only a portrait shows a person for sure.
private func isOne(of lists: Lists, _ word: Substring) -> Bool {
  WordLists.all.contains(folded(word), in: lists)
}

private func joined(_ words: ArraySlice<Substring>) -> String { words.joined(separator: " ") }

/// `Ada Roe` of `Ada Roe’s`.
private func withoutGenitive(_ text: String) -> String? {
  ["'s", "’s"].contains { text.hasSuffix($0) } ? String(text.dropLast(2)) : nil
}
