// SPDX-License-Identifier: MIT

/// A tag of a document as it was drawn.
public struct StructureTag: Hashable, Sendable {
  /// A standard structure type (ISO 32000-1, 14.8.4), such as `LBody`.
  public var name: String
  /// How many tags stand around it.
  public var depth: Int
  /// A BCP 47 tag where it differs from the document's.
  public var language: String?
  /// The words of a link or a label, those that stand for a figure; empty for other tags.
  public var text = ""

  public init(name: String, depth: Int, language: String? = nil) {
    self.name = name
    self.depth = depth
    self.language = language
  }
}
