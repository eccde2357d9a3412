// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel
import CVSettings

/// The JSON Schema (draft 2020-12) of the block `cvgen:`, for editors.
public func preferencesSchema() -> String {
  schema("cvgen: in the front matter of a profile", properties() + [variants])
}

/// The JSON Schema (draft 2020-12) of `cvgen.yml`, for editors.
public func configurationSchema() -> String {
  let texts = JSONValue.object([("type", .array([.string("string"), .string("array")]))])
  return schema(
    "cvgen.yml",
    properties() + [
      variants, described("profiles", "The profiles that cvgen build reads.", texts),
      described(
        "output", "The pattern of the names that cvgen build writes.", schemaType("string")),
    ])
}

private typealias Member = (String, JSONValue)

private func schema(_ title: String, _ properties: [Member]) -> String {
  JSONValue.object([
    ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
    ("title", .string(title)),
    ("type", .string("object")), ("additionalProperties", .boolean(false)),
    ("properties", .object(properties)),
  ]).pretty()
}

private var variants: Member {
  let variant = JSONValue.object([
    ("type", .array([.string("object"), .string("null")])),
    ("additionalProperties", .boolean(false)), ("properties", .object(properties())),
  ])
  return described("variants", "Documents of one profile, by their names.", mapping(to: variant))
}

private func described(_ key: String, _ summary: String, _ value: JSONValue) -> Member {
  guard case .object(let members) = value else { return (key, value) }
  return (key, .object(members + [("description", .string(summary))]))
}

private func properties() -> [Member] {
  PreferenceKey.allCases.map { described($0.rawValue, $0.summary, shape(of: $0)) }
}

private func shape(of key: PreferenceKey) -> JSONValue {
  let kind = choice(SectionKind.self)
  let texts = schemaList(of: schemaType("string"))
  let words = JSONValue.object([("type", .array([.string("string"), .string("array")]))])
  return switch key {
  case .name, .headline, .summary, .theme, .locale, .lang: schemaType("string")
  case .photo: .object([("type", .array([.string("string"), .string("boolean")]))])
  case .contacts: .object([("type", .array([.string("object"), .string("array")]))])
  case .aliases: texts
  case .exclude, .bibliography, .fonts: words
  case .order, .include, .priority: schemaList(of: kind)
  case .kinds: mapping(to: kind)
  case .titles: mapping(to: schemaType("string"))
  case .tagged: mapping(to: words)
  case .tags:
    .object([
      ("type", .string("object")), ("additionalProperties", .boolean(false)),
      ("properties", .object([("include", words), ("exclude", words)])),
    ])
  case .limits: mapping(to: schemaCount(0...10_000))
  case .publications:
    .object([
      ("type", .string("object")), ("additionalProperties", .boolean(false)),
      ("properties", .object([("selected", schemaType("boolean")), ("keywords", words)])),
    ])
  case .privacy: choice(Preferences.Privacy.self)
  case .set: mapping(to: .object([("type", .array([.string("string"), .string("number")]))]))
  case .paper: choice(Paper.self)
  case .pages: schemaCount(1...1000)
  case .drop: schemaType("boolean")
  case .formats: schemaList(of: choice(FormatName.self))
  }
}

private func choice<Choice: RawRepresentable & CaseIterable>(_: Choice.Type) -> JSONValue
where Choice.RawValue == String {
  schemaChoice(Choice.allCases.map(\.rawValue))
}

/// The schema of one of some words.
func schemaChoice(_ words: [String]) -> JSONValue {
  .object([("enum", .array(words.map { .string($0) }))])
}

/// The schema of a list.
func schemaList(of items: JSONValue) -> JSONValue {
  .object([("type", .string("array")), ("items", items)])
}

/// The schema of whole numbers of a range.
func schemaCount(_ range: ClosedRange<Int>) -> JSONValue {
  .object([
    ("type", .string("integer")), ("minimum", .integer(range.lowerBound)),
    ("maximum", .integer(range.upperBound)),
  ])
}

/// The schema of the values of a type.
func schemaType(_ name: String) -> JSONValue { .object([("type", .string(name))]) }

private func mapping(to value: JSONValue) -> JSONValue {
  .object([("type", .string("object")), ("additionalProperties", value)])
}
