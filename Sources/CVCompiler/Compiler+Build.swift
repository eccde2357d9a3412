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
  /// What is made of a variant that does not say it.
  public var formats: [FormatName] = []
  /// The variants to make of each profile, in the order of the file.
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
    settings.formats = formats(of: nil, layers)
    for name in layers.variants {
      settings.variants.append(.init(name: name, formats: formats(of: name, layers)))
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

  private mutating func formats(
    of variant: String?, _ layers: SettingsLayers
  ) -> [FormatName] {
    var faults = DiagnosticLog()
    let formats = layers.joined(variant: variant, log: &faults).preferences.formats
    for fault in faults.diagnostics where !log.diagnostics.contains(fault) { note(fault) }
    return formats.isEmpty ? [.pdf] : formats
  }

  /// The variants to make of a profile: those of the file, then those that it describes itself; one
  /// without a name where there are none.
  ///
  /// What is wrong in the profile is told of when it is made.
  public func variants(
    of profile: String, besides settings: BuildSettings
  ) -> [BuildSettings.Variant] {
    var variants = settings.variants
    for name in SettingsLayers(block: block(of: profile), file: nil).variants
    where !variants.contains(where: { $0.name == name }) {
      variants.append(.init(name: name, formats: settings.formats))
    }
    return variants.isEmpty ? [.init(name: nil, formats: settings.formats)] : variants
  }

  /// The block `cvgen:` of a page or a file of data; `nil` where it has none.
  private func block(of profile: String) -> DataNode? {
    var (sources, log, account) = (SourceSet(), DiagnosticLog(), ImportAccount())
    guard case .success(let bytes) = files.read(profile),
      let text = decode(bytes, name: profile, into: &sources, log: &log)
    else { return nil }
    let syntax = SourceSyntax(of: text)
    let settings =
      syntax == .page || syntax == .bibTeX
      ? readFrontMatter(text, account: &account, log: &log).settings
      : readDataTree(text, as: syntax, account: &account, log: &log)
    return settings?["cvgen"]
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
