// SPDX-License-Identifier: MIT

/// The keys of a mapping, as its reader asks for them.
///
/// A reader that is run over nothing asks for every key it knows: so the schema of a format is
/// what the program reads, and cannot fall behind it.
package final class SchemaNode {
  package private(set) var keys: [(name: String, shape: Shape)] = []
  package private(set) var required: [String] = []
  /// The shape of the values under names of the user's own.
  package var others: Shape?

  /// What a value may be.
  package indirect enum Shape {
    case text, number, length, colour, flag, texts
    case integer(ClosedRange<Int>)
    case choice([String])
    /// Words of a list, several of them in one text.
    case choices([String])
    case mapping(SchemaNode)
  }

  package init() {}

  /// The last shape that is asked for counts.
  func note(_ key: String, _ shape: Shape) {
    if let index = keys.firstIndex(where: { $0.name == key }) {
      keys[index].shape = shape
    } else {
      keys.append((key, shape))
    }
  }

  func require(_ key: String) {
    if !required.contains(key) { required.append(key) }
  }

  /// The mapping below a key.
  func inner(_ key: String) -> SchemaNode {
    for case (key, .mapping(let node)) in keys { return node }
    let node = SchemaNode()
    note(key, .mapping(node))
    return node
  }
}
