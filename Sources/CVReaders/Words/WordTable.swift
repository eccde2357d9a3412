// SPDX-License-Identifier: MIT
import CVModel

/// The entries of some word lists, as they stand in the files.
///
/// Every run reads the files, so an entry costs a hash of its bytes and no text of its own: a
/// lookup compares hashes of 64 bits (FNV-1a, Fowler, Noll and Vo). Among 2^15 entries, a word that
/// is none is taken for one once in 2^49 words.
struct WordTable: Sendable {
  /// What the lists say of a word or a phrase; small, since there are many.
  struct Entry {
    /// The lists that it is an entry of, and those of parts of compounds that it is one of.
    var lists: Lists = []
    /// The lists in which a longer entry begins with it.
    var openings: Lists = []
    /// The most words of an entry that begins with it.
    var longest: UInt8 = 1
    /// What a section of this title holds.
    var sectionKind: SectionKind?
    /// The languages that have it as the title of a section: bits by the numbers of the files.
    var titleLanguages: UInt16 = 0
    /// 1…12.
    var month: UInt8?
    var season: PartialDate.Season?

    /// What compounds are that end with it.
    var ending: Lists { lists.intersection(.endings) }

    /// Whether an entry of a list begins with it.
    func begins(_ list: Lists) -> Bool { !lists.union(openings).isDisjoint(with: list) }
  }

  private var entries: [Entry] = []
  /// The hashes of the entries.
  private var hashes: [UInt64] = []
  /// The numbers of entries plus one, by the low bits of their hashes; the next one where a place
  /// is taken.
  private var slots: [UInt16]
  /// The last three bytes of the endings: most words end otherwise.
  private var tails: Set<UInt32> = []
  /// The long titles of sections that are one word, in which a slip can be told from another word.
  private var longTitles: [(word: String, kind: SectionKind)] = []

  init(files: [[UInt8]]) {
    slots = Array(repeating: 0, count: Self.slotCount)
    entries.reserveCapacity(Self.slotCount / 2)
    hashes.reserveCapacity(Self.slotCount / 2)
    for (number, file) in files.enumerated() { read(file, number: number) }
  }

  /// A power of two, and at least twice the entries of one table.
  private static let slotCount = 1 << 15

  /// What the lists say of a folded text.
  subscript(text: String) -> Entry? {
    var text = text
    return text.withUTF8 { self[folded: $0] }
  }

  /// What the lists say of a folded text in UTF-8.
  subscript(folded bytes: some Sequence<UInt8>) -> Entry? {
    let place = place(of: Hash(of: bytes).value)
    return slots[place] == 0 ? nil : entries[Int(slots[place]) - 1]
  }

  /// Whether a compound might end with a known part.
  func mayEndCompound(_ word: String) -> Bool {
    Self.tail(of: word.utf8).map(tails.contains) ?? false
  }

  /// The kind of the first long title that is a word but for a slip behind the first letter.
  func sectionKind(near word: String, where isWanted: (SectionKind) -> Bool) -> SectionKind? {
    longTitles.first { title in
      title.word.utf8.first == word.utf8.first && abs(title.word.utf8.count - word.utf8.count) <= 4
        && isWanted(title.kind) && differByASlip(title.word, word)
    }?.kind
  }

  private static func tail(of word: some BidirectionalCollection<UInt8>) -> UInt32? {
    let bytes = word.suffix(3)
    return bytes.count == 3 ? bytes.reduce(0) { $0 << 8 | UInt32($1) } : nil
  }

  /// The slot that holds a hash, or the free one that it would take.
  private func place(of hash: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: hash) & (Self.slotCount - 1)
    while slots[place] != 0, hashes[Int(slots[place]) - 1] != hash {
      place = (place + 1) & (Self.slotCount - 1)
    }
    return place
  }

  /// The number of the entry with a hash, which is made if it is not there.
  private mutating func number(of hash: UInt64) -> Int {
    let place = place(of: hash)
    if slots[place] == 0 {
      precondition(entries.count < Self.slotCount / 2, "the table of words is too small")
      entries.append(Entry())
      hashes.append(hash)
      slots[place] = UInt16(entries.count)
    }
    return Int(slots[place]) - 1
  }
}

/// The hash of some bytes, FNV-1a with 64 bits.
private struct Hash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  init(of bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }
}

