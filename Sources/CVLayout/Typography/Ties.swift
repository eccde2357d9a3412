// SPDX-License-Identifier: MIT

/// Whether two words with a space between them belong on one line (typography.md, rule 9).
///
/// - Parameters:
///   - left: With the punctuation around it, as all words here; not empty.
///   - right: Not empty.
///   - next: The word behind `right`, if there is one.
package func areTied(_ left: String, _ right: String, before next: String? = nil) -> Bool {
  guard let last = left.last, let first = right.first else { return false }
  // `ICPI × 2`: a count stands beside what it counts.
  if right == "×" || right == "x", next?.first?.isNumber ?? false { return true }
  // A mark of its own, as in French.
  if beginsWithSign(right), right.allSatisfy({ ":;!?»›".contains($0) }) { return true }
  if left == "«" || left == "‹" { return true }
  if first == "[", isReferenceNumber(right) { return true }
  if last == ".", isInitial(left), first.isUppercase { return true }
  if tyingWords.contains(left) || isMultiplier(right) { return true }
  if first.isNumber {
    if isAcronym(left), isYear(right) || isNumber(right) { return true }
    // `arXiv: 2510.00001`, `Grade: 1.3`.
    if signsBeforeNumbers.contains(left) || last == ":" { return true }
  }
  return last.isNumber && (units.contains(withoutSigns(right)) || areGroups(left, right))
}

/// `€180` and `000`: digits of one number in groups of three.
private func areGroups(_ left: String, _ right: String) -> Bool {
  let group = withoutSigns(right)
  return group.count == 3 && group.allSatisfy(\.isNumber) && left.count <= 5
    && left.reversed().prefix { $0.isNumber }.count <= 3 && !left.contains(where: \.isLetter)
}

/// Whether a word begins with anything but an ASCII letter or digit, as few do.
private func beginsWithSign(_ word: String) -> Bool {
  guard let byte = word.utf8.first else { return false }
  return !(0x30...0x39 ~= byte || 0x61...0x7A ~= byte | 0x20)
}

private let tyingWords: Set<String> = [
  "Dr.", "Prof.", "Mr.", "Ms.", "Mrs.", "Mx.", "St.", "Ph.D.", "M.Sc.", "B.Sc.", "M.S.", "B.S.",
  "M.A.", "B.A.", "M.Eng.", "B.Eng.", "vol.", "no.", "pp.", "p.", "Vol.", "No.", "Fig.", "Eq.",
  "art.", "Art.", "ch.", "Ch.", "Nr.", "Bd.",
  "a", "A", "I", "&", "@",
]

private let units: Set<String> = [
  "%", "‰", "km", "km²", "m", "m²", "cm", "mm", "µm", "nm", "kg", "g", "mg", "s", "ms", "min",
  "h", "Hz", "kHz", "MHz", "GHz", "W", "kW", "MW", "kWh", "V", "°C", "K", "kB", "MB", "GB", "TB",
  "PB", "fps", "FPS", "€", "$", "£", "k", "M", "B", "×", "x", "million", "billion", "Mio", "Mrd",
  "hours", "days", "weeks", "months", "years",
]

private let signsBeforeNumbers: Set<String> = [
  "€", "$", "£", "§", "№", "×", "x", "~", "≈", "<", ">",
]

/// `×2`, `x3`, also in brackets: how often what stands before it happened.
private func isMultiplier(_ word: String) -> Bool {
  let sign = word.first == "(" ? word.dropFirst() : word[...]
  guard sign.first == "×" || sign.first == "x" else { return false }
  let digits = withoutSigns(String(sign.dropFirst()))
  return !digits.isEmpty && digits.allSatisfy(\.isNumber)
}

/// `J.`, `J.-M.`, also behind a bracket.
private func isInitial(_ word: String) -> Bool {
  let name = word.drop { "([“‘".contains($0) }
  guard name.last == ".", let first = name.first, first.isUppercase else { return false }
  return name.dropFirst().allSatisfy { $0 == "." || $0 == "-" || $0.isUppercase }
    && name.count <= 5
}

/// `[12]`, `[3,4]`.
private func isReferenceNumber(_ word: String) -> Bool {
  let inner = withoutSigns(word).dropFirst()
  return inner.first?.isNumber ?? false && inner.allSatisfy { $0.isNumber || ",–-".contains($0) }
}

private func isAcronym(_ word: String) -> Bool {
  let letters = word.drop { "([“‘".contains($0) }
  return letters.count >= 2 && letters.filter(\.isUppercase).count >= 2
    && letters.allSatisfy { $0.isLetter || $0.isNumber || "-/".contains($0) }
}

private func isYear(_ word: String) -> Bool {
  let digits = word.prefix { $0.isNumber }
  return digits.count == 4 && (digits.hasPrefix("19") || digits.hasPrefix("20"))
}

/// `27001`: the number of what an acronym names, not a count with a sign in it.
private func isNumber(_ word: String) -> Bool { withoutSigns(word).allSatisfy(\.isNumber) }

/// A word without the punctuation at its end.
private func withoutSigns(_ word: String) -> String {
  var end = word[...]
  while let last = end.last, ",.;:)]!?".contains(last) { end.removeLast() }
  return String(end)
}
