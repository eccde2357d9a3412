// SPDX-License-Identifier: MIT
import CVModel

/// Fills a template of a theme with the fields of an entry.
///
/// What stands between two fields is printed only between two values; of several such texts the
/// one with a stop counts, else the last. A stop is printed also after the last value, and not
/// doubled: `Whither?. ` becomes `Whither? `.
func filled(
  _ template: LineTemplate, _ field: @escaping (String, RichText.Marks) -> LayoutText
) -> LayoutText {
  var filling = TemplateFilling(field: field)
  filling.fill(template.pieces)
  filling.finish()
  return filling.result
}

/// Sets the values of one entry into a template, with the signs between them.
private struct TemplateFilling {
  let field: (String, RichText.Marks) -> LayoutText
  private(set) var result = LayoutText()
  private var pending: [String] = []

  init(field: @escaping (String, RichText.Marks) -> LayoutText) { self.field = field }

  mutating func fill(_ pieces: [LineTemplate.Piece]) {
    for piece in pieces {
      switch piece {
      case .literal(let text, _): pending.append(text)
      case .field(let name, let marks): append(field(name, marks))
      case .optional(let inner): fillOptional(inner)
      }
    }
  }

  /// A closing stop stands behind the last value, whatever would have followed.
  mutating func finish() {
    guard let stop = pending.first(where: { $0.hasPrefix(".") }), !stop.isEmpty, !result.isEmpty,
      !endsSentence
    else { return }
    result.append(".", role: .separator)
  }

  private mutating func fillOptional(_ pieces: [LineTemplate.Piece]) {
    let hasValue = pieces.contains { piece in
      if case .field(let name, let marks) = piece { return !field(name, marks).isEmpty }
      return false
    }
    guard hasValue else { return }
    fill(pieces)
    // What closes the group, as a bracket, stands whether or not more follows.
    if case .literal(let closing, _)? = pieces.last, !pending.isEmpty {
      pending.removeLast()
      result.append(closing, role: .separator)
    }
  }

  private mutating func append(_ value: LayoutText) {
    guard !value.isEmpty else { return }
    if !result.isEmpty { result.append(separator, role: .separator) }
    pending = []
    result.append(value)
  }

  private var separator: String {
    guard let stop = pending.first(where: { $0.hasPrefix(".") }) else { return pending.last ?? "" }
    return endsSentence ? String(stop.dropFirst()) : stop
  }

  private var endsSentence: Bool {
    let text = result.text.reversed().drop { "”’\"')]".contains($0) }
    return text.first.map { ".?!…".contains($0) } ?? false
  }
}
