// SPDX-License-Identifier: MIT
import CVModel

/// `12 Moss Street, Leeds`, `Leeds, VA 23999`, `北京市海淀区苔路 1 号`: a place, and a number in the line.
func isPostalAddress(_ line: RichText) -> Bool {
  guard line.text.contains(where: \.isNumber) else { return false }
  let parts = topLevelParts(line)
  let names = parts.map { part in
    // `LS1 4AB`
    let words = part.text.split(separator: " ").filter { word in
      !word.contains(where: \.isNumber) || !word.unicodeScalars.allSatisfy(\.isASCII)
    }
    let name = words.joined(separator: " ").filter { !$0.isNumber }.trimmingSpaces()
    // `Fl 32301`
    let isCode =
      name.count == 2 && name.first?.isUppercase == true
      && part.text.count(where: \.isNumber) >= 4
    return isCode ? name.uppercased() : name
  }
  return parts.count > 1 && Gazetteer.placeCount(atEndOf: names) > 0 || line.isAddressOfSigns
}

extension RichText {
  /// `北京市海淀区苔路 1 号`: an address in Chinese signs, of two parts or more of a town and a number.
  fileprivate var isAddressOfSigns: Bool {
    guard count <= 120, !holdsWordsOfSentences else { return false }
    var (towns, hasNumber, last) = (0, false, " " as Unicode.Scalar)
    for scalar in text.unicodeScalars where !isSpace(scalar) {
      if "省市区區县縣路街町".unicodeScalars.contains(scalar) { towns += 1 }
      let isNumbered = "号號室楼樓丁".unicodeScalars.contains(scalar)
      if isNumbered, last.properties.numericType != nil { hasNumber = true }
      last = scalar
    }
    return towns > 1 && hasNumber
  }

  /// Whether the text holds a sign that joins words of Chinese or Japanese to a sentence.
  private var holdsWordsOfSentences: Bool {
    text.unicodeScalars.contains { "。，我您你于於在是的はでにを".unicodeScalars.contains($0) }
  }

  /// `University of Fen, Leeds, UK`: an institution, and where it is.
  var isWorkplace: Bool {
    let parts = topLevelParts(self)
    guard isUnlinked, startsWithCapital || text.first?.isASCII == false, count <= 120,
      let first = parts.first.map({ Segment($0, line: 0) }), first.hasOrganisationWord,
      wordCount(self) <= 12, isOfNames, !holdsDate
    else { return false }
    return parts.allSatisfy { part in
      let part = Segment(part, line: 0)
      return !part.hasRoleWord && !part.hasDegreeWord
        && (part.hasOrganisationWord || part.isPlace || part.isTownOrNumber)
    }
  }

  /// Whether all words have a capital, but those that join names; no sentence has.
  private var isOfNames: Bool {
    guard !text.contains(where: { ".:()[]（）：".contains($0) }), !holdsWordsOfSentences else {
      return false
    }
    return text.split(separator: " ").allSatisfy { word in
      guard word.first?.isLowercase == true else { return true }
      let lists = WordLists.all.lists(in: [folded(String(word))])
      return !lists.isDisjoint(with: [.genitive, .joint, .functionWord])
    }
  }
}

extension Segment {
  /// `Mudford`, `SK 12`: a word with a capital, or a number or code beside it.
  fileprivate var isTownOrNumber: Bool {
    text.text.contains(where: \.isNumber)
      || words.count <= 2
        && Gazetteer.looksLikePlaceName(text.text[...])
  }
}
