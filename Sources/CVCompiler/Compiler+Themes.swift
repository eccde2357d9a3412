// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
public import CVModel
import CVSettings

/// A value that stands over one of a theme for one run: `styles.body.size=10pt`.
public struct ThemeOverride: Hashable, Sendable {
  /// The keys that lead to the value.
  public var keys: [String]
  public var value: String

  /// - Parameter text: Keys of letters, digits and hyphens with stops between them, `=`, a value
  ///   as YAML writes it; anything else gives `nil`.
  public init?(_ text: String) {
    guard let sign = text.firstIndex(of: "=") else { return nil }
    keys = text[..<sign].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    value = String(text[text.index(after: sign)...])
    let isWord = { (key: String) in
      !key.isEmpty
        && key.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
    }
    guard keys.allSatisfy(isWord), !value.isEmpty, !value.contains(where: \.isNewline) else {
      return nil
    }
  }

  /// The override as a small theme of its own.
  fileprivate var yaml: String {
    keys.enumerated().map { depth, key in
      String(repeating: "  ", count: depth) + key + ":"
    }.joined(separator: "\n") + " " + value + "\n"
  }
}

extension Compiler {
  /// Reads a theme.
  ///
  /// - Parameters:
  ///   - source: Reads the file; themes lie outside the profile's root.
  ///   - base: The path of the theme that one `extends`, by its name.
  ///   - lack: What is wrong with a face that the theme names, in words; `nil` for nothing.
  /// - Returns: `nil` after an error, which is in the log.
  public mutating func readTheme(
    _ path: String, overrides: [ThemeOverride] = [],
    from source: (String) -> Result<[UInt8], ReadFailure>, base: (String) -> String? = { _ in nil },
    lack: (String) -> String? = { _ in nil }
  ) -> Theme? {
    var faults = DiagnosticLog()
    var node = themeTree(path, from: source, base: base, &faults)
    for override in overrides {
      let name = "--set " + override.keys.joined(separator: ".")
      let value = readDataFile(
        Array(override.yaml.utf8), name: name, into: &sources, log: &faults)
      if let value { node = node?.overlaid(with: value) }
    }
    let theme = node.map { CVSettings.readTheme($0, log: &faults) }
    for face in node?.faces ?? [] {
      guard let file = face.text, let words = lack(file) else { continue }
      faults.add(
        Diagnostic(
          .error, .missingFace, "the face “\(file)” \(words)", at: face.span,
          help: "put the file into the folder of the theme, or name one of cvgen's own fonts"))
    }
    for fault in faults.diagnostics { note(fault) }
    stageEnded("theme")
    return faults.hasErrors ? nil : theme
  }

  /// The tree of a theme over those of the themes that it extends.
  private mutating func themeTree(
    _ path: String, from source: (String) -> Result<[UInt8], ReadFailure>,
    base: (String) -> String?, _ faults: inout DiagnosticLog
  ) -> DataNode? {
    var layers: [DataNode] = []
    var next: String? = path
    while let current = next {
      next = nil
      guard let bytes = bytes(current, source(current)) else { return nil }
      guard let node = readDataFile(bytes, name: current, into: &sources, log: &faults) else {
        if !faults.hasErrors {
          faults.add(
            Diagnostic(.error, .emptyFile, "“\(current)” is empty", help: "copy a whole theme"))
        }
        return nil
      }
      guard case .mapping = node.value else {
        faults.add(
          Diagnostic(
            .error, .badValue, "a theme must be a mapping of keys", at: node.span,
            help: "docs/themes.md has a whole small one"))
        return nil
      }
      layers.append(node.without("extends"))
      guard let name = node["extends"] else { continue }
      next = name.text.flatMap(base)
      if next == nil || layers.count > Self.mostLayers {
        faults.add(
          Diagnostic(
            .error, .badValue, "“extends” must be the name of an installed theme", at: name.span,
            help: "“cvgen themes list” names them"))
        return nil
      }
    }
    return layers.dropLast().reversed().reduce(layers[layers.count - 1]) { $0.overlaid(with: $1) }
  }

  /// More themes do not extend each other; it also ends a circle.
  private static let mostLayers = 4
}

extension DataNode {
  /// The names of the faces of a theme.
  fileprivate var faces: [DataNode] {
    ["fonts", "icons"].flatMap { self[$0]?["files"]?.items ?? [] }
  }
}
