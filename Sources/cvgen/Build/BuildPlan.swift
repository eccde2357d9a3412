// SPDX-License-Identifier: MIT
import CVCompiler
import CVDiagnostics
import CVModel

/// All documents that a `cvgen.yml` describes: each of its profiles in each of its variants.
struct BuildPlan {
  /// The folder that the documents go to.
  let folder: String
  private(set) var requests: [JobRequest] = []

  /// - Parameters:
  ///   - settings: The path of `cvgen.yml`.
  ///   - compiler: Receives what is wrong in it.
  init?(_ settings: String, isStrict: Bool, with compiler: inout Compiler) {
    guard let stated = compiler.readBuildSettings(settings) else { return nil }
    var log = DiagnosticLog()
    let pattern = OutputPattern(stated.output, log: &log)
    let disk = DiskFiles(page: settings, root: nil)
    let home = settings.contains("/") ? DiskFiles.folder(of: settings) + "/" : ""
    folder = home + (pattern?.folder ?? "")
    var names: [String: String] = [:]
    for profile in stated.profiles {
      for page in Self.pages(profile, home, log: &log) {
        guard disk.mayRead(page) else {
          let help = "the folder is the site's, else that of cvgen.yml; make this page by itself"
          log.add(.outsideRoot(page, at: profile.span, help: help))
          continue
        }
        for variant in compiler.variants(of: page, besides: stated) {
          let stem = OutputPath.stem(of: page)
          let name = pattern?.name(of: stem, variant: variant.name) ?? ""
          let own = "“\(page)”" + (variant.name.map { " (\($0))" } ?? "")
          if let other = names.updateValue(own, forKey: FileName(stemOf: name)?.text ?? name) {
            log.add(.sameName(name, other, own, at: stated.output?.span ?? profile.span))
          }
          var request = JobRequest()
          request[.profile] = page
          request[.config] = settings
          request[.output] = name
          request[.variant] = variant.name
          if isStrict { request[.strict] = "yes" }
          request[all: .formats] = variant.formats.map(\.rawValue)
          requests.append(request)
        }
      }
    }
    for fault in log.diagnostics { compiler.note(fault) }
    if log.hasErrors { return nil }
  }

  /// The files that a path names; `*` in its last part stands for any letters.
  private static func pages(
    _ profile: Preferences.Titled<Bool>, _ home: String, log: inout DiagnosticLog
  ) -> [String] {
    let path = profile.selector.hasPrefix("/") ? profile.selector : home + profile.selector
    guard let star = path.lastIndex(of: "*") else {
      if DiskFiles.isFile(path) { return [path] }
      log.add(.noProfile(profile.selector, at: profile.span))
      return []
    }
    let folder = DiskFiles.folder(of: path)
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    guard slash <= star else {
      log.add(.noProfile(profile.selector, at: profile.span))
      return []
    }
    let parts = path[slash...].split(separator: "*", omittingEmptySubsequences: false)
    let found = DiskFiles.names(in: folder).filter { !$0.hasPrefix(".") && isMatch($0, parts) }
      .sorted().map { path[..<slash] + $0 }.filter(DiskFiles.isFile)
    if found.isEmpty { log.add(.noProfile(profile.selector, at: profile.span)) }
    return found
  }

  /// Whether a name has parts in their order, with anything between them.
  private static func isMatch(_ name: String, _ parts: [Substring]) -> Bool {
    guard let first = parts.first, let last = parts.last, name.hasPrefix(first),
      name.hasSuffix(last), name.count >= first.count + last.count
    else { return false }
    var rest = name.dropFirst(first.count).dropLast(last.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }
}

extension Diagnostic {
  fileprivate static func noProfile(_ path: String, at span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      .error, .missingFile, "there is no profile “\(path)”", at: span,
      help: "paths begin in the folder of cvgen.yml; * stands for letters of a file's name")
  }

  fileprivate static func sameName(
    _ name: String, _ first: String, _ second: String, at span: SourceSpan?
  ) -> Diagnostic {
    Diagnostic(
      .error, .badValue, "\(first) and \(second) would both become “\(name)”", at: span,
      help: "put {name} and {variant} into “output”")
  }
}