/// Whether two words differ by one letter too many, too few or other than it should be, or by the
/// order of two neighbours.
private func differByASlip(_ first: String, _ second: String) -> Bool {
  let one = Array(first.unicodeScalars)
  let other = Array(second.unicodeScalars)
  let start = zip(one, other).prefix { $0 == $1 }.count
  let ends = (one[start...], other[start...])
  let tail = zip(ends.0.reversed(), ends.1.reversed()).prefix { $0 == $1 }.count
  let differing = (ends.0.dropLast(tail), ends.1.dropLast(tail))
  if max(differing.0.count, differing.1.count) == 1 { return true }
  return differing.0.count == 2 && differing.0.elementsEqual(differing.1.reversed())
}

// MARK: Reading the files

extension WordTable {
  /// What the lines below a title of a file are.
  private enum Group {
    case list(Lists)
    case section(SectionKind)
    case months, seasons, unknown

    init(title: String) {
      switch title {
      case "months": self = .months
      case "seasons": self = .seasons
      default:
        let kind = title.hasPrefix("section ") ? String(title.dropFirst("section ".count)) : ""
        self =
          SectionKind(rawValue: kind).map { .section($0) }
          ?? Lists(title: title).map { .list($0) } ?? .unknown
      }
    }
  }

  private mutating func read(_ file: [UInt8], number: Int) {
    file.withUnsafeBufferPointer { bytes in
      var group = Group.unknown
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        let line = bytes[start..<end]
        start = end + 1
        switch line.first {
        case UInt8(ascii: "#"): continue
        case UInt8(ascii: "["):
          group = Group(title: String(decoding: line.dropFirst().dropLast(), as: UTF8.self))
        default: read(line, in: group, language: 1 << number)
        }
      }
    }
  }

  private mutating func read(
    _ line: Slice<UnsafeBufferPointer<UInt8>>, in group: Group, language: UInt16
  ) {
    switch group {
    case .list(let list):
      forEachPart(of: line, parted: UInt8(ascii: ",")) { $0.add($1, to: list) }
    case .section(let kind):
      forEachPart(of: line, parted: UInt8(ascii: ",")) { table, entry in
        let number = table.number(of: Hash(of: entry).value)
        // The first language that has a title decides.
        if table.entries[number].sectionKind == nil { table.entries[number].sectionKind = kind }
        table.entries[number].titleLanguages |= language
        if entry.count >= 8, !entry.contains(UInt8(ascii: " ")) {
          table.longTitles.append((String(decoding: entry, as: UTF8.self), kind))
        }
      }
    case .months:
      let words = Self.words(in: line)
      guard let month = words.first.flatMap({ UInt8($0) }) else { return }
      for word in words.dropFirst() { entries[number(of: Hash(of: word.utf8).value)].month = month }
    case .seasons:
      let words = Self.words(in: line)
      guard let season = words.first.flatMap({ PartialDate.Season(rawValue: $0) }) else { return }
      for word in words.dropFirst() {
        entries[number(of: Hash(of: word.utf8).value)].season = season
      }
    case .unknown: break
    }
  }

  /// Visits the parts of a line without the spaces before them; the files hold them folded.
  private mutating func forEachPart(
    of line: Slice<UnsafeBufferPointer<UInt8>>, parted sign: UInt8,
    _ visit: (inout WordTable, Slice<UnsafeBufferPointer<UInt8>>) -> Void
  ) {
    var start = line.startIndex
    while start < line.endIndex {
      let end = line[start...].firstIndex(of: sign) ?? line.endIndex
      let part = line[start..<end].drop { $0 == UInt8(ascii: " ") }
      if !part.isEmpty { visit(&self, part) }
      start = end + 1
    }
  }

  /// The words of a line; an underscore joins the words of one name.
  private static func words(in line: Slice<UnsafeBufferPointer<UInt8>>) -> [String] {
    line.split(separator: UInt8(ascii: " ")).map { word in
      String(decoding: word.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }, as: UTF8.self)
    }
  }

  private mutating func add(_ entry: Slice<UnsafeBufferPointer<UInt8>>, to list: Lists) {
    let whole = number(of: Hash(of: entry).value)
    entries[whole].lists.formUnion(list)
    if !list.isDisjoint(with: .endings) {
      if let tail = Self.tail(of: entry) { tails.insert(tail) }
      return
    }
    guard let space = entry.firstIndex(of: UInt8(ascii: " ")) else { return }
    let words = 1 + entry.reduce(0) { $0 + ($1 == UInt8(ascii: " ") ? 1 : 0) }
    let first = number(of: Hash(of: entry[..<space]).value)
    entries[first].openings.formUnion(list)
    entries[first].longest = max(entries[first].longest, UInt8(clamping: words))
  }
}
