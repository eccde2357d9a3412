// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

/// Reads the members of a mapping one by one, and reports what is wrong with them.
///
/// Each getter notes its key as known; `reportUnknownKeys` then names the keys that nobody asked
/// for, with the nearest known one. A wrong value gives its default, so that one run shows all
/// faults.
struct MappingReader {
  let node: DataNode
  /// The keys that lead here, for messages: `page.a4`.
  let path: String
  /// What the keys belong to, for messages.
  let subject: String
  private var known: [String] = []
  /// Told every key that is asked for, where a schema is made; the mapping is then empty.
  let schema: SchemaNode?

  init(
    _ node: DataNode, path: String = "", subject: String = "a theme", schema: SchemaNode? = nil
  ) {
    self.node = node
    self.path = path
    self.subject = subject
    self.schema = schema
  }

  // MARK: Values

  mutating func string(_ key: String, _ log: inout DiagnosticLog) -> String? {
    schema?.note(key, .text)
    guard let value = value(key) else { return nil }
    guard let text = value.text else {
      log.add(wrong(key, value, "a text"))
      return nil
    }
    return text
  }

  mutating func requiredString(_ key: String, _ log: inout DiagnosticLog) -> String {
    require(key, &log)
    return string(key, &log) ?? ""
  }

  mutating func number(_ key: String, _ log: inout DiagnosticLog) -> Double? {
    schema?.note(key, .number)
    guard let value = value(key) else { return nil }
    guard let number = value.text.flatMap(Double.init), number.isFinite else {
      log.add(wrong(key, value, "a number"))
      return nil
    }
    return number
  }

  /// A whole number within a range.
  mutating func integer(
    _ key: String, in range: ClosedRange<Int>, _ log: inout DiagnosticLog
  ) -> Int? {
    schema?.note(key, .integer(range))
    guard let value = value(key) else { return nil }
    guard let number = value.text.flatMap({ Int($0) }), range.contains(number) else {
      log.add(wrong(key, value, "a whole number from \(range.lowerBound) to \(range.upperBound)"))
      return nil
    }
    return number
  }

  mutating func requiredNumber(_ key: String, _ log: inout DiagnosticLog) -> Double {
    require(key, &log)
    return number(key, &log) ?? 0
  }

  /// A length in `pt` or `mm`, zero or more.
  mutating func length(_ key: String, _ log: inout DiagnosticLog) -> Length? {
    schema?.note(key, .length)
    guard let value = value(key) else { return nil }
    guard let length = value.text.flatMap(parsedLength), length >= .zero else {
      log.add(wrong(key, value, "a length such as 10pt or 18mm"))
      return nil
    }
    return length
  }

  mutating func requiredLength(_ key: String, _ log: inout DiagnosticLog) -> Length {
    require(key, &log)
    return length(key, &log) ?? .zero
  }

  /// A length of more than nothing.
  mutating func requiredPositiveLength(_ key: String, _ log: inout DiagnosticLog) -> Length {
    let length = requiredLength(key, &log)
    if length == .zero, let node = node[key], node.text.flatMap(parsedLength) == .zero {
      log.add(wrong(key, node, "a length of more than nothing"))
    }
    return length
  }

  mutating func colour(_ key: String, _ log: inout DiagnosticLog) -> Colour? {
    schema?.note(key, .colour)
    guard let value = value(key) else { return nil }
    guard let colour = value.text.flatMap({ Colour(hex: $0) }) else {
      log.add(wrong(key, value, "a colour such as \"#1A2B3C\""))
      return nil
    }
    return colour
  }

  mutating func flag(_ key: String, _ log: inout DiagnosticLog) -> Bool? {
    schema?.note(key, .flag)
    guard let value = value(key) else { return nil }
    switch value.text {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      log.add(wrong(key, value, "true or false"))
      return nil
    }
  }

