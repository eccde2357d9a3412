// SPDX-License-Identifier: MIT
import CVModel

/// `Roe, Poe — *Title*, **Rain Week 2024**, Leeds`: those who spoke stand before the title.
///
/// - Returns: Whether the line is built so; else nothing is taken.
func takeSpeakers(_ line: RichText, into record: inout Record) -> Bool {
  let scan = TextScan(line)
  guard
    let title = scan.runRanges.first(where: { $0.attributes.marks.contains(.emphasis) })?.range,
    scan.string(title).split(separator: " ").count >= 3
  else { return false }
  let isSign = { (scalar: Unicode.Scalar) in scalar == ":" || isDash(scalar) }
  let before = scan.trim(0..<title.lowerBound)
  let names = scan.slice(scan.trim(before, also: isSign))
  guard names.count > 0, isSign(scan.scalars[before.upperBound - 1]), areNames(names) else {
    return false
  }
  record.title = unstyled(withoutFinalStop(scan.slice(scan.trim(title))), .emphasis)
  record.text = names.mapAttributes { $0.marks.remove(.strong) }
  let parts = topLevelParts(scan.slice(title.upperBound..<scan.count).trimmedSigns())
  guard let venue = parts.first else { return true }
  record.organisation = unstyled(venue)
  let rest = parts.dropFirst()
  if !rest.isEmpty {
    let place = withoutFinalStop(rest.joinedRich(separator: ", "))
    let isPlace = rest.allSatisfy { Gazetteer.looksLikePlaceName($0.text[...]) }
    if isPlace || Gazetteer.isPlace(place.text) {
      record.location = place
    } else {
      record.text = record.text.map { $0 + RichText(", ") + place }
    }
  }
  if record.dates == nil {
    record.dates = ExtractedDates(venue, keepsUndelimitedYears: true).dates
  }
  return true
}

/// Whether a text lists two people or more by their family names.
private func areNames(_ text: RichText) -> Bool {
  let names = text.text.split { ",;&".contains($0) }.map { String($0).trimmingSpaces() }
    .filter { name in name.contains(where: \.isLetter) }
  return names.count > 1
    && names.allSatisfy { name in
      let words = name.split(separator: " ")
      return words.count <= 4
        && words.allSatisfy { word in
          word.unicodeScalars.first.map(isCapital) == true
            && word.unicodeScalars.allSatisfy {
              isWordScalar($0) || ".'’-".unicodeScalars.contains($0)
            }
            && !word.contains(where: \.isNumber)
        }
    }
}
