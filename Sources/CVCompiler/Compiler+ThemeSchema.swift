// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVSettings

/// The JSON Schema (draft 2020-12) of `theme.yaml`, for editors.
public func themeJSONSchema() -> String {
  var members = object(CVSettings.themeSchema(), isTheme: true)
  members.insert(("title", .string("A theme of cvgen")), at: 0)
  members.insert(("$schema", .string("https://json-schema.org/draft/2020-12/schema")), at: 0)
  return JSONValue.object(members).pretty()
}

/// - Parameter isTheme: Whether it is the theme itself, which may extend another; it then needs
///   few keys.
private func object(_ node: SchemaNode, isTheme: Bool = false) -> [(String, JSONValue)] {
  var properties = node.keys.map { ($0.name, value($0.shape)) }
  if isTheme { properties.insert(("extends", schemaType("string")), at: 0) }
  var members: [(String, JSONValue)] = [("type", .string("object"))]
  members.append(("additionalProperties", node.others.map(value) ?? .boolean(false)))
  members.append(("properties", .object(properties)))
  let required = node.required.map { JSONValue.string($0) }
  guard isTheme else { return members }
  members.append(
    (
      "anyOf",
      .array([
        .object([("required", .array([.string("extends")]))]),
        .object([("required", .array(required))]),
      ])
    ))
  return members
}

private func value(_ shape: SchemaNode.Shape) -> JSONValue {
  switch shape {
  case .text: schemaType("string")
  case .number: schemaType("number")
  case .flag: schemaType("boolean")
  case .length: pattern("^[0-9]+(\\.[0-9]+)? ?(pt|mm)$")
  case .colour: pattern("^#[0-9A-Fa-f]{6}$")
  case .texts: schemaList(of: schemaType("string"))
  case .integer(let range):
    schemaCount(range)
  case .choice(let words): schemaChoice(words)
  case .choices(let words):
    schemaList(of: pattern(several(words.joined(separator: "|"))))
  case .mapping(let node): .object(object(node))
  }
}

private func pattern(_ expression: String) -> JSONValue {
  .object([("type", .string("string")), ("pattern", .string(expression))])
}

/// Words of a choice with blanks between them.
private func several(_ choice: String) -> String { "^(\(choice))( (\(choice)))*$" }
