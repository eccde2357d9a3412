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
      if links.contains(left.last ?? ""), left.contains(where: showsPerson),
        PersonName.isName(behind)
      {
        return RichText(behind)
      }
      let owner = withoutGenitive(joined(left))
      if let owner, right.allSatisfy(namesPicture), PersonName.isName(owner) {
        return RichText(owner)
      }
    }
  }
  return nil
}

private let links: Set<Substring> = ["of", "von", "de", "di", "do", "da", "van"]

/// Words for pictures that show a person: a photo may be that of a bridge.
private let portraits: Set<String> = [
  "portrait", "headshot", "profile", "avatar", "selfie", "porträt", "profilbild", "portret",
  "retrato", "ritratto",
]

private let pictures = portraits.union(["photo", "photograph", "picture", "image", "foto", "bild"])

private func showsPerson(_ word: Substring) -> Bool { portraits.contains(folded(word)) }

private func namesPicture(_ word: Substring) -> Bool { pictures.contains(folded(word)) }

private func joined(_ words: ArraySlice<Substring>) -> String { words.joined(separator: " ") }

/// `Ada Roe` of `Ada Roe’s`.
private func withoutGenitive(_ text: String) -> String? {
  ["'s", "’s"].contains { text.hasSuffix($0) } ? String(text.dropLast(2)) : nil
}
