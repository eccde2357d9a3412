// SPDX-License-Identifier: MIT
import CPango

/// What a file of a font library holds.
package struct FaceFile: Hashable, Sendable {
  package var path: String
  /// OpenType `usWeightClass`: 400 is regular.
  package var weight: Int
  package var isItalic: Bool
}

extension FontLibrary {
  /// The faces that have been loaded, in the order of their paths.
  package var faces: [FaceFile] {
    var faces: [FaceFile] = []
    _ = forEachPattern { pattern in
      var path: UnsafeMutablePointer<FcChar8>?
      var weight = 0.0
      var slant: CInt = 0
      guard lib.FcPatternGetString(pattern, FC_FILE, 0, &path) == FcResultMatch, let path else {
        return false
      }
      _ = lib.FcPatternGetDouble(pattern, FC_WEIGHT, 0, &weight)
      _ = lib.FcPatternGetInteger(pattern, FC_SLANT, 0, &slant)
      faces.append(
        FaceFile(
          path: String(cString: path), weight: Int(lib.FcWeightToOpenTypeDouble(weight).rounded()),
          isItalic: slant > 0))
      return false
    }
    return faces.sorted { $0.path < $1.path }
  }

  /// The families of the faces that have been loaded, by all their names.
  var families: Set<String> {
    var names: Set<String> = []
    _ = forEachPattern { pattern in
      var name: UnsafeMutablePointer<FcChar8>?
      var index: CInt = 0
      while lib.FcPatternGetString(pattern, FC_FAMILY, index, &name) == FcResultMatch,
        let text = name
      {
        names.insert(String(cString: text))
        index += 1
      }
      return false
    }
    return names
  }

  /// Looks at the loaded faces one by one until one is what is looked for.
  ///
  /// - Returns: Whether there is one.
  func forEachPattern(_ isFound: (OpaquePointer) -> Bool) -> Bool {
    guard let set = lib.FcConfigGetFonts(config, FcSetApplication) else { return false }
    for index in 0..<Int(set.pointee.nfont) {
      if let pattern = set.pointee.fonts[index], isFound(pattern) { return true }
    }
    return false
  }
}

/// Where faces may come from for what the bundled ones lack; read only when it is needed.
package struct FurtherFonts: Hashable, Sendable {
  /// Files of the folders that the user and the theme name; what is no font is passed over.
  package var files: [String]
  /// Whether the system's faces may be used; the pages then depend on the machine.
  package var usesSystem: Bool
  /// Whether the text has serifs: faces of the same kind are preferred.
  package var prefersSerif: Bool

  package init(files: [String] = [], usesSystem: Bool = false, prefersSerif: Bool = true) {
    self.files = files
    self.usesSystem = usesSystem
    self.prefersSerif = prefersSerif
  }

  func makePools() -> [FontPool] {
    var pools = files.isEmpty ? [] : [FontPool(files: files)]
    if usesSystem, let system = FontPool.system() { pools.append(system) }
    return pools
  }
}

/// A language as fontconfig and OpenType name it: Chinese by a region that writes it so.
func fontLanguage(_ tag: String) -> String {
  let lower = tag.lowercased()
  guard lower.hasPrefix("zh") else { return tag }
  let parts = lower.split { $0 == "-" || $0 == "_" }
  guard parts.first == "zh" else { return tag }
  if parts.contains("hk") || parts.contains("mo") { return "zh-hk" }
  return parts.contains("hant") || parts.contains("tw") ? "zh-tw" : "zh-cn"
}
