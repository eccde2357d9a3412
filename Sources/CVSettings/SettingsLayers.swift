// SPDX-License-Identifier: MIT
package import CVDiagnostics
package import CVMarkup
package import CVModel

/// The settings of one document, layer by layer: the block `cvgen:` of the profile, the file
/// `cvgen.yml`, a variant of either, and what is asked for once.
///
/// A later layer wins: mappings are joined key by key, anything else is replaced.
package struct SettingsLayers: Sendable {
  /// Of the profile; `nil` where it has none.
  package var block: DataNode?
  /// The whole of `cvgen.yml`.
  package var file: DataNode?
  /// What is asked for once, as on the command line.
  package var once: DataNode?

  package init(block: DataNode?, file: DataNode?, once: DataNode? = nil) {
    self.block = block
    self.file = file
    self.once = once
  }

  /// Keys that the file alone may have: what `cvgen build` makes, and where.
  package static let fileKeys = ["profiles", "output"]

  private static let variantsKey = "variants"

  /// The names of the variants, those of the file first.
  package var variants: [String] {
    var names: [String] = []
    for layer in [file, block] {
      for member in layer?[Self.variantsKey]?.members ?? [] where !names.contains(member.key) {
        names.append(member.key)
      }
    }
    return names
  }

  /// One layer with what messages call it.
  private struct Layer {
    var node: DataNode
    var path: String
    var subject: String
    /// Keys that are somebody else's.
    var others: [String]
    /// What is wrong in the profile's own block is mended and told of; all else is asked for.
    var isStrict: Bool
  }

  private func layers(of variant: String?) -> [Layer] {
    let owners: [(node: DataNode?, path: String, name: String, keys: [String], isStrict: Bool)] = [
      (block, "cvgen", "the block “cvgen”", [Self.variantsKey], false),
      (file, "", "cvgen.yml", Self.fileKeys + [Self.variantsKey], true),
    ]
    var layers: [Layer] = []
    for owner in owners {
      guard let node = owner.node else { continue }
      layers.append(
        Layer(
          node: node.without(Self.variantsKey), path: owner.path, subject: owner.name,
          others: owner.keys, isStrict: owner.isStrict))
    }
    for owner in owners {
      guard let variant, let node = owner.node?[Self.variantsKey]?[variant] else { continue }
      let path = [owner.path, Self.variantsKey, variant].filter { !$0.isEmpty }
      layers.append(
        Layer(
          node: node, path: path.joined(separator: "."), subject: "a variant", others: [],
          isStrict: true))
    }
    if let once {
      layers.append(
        Layer(node: once, path: "", subject: "the settings", others: [], isStrict: true))
    }
    return layers.filter { !$0.node.isNothing }
  }

  /// All layers in one, with what they ask for.
  ///
  /// - Parameter variant: A name that some layer must have.
  package func joined(
    variant: String?, log: inout DiagnosticLog
  ) -> (node: DataNode, preferences: Preferences, strict: [SourceSpan]) {
    if let variant, !variants.contains(variant) { log.add(unknown(variant)) }
    for node in [file, block].compactMap({ $0?[Self.variantsKey] })
    where !node.isMapping && !node.isNothing {
      log.add(notAMapping(Self.variantsKey, node, isStrict: true))
    }
    var joined = DataNode(.mapping([]))
    var strict: [SourceSpan] = []
    for layer in layers(of: variant) {
      guard layer.node.isMapping else {
        log.add(notAMapping(layer.path, layer.node, isStrict: layer.isStrict))
        continue
      }
      report(layer, &log)
      if layer.isStrict, let span = layer.node.span { strict.append(span) }
      joined = joined.overlaid(with: layer.node)
    }
    // Each layer has told of its own faults.
    var told = DiagnosticLog()
    var reader = PreferencesReader(MappingReader(joined))
    return (joined, reader.read(others: Self.fileKeys, &told), strict)
  }

  private func report(_ layer: Layer, _ log: inout DiagnosticLog) {
    var faults = DiagnosticLog()
    var reader = PreferencesReader(
      MappingReader(layer.node, path: layer.path, subject: layer.subject))
    _ = reader.read(others: layer.others, &faults)
    if layer.path.hasPrefix("cvgen"), let formats = layer.node.members.first(where: isFormats) {
      faults.add(
        Diagnostic(
          .error, .unknownKey, "“\(layer.path).formats” says nothing here", at: formats.keySpan,
          help: "say in cvgen.yml what cvgen build makes"))
    }
    for var fault in faults.diagnostics {
      if !layer.isStrict { fault.severity = .warning }
      log.add(fault)
    }
  }

  private func isFormats(_ member: DataNode.Member) -> Bool {
    member.key == PreferenceKey.formats.rawValue
  }

  private func notAMapping(_ path: String, _ node: DataNode, isStrict: Bool) -> Diagnostic {
    Diagnostic(
      isStrict ? .error : .warning, .badValue,
      "\(path.isEmpty ? "cvgen.yml" : "“\(path)”") must be a mapping of keys", at: node.span)
  }

  private func unknown(_ variant: String) -> Diagnostic {
    let near = nearest(to: variant, among: variants).map { "did you mean “\($0)”? " } ?? ""
    let names = variants.joined(separator: ", ")
    return Diagnostic(
      .error, .unknownVariant, "there is no variant “\(variant)”",
      help: variants.isEmpty
        ? "describe it in cvgen.yml, or in the front matter below “cvgen: variants:”"
        : near + "the variants are " + names)
  }
}

extension DataNode {
  fileprivate var isMapping: Bool {
    if case .mapping = value { return true }
    return false
  }

  /// Whether a key stands without a value.
  fileprivate var isNothing: Bool {
    if case .scalar = value { return text == nil }
    return false
  }
}
