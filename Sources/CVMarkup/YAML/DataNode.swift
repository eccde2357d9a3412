// SPDX-License-Identifier: MIT
package import CVDiagnostics
import CVModel

/// A value of YAML, TOML or JSON with its place.
package struct DataNode: Hashable, Sendable {
  package var value: Value
  package var span: SourceSpan?

  package init(_ value: Value, span: SourceSpan? = nil) {
    self.value = value
    self.span = span
  }

  /// What stands at a place: a text, values in a row, or keys with values.
  package enum Value: Hashable, Sendable {
    /// The text of a scalar; quoted ones are text even where they look like a number or `null`.
    case scalar(String, isQuoted: Bool)
    case sequence([DataNode])
    case mapping([Member])
  }

  /// A key with its value.
  package struct Member: Hashable, Sendable {
    package var key: String
    package var keySpan: SourceSpan?
    package var value: DataNode

    package init(key: String, keySpan: SourceSpan?, value: DataNode) {
      self.key = key
      self.keySpan = keySpan
      self.value = value
    }
  }

  /// The members of a mapping; empty for anything else.
  package var members: [Member] {
    if case .mapping(let members) = value { return members }
    return []
  }

  /// The items of a sequence; empty for anything else.
  package var items: [DataNode] {
    if case .sequence(let items) = value { return items }
    return []
  }

  /// The value of a key; the last one where a key stands twice, as YAML loaders have it.
  package subscript(key: String) -> DataNode? { members.last { $0.key == key }?.value }

  /// The text of a scalar; `nil` for YAML's null (`~`, `null`, nothing) and for collections.
  package var text: String? {
    guard case .scalar(let text, let isQuoted) = value else { return nil }
    if !isQuoted, ["", "~", "null", "Null", "NULL"].contains(text) { return nil }
    return text
  }

  /// The tags that it names: the items of a list, or the words of a text.
  package var tags: [String] {
    text.map { Tags.words(in: $0) }
      ?? items.compactMap(\.text).flatMap { Tags.words(in: $0 + ",") }
  }
}
