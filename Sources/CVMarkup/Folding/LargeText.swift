// SPDX-License-Identifier: MIT
import CVModel

extension RichText {
  /// Makes a few words in large letters bold, as the titles are that they stand for.
  mutating func boldTitle(from start: Int) {
    guard start < count else { return }
    let words = self[start..<count]
    guard words.collapsed().text.split(separator: " ").count <= 14 else { return }
    self = self[0..<start] + words.mapAttributes { $0.marks.insert(.strong) }
  }
}
