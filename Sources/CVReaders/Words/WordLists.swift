// SPDX-License-Identifier: MIT
import CVModel

/// The words by which texts are understood, of all languages together.
///
/// They are data (`Lists/*.txt`), read once; the lists hold kinds of words (months, degrees,
/// section titles), never a person, an institution or a title of a work.
struct WordLists: Sendable {
  static let all = WordLists()

  private var entries: [String: Entry] = [:]
  private(set) var sectionKinds: [String: SectionKind] = [:]
  /// Names of months to 1…12.
  private(set) var months: [String: Int] = [:]
  private(set) var seasons: [String: PartialDate.Season] = [:]
  private(set) var networks: [Network] = []

  /// What the lists say of a word or a phrase.
  private struct Entry {
    /// The lists that it is an entry of.
    var lists: Lists = []
    /// The lists in which a longer entry begins with it.
    var openings: Lists = []
    /// The most words of an entry that begins with it.
    var longest = 1
  }

  private init() {
    entries.reserveCapacity(4096)
    sectionKinds.reserveCapacity(2048)
    let files = [
      PackageResources.en_txt, PackageResources.de_txt, PackageResources.fr_txt,
      PackageResources.es_txt, PackageResources.pt_txt, PackageResources.zh_txt,
      PackageResources.ja_txt, PackageResources.ko_txt, PackageResources.ar_txt,
      PackageResources.places_txt,
    ]
    for file in files { read(file) }
    networks = Network.read(PackageResources.networks_txt)
  }

  /// Whether a folded text is an entry of one of the lists.
  func contains(_ text: String, in lists: Lists) -> Bool {
    entries[text].map { !$0.lists.isDisjoint(with: lists) } ?? false
  }

  /// The longest entry of a list that the words begin with, as a number of words.
  func match(_ words: ArraySlice<String>, in list: Lists) -> Int? {
    guard let first = words.first, let entry = entries[first] else { return nil }
    if !entry.openings.isDisjoint(with: list) {
      for count in stride(from: min(entry.longest, words.count), through: 2, by: -1)
      where contains(words.prefix(count).joined(separator: " "), in: list) {
        return count
      }
    }
    return entry.lists.isDisjoint(with: list) ? nil : 1
  }

  /// Whether an entry of a list begins with a word.
  func begins(with word: String, in list: Lists) -> Bool {
    entries[word].map { !$0.lists.union($0.openings).isDisjoint(with: list) } ?? false
  }

  /// Whether an entry of one of the lists stands anywhere among the words.
  func occurs(_ lists: Lists, in words: [String]) -> Bool {
    words.indices.contains { match(words[$0...], in: lists) != nil }
  }

  /// All lists of which an entry stands anywhere among the words.
  func lists(in words: [String]) -> Lists {
    var found: Lists = []
    for index in words.indices {
      guard let entry = entries[words[index]] else { continue }
      found.formUnion(entry.lists)
      let longest = min(entry.longest, words.count - index)
      guard longest > 1, !entry.openings.isSubset(of: found) else { continue }
      for count in 2...longest {
        let phrase = words[index..<index + count].joined(separator: " ")
        if let longer = entries[phrase] { found.formUnion(longer.lists) }
      }
    }
    return found
  }
}

/// A set of the lists in the files.
struct Lists: OptionSet {
  let rawValue: UInt32

