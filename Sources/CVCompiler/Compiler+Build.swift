// SPDX-License-Identifier: MIT
import CVDiagnostics
public import CVModel
import CVMarkup
import CVSettings

/// What `cvgen.yml` says of all documents that are made of it.
public struct BuildSettings: Sendable {
  /// The paths of profiles, from the folder of the file; `*` stands for any letters of a name.
  public var profiles: [Preferences.Titled<Bool>] = []
  /// The pattern of the names of documents, with its place.
  public var output: Preferences.Titled<Bool>?
  /// The variants to make of each profile; one without a name where the file has none.
  public var variants: [Variant] = []

  /// A variant with what is made of it.
  public struct Variant: Sendable {
    /// `nil` for the whole profile.
    public var name: String?
    public var formats: [FormatName]
  }
}

extension Compiler {
  /// Reads what is to be made of a `cvgen.yml`, and finds what is wrong in any of its variants.
  ///
  /// - Returns: `nil` after an error, which is in the log.
  public mutating func readBuildSettings(_ path: String) -> BuildSettings? {
    guard let bytes = bytes(path, files.read(path)) else { return nil }
    let root = readDataFile(bytes, name: path, into: &sources, log: &log)
    guard let root, !log.hasErrors else {
      if !log.hasErrors { note(.noProfiles(path, at: nil)) }
      return nil
    }
    var settings = BuildSettings()
    let layers = SettingsLayers(block: nil, file: root)
    let names: [String?] = layers.variants.isEmpty ? [nil] : layers.variants
    for name in names {
      var faults = DiagnosticLog()
      let formats = layers.joined(variant: name, log: &faults).preferences.formats
      settings.variants.append(.init(name: name, formats: formats.isEmpty ? [.pdf] : formats))
      for fault in faults.diagnostics where !log.diagnostics.contains(fault) { note(fault) }
    }
    let profiles = root["profiles"]
    let nodes = profiles.map { $0.text == nil ? $0.items : [$0] } ?? []
    settings.profiles = nodes.compactMap(Self.titled)
    if settings.profiles.isEmpty || settings.profiles.count < nodes.count {
      note(.noProfiles(path, at: profiles?.span))
    }
    settings.output = root["output"].flatMap(Self.titled)
    if let output = root["output"], settings.output == nil {
      note(
        Diagnostic(.error, .badValue, "“output” must be the pattern of a name", at: output.span))
    }
    return log.hasErrors ? nil : settings
  }

  private static func titled(_ node: DataNode) -> Preferences.Titled<Bool>? {
    node.text.map { .init(selector: $0, value: true, span: node.span) }
  }
}

extension Diagnostic {
  fileprivate static func noProfiles(_ path: String, at span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      .error, .missingKey, "“\(path)” names no profiles", at: span,
      help: "list them: profiles: [about.md]")
  }
}
