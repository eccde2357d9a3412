// SPDX-License-Identifier: MIT
import CVModel

/// The words by which texts are understood, of all languages together.
///
/// They are data (`Lists/*.txt`), read once; the lists hold kinds of words (months, degrees,
/// section titles), never a person, an institution or a title of a work.
struct WordLists: Sendable {
  static let all = WordLists()

  private var lists: [List: Set<String>] = [:]
  /// For each list, the first word of every entry, with the most words an entry has.
  private var starts: [List: [String: Int]] = [:]
  private(set) var sectionKinds: [String: SectionKind] = [:]
  /// Names of months to 1…12.
  private(set) var months: [String: Int] = [:]
  private(set) var seasons: [String: PartialDate.Season] = [:]
  private(set) var networks: [Network] = []

  /// The name of a list in the files.
  enum List: String, CaseIterable, Sendable {
    case qualifiers, present, since, range, expected, connective, role, degree, organisation
    case supervision, abbreviation, country, region, city, remote
    case publicationAward = "publication award"
    case publicationStatus = "publication status"
    case publicationGenre = "publication genre"
    case equalContribution = "equal contribution"
    case correspondingAuthor = "corresponding author"
    case advisingRole = "advising role"
    case linkLabel = "link label"
    case homepageMatter = "homepage matter"
    case peopleTitle = "people title"
  }

  private init() {
    let files = [
      PackageResources.en_txt, PackageResources.de_txt, PackageResources.fr_txt,
      PackageResources.es_txt, PackageResources.pt_txt, PackageResources.zh_txt,
      PackageResources.ja_txt, PackageResources.ko_txt, PackageResources.ar_txt,
      PackageResources.places_txt,
    ]
    for file in files { read(file) }
    networks = Network.read(PackageResources.networks_txt)
  }

  /// Whether a folded text is an entry of a list.
  func contains(_ text: String, in list: List) -> Bool { lists[list]?.contains(text) ?? false }

  /// The longest entry of a list that the words begin with, as a number of words.
  func match(_ words: ArraySlice<String>, in list: List) -> Int? {
    guard let first = words.first, let longest = starts[list]?[first] else { return nil }
    for count in stride(from: min(longest, words.count), through: 1, by: -1)
    where contains(words.prefix(count).joined(separator: " "), in: list) {
      return count
    }
    return nil
  }

  /// Whether an entry of a list begins with a word.
  func begins(with word: String, in list: List) -> Bool { starts[list]?[word] != nil }

  /// Whether an entry of a list stands anywhere among the words.
  func occurs(_ list: List, in words: [String]) -> Bool {
    words.indices.contains { match(words[$0...], in: list) != nil }
  }
}

// MARK: Reading the files

extension WordLists {
  private mutating func read(_ file: [UInt8]) {
    var title = ""
    for line in file.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let text = String(decoding: line, as: UTF8.self)
      if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
        title = String(text[text.index(after: text.startIndex)..<end])
      } else if title == "months" {
        readMonth(text)
      } else if title == "seasons" {
        readSeason(text)
      } else {
        for entry in text.split(separator: ",") { add(folded(entry), to: title) }
      }
    }
  }

  private mutating func readMonth(_ line: String) {
    let words = line.split(separator: " ")
    guard let first = words.first, let number = Int(first) else { return }
    for word in words.dropFirst() { months[folded(word)] = number }
  }

  private mutating func readSeason(_ line: String) {
    let words = line.split(separator: " ")
    guard let first = words.first, let season = PartialDate.Season(rawValue: String(first)) else {
      return
    }
    for word in words.dropFirst() { seasons[folded(word)] = season }
  }

  private mutating func add(_ entry: String, to title: String) {
    guard !entry.isEmpty else { return }
    if title.hasPrefix("section ") {
      let kind = SectionKind(rawValue: String(title.dropFirst("section ".count)))
      if let kind, sectionKinds[entry] == nil { sectionKinds[entry] = kind }
    } else if let list = List(rawValue: title) {
      lists[list, default: []].insert(entry)
      let words = entry.split(separator: " ")
      guard let first = words.first else { return }
      let longest = starts[list]?[String(first)] ?? 0
      starts[list, default: [:]][String(first)] = max(longest, words.count)
    }
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
      let parts = String(decoding: line, as: UTF8.self).split(
        separator: "|", omittingEmptySubsequences: false
      ).map { trimmed($0) }
      guard parts.count == 4 else { return nil }
      return Network(
        name: parts[0], keys: parts[1].split(separator: ",").map(trimmed), address: parts[2],
        hosts: parts[3].split(separator: ",").map(trimmed))
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
