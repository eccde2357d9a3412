// SPDX-License-Identifier: MIT
import CVModel

/// Knows countries, regions and larger cities by name.
enum Gazetteer {
  /// Whether a text is a place, or several: `Tulsa, OK & Ely, UK`, `Leeds / Remote`.
  static func isPlace(_ text: String) -> Bool {
    if isOnePlace(text) || isTownWithCode(text) || isTownBeforeCode(text) { return true }
    let joints = [" & ", " and ", " und ", " et ", " y ", " e ", " / "]
    guard let range = joints.lazy.compactMap({ text.firstRange(of: $0) }).first else {
      return false
    }
    let places = [text[..<range.lowerBound], text[range.upperBound...]].map(String.init)
    return places.allSatisfy { isOnePlace($0) || isTownWithCode($0) }
  }

  /// `Pelotas (RS)`: the code of a region, and no initials of the words before it.
  private static func isTownWithCode(_ text: String) -> Bool {
    guard text.hasSuffix(")"), let open = text.firstIndex(of: "(") else { return false }
    let name = text[..<open].split(separator: " ")
    let code = String(text[text.index(after: open)...].dropLast())
    return isUpperCase(code) && WordLists.all.contains(folded(code), in: .regionCode)
      && looksLikePlaceName(text[..<open]) && String(name.compactMap(\.first)) != code
  }

  /// `Boston MA`, `Leeds UK`, `Leeds, GB`: a town before the short name of its state or its
  /// country, or a known one before the code of that.
  private static func isTownBeforeCode(_ text: String) -> Bool {
    guard let space = text.lastIndex(of: " "), case let code = text[space...].dropFirst(),
      2...3 ~= code.count, code.unicodeScalars.allSatisfy({ ("A"..."Z").contains($0) })
    else { return false }
    let town = text[..<space]
    if town.last == "," { return isTownOfCountry(text) && isKnown(town.dropLast()) }
    if code.count == 2, isRegion(String(code)) { return isTown(town) }
    return isCountry(String(code)) && (isTown(town) || isTownBeforeCode(String(town)))
  }

  /// One to three words with a capital each, and small letters in the last.
  static func isTown(_ name: Substring) -> Bool {
    looksLikePlaceName(name) && name.last?.isLowercase == true
      && name.allSatisfy { $0.isLetter || ".'’- ".contains($0) }
  }

  /// `Mudford, ES`: what may be a town before the code of a country.
  static func isTownOfCountry(_ text: String) -> Bool {
    let parts = text.split(separator: ",")
    guard parts.count == 2, case let code = trimmed(parts[1]), code.count == 2,
      code.unicodeScalars.allSatisfy({ ("A"..."Z").contains($0) })
    else { return false }
    return WordLists.all.contains(folded(code), in: .countryCode) && isTown(parts[0])
  }

  /// Whether a text is a known name, or names the last of which is known.
  private static func isOnePlace(_ text: String) -> Bool {
    let parts = text.unicodeScalars.split { $0 == "," || $0 == "，" || $0 == "、" }
      .map { Substring($0) }
    guard let last = parts.last, parts.count <= 3 else { return false }
    guard isKnown(last) else { return false }
    // `City, State, Country`; before a city stands no place but an organisation.
    if parts.count == 3 {
      let middle = trimmed(parts[1])
      guard isWide(middle, [.country, .region]) || isKnown(parts[0]) else { return false }
    }
    // Before a city stands an organisation, before a country a city.
    if parts.count == 2, !isWide(trimmed(last), [.country, .region]) {
      return isKnown(parts[0])
    }
    return parts.dropLast().allSatisfy {
      looksLikePlaceName($0) || isKnown(Substring(trimmed($0))) || areTowns(trimmed($0))
    }
  }

  /// 厚木市, ドイツ・ボン: a name with the word for what it is, or a town behind its country.
  static func isUnspacedPlace(_ text: String) -> Bool {
    guard text.count <= 14, text.unicodeScalars.allSatisfy({ isCJK($0) || $0 == "・" }),
      let last = text.last
    else { return false }
    let parts = text.split(separator: "・")
    return text.count > 2 && "市県都府区町村省州县".contains(last)
      || parts.count == 2 && isCountry(String(parts[0]))
  }

  /// 浙江临溪: a town behind its province or its country, and no space between.
  static func isTownOfRegion(_ text: String) -> Bool {
    guard 4...8 ~= text.count, text.unicodeScalars.allSatisfy(isCJK),
      WordLists.all.lists(in: [folded(text)]).isDisjoint(with: [.organisation, .degree, .role])
    else { return false }
    return (2...4).contains { count in
      let name = String(text.prefix(count))
      return text.count >= count + 2 && isWide(name, [.country, .region])
    }
  }

