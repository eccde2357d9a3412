// SPDX-License-Identifier: MIT
import CVLayout

/// Where a line may end, and how unwelcome an end is there.
struct BreakOpportunity: Hashable {
  /// The cluster with which the next line begins.
  var cluster: Int
  /// Added to the badness of the line.
  var penalty: Double
}

/// Penalties of line ends, on the scale of `LineBreaker`: 100 is a line that is empty.
enum BreakPenalty {
  /// After a hyphen of the text: the reader, and text extractors, take it for a hyphenation.
  static let hyphen = 12.0
  /// Between two link labels, which belong together.
  static let label = 8.0
  /// Before a dash: it belongs to the words before it.
  static let dash = 6.0
  /// Inside a name of a journal or conference: before it is better.
  static let venue = 0.5
  /// Inside an address.
  static let address = 10.0
  /// At a tie, where nothing else fits.
  static let tie = 1000.0
  /// Inside a word, where nothing else fits: worse than any line of legal breaks.
  static let insideWord = 4000.0
}

/// Finds the opportunities of a paragraph: Unicode's (UAX #14), without those that a typographer
/// forbids.
///
/// What is wider than the measure and has no opportunity inside gets some, at the least bad
/// places: no line reaches into the margin.
func breakOpportunities(
  _ inline: InlineText, _ shaped: ShapedText, width: Double
) -> [BreakOpportunity] {
  var rules = BreakRules(inline, shaped)
  var result: [BreakOpportunity] = []
  var start = 0
  var reach = 0.0
  for index in shaped.clusters.indices {
    if index > 0, let penalty = rules.penalty(before: index) {
      if reach > width { result += emergencyBreaks(in: start..<index, shaped) }
      result.append(BreakOpportunity(cluster: index, penalty: penalty))
      start = index
      reach = 0
    }
    if !shaped.clusters[index].isSpace { reach += shaped.clusters[index].advance }
  }
  if reach > width { result += emergencyBreaks(in: start..<shaped.clusters.count, shaped) }
  return result
}

private func emergencyBreaks(in stretch: Range<Int>, _ shaped: ShapedText) -> [BreakOpportunity] {
  stretch.dropFirst().filter { !shaped.clusters[$0].isSpace }.map { index in
    let isTie = shaped.clusters[index].allowsBreakBefore
    return BreakOpportunity(
      cluster: index, penalty: isTie ? BreakPenalty.tie : BreakPenalty.insideWord)
  }
}

/// Asked for clusters in ascending order.
private struct BreakRules {
  private let clusters: [ShapedText.Cluster]
  private let bytes: [UInt8]
  private let looks: [InlineText.Look]
  private let runEnds: [Int]
  /// The run of the last cluster asked for.
  private var run = 0
  /// The word around the last cluster asked for, and whether it is an address.
  private var word = 0..<0
  private var isAddress = false

  init(_ inline: InlineText, _ shaped: ShapedText) {
    clusters = shaped.clusters
    bytes = Array(inline.styled.text.utf8)
    looks = inline.looks
    runEnds = inline.styled.runs.map(\.range.upperBound)
  }

  /// The penalty of a line end before a cluster, or `nil` where there may be none.
  mutating func penalty(before index: Int) -> Double? {
    let offset = clusters[index].text.lowerBound
    let previousRun = runEnds[run] < offset ? run + 1 : run
    while offset >= runEnds[run] { run += 1 }
    enterWord(at: offset)
    if isAddress, word.lowerBound < offset {
      return isSign(bytes[offset - 1], in: "/.-_?&=") ? BreakPenalty.address : nil
    }
    guard clusters[index].allowsBreakBefore else { return nil }
    let before = looks[min(previousRun, run)].role
    let after = looks[run].role
    if after == .link, bytes[offset] == UInt8(ascii: "[") {
      return closesLabel(offset) ? BreakPenalty.label : nil
    }
    if before == after, Self.unbreakable.contains(after) { return nil }
    guard bytes[offset - 1] == space else { return penaltyInsideWord(offset) }
    guard !isTied(offset) else { return nil }
    if startsWithDash(offset) { return BreakPenalty.dash }
    return before == .venue && after == .venue ? BreakPenalty.venue : 0
  }

  /// Parts that stay on one line.
  private static let unbreakable: Set<Role> = [
    .author, .ownAuthor, .locator, .dates, .contact, .link, .label, .location,
  ]

  /// After a sign inside a word: a hyphen of the text, a dash, a slash.
  private func penaltyInsideWord(_ offset: Int) -> Double? {
    let next = character(at: offset)
    switch character(before: offset) {
    case "-", "‐": return BreakPenalty.hyphen
    case "–", "—":
      return character(before: offset - 3).isNumber ? nil : BreakPenalty.dash
    case "/": return next.isNumber ? nil : BreakPenalty.hyphen
    default: return 0
    }
  }

