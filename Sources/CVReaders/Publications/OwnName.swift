// SPDX-License-Identifier: MIT
import CVModel

/// The forms under which the owner of a profile signs her works.
///
/// Knows `Roe, A. M.`, `A. M. Roe`, `Roe AM`, `Ada Roe`, `Roe Ada` and a name in Chinese, Japanese
/// or Korean letters, of her name and of each alias.
struct OwnName {
  private let forms: [Form]

  /// A name cut into what may stand in any order: words, or letters without spaces.
  private struct Form {
    var family: String
    /// The given names in their order.
    var given: [String]
  }

  /// - Parameter names: The name, perhaps with its other form in brackets, and the aliases.
  init(_ names: [String]) {
    forms = names.flatMap(Self.parts).flatMap { name in
      [Self.form(name), Self.formOfTwoFamilyNames(name)].compactMap { $0 }
        + Self.formsOfHalves(name)
    }
  }

  var isEmpty: Bool { forms.isEmpty }

  /// Whether an author may be the owner.
  func matches(_ author: String) -> Bool {
    Self.parts(of: author).compactMap(Self.form).contains { author in
      forms.contains { Self.agree($0, author) }
    }
  }

  /// Marks the owner among the authors of the works.
  ///
  /// Her name tells her first. Emphasis tells which of two authors is she, and finds her under a
  /// name that nobody knows, unless it is that of others: `<u>` around the names of students.
  func mark(_ works: inout [Publication]) {
    let own = works.map { work in
      work.authors.indices.filter { matches(work.authors[$0].name) }
    }
    let isOfOthers = zip(works, own).contains { work, own in
      own.count == 1 && !work.authors[own[0]].isOwner && work.authors.contains(where: \.isOwner)
    }
    for (index, own) in own.enumerated() {
      let isKnown = own.count == 1 || own.contains { works[index].authors[$0].isOwner }
      guard isKnown || isOfOthers else { continue }
      for author in works[index].authors.indices {
        works[index].authors[author].isOwner =
          own.contains(author) && (own.count == 1 || works[index].authors[author].isOwner)
      }
    }
  }

  /// A name and its other form: `Ada Roe (罗伊)`.
  private static func parts(of name: String) -> [String] {
    name.unicodeScalars.split { "()（）/[]".unicodeScalars.contains($0) }.map { String($0) }
  }

  private static func form(_ name: String) -> Form? {
    if name.unicodeScalars.allSatisfy({ isCJK($0) || $0 == "·" || isSpace($0) }) {
      let letters = name.filter { !$0.isWhitespace }
      return letters.isEmpty ? nil : Form(family: letters, given: [])
    }
    let halves = name.split(separator: ",", maxSplits: 1).map(words)
    if halves.count == 2, let family = halves.first, !family.isEmpty {
      return Form(family: family.joined(separator: " "), given: halves[1])
    }
    let words = Self.words(in: name[...])
    guard words.count >= 2 else { return nil }
    // `Roe AM`, `Roe A.`: the initials stand behind, in capitals.
    let tail = name.split(separator: " ").last.map(String.init) ?? ""
    let initials = tail.filter { $0 != "." }
    let isShort = initials.count <= 3 && initials.allSatisfy(\.isUppercase)
    if isShort, initials == tail || words.count == initials.count + 1 {
      return Form(
        family: words.dropLast(initials == tail ? 1 : initials.count).joined(separator: " "),
        given: initials.lowercased().map(String.init))
    }
    // A double name is one: `Ada Roe-Moe`.
    let last = tail.split(separator: ".").last.map(Self.words) ?? []
    guard !last.isEmpty, last.count < words.count else { return nil }
    return Form(
      family: last.joined(separator: " "), given: Array(words.dropLast(last.count)))
  }

  /// `Ada van Roe`, `Ada Roe-Poe`: a family name of two words.
  private static func formOfTwoFamilyNames(_ name: String) -> Form? {
    let words = Self.words(in: name[...])
    guard words.count >= 3, !name.contains(",") else { return nil }
    return Form(
      family: words.suffix(2).joined(separator: " "), given: Array(words.dropLast(2)))
  }

  /// `Ada Roe-Poe`: under either of her two family names.
  private static func formsOfHalves(_ name: String) -> [Form] {
    guard !name.contains(","), let last = name.split(separator: " ").last else { return [] }
    let halves = last.split { "-‐‑".contains($0) }.map { folded(String($0)) }
    let given = words(in: name.dropLast(last.count))
    guard halves.count == 2, halves.allSatisfy({ $0.count > 2 }), !given.isEmpty else { return [] }
    return halves.map { Form(family: $0, given: given) }
  }

  /// The words of a name, folded; initials that touch are words of their own.
  private static func words(in name: Substring) -> [String] {
    name.unicodeScalars.split { " .-‐‑".unicodeScalars.contains($0) }
      .map { folded(Substring($0)) }.filter { !$0.isEmpty }
  }

  private static func agree(_ own: Form, _ author: Form) -> Bool {
    if own.family == author.family, agree(own.given, author.given) { return true }
    // The family name first, as in `Roe Ada`.
    guard let first = author.given.first, first == own.family, author.family.count > 1 else {
      return false
    }
    let family = author.family.split(separator: " ").map(String.init)
    return agree(own.given, author.given.dropFirst() + family)
  }

  /// Whether given names agree as far as both tell: `A. M.` and `Ada Maria`, `A.` and `Ada M.`.
  private static func agree(_ own: [String], _ author: [String]) -> Bool {
    guard !author.isEmpty, !own.isEmpty else { return own.isEmpty && author.isEmpty }
    return zip(own, author).allSatisfy { a, b in
      a.count == 1 || b.count == 1 ? a.first == b.first : a == b
    }
  }
}
