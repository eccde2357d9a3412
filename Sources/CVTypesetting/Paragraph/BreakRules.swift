// SPDX-License-Identifier: MIT
import CVLayout

/// Where a line may end, and how unwelcome an end is there.
struct BreakOpportunity: Hashable {
  /// The cluster with which the next line begins; inside a word, the first one not wholly before
  /// the place.
  var cluster: Int
  /// Added to the badness of the line.
  var penalty: Double
  /// The place of the hyphen that the line would end with, as an index of `ShapedText.hyphens`.
  var hyphen: Int?
}

/// Penalties of line ends, on the scale of `LineBreaker`: 100 is as bad as a line should be.
enum BreakPenalty {
  /// After a hyphen of the text: the reader, and text extractors, take it for a division, which
  /// is why it costs more than one.
  static let hyphen = 40.0
  /// In a word, with a hyphen: worth it where a line would else be half empty, or its spaces two
  /// thirds of the way to their limit.
  static let division = 30.0
  /// Between two link labels, which belong together: more than a line costs.
  static let label = 60.0
  /// Before a date behind other words: what stands before it should come with it.
  static let year = 14.0
  /// Before a dash: it belongs to the words before it.
  static let dash = 6.0
  /// Before a word with a colon: what leads to something stands together, as `Reviewer for:`.
  static let colon = 10.0
  /// Inside a name of a journal or conference: before it is better.
  static let venue = 0.5
  /// Inside an award or a status: few words that name one thing.
  static let award = 8.0
  /// Inside an address after a slash, the end of a folder.
  static let address = 10.0
  /// Inside an address after a stop, mostly within its host.
  static let addressStop = 30.0
  /// Inside an address after another sign.
  static let addressSign = 14.0
  /// At a tie, where nothing else fits.
  static let tie = 1000.0
  /// Inside an address after a hyphen, which text extractors take for a division and leave out.
  static let addressHyphen = 200.0
  /// Before the sign of an e-mail address, where nothing else fits.
  static let atSign = 1500.0
  /// After a hyphen in an e-mail address, where nothing else fits: it may be taken for a division.
  static let hyphenInName = 1800.0
  /// Before a stop inside a word, as in the host of an e-mail address, where nothing else fits.
  static let stop = 2000.0
  /// Inside a name that is written without spaces.
  static let insideName = 60.0
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
  // Spaces widen a stretch only where more follows.
  var spaces = 0.0
  var hyphen = 0
  for index in shaped.clusters.indices {
    let first = result.count
    if index > 0, let penalty = rules.penalty(before: index) {
      result.append(BreakOpportunity(cluster: index, penalty: penalty))
    }
    while hyphen < shaped.hyphens.count, shaped.place(ofHyphen: hyphen) == index {
      result.append(
        BreakOpportunity(cluster: index, penalty: BreakPenalty.division, hyphen: hyphen))
      hyphen += 1
    }
    if result.count > first {
      if reach > width {
        result.insert(contentsOf: emergencyBreaks(in: start..<index, inline, shaped), at: first)
      }
      start = index
      reach = 0
      spaces = 0
    }
    if shaped.clusters[index].isSpace {
      spaces += shaped.clusters[index].advance
    } else {
      reach += spaces + shaped.clusters[index].advance
      spaces = 0
    }
  }
  if reach > width {
    result += emergencyBreaks(in: start..<shaped.clusters.count, inline, shaped)
  }
  return result
}

extension ShapedText {
  /// The first cluster that is not wholly before the place of a hyphen.
  fileprivate func place(ofHyphen index: Int) -> Int {
    hyphens[index].beginning.isEmpty ? hyphens[index].resumption : hyphens[index].resumption - 1
  }
}