  static let qualifiers = Lists(rawValue: 1 << 0)
  static let present = Lists(rawValue: 1 << 1)
  static let since = Lists(rawValue: 1 << 2)
  static let range = Lists(rawValue: 1 << 3)
  static let expected = Lists(rawValue: 1 << 4)
  static let connective = Lists(rawValue: 1 << 5)
  static let role = Lists(rawValue: 1 << 6)
  static let degree = Lists(rawValue: 1 << 7)
  static let organisation = Lists(rawValue: 1 << 8)
  static let supervision = Lists(rawValue: 1 << 9)
  static let abbreviation = Lists(rawValue: 1 << 10)
  static let country = Lists(rawValue: 1 << 11)
  static let region = Lists(rawValue: 1 << 12)
  static let city = Lists(rawValue: 1 << 13)
  static let remote = Lists(rawValue: 1 << 14)
  static let publicationAward = Lists(rawValue: 1 << 15)
  static let publicationStatus = Lists(rawValue: 1 << 16)
  static let publicationGenre = Lists(rawValue: 1 << 17)
  static let equalContribution = Lists(rawValue: 1 << 18)
  static let correspondingAuthor = Lists(rawValue: 1 << 19)
  static let advisingRole = Lists(rawValue: 1 << 20)
  static let linkLabel = Lists(rawValue: 1 << 21)
  static let homepageMatter = Lists(rawValue: 1 << 22)
  static let peopleTitle = Lists(rawValue: 1 << 23)
  static let awardOpening = Lists(rawValue: 1 << 24)
  static let awardSubject = Lists(rawValue: 1 << 25)

  /// The list of a title in the files; `nil` for one that no reader asks for.
  init?(title: String) {
    guard let list = Self.titles[title] else { return nil }
    self = list
  }

  init(rawValue: UInt32) { self.rawValue = rawValue }

  private static let titles: [String: Lists] = [
    "qualifiers": .qualifiers, "present": .present, "since": .since, "range": .range,
    "expected": .expected, "connective": .connective, "role": .role, "degree": .degree,
    "organisation": .organisation, "supervision": .supervision, "abbreviation": .abbreviation,
    "country": .country, "region": .region, "city": .city, "remote": .remote,
    "publication award": .publicationAward, "publication status": .publicationStatus,
    "publication genre": .publicationGenre, "equal contribution": .equalContribution,
    "corresponding author": .correspondingAuthor, "advising role": .advisingRole,
    "link label": .linkLabel, "homepage matter": .homepageMatter, "people title": .peopleTitle,
    "award opening": .awardOpening, "award subject": .awardSubject,
  ]
}

// MARK: Reading the files

extension WordLists {
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
    entries[entry, default: Entry()].lists.formUnion(list)
    guard let space = entry.utf8.firstIndex(of: UInt8(ascii: " ")) else { return }
    let first = String(entry[..<space])
    let words = 1 + entry.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: " ") ? 1 : 0) }
    entries[first, default: Entry()].openings.formUnion(list)
    entries[first, default: Entry()].longest = max(entries[first]?.longest ?? 1, words)
  }
}

/// A site on which people have a page of their own.
struct Network: Hashable, Sendable {
  var name: String
  /// The keys under which settings files hold it.
  var keys: [String]
  /// With `{}` for the user's name; empty where there is no one address.
  var address: String
  var hosts: [String]

  /// The address of a value that is a user name or already an address.
  func url(of value: String) -> String? {
    if value.contains("://") { return value }
    if hosts.contains(where: { value.hasPrefix($0) || value.hasPrefix("www." + $0) }) {
      return "https://" + value
    }
    guard !address.isEmpty else { return nil }
    let user = value.hasPrefix("@") ? String(value.dropFirst()) : value
    return address.split(separator: "{}", omittingEmptySubsequences: false)
      .joined(separator: user)
  }

  fileprivate static func read(_ file: [UInt8]) -> [Network] {
    file.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard line.first != UInt8(ascii: "#") else { return nil }
      let parts = line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
      guard parts.count == 4 else { return nil }
      return Network(
        name: trimmed(parts[0]), keys: list(parts[1]), address: trimmed(parts[2]),
        hosts: list(parts[3]))
    }
  }

  private static func list(_ text: ArraySlice<UInt8>) -> [String] {
    text.split(separator: UInt8(ascii: ",")).map(trimmed).filter { !$0.isEmpty }
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> String {
    var view = text.drop { $0 == UInt8(ascii: " ") }
    while view.last == UInt8(ascii: " ") { view.removeLast() }
    return String(decoding: view, as: UTF8.self)
  }
}
