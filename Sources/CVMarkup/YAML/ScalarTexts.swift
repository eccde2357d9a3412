// SPDX-License-Identifier: MIT
package import CVDiagnostics

/// Gives the texts of scalars with the place of each word.
///
/// A scalar of a tree knows where it begins and ends; quotes, escapes, folded lines and
/// indentation make its text differ from what stands there.
package struct ScalarTexts: Sendable {
  private let source: EditedText

  package init(_ file: FileID, in sources: SourceSet) {
    source = EditedText(sources[file], id: file)
  }

  /// The text of a scalar; `nil` for what has none.
  package func text(of node: DataNode) -> EditedText? {
    guard let text = node.text, let span = node.span else { return nil }
    let range = span.range.clamped(to: 0..<source.count)
    return source.slice(range).aligned(with: Array(text.utf8))
  }
}

extension EditedText {
  /// The text edited to be another; the words that stand in both keep their places.
  ///
  /// - Complexity: O(n), since a word is looked for near its place only.
  fileprivate func aligned(with wanted: [UInt8]) -> EditedText {
    var edits: [Edit] = []
    var done = 0
    var owed = 0
    var index = 0
    while index < wanted.count {
      let start = index
      while index < wanted.count, !isBlank(wanted[index]) { index += 1 }
      if start < index, let place = place(of: wanted[start..<index], from: done) {
        let edit = Edit(range: done..<place, replacement: Array(wanted[owed..<start]))
        if !edit.replacement.elementsEqual(bytes[edit.range]) { edits.append(edit) }
        done = place + index - start
        owed = index
      }
      while index < wanted.count, isBlank(wanted[index]) { index += 1 }
    }
    edits.append(Edit(range: done..<count, replacement: Array(wanted[owed...])))
    return applying(edits)
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }

  /// Where a word stands at or a little behind an offset.
  private func place(of word: ArraySlice<UInt8>, from start: Int) -> Int? {
    let window = 80
    let last = min(start + window, count - word.count)
    guard start <= last else { return nil }
    return (start...last).first { bytes[$0..<$0 + word.count].elementsEqual(word) }
  }
}
