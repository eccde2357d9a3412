// SPDX-License-Identifier: MIT
package import CVDiagnostics

/// Writes an inspection for people: a line for each piece of the page, then the totals.
///
/// Where the pieces stand in several files, the name of each stands above its lines.
package func writeInspection(_ inspection: Inspection, sources: SourceSet) -> String {
  let files = Set(inspection.items.compactMap(\.span?.file))
  let rows = inspection.items.map { item -> [String] in
    let line = item.span.map { String(sources.place(of: $0).position.line) } ?? ""
    let fields = item.fields.isEmpty ? "" : " (" + item.fields.joined(separator: ", ") + ")"
    return [line, item.fate.rawValue, item.what, excerpt(item.text) + fields]
  }
  let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
  var last: FileID?
  var text = zip(inspection.items, rows).map { item, row in
    var heading = ""
    if files.count > 1, let file = item.span?.file, file != last {
      heading = (item == inspection.items.first ? "" : "\n") + neutral(sources[file].name) + "\n"
      last = file
    }
    let cells = zip(row, widths).enumerated().map { column, cell -> String in
      let blanks = String(repeating: " ", count: cell.1 - cell.0.count)
      return column == 0 ? blanks + cell.0 : cell.0 + blanks
    }
    return heading + (cells + [row[3]]).joined(separator: "  ") + "\n"
  }.joined()
  text += "\n" + totals(inspection)
  return text
}

private func totals(_ inspection: Inspection) -> String {
  let words = inspection.words
  var text = "\(words.page) words in the page, \(words.inProfile) of them in the profile"
  let reasons = words.accounted.map { "\($0.name) \($0.count)" }
  if !reasons.isEmpty { text += "\nnot in it, by reason: " + reasons.joined(separator: ", ") }
  if !inspection.missing.isEmpty {
    text += "\nwithout a place: " + inspection.missing.joined(separator: " ")
  }
  return text + "\n"
}

/// The first words of a text, on one line and safe to print.
private func excerpt(_ text: String) -> String {
  let words = neutral(text).split { $0 == " " || $0 == "\n" }
  let shown = words.prefix(10).joined(separator: " ").prefix(70)
  return shown.isEmpty ? "" : "“\(shown)\(words.count > 10 || shown.count == 70 ? "…" : "")”"
}

/// Writes an inspection as JSON, schema `cvgen-inspection/1`.
package func writeInspectionJSON(_ inspection: Inspection, sources: SourceSet) -> String {
  let items = inspection.items.map { item -> JSONValue in
    var members: [(String, JSONValue)] = [
      ("fate", .string(item.fate.rawValue)), ("what", .string(item.what)),
      ("text", .string(item.text)),
    ]
    if !item.fields.isEmpty {
      members.append(("fields", .array(item.fields.map { .string($0) })))
    }
    if let span = item.span {
      let place = sources.place(of: span)
      members += [
        ("file", .string(place.file)), ("line", .integer(place.position.line)),
        ("column", .integer(place.position.column)),
      ]
    }
    return .object(members)
  }
  let words = inspection.words
  return JSONValue.object([
    ("schema", .string("cvgen-inspection/1")), ("items", .array(items)),
    (
      "words",
      .object([
        ("page", .integer(words.page)), ("profile", .integer(words.inProfile)),
        ("accounted", .object(words.accounted.map { ($0.name, .integer($0.count)) })),
        ("missing", .array(inspection.missing.map { .string($0) })),
      ])
    ),
  ]).pretty()
}
