// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel
import CVReaders

extension Compiler {
  /// Adds the works of the bibliographies that the user and the profile name.
  ///
  /// - Parameter page: The path of the profile; paths in it begin in its folder.
  mutating func addWorks(to profile: inout Profile, besides page: String, options: CompileOptions) {
    var paths = options.bibliographies.map { (path: $0, span: SourceSpan?.none) }
    for file in preferences.bibliography {
      // A path begins in the folder of the file that names it.
      let source = file.span.map { sources[$0.file].name } ?? page
      paths.append((Self.path(file.selector, besides: source), file.span))
    }
    for (path, span) in paths {
      guard let text = bibliography(path, named: span) else { continue }
      let bibliography = readBibTeX(text)
      log.add(contentsOf: bibliography.log)
      account.add(contentsOf: bibliography.account)
      _ = profile.add(bibliography.works, aliases: preferences.aliases)
      guard bibliography.works.isEmpty else { continue }
      log.add(
        Diagnostic(
          .warning, .emptyFile, "“\(path)” holds no works", at: span,
          help: "it must be a bibliography in BibTeX"))
    }
  }

  /// The text of a bibliography; what cannot be read costs only its works.
  private mutating func bibliography(_ path: String, named span: SourceSpan?) -> EditedText? {
    var faults = DiagnosticLog()
    var text: EditedText?
    switch read(path) {
    case .success(let bytes):
      text = decode(bytes, name: path, into: &sources, log: &faults)
    case .failure(let failure): faults.add(.unreadable(path, failure))
    }
    for var fault in faults.diagnostics {
      // What the user names on the command line must be there.
      if span != nil { fault.severity = .warning }
      fault.span = fault.span ?? span
      log.add(fault)
    }
    return text
  }

  static func path(_ path: String, besides page: String) -> String {
    guard !path.hasPrefix("/"), let slash = page.lastIndex(of: "/") else { return path }
    return page[...slash] + path
  }
}
