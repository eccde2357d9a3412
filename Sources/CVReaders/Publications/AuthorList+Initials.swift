// SPDX-License-Identifier: MIT
import CVModel

/// Names with initials, before or behind the family name.
extension AuthorList {
  /// `Last, F.`, `van der Last, F. M.`, `Last, Given.` before a comma, and the slip `Last & F.,`.
  func lastFirst(at start: Int) -> Name? {
    guard let last = surname(at: start) ?? capitals(at: start) else { return nil }
    let sign = scan.skipSpaces(from: last)
    if scan[sign] == "&", hasInitials, let end = scan.initials(at: scan.skipSpaces(from: sign + 1)),
      scan[end] == ","
    {
      return Name(range: start..<end, form: .initials)
    }
    guard scan[last] == "," else { return nil }
    let next = scan.skipSpaces(from: last + 1)
    if let end = scan.initials(at: next) {
      let isVenue =
        end - next > 1 && goesOnInWords(end) || isAbbreviatedVenue(next..<end)
        || isVenueInItalics(next..<end, behind: start..<last)
      return isVenue ? nil : Name(range: start..<end, form: .initials)
    }
    if authors.isEmpty, let given = scan.nameWord(at: next), endsInvertedName(given) {
      return Name(range: start..<given, form: .full)
    }
    guard let given = scan.nameWord(at: next), scan[given] == ".", hasInitials || authors.isEmpty,
      scan[scan.skipSpaces(from: given + 1)] == ","
    else { return nil }
    return Name(range: start..<given + 1, form: .initials)
  }

  /// Whether `, and` or a title in quotes follows, as behind `Roe, Ada` in the style of Chicago.
  private func endsInvertedName(_ end: Int) -> Bool {
    if scan[end] == ".", !hasInitials,
      scan.runRanges.contains(where: {
        $0.range.contains(scan.skipSpaces(from: end + 1)) && $0.attributes.marks.contains(.emphasis)
      })
    {
      return true
    }
    if scan[end] == ",", leadsToListBeforeQuotation(end) { return true }
    // `Roe, Ada (2020). Title`
    if scan.stands(" (", at: end), let close = scan.closingBracket(of: end + 1),
      scan.string(end + 2..<close).plainYear != nil
    {
      return true
    }
    let next = scan.string(end..<min(end + 6, scan.count))
    return [", and ", ", & ", ". “", ". \""].contains { next.hasPrefix($0) }
  }

  /// `Roe, Ada, Bo Poe, and Cy Moe. “Words”`: whether full names follow up to a stop, one of them
  /// in bold, or behind it a title in quotes.
  private func leadsToListBeforeQuotation(_ comma: Int) -> Bool {
    var next = separator(at: comma)
    var (end, hasBold) = (comma, false)
    while let start = next, let name = fullName(at: start), scan[name.end] != "(" {
      (end, next) = (name.end, separator(at: name.end))
      hasBold = hasBold || scan.slice(name.range).isWholly(.strong)
    }
    let title = scan.skipSpaces(from: end + 1)
    guard end > comma, scan[end] == ".", title < scan.count else { return false }
    return hasBold || "“\"".unicodeScalars.contains(scan.scalars[title])
  }

  /// `F. Last`, `F. M. van Last`, `F Last`.
  func initialsLast(at start: Int) -> Name? {
    guard let end = scan.initials(at: start) else { return nil }
    let next = scan.skipSpaces(from: end)
    let hasStop = scan[end - 1] == "."
    guard next > end || hasStop,
      let last = surname(at: next)
        ?? (hasStop ? caselessSurname(at: next) ?? family(at: next) : nil)
    else { return nil }
    // `A Rainy Model of Fog` is no `A Roe`.
    if !hasStop, !endsName(last), scan.run(at: last - 1)?.range.upperBound != last { return nil }
    // `S. Kevin Loe` among full names: the first of the given names is an initial.
    if hasStop, let full = fullName(at: start), full.end > last,
      hasFullName || separator(at: full.end).flatMap(fullName(at:)) != nil
    {
      return Name(range: full.range, form: hasFullName ? .full : .initials)
    }
    return Name(range: start..<(secondFamilyName(behind: last) ?? last), form: .initials)
  }

  /// `G. D. Quiroga Moe,`: where the second of two family names ends, before a sign that ends a
  /// name or words in bold.
  private func secondFamilyName(behind first: Int) -> Int? {
    let next = scan.skipSpaces(from: first)
    guard next > first, separator(at: first) == nil, scan.initials(at: next) == nil,
      scan.run(at: first - 1)?.range.contains(next) == true, let end = scan.nameWord(at: next)
    else { return nil }
    let start = scan.scalars[end...].firstIndex { !isSpace($0) && $0 != "." } ?? scan.count
    let isBeforeStyle = scan.run(at: start)?.range.lowerBound ?? 0 >= end
    return scan[end] == "," && separator(at: end).flatMap(name(at:)) != nil
      || isBeforeStyle && start < scan.count
      ? end : nil
  }

  /// `Last F.`, `Last FM`.
  func lastInitials(at start: Int) -> Name? {
    guard let first = surname(at: start) else { return nil }
    let last = secondSurname(at: first) ?? first
    let next = scan.skipSpaces(from: last)
    guard next > last, let end = scan.initials(at: next) else { return nil }
    if goesOnInWords(end) { return nil }
    // `Roe A, Poe B. Title`: where no other name has a stop, this one ends the list.
    let endsList = end == next + 2 && scan[end - 1] == "." && !authors.isEmpty && !hasStops
    let isBehind = scan[end - 1] == "." && endsStyle(at: end - 1)
    let stop = endsList && hasInitials || isBehind ? end - 1 : end
    return Name(range: start..<stop, form: .initials)
  }

  /// `New AI models`, `Ada Roe, AI with Maps`: capitals in the midst of words are no initials.
  private func goesOnInWords(_ end: Int) -> Bool {
    let after = scan.skipSpaces(from: end)
    guard after > end, scan[end - 1] != ".", let letter = scan[after] else { return false }
    return letter.properties.isLowercase && separator(at: end) == nil
      && scan.particle(at: after) == nil
  }

  /// `Ferro Quiroga I.,`: the end of the second family name, among names with initials behind.
  private func secondSurname(at first: Int) -> Int? {
    let next = scan.skipSpaces(from: first)
    guard hasInitials, next > first, scan.initials(at: next) == nil,
      let second = scan.nameWord(at: next),
      let end = scan.initials(at: scan.skipSpaces(from: second)), separator(at: end) != nil
    else { return nil }
    return second
  }
}
