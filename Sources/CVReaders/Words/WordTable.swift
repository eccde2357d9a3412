// SPDX-License-Identifier: MIT
import CVModel

/// The entries of some word lists, as they stand in the files.
struct WordTable: Sendable {
  private(set) var entries: [String: Entry] = [:]
  private(set) var sectionKinds: [String: SectionKind] = [:]
  /// Names of months to 1…12.
  private(set) var months: [String: Int] = [:]
  private(set) var seasons: [String: PartialDate.Season] = [:]
  /// Last parts of compounds, with what the compounds are.
  private(set) var endings: [String: Lists] = [:]
  /// The last three bytes of the endings: most words end otherwise.
  private var tails: Set<UInt32> = []

  /// What the lists say of a word or a phrase.
  struct Entry {
    /// The lists that it is an entry of.
    var lists: Lists = []
    /// The lists in which a longer entry begins with it.
    var openings: Lists = []
    /// The most words of an entry that begins with it.
    var longest = 1
  }

  init(files: [[UInt8]]) {
    entries.reserveCapacity(8192)
    sectionKinds.reserveCapacity(4096)
    for file in files { read(file) }
  }

  /// Whether a compound might end with a known part.
  func mayEndCompound(_ word: String) -> Bool {
    Self.tail(of: word).map(tails.contains) ?? false
  }

  private static func tail(of word: String) -> UInt32? {
    let bytes = word.utf8.suffix(3)
    return bytes.count == 3 ? bytes.reduce(0) { $0 << 8 | UInt32($1) } : nil
  }
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

  private mutating func read(_ file: [UInt8]) {
    var group = Group.unknown
    for line in file.split(separator: UInt8(ascii: "\n")) {
      switch line.first {
      case UInt8(ascii: "#"): continue
      case UInt8(ascii: "["):
        group = Group(title: String(decoding: line.dropFirst().dropLast(), as: UTF8.self))
      default: read(line, in: group)
      }
    }
  }

  private mutating func read(_ line: ArraySlice<UInt8>, in group: Group) {
    switch group {
    case .list(let list):
      for entry in Self.entries(in: line) { add(entry, to: list) }
    case .section(let kind):
      // The first language that has a title decides.
      for entry in Self.entries(in: line) where sectionKinds[entry] == nil {
        sectionKinds[entry] = kind
      }
    case .months:
      let words = Self.words(in: line)
      guard let number = words.first.flatMap({ Int($0) }) else { return }
      for word in words.dropFirst() { months[word] = number }
    case .seasons:
      let words = Self.words(in: line)
      guard let season = words.first.flatMap({ PartialDate.Season(rawValue: $0) }) else { return }
      for word in words.dropFirst() { seasons[word] = season }
    case .unknown: break
    }
  }

  /// The entries of a line; the files hold them folded.
  private static func entries(in line: ArraySlice<UInt8>) -> [String] {
    line.split(separator: UInt8(ascii: ",")).compactMap { part in
      let entry = part.drop { $0 == UInt8(ascii: " ") }
      return entry.isEmpty ? nil : String(decoding: entry, as: UTF8.self)
    }
  }

  private static func words(in line: ArraySlice<UInt8>) -> [String] {
    line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
  }

  private mutating func add(_ entry: String, to list: Lists) {
    if !list.isDisjoint(with: [.roleEnding, .organisationEnding, .degreeEnding]) {
      endings[entry, default: []].formUnion(list)
      if let tail = Self.tail(of: entry) { tails.insert(tail) }
      return
    }
    entries[entry, default: Entry()].lists.formUnion(list)
    guard let space = entry.utf8.firstIndex(of: UInt8(ascii: " ")) else { return }
    let first = String(entry[..<space])
    let words = 1 + entry.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: " ") ? 1 : 0) }
    entries[first, default: Entry()].openings.formUnion(list)
    entries[first, default: Entry()].longest = max(entries[first]?.longest ?? 1, words)
  }
}
