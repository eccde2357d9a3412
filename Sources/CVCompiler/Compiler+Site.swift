// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel
import CVReaders

extension Compiler {
  /// Reads the site in a folder as one profile.
  ///
  /// - Returns: `nil` after an error, which is in the log.
  mutating func readSite(in folder: String, options: CompileOptions) -> Profile? {
    var reader = SiteReader(siteFiles(in: folder))
    guard reader.isSite else {
      if !log.hasErrors { log.add(.noSite(folder)) }
      return nil
    }
    let settings = joinSettings(block: reader.preferences?["cvgen"], options)
    stageEnded("markup")
    reader.emoji = options.emoji
    let reading = reader.read(
      ReadingOptions(
        name: options.name, preferences: preferences, contacts: settings["contacts"]))
    if countsWords { words = WordAccount(page: reading) }
    return take(reading, of: nil, folder + "/", options)
  }

  /// What the templates of a page may ask for, where it belongs to a site and has any.
  mutating func site(of source: EditedText, options: CompileOptions) -> SiteReader? {
    let hasTags = source.bytes.indices.dropLast().contains {
      source.bytes[$0] == UInt8(ascii: "{") && "{%".utf8.contains(source.bytes[$0 + 1])
    }
    guard let settings = options.sitePath, options.pageInSite != nil, hasTags else { return nil }
    let slash = settings.lastIndex(of: "/")
    let reader = SiteReader(siteFiles(in: slash.map { String(settings[..<$0]) } ?? "."))
    log.add(contentsOf: reader.log)
    return reader
  }

  /// The files of a site that a CV may be made of; those that cannot be read cost only themselves.
  private mutating func siteFiles(in folder: String) -> SiteFiles {
    var found: [SiteFiles.File] = []
    for (path, part) in parts(of: folder) {
      let name = folder == "." ? path : folder + "/" + path
      var faults = DiagnosticLog()
      switch read(name) {
      case .success(let bytes):
        if let text = decode(bytes, name: name, into: &sources, log: &faults) {
          found.append(
            SiteFiles.File(
              path: path, part: part, text: text, id: FileID(sources.files.count - 1)))
        }
      case .failure(let failure): faults.add(.unreadable(name, failure))
      }
      for var fault in faults.diagnostics {
        fault.severity = .warning
        log.add(fault)
      }
    }
    var site = SiteFiles(sources: sources)
    site.files = found
    return site
  }

  /// The paths of a site's files from its folder, in order, with what each is to the site.
  private mutating func parts(of folder: String) -> [(path: String, part: SitePart)] {
    var found: [(path: String, part: SitePart)] = []
    var open = [""]
    var looked = 0
    while let inner = open.popLast() {
      looked += 1
      guard looked <= Limits.siteFolders, found.count <= Limits.siteFiles else {
        log.add(.siteTooLarge(folder))
        return []
      }
      let path = folder + (inner.isEmpty ? "" : "/" + inner.dropLast())
      guard case .success(let names) = files.list(path) else { continue }
      for name in names {
        if name.hasSuffix("/") {
          if !SitePart.isSkipped(String(name.dropLast())) { open.append(inner + name) }
        } else if let part = SitePart(inner + name) {
          found.append((inner + name, part))
        }
      }
    }
    return found.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}

extension Diagnostic {
  fileprivate static func noSite(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, .noSite, "“\(folder)” holds no page and no data of a CV",
      help: "name the folder of a site, with index.md, about.md or cv.md in it, or one page")
  }

  fileprivate static func siteTooLarge(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, .inputTooLarge,
      "“\(folder)” has more than \(Limits.siteFolders) folders or \(Limits.siteFiles) files",
      help: "name the folder of the site itself")
  }
}
