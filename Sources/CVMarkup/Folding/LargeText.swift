// SPDX-License-Identifier: MIT
import CVModel

extension RichText {
  /// Makes a few words in large letters bold, as the titles are that they stand for.
  mutating func boldTitle(from start: Int) {
    guard start < count else { return }
    let words = removeTail(from: start)
    let isTitle = words.collapsed().text.split(separator: " ").count <= 14
    append(isTitle ? words.mapAttributes { $0.marks.insert(.strong) } : words)
  }
}