  /// How many parts at the end of a list of parts are a place.
  ///
  /// A country or region takes the part before it along, since that is its city, whether known
  /// or not; but never the first part, which is what the place belongs to.
  static func placeCount(atEndOf parts: [String]) -> Int {
    guard parts.count > 1, let last = parts.last, isKnown(last[...]) else { return 0 }
    let before = parts[parts.count - 2]
    let endsWide = isWide(last, [.country, .region])
    if parts.count > 2, endsWide,
      isKnown(before[...]) || looksLikePlaceName(before[...]) || areTowns(before)
    {
      let third = parts[parts.count - 3]
      guard parts.count > 3, isRegion(before) else { return 2 }
      // `Fen Institute, Mudford, BC, Canada`
      let isTown =
        isKnown(third[...])
        || looksLikePlaceName(third[...])
          && WordLists.all.occurs(.organisation, in: foldedWords(parts[parts.count - 4]))
      return isTown ? 3 : 2
    }
    if parts.count > 2, isKnown(before[...]) { return 2 }
    return 1
  }

  /// `Mudford and Leeds`: two names, one of them known.
  private static func areTowns(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard let joint = words.firstIndex(where: { $0 == "&" || WordLists.all.isJoint($0) })
    else { return false }
    let names = [words[..<joint], words[(joint + 1)...]].map { $0.joined(separator: " ") }
    return names.allSatisfy { looksLikePlaceName($0[...]) }
      && names.contains { isKnown($0[...]) }
  }

  /// Whether a text is the name of a place, or such names behind slashes: `Leeds / Remote`.
  static func isKnown(_ text: Substring) -> Bool {
    let name = trimmed(text)
    // No place has more than this, in bytes; so a long line of slashes costs no depth.
    guard name.utf8.count <= 400 else { return false }
    if let slash = name.firstRange(of: " / ") {
      return isKnown(name[..<slash.lowerBound]) && isKnown(name[slash.upperBound...])
    }
    return isWide(name, [.country, .region])
      || WordLists.all.contains(folded(name), in: [.city, .remote]) || isArea(name)
      || isCityOfCountry(name)
  }

  /// `Leeds England`, `Leeds (UK)`: a known town and its country without a comma.
  private static func isCityOfCountry(_ name: String) -> Bool {
    guard let space = name.lastIndex(of: " "), case let country = name[space...].dropFirst(),
      isCountry(String(country))
        || country.first == "(" && country.last == ")"
          && isCountry(String(country.dropFirst().dropLast()))
    else { return false }
    return WordLists.all.contains(folded(name[..<space]), in: .city)
  }

  /// `Greater Leeds Area`, `Leeds Area`: what lies around a known town.
  private static func isArea(_ name: String) -> Bool {
    guard name.hasSuffix(" Area") else { return false }
    var words = name.split(separator: " ").dropLast()
    if words.first == "Greater" { words.removeFirst() }
    if let last = words.last, last.hasPrefix("Metro") { words.removeLast() }
    return WordLists.all.contains(folded(words.joined(separator: " ")), in: .city)
  }

  /// Whether a text names a country; its short form does in capitals.
  static func isCountry(_ name: String) -> Bool { isWide(name, .country) }

  /// Whether a text names a region; its short form does in capitals.
  static func isRegion(_ name: String) -> Bool { isWide(name, .region) }

  /// Short forms are places only in capitals: `in` is a word, `IN` is Indiana.
  private static func isWide(_ name: String, _ lists: Lists) -> Bool {
    let word = folded(name)
    guard WordLists.all.contains(word, in: lists) else { return false }
    return isNoAbbreviation(word) || isUpperCase(name)
  }

  private static func isNoAbbreviation(_ word: String) -> Bool {
    word.filter { $0 != "." }.count > 4 || !(word.first?.isASCII ?? true)
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " })
  }

  private static func isUpperCase(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy { !isWordScalar($0) || isCapital($0) }
      || name.unicodeScalars.first.map(isCapital) ?? false && name.count > 3
  }

  /// Small words in the names of towns: `San Telmo del Sur`, `Stow on the Mire`.
  private static let particles: Set<String> = [
    "de", "del", "do", "da", "dos", "das", "du", "la", "le", "les", "el", "sur", "upon", "on",
    "the", "am", "an", "der", "in", "bei", "ob", "di", "van", "aan", "den",
  ]

  /// One to three capitalised words without the signs of an organisation.
  static func looksLikePlaceName(_ text: Substring) -> Bool {
    let all = text.split(separator: " ")
    let words = all.enumerated().filter { index, word in
      index == 0 || index == all.count - 1 || !particles.contains(String(word))
    }.map(\.element)
    let others: Lists = [.organisation, .role, .degree]
    guard 1...3 ~= words.count, !WordLists.all.occurs(others, in: foldedWords(text)) else {
      return false
    }
    // `TU Munich`, `KU Leuven`: capitals before a town are those of a school.
    let areCapitals = words.map { $0.count > 1 && $0.unicodeScalars.allSatisfy(isCapital) }
    guard areCapitals[0] == false || areCapitals.allSatisfy({ $0 }) else { return false }
    return words.allSatisfy { $0.unicodeScalars.first.map(isCapital) ?? false }
  }
}
