// SPDX-License-Identifier: MIT
import CVModel

/// `Data Scientist ada@example.org`: the words around a link to mail, parted from it.
extension RichText {
  /// The words before a link to mail, the link with its label, and what stands behind it.
  ///
  /// `Write to ada@example.org` says nothing but the address, and is one part; so is what has no
  /// such link.
  func partedAtMail() -> [RichText] {
    // The lines of a head are shorter than this.
    guard count <= 2_000, let link = rangeOfMail else { return [self] }
    let (before, after) = (self[0..<link.lowerBound], self[link.upperBound..<count])
    let label = before.asksToWrite ? 0 : before.startOfMailLabel
    let parts = [self[0..<label].trimmedSigns(), self[label..<link.upperBound].trimmed()]
    let rest = after.hasWords ? after.trimmed(where: isSpaceOrComma).partedAtMail() : []
    return parts.filter(\.hasWords) + rest
  }

  /// The words of the first link to mail.
  private var rangeOfMail: Range<Int>? {
    var range: Range<Int>?
    var address: String?
    var start = 0
    forEachRun { run, _ in
      let end = start + run.length
      if let link = run.attributes.link, address.map({ $0 == link }) ?? true,
        link.lowercased().hasPrefix("mailto:"), range.map({ $0.upperBound == start }) ?? true
      {
        address = link
        range = (range?.lowerBound ?? start)..<end
      }
      start = end
    }
    return range
  }

  /// Whether the words only lead to an address: `E-mail:`, `Feel free to write me at`.
  private var asksToWrite: Bool {
    let words = foldedWords(text)
    return words.count <= 8
      && words.allSatisfy { word in
        wordsOfInvitations.contains(word) || Phrase.isFunctionWord(word)
          || WordLists.all.contains(word, in: .contactEmail)
      }
  }

  /// Where `E-mail:` or `Write me at` begins behind the last stop, bar or comma; the end where
  /// other words stand there.
  private var startOfMailLabel: Int {
    let scan = TextScan(self)
    let sign = scan.scalars.indices.last { index in
      ".!?,;。，；".unicodeScalars.contains(scan.scalars[index])
        && (scan[index + 1].map(isSpace) ?? true)
    }
    guard let sign else { return count }
    let label = scan.slice(sign + 1..<scan.count)
    return label.hasWords && label.asksToWrite ? count - label.count : count
  }
}

private func isSpaceOrComma(_ scalar: Unicode.Scalar) -> Bool {
  isSpace(scalar) || ",;|".unicodeScalars.contains(scalar)
}

/// Words that ask somebody to write, beside those that join words.
private let wordsOfInvitations: Set<String> = [
  "reach", "contact", "write", "find", "me", "you", "i", "my", "can", "may", "feel", "free",
  "please", "address", "be", "reached", "via", "or", "and", "is", "also",
]
