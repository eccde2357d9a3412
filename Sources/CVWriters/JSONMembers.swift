// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel

/// The member `links` of an object; none where there are no links.
func linkMembers(_ links: [Link]) -> [(String, JSONValue)] {
  links.isEmpty ? [] : [("links", JSONValue(links))]
}

/// The member `tags` of an object; none where there are no tags.
func tagMembers(_ tags: [String]) -> [(String, JSONValue)] {
  tags.isEmpty ? [] : [("tags", .array(tags.map { .string($0) }))]
}

/// The members of a work by which works are chosen and styles differ.
func choiceMembers(of work: Publication) -> [(String, JSONValue)] {
  var members = textMember("kind", work.kind?.rawValue)
  if !work.keywords.isEmpty {
    members.append(("keywords", .array(work.keywords.map { .string($0) })))
  }
  if work.isSelected { members.append(("selected", .boolean(true))) }
  return members
}

/// A member with a text; none where there is no text.
func textMember(_ key: String, _ text: String?) -> [(String, JSONValue)] {
  text.flatMap { $0.isEmpty ? nil : [(key, .string($0))] } ?? []
}

extension JSONValue {
  /// Links as objects with a label and an address.
  init(_ links: [Link]) {
    self = .array(
      links.map { .object([("label", .string($0.label)), ("url", .string($0.url))]) })
  }
}
