// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel
import CVSettings

/// The JSON Schema (draft 2020-12) of the block `cvgen:`, for editors.
public func preferencesSchema() -> String {
  let kind = JSONValue.object([("enum", .array(SectionKind.allCases.map { .string($0.rawValue) }))])
  let texts = JSONValue.object([("type", .string("array")), ("items", type("string"))])
  let kinds = JSONValue.object([("type", .string("array")), ("items", kind)])
  let properties = PreferenceKey.allCases.map { key -> (String, JSONValue) in
    let value: JSONValue =
      switch key {
      case .name, .headline: type("string")
      case .contacts: .object([("type", .array([.string("object"), .string("array")]))])
      case .aliases, .exclude: texts
      case .bibliography: .object([("type", .array([.string("string"), .string("array")]))])
      case .order, .include, .priority: kinds
      case .kinds: mapping(to: kind)
      case .titles: mapping(to: type("string"))
      }
    guard case .object(let members) = value else { return (key.rawValue, value) }
    return (key.rawValue, .object(members + [("description", .string(key.summary))]))
  }
  return JSONValue.object([
    ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
    ("title", .string("cvgen: in the front matter of a profile")),
    ("type", .string("object")), ("additionalProperties", .boolean(false)),
    ("properties", .object(properties)),
  ]).pretty()
}

private func type(_ name: String) -> JSONValue { .object([("type", .string(name))]) }

private func mapping(to value: JSONValue) -> JSONValue {
  .object([("type", .string("object")), ("additionalProperties", value)])
}
