// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

/// A profile on its way out of a tree of data, with what every format needs for it.
struct DataReading {
  var profile = Profile()
  /// The ways to reach the owner, by the keys that settings have for them.
  var contacts: [DataNode.Member] = []
  /// Ways under words of the author's own.
  var stated: [Contact] = []
  var account = ImportAccount()
  var log = DiagnosticLog()
  private let texts: ScalarTexts
  /// Whether texts may have emphasis and links.
  private let isMarkdown: Bool
  private let emoji: EmojiPolicy

  init(_ texts: ScalarTexts, isMarkdown: Bool, emoji: EmojiPolicy) {
    self.texts = texts
    self.isMarkdown = isMarkdown
    self.emoji = emoji
  }

  // MARK: Texts

  /// The text of a value; what is no text gives the words in it, with a warning.
  mutating func text(_ node: DataNode?, of key: String = "") -> RichText? {
    guard let node, !node.isBlank else { return nil }
    guard case .scalar = node.value else {
      wrongType(node, key, expected: "a text")
      return node.scalars.compactMap { text($0) }.joinedIfAny(separator: ", ")
    }
    return words(node)
  }

  private mutating func words(_ node: DataNode) -> RichText? {
    guard let edited = texts.text(of: node) else { return nil }
    return filled(inline(edited))
  }

  private mutating func inline(_ edited: EditedText) -> RichText {
    let inline =
      isMarkdown ? readInlineMarkdown(edited, emoji: emoji) : plainText(edited, emoji: emoji)
    account.add(contentsOf: inline.account)
    return isMarkdown ? withoutImages(inline.text).collapsed() : inline.text
  }

  private func filled(_ text: RichText) -> RichText? { text.isEmpty ? nil : text }

  /// The paragraphs of a text as one, and the points below them: lines that begin with a dash.
  mutating func prose(_ node: DataNode) -> (text: RichText?, bullets: [Bullet]) {
    let parts = paragraphs(node)
    return (
      parts.filter { !$0.isPoint }.map(\.text).joinedIfAny(separator: " "),
      parts.filter(\.isPoint).map { Bullet($0.text) }
    )
  }

  /// The paragraphs and the points of a text.
  mutating func paragraphs(_ node: DataNode) -> [(isPoint: Bool, text: RichText)] {
    guard let edited = texts.text(of: node) else { return [] }
    return parts(of: edited).compactMap { part in
      let text = inline(part.text)
      return text.isEmpty ? nil : (part.isPoint, text)
    }
  }

  /// A text cut at blank lines and before lines that begin with a dash or a star.
  private func parts(of text: EditedText) -> [(isPoint: Bool, text: EditedText)] {
    var parts: [(isPoint: Bool, range: Range<Int>)] = []
    var start = 0
    while start < text.count {
      let end = text.bytes[start...].firstIndex(of: 0x0A) ?? text.count
      let first = text.bytes[start..<end].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? end
      let line = text.bytes[first..<end]
      let isPoint =
        line.count > 2 && (line[first] == 0x2D || line[first] == 0x2A) && line[first + 1] == 0x20
      if line.isEmpty || isPoint || parts.isEmpty {
        parts.append((isPoint, (isPoint ? first + 2 : first)..<end))
      } else {
        parts[parts.count - 1].range = parts[parts.count - 1].range.lowerBound..<end
      }
      start = end + 1
    }
    return parts.filter { !$0.range.isEmpty }.map { ($0.isPoint, text.slice($0.range)) }
  }

  // MARK: What is left

  /// Tells of the keys that no reader knows, and keeps their words in the account.
  mutating func reportRest(of fields: Fields) {
    for member in fields.rest {
      keep(member, as: .unknownKey)
      guard !isExtension(member.key) else { continue }
      reportUnknown(member, of: fields, "what it says is left out")
    }
  }

  /// What an entry says under keys that no reader knows, each with its key before it: `Team: Rain`.
  ///
  /// Words only: switches, numbers and addresses say nothing by themselves.
  mutating func takeNotes(of fields: inout Fields) -> [RichText] {
    let members = fields.takeRest { !isExtension($0.key) && isNote($0.value) }
    return members.compactMap { member in
      reportUnknown(member, of: fields, "what it says is kept as a note")
      return member.value.list.compactMap { text($0) }.joinedIfAny(separator: ", ")
        .map { label(of: member) + $0 }
    }
  }

