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
    return next > range.upperBound && scan[next].map { ("0"..."9").contains($0) } == true
  }
}
