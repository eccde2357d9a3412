// SPDX-License-Identifier: MIT
import CVModel

/// Slips in the midst of a list of names.
extension AuthorList {
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
