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
    guard let set = FcConfigGetFonts(config, FcSetApplication) else { return [] }
    var faces: [FaceFile] = []
    for index in 0..<Int(set.pointee.nfont) {
      var path: UnsafeMutablePointer<FcChar8>?
      var weight = 0.0
      var slant: CInt = 0
      let pattern = set.pointee.fonts[index]
      guard FcPatternGetString(pattern, FC_FILE, 0, &path) == FcResultMatch, let path else {
        continue
      }
      _ = FcPatternGetDouble(pattern, FC_WEIGHT, 0, &weight)
      _ = FcPatternGetInteger(pattern, FC_SLANT, 0, &slant)
      faces.append(
        FaceFile(
          path: String(cString: path), weight: Int(FcWeightToOpenTypeDouble(weight).rounded()),
          isItalic: slant > 0))
    }
    return faces.sorted { $0.path < $1.path }
  }
}