  /// One of the cases of an enum whose raw values are the words of the file.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _: Choice.Type, _ log: inout DiagnosticLog
  ) -> Choice? where Choice.RawValue == String {
    schema?.note(key, .choice(Choice.allCases.map(\.rawValue)))
    guard let value = value(key) else { return nil }
    if let choice = value.text.flatMap(Choice.init) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    log.add(wrong(key, value, "one of " + words.joined(separator: ", "), near: words))
    return nil
  }

  /// Some of the cases of an enum.
  mutating func choices<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Choice.Type, _ log: inout DiagnosticLog
  ) -> [Choice]? where Choice.RawValue == String {
    choiceLines(key, type, &log)?.flatMap { $0 }
  }

  /// A list of texts, each of some cases of an enum with blanks between them.
  mutating func choiceLines<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _: Choice.Type, _ log: inout DiagnosticLog
  ) -> [[Choice]]? where Choice.RawValue == String {
    let given = strings(key, &log)
    schema?.note(key, .choices(Choice.allCases.map(\.rawValue)))
    guard let texts = given else { return nil }
    let names = Choice.allCases.map(\.rawValue)
    return zip(texts, node[key]?.items ?? []).map { text, item in
      text.split(separator: " ").compactMap { word in
        if let choice = Choice(rawValue: String(word)) { return choice }
        var fault = wrong(key, item, "a list of " + names.joined(separator: ", "))
        fault.label = "“\(word)” is none of them"
        fault.help = nearest(to: String(word), among: names).map { "did you mean “\($0)”?" }
        log.add(fault)
        return nil
      }
    }
  }

  /// Steps of the grid, zero or more.
  mutating func steps(_ key: String, _ log: inout DiagnosticLog) -> Double? {
    guard let steps = number(key, &log) else { return nil }
    if steps < 0, let value = node[key] {
      log.add(wrong(key, value, "zero or more steps"))
      return nil
    }
    return steps
  }

  mutating func strings(_ key: String, _ log: inout DiagnosticLog) -> [String]? {
    schema?.note(key, .texts)
    guard let value = value(key) else { return nil }
    let texts = value.items.compactMap(\.text)
    guard case .sequence = value.value, texts.count == value.items.count else {
      log.add(wrong(key, value, "a list of texts"))
      return nil
    }
    return texts
  }

  /// A mapping inside this one.
  mutating func mapping(_ key: String, _ log: inout DiagnosticLog) -> MappingReader? {
    if let schema {
      return MappingReader(node, path: joined(key), subject: subject, schema: schema.inner(key))
    }
    guard let value = value(key) else { return nil }
    guard case .mapping = value.value else {
      log.add(wrong(key, value, "a mapping of keys"))
      return nil
    }
    return MappingReader(value, path: joined(key), subject: subject)
  }

  mutating func requiredMapping(_ key: String, _ log: inout DiagnosticLog) -> MappingReader {
    require(key, &log)
    return mapping(key, &log) ?? MappingReader(DataNode(.mapping([])), path: joined(key))
  }

  /// Whether a key is there, for one that another reader takes.
  mutating func isThere(_ key: String) -> Bool { value(key) != nil }

  // MARK: Faults

  /// Reports the keys that no getter asked for.
  func reportUnknownKeys(_ log: inout DiagnosticLog) {
    for member in node.members where !known.contains(member.key) {
      let near = nearest(to: member.key, among: known)
      log.add(
        Diagnostic(
          .error, .unknownKey, "“\(joined(member.key))” is no key of \(subject)",
          at: member.keySpan,
          help: near.map { "did you mean “\($0)”?" }
            ?? "the keys here are " + known.sorted().joined(separator: ", ")))
    }
  }

  /// The diagnostic of a value that is not what its key wants.
  func wrong(
    _ key: String, _ value: DataNode, _ expected: String, near words: [String] = []
  ) -> Diagnostic {
    let near = value.text.flatMap { nearest(to: $0, among: words) }
    return Diagnostic(
      .error, .badValue, "“\(joined(key))” must be \(expected)", at: value.span,
      help: near.map { "did you mean “\($0)”?" })
  }

  /// Of a mapping that is missing itself, told already, no key is missed.
  private func require(_ key: String, _ log: inout DiagnosticLog) {
    schema?.require(key)
    if node.span != nil, node[key] == nil { log.add(missing(key)) }
  }

  func missing(_ key: String) -> Diagnostic {
    Diagnostic(
      .error, .missingKey, "the key “\(joined(key))” is missing", at: node.span.map(firstByte),
      help: "see docs/themes.md for what it means")
  }

  private func firstByte(_ span: SourceSpan) -> SourceSpan {
    let start = span.range.lowerBound
    return SourceSpan(file: span.file, range: start..<min(start + 1, span.range.upperBound))
  }

  private mutating func value(_ key: String) -> DataNode? {
    known.append(key)
    return node[key]
  }

  private func joined(_ key: String) -> String { path.isEmpty ? key : path + "." + key }
}

/// A length with its unit: `10pt`, `18mm`.
private func parsedLength(_ text: String) -> Length? {
  for (unit, make) in [("pt", Length.pt), ("mm", Length.mm)] where text.hasSuffix(unit) {
    let digits = text.dropLast(unit.count)
    return Double(digits.last == " " ? digits.dropLast() : digits).map(make)
  }
  return nil
}

/// The word with the fewest edits from a wrong one, if they are few enough to be a slip.
package func nearest(to word: String, among words: [String]) -> String? {
  let letters = Array(word.lowercased())
  let ranked = words.map { ($0, editDistance(letters, Array($0.lowercased()))) }
  guard let best = ranked.min(by: { $0.1 < $1.1 }) else { return nil }
  return best.1 <= max(2, word.count / 3) ? best.0 : nil
}
