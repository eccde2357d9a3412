// SPDX-License-Identifier: MIT

/// How many elements to insert, delete or replace to make one word of another, for suggestions.
///
/// The Levenshtein distance (Levenshtein 1966), one row at a time.
///
/// - Complexity: O(n · m).
package func editDistance<Element: Equatable>(_ a: [Element], _ b: [Element]) -> Int {
  var row = Array(0...b.count)
  for (i, left) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, right) in b.enumerated() {
      let above = row[j + 1]
      row[j + 1] = min(above + 1, row[j] + 1, diagonal + (left == right ? 0 : 1))
      diagonal = above
    }
  }
  return row[b.count]
}
