// SPDX-License-Identifier: MIT
import CVLayout

/// The elements of the structure tree that the parts of an entry stand in.
///
/// A labelled entry is a point of a list that it shares with its neighbours; any other entry is a
/// paragraph, or a division of several. Each line has an element of its own, so that no reader
/// joins the last word of one with the first of the next.
struct EntryTags {
  /// The list of labelled entries that the next one may continue.
  var list: Int?
  private(set) var label: Int?
  /// Holds what stands below the head.
  private(set) var body: Int
  private let lines: [Int]
  /// Dates stand in the only line that they belong to, else in a paragraph of their own.
  private(set) var aside: Int

  init(
    _ entry: EntryNode, in parent: Int, continuing list: Int?, structure: inout StructureTree
  ) {
    let isSimple = entry.lines.count <= 1 && entry.body.isEmpty
    if entry.label == nil {
      body = isSimple ? parent : structure.add(.division, in: parent)
    } else {
      let list = list ?? structure.add(.list, in: parent)
      let point = structure.add(.listItem, in: list)
      self.list = list
      label = structure.add(.label, in: point)
      body = structure.add(.listBody, in: point)
    }
    let isWhole = isSimple && entry.label != nil
    var lines: [Int] = []
    for _ in 0..<max(1, entry.lines.count) {
      lines.append(isWhole ? body : structure.add(.paragraph, in: body))
    }
    self.lines = lines
    aside = lines.count == 1 || entry.aside == nil ? lines[0] : structure.add(.paragraph, in: body)
  }

  func line(_ index: Int) -> Int { lines[index] }
}
