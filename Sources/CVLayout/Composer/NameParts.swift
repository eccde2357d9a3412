// SPDX-License-Identifier: MIT
import CVModel

/// A person's name in the parts that styles of references put in order.
struct NameParts {
  /// Names and initials before the family's.
  private var given: [String]
  /// With its particles: `van der Roe`.
  private var family: String
  /// `Jr.`, `III`.
  private var suffix: String?

  /// - Returns: `nil` for a name that stays as it is written: of a body, of one word, or in a
  ///   writing without capitals, whose order is its own.
  init?(_ author: Author) {
    var name = author.name
    guard author.family != name, name.contains(where: \.isCased), !Self.isBody(name) else {
      return nil
    }
    (name, suffix) = Self.withoutSuffix(name)
    if let known = author.family, name.hasSuffix(" " + known) {
      given = Self.words(name.dropLast(known.count))
      family = known
    } else if let comma = name.firstIndex(of: ",") {
      family = String(name[..<comma])
      given = Self.words(name[comma...].dropFirst())
    } else {
      let words = Self.words(name)
      guard words.count > 1 else { return nil }
      if let last = words.last, Self.areInitials(last),
        !words.dropLast().contains(where: Self.isShort)
      {
        family = words.dropLast().joined(separator: " ")
        given = last.map { "\($0)." }
      } else {
        let start = Self.startOfFamily(words)
        given = Array(words[..<start])
        family = words[start...].joined(separator: " ")
      }
    }
    guard !given.isEmpty, !family.isEmpty else { return nil }
  }

  /// The name in a form.
  func text(as form: ReferenceStyle.Form) -> String {
    let given = self.given.joined(separator: " ")
    return switch form {
    case .written: [given, family].joined(separator: " ") + (suffix.map { ", " + $0 } ?? "")
    case .initialsFamily: "\(initials) \(family)" + (suffix.map { ", " + $0 } ?? "")
    case .familyInitials: "\(family), \(initials)" + (suffix.map { ", " + $0 } ?? "")
    case .familyGiven: "\(family), \(given)" + (suffix.map { ", " + $0 } ?? "")
    }
  }

  /// `Ada Beth` is `A. B.`, `Jean-Luc` is `J.-L.`.
  private var initials: String {
    given.flatMap { word -> [String] in
      if word.allSatisfy({ $0.isUppercase }), word.count < 4 { return word.map { "\($0)." } }
      let halves = word.split(separator: "-").map { half in
        half.split(separator: ".").compactMap { $0.first(where: \.isLetter) }
          .map { $0.uppercased() + "." }.joined(separator: " ")
      }
      return [halves.filter { !$0.isEmpty }.joined(separator: "-")]
    }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  // MARK: Cutting

  private static func words(_ text: some StringProtocol) -> [String] {
    text.split { $0.isWhitespace }.map { String($0) }
  }

  /// The last word, with the particles before it; “y” joins two names of a family.
  private static func startOfFamily(_ words: [String]) -> Int {
    var start = words.count - 1
    while start > 1, words[start - 1].first?.isLowercase == true {
      start -= ["y", "i"].contains(words[start - 1]) && start > 2 ? 2 : 1
    }
    return start
  }

  private static func withoutSuffix(_ name: String) -> (String, String?) {
    var words = words(name)
    guard words.count > 2, let last = words.last, suffixes.contains(last) else {
      return (name, nil)
    }
    words.removeLast()
    let rest = words.joined(separator: " ")
    return (rest.last == "," ? String(rest.dropLast()) : rest, last)
  }

  private static let suffixes: Set<String> = ["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"]

  /// `AB` behind the name of a family.
  private static func areInitials(_ word: String) -> Bool {
    word.count < 4 && word.allSatisfy { $0.isUppercase }
  }

  /// `A.`: the name of a family then stands behind it.
  private static func isShort(_ word: String) -> Bool { word.contains(".") || word.count == 1 }

  private static func isBody(_ name: String) -> Bool {
    words(name).contains { bodies.contains($0.lowercased()) }
  }

  /// Words that no person is called by.
  private static let bodies: Set<String> = [
    "association", "center", "centre", "collaboration", "committee", "community", "company",
    "consortium", "council", "foundation", "group", "initiative", "institute", "laboratory",
    "network", "organisation", "organization", "project", "society", "team", "university",
    "working", "inc.", "ltd", "ltd.",
  ]
}
