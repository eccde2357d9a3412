// SPDX-License-Identifier: MIT
import CVModel

/// Slips in the midst of a list of names, and what few authors write there.
extension AuthorList {
  /// Where the next name begins behind the dots for those left out: `Roe, A., … Moe, C.`, and
  /// `Ada Roe, ... Cy Moe, Bo Poe` where another follows, as a title may begin with capitals.
  func lastBehindDots(_ dots: Name) -> Int? {
    guard dots.isElision, let sign = scan[dots.range.lowerBound], !isWordScalar(sign),
      case let next = scan.skipSpaces(from: dots.end), let name = name(at: next),
      name.form == .initials || !name.isElision && beginsList(name)
    else { return nil }
    return next
  }

  /// Whether a comma or a mark stands behind a name, and another name behind that.
  private func beginsList(_ name: Name) -> Bool {
    var end = name.end
    while let mark = scan[end], "*†‡#¶✉".unicodeScalars.contains(mark) { end += 1 }
    guard let next = separator(at: end), let other = self.name(at: next) else { return false }
    return name.form == other.form && wordCount(scan.slice(name.range)) <= 3
  }

  /// The offset behind the particles before a part of a family name.
  func afterParticles(_ start: Int) -> Int {
    var index = start
    while let next = scan.particle(at: index) { index = scan.skipSpaces(from: next) }
    return index
  }

  /// `RoeC.` in `Moe, A., Poe, B., RoeC., Doe, D., …`: what stands between two commas of a list
  /// with initials, where three more such names follow.
  func misspelt(at start: Int) -> Name? {
    let reach = start..<min(start + 24, scan.count)
    guard authors.count > 2, hasInitials, scan[start].map(isCapital) == true,
      let end = reach.first(where: { scan.scalars[$0] == "," }),
      scan.scalars[start..<end].count(where: isSpace) < 2
    else { return nil }
    var next = end
    for _ in 0..<3 {
      guard let behind = separator(at: next), let name = name(at: scan.skipSpaces(from: behind)),
        name.form == .initials
      else { return nil }
      next = name.end
    }
    return Name(range: start..<end, form: .initials)
  }
}
