// SPDX-License-Identifier: MIT
package import CVDiagnostics
package import CVMarkup
package import CVModel

/// What the author of a profile asks of cvgen: the block `cvgen:` of the front matter.
package struct Preferences: Hashable, Sendable {
  /// The kinds that a page budget spares longest, the most important first.
  package var priority: [SectionKind] = []

  package init() {}
}

/// Reads the block `cvgen:` of a profile's settings; what is wrong in it is a warning.
package func readPreferences(_ settings: DataNode?, log: inout DiagnosticLog) -> Preferences {
  var preferences = Preferences()
  guard let node = settings?["cvgen"] else { return preferences }
  var faults = DiagnosticLog()
  var reader = MappingReader(node, path: "cvgen", subject: "the block “cvgen”")
  for word in reader.strings("priority", &faults) ?? [] {
    let names = SectionKind.allCases.map(\.rawValue)
    if let kind = SectionKind(rawValue: word.lowercased().replacing("-", with: "_")) {
      preferences.priority.append(kind)
    } else if let value = node["priority"] {
      let near = nearest(to: word, among: names)
      faults.add(
        Diagnostic(
          .error, .badValue, "“\(word)” is no kind of section", at: value.span,
          help: near.map { "did you mean “\($0)”?" }
            ?? "the kinds are \(names.joined(separator: ", "))"))
    }
  }
  reader.reportUnknownKeys(&faults)
  for var fault in faults.diagnostics {
    fault.severity = .warning
    log.add(fault)
  }
  return preferences
}
