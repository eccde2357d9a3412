// SPDX-License-Identifier: MIT

extension RandomAccessCollection {
  /// The first index whose element passes a test that all behind it pass, too; the end where none
  /// does.
  ///
  /// - Complexity: O(log n) tests.
  @inlinable
  package func partitioningIndex(where passes: (Element) throws -> Bool) rethrows -> Index {
    var (low, rest) = (startIndex, count)
    while rest > 0 {
      let middle = index(low, offsetBy: rest / 2)
      if try passes(self[middle]) {
        rest /= 2
      } else {
        low = index(after: middle)
        rest -= rest / 2 + 1
      }
    }
    return low
  }
}