  // MARK: Words

  private var space: UInt8 { UInt8(ascii: " ") }

  private mutating func enterWord(at offset: Int) {
    guard offset >= word.upperBound || offset < word.lowerBound else { return }
    word = wordStart(offset)..<wordEnd(offset)
    let text = String(decoding: bytes[word], as: UTF8.self)
    isAddress =
      bytes[word].contains(UInt8(ascii: "/")) || text.hasPrefix("www.")
      ? ["http://", "https://", "www.", "doi:", "ftp://"].contains { text.contains($0) }
        || text.contains("doi.org/") || text.hasPrefix("10.")
      : text.hasPrefix("doi:10.")
  }

  private func wordStart(_ offset: Int) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] != space { start -= 1 }
    return start
  }

  private func wordEnd(_ offset: Int) -> Int {
    var end = offset
    while end < bytes.count, bytes[end] != space { end += 1 }
    return end
  }

  private func isSign(_ byte: UInt8, in signs: StaticString) -> Bool {
    signs.withUTF8Buffer { $0.contains(byte) }
  }

  private func startsWithDash(_ offset: Int) -> Bool {
    bytes[offset] == UInt8(ascii: "-")
      || bytes[offset] == 0xE2 && "–—".contains(character(at: offset))
  }

  private func closesLabel(_ offset: Int) -> Bool {
    var end = offset
    while end > 0, bytes[end - 1] == space { end -= 1 }
    return end > 0 && bytes[end - 1] == UInt8(ascii: "]")
  }

  private func character(before offset: Int) -> Character {
    guard offset > 0 else { return " " }
    var start = offset - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self).first ?? " "
  }

  private func character(at offset: Int) -> Character {
    var end = offset + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    guard end <= bytes.count else { return " " }
    return String(decoding: bytes[offset..<end], as: UTF8.self).first ?? " "
  }

  // MARK: Ties

  /// Whether the space before an offset joins what belongs together.
  private func isTied(_ offset: Int) -> Bool {
    var end = offset
    while end > 0, bytes[end - 1] == space { end -= 1 }
    let left = bytes[wordStart(end)..<end]
    let right = bytes[offset..<wordEnd(offset)]
    guard let last = left.last, let first = right.first else { return false }
    // Most words are longer than any that ties, and no number is near.
    let hasDigit = isDigit(last) || isDigit(first) || last >= 0x80
    guard hasDigit || left.count <= 8 else { return false }
    return isTied(String(decoding: left, as: UTF8.self), String(decoding: right, as: UTF8.self))
  }

  private func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  private func isTied(_ left: String, _ right: String) -> Bool {
    guard let last = left.last, let first = right.first else { return false }
    if last == ".", isInitial(left), first.isUppercase { return true }
    if Self.tyingWords.contains(left) { return true }
    if first.isNumber {
      if isAcronym(left), isYear(right) { return true }
      if Self.signsBeforeNumbers.contains(left) { return true }
    }
    return last.isNumber && Self.units.contains(right.withoutSigns)
  }

  private static let tyingWords: Set<String> = [
    "Dr.", "Prof.", "Mr.", "Ms.", "Mrs.", "Mx.", "St.", "Ph.D.", "M.Sc.", "B.Sc.", "M.S.", "B.S.",
    "M.A.", "B.A.", "M.Eng.", "B.Eng.", "vol.", "no.", "pp.", "p.", "Vol.", "No.", "Fig.", "Eq.",
    "a", "A", "I",
  ]
  private static let units: Set<String> = [
    "%", "‰", "km", "km²", "m", "m²", "cm", "mm", "µm", "nm", "kg", "g", "mg", "s", "ms", "min",
    "h", "Hz", "kHz", "MHz", "GHz", "W", "kW", "MW", "kWh", "V", "°C", "K", "kB", "MB", "GB", "TB",
    "PB", "fps", "FPS", "€", "$", "£", "k", "M", "B", "×", "x",
  ]
  private static let signsBeforeNumbers: Set<String> = [
    "€", "$", "£", "§", "№", "×", "x", "~", "≈", "<", ">",
  ]

  /// `J.`, `J.-M.`, also behind a bracket.
  private func isInitial(_ word: String) -> Bool {
    let name = word.drop { "([“‘".contains($0) }
    guard name.last == ".", let first = name.first, first.isUppercase else { return false }
    return name.dropFirst().allSatisfy { $0 == "." || $0 == "-" || $0.isUppercase }
      && name.count <= 5
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
}

extension String {
  /// Without the punctuation at its end.
  fileprivate var withoutSigns: String {
    var end = self[...]
    while let last = end.last, ",.;:)]!?".contains(last) { end.removeLast() }
    return String(end)
  }
}