private func emergencyBreaks(
  in stretch: Range<Int>, _ inline: InlineText, _ shaped: ShapedText
) -> [BreakOpportunity] {
  stretch.dropFirst().filter { !shaped.clusters[$0].isSpace }.map { index in
    let cluster = shaped.clusters[index]
    if cluster.allowsBreakBefore {
      let isBehindHyphen = inline.styled.string(shaped.clusters[index - 1].text) == "-"
      return BreakOpportunity(
        cluster: index, penalty: isBehindHyphen ? BreakPenalty.hyphenInName : BreakPenalty.tie)
    }
    let penalty =
      switch inline.styled.string(cluster.text) {
      case "@": BreakPenalty.atSign
      case ".": BreakPenalty.stop
      default: BreakPenalty.insideWord
      }
    return BreakOpportunity(cluster: index, penalty: penalty)
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
  private var kind = WordKind.plain

  /// Which rule the breaks inside a word follow.
  private enum WordKind {
    case plain
    /// Breaks after its signs only (typography.md, rule 9).
    case address
    /// An e-mail address or a DOI: one name, which only an emergency breaks.
    case name
  }

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
    if kind != .plain, word.lowerBound < offset {
      return kind == .address ? penaltyInsideAddress(offset) : nil
    }
    guard clusters[index].allowsBreakBefore else { return nil }
    let before = looks[min(previousRun, run)].role
    let after = looks[run].role
    if after == .link, bytes[offset] == UInt8(ascii: "[") {
      return closesLabel(offset) ? BreakPenalty.label : nil
    }
    if before == after, after.staysWhole { return nil }
    guard bytes[offset - 1] == space else { return penaltyInsideWord(offset) }
    if isLetterOfVenue(offset) { return nil }
    guard !isTied(offset) || after == .locator else { return nil }
    if startsWithDash(offset) { return BreakPenalty.dash }
    if after == .separator, isSeparator(offset) { return nil }
    if before == .separator, after == .dates { return BreakPenalty.year }
    guard before == after else { return 0 }
    if bytes[word.upperBound - 1] == UInt8(ascii: ":") { return BreakPenalty.colon }
    switch after {
    case .venue: return BreakPenalty.venue
    case .award, .status: return BreakPenalty.award
    default: return 0
    }
  }

  /// After a sign inside a word: a hyphen of the text, a dash, a slash.
  private func penaltyInsideWord(_ offset: Int) -> Double? {
    let next = character(at: offset)
    // A dash between two words ends a line and begins none.
    if next == "–" || next == "—" { return nil }
    switch character(before: offset) {
    case "-", "‐":
      // `J.-M.`
      return character(before: offset - 1) == "." && next.isUppercase ? nil : BreakPenalty.hyphen
    case "–", "—":
      return character(before: offset - 3).isNumber ? nil : BreakPenalty.dash
    case "/": return next.isNumber ? nil : BreakPenalty.hyphen
    default:
      // A name in Han or Kana, with its reading in brackets behind it.
      return looks[run].role == .name && !"（(".contains(next) ? BreakPenalty.insideName : 0
    }
  }

  private func penaltyInsideAddress(_ offset: Int) -> Double? {
    let sign = bytes[offset - 1]
    guard isSign(sign, in: "/.-_?&="), bytes[offset] != UInt8(ascii: "/") else { return nil }
    guard sign != UInt8(ascii: "-") else { return BreakPenalty.addressHyphen }
    if sign == UInt8(ascii: ".") { return BreakPenalty.addressStop }
    guard sign == UInt8(ascii: "/") else { return BreakPenalty.addressSign }
    let isAfterScheme = offset > 1 && bytes[offset - 2] == sign
    return isAfterScheme ? nil : BreakPenalty.address
  }

  // MARK: Words

  private var space: UInt8 { UInt8(ascii: " ") }

  private mutating func enterWord(at offset: Int) {
    guard offset >= word.upperBound || offset < word.lowerBound else { return }
    word = wordStart(offset)..<wordEnd(offset)
    kind = kindOfWord()
  }

  private func kindOfWord() -> WordKind {
    // Few words hold one of these; only of them a text is made.
    guard bytes[word].contains(where: { isSign($0, in: "/@:") }) || isWeb else { return .plain }
    let text = String(decoding: bytes[word].drop { isSign($0, in: "([<") }, as: UTF8.self)
    if text.hasPrefix("doi:10.") || text.hasPrefix("10.") && text.contains("/") { return .name }
    if text.contains("://") || text.hasPrefix("www.") { return .address }
    if text.contains("@") { return text.contains(".") ? .name : .plain }
    // `example.org/ada`: a stop between letters before the first slash.
    let host = text.prefix { $0 != "/" }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    let isHost =
      labels.count > 1 && host.count < text.count
      && labels.allSatisfy { !$0.isEmpty && $0.first?.isLetter ?? false }
    return isHost ? .address : .plain
  }

  /// `A` in `Proceedings of the Society A`: the last word of a venue, which belongs to it.
  private func isLetterOfVenue(_ offset: Int) -> Bool {
    guard looks[run].role == .venue, offset + 1 == runEnds[run] else { return false }
    return 0x41...0x5A ~= bytes[offset]
  }

  private var isWeb: Bool { bytes[word].starts(with: "www.".utf8) }

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

  /// Whether a middle dot or a bar stands alone between two parts: it ends a line and begins none.
  private func isSeparator(_ offset: Int) -> Bool {
    offset < word.upperBound
      && ["·", "|", "•"].contains(String(decoding: bytes[word], as: UTF8.self))
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
    let next = right.endIndex + 1
    guard let last = left.last, let first = right.first else { return false }
    // Most words are none that ties: no abbreviation and no letter, and no number or sign is near.
    let hasSign = isDigit(last) || isDigit(first) || first >= 0x80 || last >= 0x80
    guard
      hasSign || left.count == 1 || last == UInt8(ascii: ".") || isSign(first, in: ":;!?[(x")
    else { return false }
    return areTied(
      String(decoding: left, as: UTF8.self), String(decoding: right, as: UTF8.self),
      before: next < bytes.count && right.count <= 2
        ? String(decoding: bytes[next..<wordEnd(next)], as: UTF8.self) : nil)
  }

  private func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
}

extension Role {
  /// Whether such a part stays on one line.
  fileprivate var staysWhole: Bool {
    switch self {
    case .author, .ownAuthor, .locator, .dates, .contact, .link, .label, .location: true
    default: false
    }
  }
}
