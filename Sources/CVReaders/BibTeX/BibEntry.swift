// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup

/// An entry of a bibliography as it stands in the file.
struct BibEntry {
  /// In lower case: `article`.
  var type: String
  /// The name by which it is cited.
  var key: String
  /// From the sign `@` to the closing brace.
  var span: SourceSpan?
  var fields: [BibField] = []

  /// The last field of a name that has a value.
  subscript(names: String...) -> BibField? {
    for name in names {
      if let field = fields.last(where: { $0.name == name && !$0.isBlank }) { return field }
    }
    return nil
  }
}

/// A name with a value, still in LaTeX.
struct BibField {
  /// In lower case.
  var name: String
  var nameSpan: SourceSpan?
  /// The parts between the signs `#`, those of strings in their places.
  var parts: [EditedText]

  /// The whole value, as it stands.
  var raw: [UInt8] { parts.flatMap(\.bytes) }

  var span: SourceSpan? {
    parts.compactMap { $0.span(of: 0..<$0.count) }.first
  }

  var isBlank: Bool {
    parts.allSatisfy { $0.bytes.allSatisfy { [0x20, 0x09, 0x0A, 0x7B, 0x7D].contains($0) } }
  }
}
