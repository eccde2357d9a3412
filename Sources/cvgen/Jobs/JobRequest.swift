// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

/// A job in words: a row of a table, a line of NDJSON, or what the command line says of all.
struct JobRequest {
  /// What can be said of a job; the names of columns and keys, and of options.
  enum Key: String, CaseIterable {
    case profile, input, output, variant, formats, theme, set, paper, locale, name, emoji, headline,
      summary
    case company, role, with, without, pages, drop, keep, date, strict, root, config, bibliography
    case fonts, selected, keyword
    case systemFonts = "system-fonts"
    case pdfStandard = "pdf-standard"
    case attachSource = "attach-source"
    case translateTitles = "translate-titles"

    /// The signs between the values of a key in one text; `nil` where it has one value only.
    fileprivate var separators: String? {
      switch self {
      case .formats, .with, .without: ",; "
      case .set, .bibliography, .fonts, .keyword: ";"
      default: nil
      }
    }
  }

  /// The texts of a key, and where they stand.
  struct Value {
    var texts: [String]
    var span: SourceSpan?
  }

  /// Keys without a text are left out.
  private(set) var values: [Key: Value] = [:]

  subscript(key: Key) -> String? {
    get { values[key]?.texts.first }
    set { self[all: key] = newValue.map { [$0] } ?? [] }
  }

  /// All texts of a key.
  subscript(all key: Key) -> [String] {
    get { values[key]?.texts ?? [] }
    set { values[key] = newValue.isEmpty ? nil : Value(texts: newValue) }
  }

  func span(of key: Key) -> SourceSpan? { values[key]?.span }

  /// The request with another's values for what it does not say itself.
  func over(_ defaults: JobRequest) -> JobRequest {
    var request = self
    request.values.merge(defaults.values) { own, _ in own }
    return request
  }

  init() {}

  /// - Parameters:
  ///   - node: An object, or a row as one; keys that are none of `Key` are passed over.
  ///   - source: The text that the places of the node lie in.
  init(_ node: DataNode, in source: SourceFile) {
    for member in node.members {
      guard let key = Key(column: member.key) else { continue }
      let texts = Self.texts(of: member.value, for: key, in: source)
      values[key] = texts.isEmpty ? nil : Value(texts: texts, span: member.value.span)
    }
  }

  private static func texts(
    of node: DataNode, for key: Key, in source: SourceFile
  ) -> [String] {
    switch node.value {
    case .sequence(let items): return items.flatMap { texts(of: $0, for: key, in: source) }
    case .mapping where key == .input:
      // A profile as JSON is read as it stands.
      return node.span.map { [String(decoding: source.text[$0.range], as: UTF8.self)] } ?? []
    case .mapping(let members): return members.flatMap { overrides($0, below: "") }
    case .scalar:
      guard let text = node.text, text.contains(where: { !$0.isWhitespace }) else { return [] }
      if key == .input { return [text] }
      guard let separators = key.separators else { return [text.trimmingBlanks] }
      return text.split { separators.contains($0) }.map { String($0).trimmingBlanks }
        .filter { !$0.isEmpty }
    }
  }

  /// The values of a nested object as `styles.body.size=10pt`.
  private static func overrides(_ member: DataNode.Member, below path: String) -> [String] {
    let path = path.isEmpty ? member.key : "\(path).\(member.key)"
    if let text = member.value.text { return ["\(path)=\(text)"] }
    return member.value.members.flatMap { overrides($0, below: path) }
  }
}

extension JobRequest.Key {
  /// - Parameter column: As people write it: case, blanks and low lines do not matter.
  init?(column: String) {
    let letters = column.trimmingBlanks.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 }
    let name = String(letters)
    // The option has both names.
    self.init(rawValue: name == "lang" ? "locale" : name)
  }
}

extension String {
  /// Without the blanks at its ends.
  var trimmingBlanks: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension JobRequest {
  /// As the worker reads it; keys in the order of `Key`.
  var members: [(String, JSONValue)] {
    Key.allCases.compactMap { key in
      guard let texts = values[key]?.texts else { return nil }
      let isList = key.separators != nil
      return (key.rawValue, isList ? .array(texts.map { .string($0) }) : .string(texts[0]))
    }
  }
}
