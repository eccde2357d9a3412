// SPDX-License-Identifier: MIT
import CVModel

/// Reads a paragraph of linked names as a list of people, with the words before the first name.
///
/// - Returns: `nil` unless the paragraph is made of three names or more and little else.
func readPeople(_ paragraph: RichText, group: RichText?) -> (lead: RichText?, people: [Record])? {
  let scan = TextScan(paragraph)
  let people = scan.runRanges.indices.filter {
    scan.runRanges[$0].attributes.link?.isEmpty == false
  }
  let names = people.count { isPersonLink(scan.run($0)) }
  // Among many names one of an unusual form is a name, too.
  guard names >= 3, names * 4 >= people.count * 3, let first = people.first,
    let last = people.last
  else { return nil }
  let ranges = people.map { scan.runRanges[$0].range }
  let between = zip(ranges, ranges.dropFirst()).map {
    scan.string($0.upperBound..<$1.lowerBound)
  }
  let isList = between.allSatisfy { gap in
    foldedWords(gap).allSatisfy { WordLists.all.contains($0, in: [.peopleTitle, .joint]) }
  }
  let tail = scan.string(scan.runRanges[last].range.upperBound..<scan.count)
  guard isList, !tail.unicodeScalars.contains(where: isWordScalar) else { return nil }
  let words = scan.slice(0..<scan.runRanges[first].range.lowerBound).collapsed().trimmed()
  let lead = words.text.hasSuffix(":") ? words : words.trimmedSigns()
  let records = people.map { person -> Record in
    var record = Record(.item, span: scan.text.runs[person].span)
    record.title = scan.run(person).collapsed()
    record.group = group
    return record
  }
  return (lead.isEmpty ? nil : lead, records)
}

func isPersonLink(_ text: RichText) -> Bool {
  var words = text.collapsed().text.split(separator: " ")
  while let first = words.first, WordLists.all.contains(folded(first), in: .peopleTitle) {
    words.removeFirst()
  }
  let name = words.joined(separator: " ")
  return PersonName.isName(name) || words.count == 1 && text.text.contains(" ")
}

/// Whether a part of a line is the name of a person with a title: `Dr. Ada Roe`.
func isPerson(_ part: RichText) -> Bool {
  let words = part.text.split(separator: " ")
  guard let title = words.first, words.count > 2,
    WordLists.all.contains(folded(title), in: .peopleTitle)
  else { return false }
  return PersonName.isName(words.dropFirst().joined(separator: " "))
}
