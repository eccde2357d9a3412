// SPDX-License-Identifier: MIT
import CVModel

/// The words that names of authors are made of.
extension TextScan {
  /// A capitalised word of two letters or more; hyphens and apostrophes are part of it.
  func nameWord(at start: Int) -> Int? {
    guard let first = self[start], isCapital(first), !isCJK(first) else { return nil }
    var end = start + 1
    while let next = self[end], isLetterOf(next, at: end) { end += 1 }
    let text = scalars[start..<end]
    let hasLower = text.dropFirst().contains { !isCapital($0) && isWordScalar($0) }
    guard end - start >= 2, hasLower || end - start <= 3 else { return nil }
    return text.contains(where: isDigit) ? nil : end
  }

  private func isLetterOf(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
    if isWordScalar(scalar) { return !isRaised(index) }
    guard asciiForm(of: scalar) == "-" || asciiForm(of: scalar) == "'" else { return false }
    return self[index + 1].map(isWordScalar) ?? false
  }

  func particle(at start: Int) -> Int? {
    var end = start
    while let next = self[end], !isSpace(next), next != "," { end += 1 }
    guard self[end].map(isSpace) ?? false else { return nil }
    let text = string(start..<end)
    if particles.contains(text) { return end }
    // `J. De Backere`: with a capital only behind initials, and before a longer word.
    guard capitalParticles.contains(text),
      self[trim(0..<start).upperBound - 1] == ".",
      let next = nameWord(at: skipSpaces(from: end)), next - end > 3
    else { return nil }
    return end
  }

  /// `F.`, `F.-M.`, `F-M.`, `F. M.`, `FM`; without stops at most three letters before a sign or a
  /// space.
  func initials(at start: Int) -> Int? {
    guard let first = self[start], isCapital(first), !isCJK(first) else { return nil }
    let isJoined =
      isDash(self[start + 1]) && self[start + 3] == "." && self[start + 2].map(isCapital) == true
    if let first = isJoined ? start + 4 : initial(at: start) {
      var end = first
      while true {
        var next = end
        if isDash(self[next]) { next += 1 } else { next = skipSpaces(from: next) }
        guard next - end <= 1, let last = initial(at: next) else {
          // `Roe, A.B & Poe`: the last stop is missing.
          let isOpen = next == end && self[next].map(isLatinCapital) == true
          return isOpen && self[next + 1].map(isWordScalar) != true ? next + 1 : end
        }
        end = last
      }
    }
    var end = start
    while let next = self[end], isCapital(next), end - start < 4, !isRaised(end) { end += 1 }
    guard end - start <= 3 else { return nil }
    guard let after = self[end] else { return end }
    if after == ".", end - start > 1, endsName(end + 1) { return end + 1 }
    return isWordScalar(after) && !isRaised(end) || after == "." || isDash(after)
      || after == "'" ? nil : end
  }

  /// `SJ.` in `Ada SJ. Roe,`: two initials with one stop, behind a given name and before the last.
  func joinedInitials(at start: Int) -> Int? {
    guard self[start + 2] == ".",
      (start..<start + 2).allSatisfy({ self[$0].map(isLatinCapital) == true }),
      case let next = skipSpaces(from: start + 3), next > start + 3,
      let end = nameWord(at: next), self[end] == ","
    else { return nil }
    return start + 3
  }

  private func isLatinCapital(_ letter: Unicode.Scalar) -> Bool {
    ("A"..."Z").contains(letter)
  }

  /// The end of `F.`, or of `Yu.` before more of a name: one letter of Cyrillic.
  private func initial(at start: Int) -> Int? {
    guard let letter = self[start], isCapital(letter), !isCJK(letter) else { return nil }
    if self[start + 1] == "." { return start + 2 }
    guard self[start + 2] == ".", self[start + 1]?.properties.isLowercase == true,
      letterPairs.contains(string(start..<start + 2)),
      self[skipSpaces(from: start + 3)].map(isCapital) == true
    else { return nil }
    return start + 3
  }

  /// Whether a comma, a mark or a year in brackets follows a stop: `Roe, AB., Poe CD. (2022)`.
  private func endsName(_ stop: Int) -> Bool {
    let next = skipSpaces(from: stop)
    return self[next].map { ",&*†‡".unicodeScalars.contains($0) } ?? false
      || self[next] == "(" && self[next + 1].map(isDigit) == true
  }
}

private let particles: Set<String> = [
  "van", "von", "de", "der", "den", "da", "del", "della", "di", "dos", "du", "la", "le", "el",
  "al", "bin", "ibn", "ter", "ten", "zu", "zur", "af", "av", "st.", "mc", "van't", "'t",
  "Ó",
]

/// What a letter of Cyrillic becomes in Latin ones.
private let letterPairs: Set<String> = ["Yu", "Ya", "Ye", "Yo", "Zh", "Kh", "Ts", "Sh"]

/// Those that are written with a capital as well.
let capitalParticles: Set<String> = [
  "De", "Van", "Von", "Der", "Den", "Di", "Da", "Del", "La", "Le",
]
