// SPDX-License-Identifier: MIT
package import CVDiagnostics
import CVMarkup
package import CVModel

/// The style of references of a name; `nil` for that which is the theme's own.
package func readReferenceStyle(
  _ name: ReferenceStyle.Name, _ log: inout DiagnosticLog
) -> ReferenceStyle? {
  var sources = SourceSet()
  let file = "\(name.rawValue).yaml"
  guard name != .compact,
    let node = readDataFile(embeddedText(file), name: file, into: &sources, log: &log)
  else { return nil }
  var reader = MappingReader(node, subject: "a style of references")
  var style = ReferenceStyle()
  if let names = reader.mapping("authors", &log) { style.names = readNames(names, &log) }
  style.months = reader.strings("months", &log) ?? []
  if var lines = reader.mapping("lines", &log) {
    for kind in Publication.Kind.allCases {
      style.lines[kind] = lines.string(kind.rawValue, &log).map { LineTemplate($0) }
    }
    lines.reportUnknownKeys(&log)
  }
  reader.reportUnknownKeys(&log)
  return style
}

private func readNames(
  _ reader: MappingReader, _ log: inout DiagnosticLog
) -> ReferenceStyle.Names {
  var reader = reader
  var names = ReferenceStyle.Names()
  names.first = reader.choice("first", ReferenceStyle.Form.self, &log) ?? .written
  names.others = reader.choice("others", ReferenceStyle.Form.self, &log) ?? .written
  names.separator = reader.requiredString("separator", &log)
  names.pair = reader.requiredString("pair", &log)
  names.last = reader.requiredString("last", &log)
  names.most = reader.integer("most", in: 1...1000, &log)
  names.shown = reader.integer("shown", in: 1...1000, &log) ?? 1
  names.rest = reader.string("rest", &log)
  names.omission = reader.string("omission", &log)
  reader.reportUnknownKeys(&log)
  return names
}
