// SPDX-License-Identifier: MIT
import CVModel

extension RichText {
  /// The label of the first labelled run.
  var label: String? { runs.lazy.compactMap(\.attributes.label).first }

  var isLabelled: Bool { runs.contains { $0.attributes.label != nil } }

  /// The text without its labels.
  func unlabelled() -> RichText {
    isLabelled ? mapAttributes { $0.label = nil } : self
  }
}

/// A line cut where its labels change.
struct LabelledParts {
  /// In the order of the line; words without a label have no field.
  private(set) var parts: [(field: EntryField?, text: RichText)] = []

  init(_ lines: [RichText]) {
    for line in lines { append(line) }
  }

  private mutating func append(_ line: RichText) {
    var last: (label: String?, text: RichText)?
    line.forEachRun { run, text in
      let piece = RichText(String(text), run.attributes, span: run.span)
      if let open = last, open.label == run.attributes.label {
        last?.text.append(piece)
      } else {
        flush(last)
        last = (run.attributes.label, piece)
      }
    }
    flush(last)
  }

  private mutating func flush(_ part: (label: String?, text: RichText)?) {
    guard let part else { return }
    let text = part.text.unlabelled().collapsed()
    if !text.isEmpty { parts.append((part.label.flatMap { EntryField(rawValue: $0) }, text)) }
  }

  /// All values of a field, in their order.
  subscript(field: EntryField) -> [RichText] {
    parts.filter { $0.field == field }.map(\.text)
  }

  /// The value of a field that has one; several stand one behind the other.
  func value(_ field: EntryField) -> RichText? {
    let values = self[field]
    return values.joinedIfAny(separator: " ")
  }

  /// Words that no label covers; signs between labelled words are none.
  var rest: RichText? {
    let words = parts.filter { $0.field == nil && $0.text.hasWords }
    return words.isEmpty ? nil : words.map { $0.text.trimmedSigns() }.joinedRich(separator: " ")
  }

  /// The words of the dates with what they mean.
  var dates: Dates? {
    guard let text = value(.dates) else { return nil }
    // `25`, of a venue such as `ICML’25`.
    if let year = Int(text.text), 0...99 ~= year {
      return Dates([.init(PartialDate(2000 + year))], words: text.text)
    }
    var dates = ExtractedDates(text).dates
    dates?.words = text.text
    return dates
  }

  var links: [Link] {
    self[.link].map { text in
      Link(label: text.text, url: text.runs.lazy.compactMap(\.attributes.link).first ?? "")
    }
  }
}

extension RichText {
  fileprivate var unicodeScalars: String.UnicodeScalarView { text.unicodeScalars }
}
