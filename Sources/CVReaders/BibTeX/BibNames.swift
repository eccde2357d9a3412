// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

/// The names of a field of authors, in the order in which people say them.
///
/// `von Roe, Jr, Ada` is Ada von Roe, Jr; a name in braces of its own stays whole.
struct BibNames {
  private(set) var authors: [Author] = []

  init(_ field: BibField) {
    var source = field.parts.first ?? EditedText(SourceFile(name: "", text: []), id: FileID(0))
    if field.parts.count > 1 {
      // Parts that were joined have no common place; names need none.
      source = EditedText(SourceFile(name: "", text: field.raw), id: FileID(0))
    }
    let scan = BraceScan(source.bytes)
    for range in scan.split(0..<scan.count, at: scan.ands) {
      if let author = Self.author(source, scan, scan.trimmed(range)) { authors.append(author) }
    }
  }

  private static func author(
    _ source: EditedText, _ scan: BraceScan, _ range: Range<Int>
  ) -> Author? {
    let whole = text(source, range)
    guard whole.text.contains(where: { $0.isLetter }) || whole.text.contains("…") else {
      return nil
    }
    if ["…", "..."].contains(whole.text) || WordLists.all.contains(folded(whole.text), in: .elision)
    {
      return .elision
    }
    let parts = scan.split(range, at: scan.commas(in: range).map { $0..<$0 + 1 })
      .map { text(source, scan.trimmed($0)) }
    var author = named(parts)
    let isBody = scan.isBraced(range)
    author.family = isBody ? author.name : parts.count > 1 ? parts[0].text.trimmingSpaces() : nil
    author.isOwner = whole.isWholly(.strong)
    if author.name.hasPrefix("family=") || author.name.contains("given=") {
      author.name = extended(whole.text)
      author.family = nil
    }
    return author
  }

  private static func named(_ parts: [RichText]) -> Author {
    let order: [RichText] =
      switch parts.count {
      case 2: [parts[1], parts[0]]
      case 3...: [parts[2], parts[0]] + parts[3...]
      default: parts
      }
    var signs = ""
    let words = order.map { part -> String in
      var name = part.text
      while let last = name.last, "*†‡§".contains(last) {
        signs.append(name.removeLast())
        name = name.trimmingSpaces()
      }
      return name.trimmingSpaces()
    }
    var author = Author(words.filter { !$0.isEmpty }.joined(separator: " "))
    if parts.count >= 3, !parts[1].isEmpty { author.name += ", " + parts[1].text }
    author.contributedEqually = signs.contains("*")
    author.isCorresponding = signs.contains("†")
    return author
  }

  /// biblatex's `family=Roe, given=Ada, prefix=von`.
  private static func extended(_ text: String) -> String {
    var values: [String: String] = [:]
    for pair in text.split(separator: ",") {
      let halves = pair.split(separator: "=", maxSplits: 1).map { String($0).trimmingSpaces() }
      if halves.count == 2 { values[halves[0]] = halves[1] }
    }
    return ["given", "prefix", "family", "suffix"].compactMap { values[$0] }
      .joined(separator: " ")
  }

  private static func text(_ source: EditedText, _ range: Range<Int>) -> RichText {
    LaTeXText(source.slice(range)).text.collapsed()
  }
}

/// Bytes with the depth of braces, for cutting where there are none.
private struct BraceScan {
  private let bytes: [UInt8]
  private let depths: [Int32]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var depth: Int32 = 0
    depths = bytes.map { byte in
      if byte == UInt8(ascii: "}") { depth -= 1 }
      defer { if byte == UInt8(ascii: "{") { depth += 1 } }
      return depth
    }
  }

  var count: Int { bytes.count }

  /// The words “and” outside of braces.
  var ands: [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 1
    while index + 3 < bytes.count {
      let isWord =
        bytes[index] | 0x20 == 0x61 && bytes[index + 1] | 0x20 == 0x6E
        && bytes[index + 2] | 0x20 == 0x64 && depths[index] <= 0
      if isWord, isBlank(bytes[index - 1]), isBlank(bytes[index + 3]) {
        found.append(index - 1..<index + 4)
        index += 3
      } else {
        index += 1
      }
    }
    return found
  }

  func commas(in range: Range<Int>) -> [Int] {
    range.filter { bytes[$0] == UInt8(ascii: ",") && depths[$0] <= 0 }
  }

  /// The parts of a range between separators.
  func split(_ range: Range<Int>, at separators: [Range<Int>]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for separator in separators where separator.lowerBound >= start {
      parts.append(start..<separator.lowerBound)
      start = separator.upperBound
    }
    return parts + [start..<max(start, range.upperBound)]
  }

  /// Whether one pair of braces holds the whole of a range.
  func isBraced(_ range: Range<Int>) -> Bool {
    guard range.count > 2, bytes[range.lowerBound] == UInt8(ascii: "{"),
      bytes[range.upperBound - 1] == UInt8(ascii: "}")
    else { return false }
    let depth = depths[range.lowerBound]
    return range.dropFirst().dropLast().allSatisfy { depths[$0] > depth }
  }

  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, isBlank(bytes[low]) { low += 1 }
    while high > low, isBlank(bytes[high - 1]) { high -= 1 }
    return low..<high
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }
}
