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
  /// The texts since the last value; one that changes its look is one text.
  private var pending: [LayoutText] = []
  /// Whether the next text continues the last one.
  private var isInText = false
  private var colour: String?

  init(field: @escaping (String, RichText.Marks) -> LayoutText) { self.field = field }

  mutating func fill(_ pieces: [LineTemplate.Piece]) {
    for piece in pieces {
      switch piece {
      case .literal(let text, let marks): addText(text, marks)
      case .field(let name, let marks):
        append(field(name, marks))
        isInText = false
      case .optional(let inner):
        isInText = false
        fillOptional(inner)
        isInText = false
      case .coloured(let name, let inner):
        let outer = colour
        colour = name
        fill(inner)
        colour = outer
      }
    }
  }

  private mutating func addText(_ text: String, _ marks: RichText.Marks) {
    var run = LayoutRun(text: text, role: .separator)
    run.colour = colour
    run.marks = marks
    if isInText, let last = pending.indices.last {
      pending[last].runs.append(run)
    } else {
      pending.append(LayoutText([run]))
    }
    isInText = true
  }

  /// A closing stop stands behind the last value, whatever would have followed.
  mutating func finish() {
    guard pending.contains(where: { $0.text.hasPrefix(".") }), !result.isEmpty, !endsSentence
    else { return }
    if let last = result.runs.indices.last, result.runs[last].text.hasPrefix(",”") {
      // What waited for more is the end.
      result.runs[last].text = ".”"
    } else {
      result.append(".", role: .separator)
    }
  }

  private mutating func fillOptional(_ pieces: [LineTemplate.Piece]) {
    guard LineTemplate.fields(of: pieces).contains(where: { !field($0, []).isEmpty }) else {
      return
    }
    // Behind nothing, what parts the group from it is not printed, and so neither what closes it.
    let isFirst = result.isEmpty
    fill(pieces)
    // What closes the group, as a bracket, stands whether or not more follows.
    if case .literal? = pieces.last, let closing = pending.popLast(), !isFirst || !isParted(pieces)
    {
      close(with: closing)
    }
  }

  private func isParted(_ pieces: [LineTemplate.Piece]) -> Bool {
    if case .literal(let text, _)? = pieces.first { !Self.isOpening(text) } else { false }
  }

  /// `.”` behind a title that ends with a sign of its own is `”`.
  private mutating func close(with text: LayoutText) {
    var text = text
    if text.runs[0].text.hasPrefix("."), endsSentence { text.runs[0].text.removeFirst() }
    result.append(text)
  }

  private mutating func append(_ value: LayoutText) {
    guard !value.isEmpty else { return }
    let opening = pending.last.flatMap { Self.isOpening($0.text) ? pending.removeLast() : nil }
    if !result.isEmpty { result.append(separator(before: value)) }
    let beginsSentence = opening == nil && Self.endsSentence(result.text.trimmedEnd)
    if let opening { result.append(opening) }
    pending = []
    result.append((beginsSentence ? value.beginningSentence : value).tinted(colour))
  }

  /// What stands between two values: no comma before one that begins with a bracket.
  private func separator(before value: LayoutText) -> LayoutText {
    guard var stop = pending.first(where: { $0.text.hasPrefix(".") }) else {
      var sign = pending.last ?? LayoutText()
      if sign.text == ", ", value.text.hasPrefix("(") { sign.runs[0].text = " " }
      // A value may bring the comma with it.
      if result.text.last == ",", sign.text.first == "," { sign.runs[0].text.removeFirst() }
      return sign
    }
    if endsSentence { stop.runs[0].text.removeFirst() }
    return stop
  }

  /// Whether a text opens a bracket or a quotation, and so belongs to the value behind it.
  private static func isOpening(_ text: String) -> Bool {
    text.first.map { "([“".contains($0) } ?? false
  }

  private var endsSentence: Bool { Self.endsSentence(result.text[...]) }

  private static func endsSentence(_ text: Substring) -> Bool {
    let last = text.unicodeScalars.last { !"”’\"')]*†‡".unicodeScalars.contains($0) }
    return last.map { ".?!…".unicodeScalars.contains($0) } ?? false
  }
}

extension String {
  fileprivate var trimmedEnd: Substring {
    self[..<(lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? startIndex)]
  }
}

extension LayoutText {
  /// `with Ada Roe` behind a stop: a remark of plain words with a capital.
  fileprivate var beginningSentence: LayoutText {
    guard let first = runs.first, first.role == .note,
      case let word = first.text.prefix(while: { !$0.isWhitespace }), word.count < first.text.count,
      word.allSatisfy({ $0.isLowercase && $0.isLetter })
    else { return self }
    var text = self
    text.runs[0].text = word.prefix(1).uppercased() + first.text.dropFirst()
    return text
  }

  /// The text in a colour of the theme; the owner's name keeps that of the text around it.
  fileprivate func tinted(_ colour: String?) -> LayoutText {
    guard let colour else { return self }
    var text = self
    for index in text.runs.indices where text.runs[index].role != .ownAuthor {
      text.runs[index].colour = text.runs[index].colour ?? colour
    }
    return text
  }
}