  private func isNote(_ value: DataNode) -> Bool {
    guard !value.isMapping, !value.isBlank else { return false }
    return value.list.allSatisfy { item in
      guard let text = item.text, isYes(text) == false else { return false }
      return text.contains(where: \.isLetter) && !text.contains("://") && !text.hasPrefix("/")
        && !["false", "no", "null", "off"].contains(text.lowercased())
    }
  }

  /// Tells of a key that no reader knows.
  ///
  /// - Parameter fate: What becomes of its value.
  mutating func reportUnknown(_ member: DataNode.Member, of fields: Fields, _ fate: String) {
    let near = fields.suggestion(for: member.key)
    log.add(
      Diagnostic(
        .warning, .unknownKey, "the key “\(fields.name(member.key))” is not known; \(fate)",
        at: member.keySpan, help: near.map { "did you mean “\($0)”?" }))
  }

  /// Keys that themes and editors use, and no reader shows.
  private func isExtension(_ key: String) -> Bool {
    let name = key.lowercased()
    let icons: Set<String> = ["icon", "image", "logo", "thumbnail", "id", "order", "color"]
    return name.hasPrefix("x_") || name.hasPrefix("x-") || name.hasPrefix("_")
      || name.hasPrefix("$") || icons.contains(name)
  }

  /// Puts the words of a member into the account.
  mutating func keep(_ member: DataNode.Member, as fate: ImportAccount.Fate) {
    for scalar in member.value.scalars {
      if let text = scalar.text { account.add(fate, text, at: scalar.span ?? member.keySpan) }
    }
  }

  /// Puts values that are read as something else, or not at all, into the account.
  mutating func leave(_ node: DataNode?, as fate: ImportAccount.Fate = .settings) {
    for scalar in node?.scalars ?? [] {
      if let text = scalar.text { account.add(fate, text, at: scalar.span) }
    }
  }

  mutating func wrongType(_ node: DataNode, _ key: String, expected: String) {
    let name = key.isEmpty ? "the value" : "“\(key)”"
    log.add(
      Diagnostic(
        .warning, .badValue, "\(name) must be \(expected); its words are kept",
        at: node.span.map(\.firstLine)))
  }

  /// A text with what its key says of it before: `GPA: 3.9`.
  mutating func labelled(_ member: DataNode.Member) -> RichText? {
    guard let value = text(member.value, of: member.key) else { return nil }
    return label(of: member) + value
  }

  private func label(of member: DataNode.Member) -> RichText {
    RichText(displayed(member.key) + ": ", span: member.keySpan)
  }
}

/// A key as words: `relevantCourses` and `relevant_courses` are `Relevant courses`.
func displayed(_ key: String) -> String {
  var words = ""
  for character in key {
    if character == "_" || character == "-" {
      words.append(" ")
    } else if character.isUppercase, let last = words.last, last.isLowercase {
      words += " " + character.lowercased()
    } else {
      words.append(character)
    }
  }
  let short: Set<String> = ["gpa", "doi", "url"]
  if short.contains(words.lowercased()) { return words.uppercased() }
  return words.prefix(1).uppercased() + words.dropFirst()
}

extension SourceSpan {
  /// The span cut to a length that a message can underline.
  var firstLine: SourceSpan {
    SourceSpan(file: file, range: range.lowerBound..<min(range.upperBound, range.lowerBound + 40))
  }
}

extension DataReading {
  /// Takes the owner's photo; documents show it where their theme has a place for one.
  mutating func takePhoto(_ node: DataNode?) {
    profile.photo = node.flatMap { Photo($0) }
    leave(node, as: .image)
  }
}

extension Photo {
  /// The photo of a path; `nil` for anything else.
  init?(_ node: DataNode) {
    guard let path = node.text?.trimmingSpaces(), !path.isEmpty, path != "false" else { return nil }
    self.init(path, span: node.span)
  }
}
