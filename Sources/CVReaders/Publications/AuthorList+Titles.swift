// SPDX-License-Identifier: MIT
import CVModel

/// Words that read like a name and are the title or the venue behind the names.
extension AuthorList {
  /// `Ada Roe, Bo Poe, *Early Bell Model*, 2020`: words in italics, and no name behind them.
  func isTitleInItalics(_ name: Name) -> Bool {
    guard name.form == .full, isInItalics(name.range),
      authors.last.map({ isInItalics($0.range) }) == false,
      let run = scan.runRanges.first(where: { $0.range.contains(name.range.lowerBound) })?.range
    else { return false }
    // Their style goes on behind what reads like a name: `*Rain and Mud in the North*`.
    let end = max(name.end, scan.trim(run).upperBound)
    return wordCount(scan.slice(name.range.lowerBound..<end)) > 2
      && separator(at: end).flatMap { self.name(at: $0) } == nil
  }

  /// `A. Roe, *Fogs and Their Mills*`: whether three words or more in italics begin behind names
  /// that are not.
  func beginsItalics(_ start: Int) -> Bool {
    guard let last = authors.last, let run = scan.run(at: start),
      run.attributes.marks.contains(.emphasis), run.range.lowerBound >= last.range.upperBound
    else { return false }
    return !isInItalics(last.range) && scan.wordCount(in: run.range, upTo: 3) > 2
  }

  /// `A. Roe and B. Poe, *Rain Letters*`: behind the last name the venue stands in italics.
  func isInItalics(_ range: Range<Int>) -> Bool {
    scan.slice(range).isWholly(.emphasis)
  }

  /// `A. Roe, *A Short Walk in Rain*`: words with which a title in a style of its own begins.
  func beginsStyledTitle(_ name: Name) -> Bool {
    // Behind a name stands a sign: hardly any needs its style asked for.
    let next = scan.skipSpaces(from: name.end)
    guard name.range.lowerBound > 0, next > name.end, scan[next].map(isWordScalar) == true,
      separator(at: name.end) == nil
    else { return false }
    return scan.runRanges.contains { run in
      run.range.lowerBound == name.range.lowerBound && run.range.contains(next)
        && !run.attributes.marks.isDisjoint(with: [.emphasis, .strong])
    }
  }

  /// `ICML 2024`: capitals right before a year are no name.
  func isAbbreviatedVenue(_ range: Range<Int>) -> Bool {
    let letters = scan.scalars[range]
    guard letters.count > 2, letters.allSatisfy({ ("A"..."Z").contains($0) }) else { return false }
    let next = scan.skipSpaces(from: range.upperBound)
    return next > range.upperBound && scan[next].map(isDigit) == true
  }

  /// `Cy Moe, *RMC*, 2018`: capitals in italics behind a name that is not are no initials of it.
  func isVenueInItalics(_ range: Range<Int>, behind name: Range<Int>) -> Bool {
    range.count > 1 && scan[range.upperBound - 1] != "." && isInItalics(range)
      && !isInItalics(name)
  }

  /// `Ada Roe, Bo Poe, Rain Letters, 2021`, `**Ada Roe**, Bo Poe, *Early Rain*, 2021`: where the
  /// work is, or how far, right before its year.
  ///
  /// A name in italics stands there as well, of a student; the title follows its year.
  func isVenueBeforeYear(_ name: Name) -> Bool {
    guard !authors.isEmpty, name.form == .full, !name.isElision, let year = yearBehind(name.end)
    else { return false }
    let words = foldedWords(scan.string(name.range))
    if words.last.map({ WordLists.all.contains($0, in: .publicationGenre) }) == true
      || WordLists.all.match(words[...], in: .publicationStatus) == words.count
    {
      return true
    }
    return isInItalics(name.range) && scan[name.end] == ","
      && !scan.scalars[year...].contains(where: isWordScalar)
      && authors.contains { scan.slice($0.range).isWholly(.strong) }
      && !authors.contains { isInItalics($0.range) }
  }

  /// The offset behind the year that follows a comma or a space.
  private func yearBehind(_ start: Int) -> Int? {
    let index = scan.skipSpaces(from: scan[start] == "," ? start + 1 : start)
    guard index > start, let digit = scan[index], digit == "1" || digit == "2",
      index + 4 <= scan.count,
      scan.string(index..<index + 4).plainYear != nil,
      scan[index + 4].map({ !isWordScalar($0) }) ?? true
    else { return nil }
    return index + 4
  }
}
