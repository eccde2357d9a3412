// SPDX-License-Identifier: MIT
import CVModel

/// Titles of books in italics, before who published them.
extension ReferenceTitle {
  /// `*The Wet Road* (Fen Press, 2014).`, `Ada Roe, *Fogs*, 2nd ed., Fen Press, 1991.`: whether the
  /// only words in italics begin what is left of a reference, and who published it and when end it.
  ///
  /// `*Rain Letters*, 2019` and `A. Roe, *Rain Letters*, 2019` name a venue.
  static func isBook(_ scan: TextScan, _ run: Range<Int>, from start: Int) -> Bool {
    guard run.lowerBound <= start + 1,
      case let (range, attributes)? = scan.run(at: run.lowerBound), attributes.link == nil,
      attributes.marks.contains(.emphasis), case let words = scan.trim(range),
      scan[words.lowerBound].map(isCapital) == true,
      scan.runRanges.allSatisfy({
        $0.range.lowerBound <= range.lowerBound || !$0.attributes.marks.contains(.emphasis)
      }),
      case let rest = scan.trim(words.upperBound..<scan.count, also: { $0 == "." }),
      !rest.isEmpty
    else { return false }
    if scan.closingBracket(of: rest.lowerBound) == rest.upperBound - 1 {
      return isImprint(scan.slice(rest.lowerBound + 1..<rest.upperBound - 1))
    }
    guard scan[rest.lowerBound] == "," || scan[words.upperBound] == "." else { return false }
    return isImprint(scan.slice(rest).trimmedSigns())
  }

  /// `Fen Press, 1991`, `2nd ed., Fen Press, Leeds, 1991`: names in title case, and the year.
  private static func isImprint(_ text: RichText) -> Bool {
    let parts = topLevelParts(text)
    guard 2...4 ~= parts.count, let year = parts.last, withoutFinalStop(year).text.plainYear != nil,
      parts.dropLast().contains(where: { !$0.text.contains(where: \.isNumber) })
    else { return false }
    return parts.dropLast().allSatisfy { part in
      let words = part.text.split(separator: " ")
      return words.count <= 6
        && (part.text.first?.isNumber == true && words.count == 2
          || words.allSatisfy { $0.first?.isLowercase == false || Phrase.isFunctionWord($0) })
        && !part.holdsDate
    }
  }
}
