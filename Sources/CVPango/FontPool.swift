// SPDX-License-Identifier: MIT
import CPango

/// Faces to choose from where the bundled ones lack a character or a family: those of folders, or
/// of the system.
///
/// Faces of pixels and of colours are none of them: their text would be lost to other programs.
final class FontPool {
  private let config: OpaquePointer
  private let faces: [Face]
  /// Families with a bold face, in which bold text stays bold.
  private let boldFamilies: Set<String>

  /// A face, as far as choosing it goes.
  fileprivate struct Face {
    var pattern: OpaquePointer
    var file: String
    var family: String
    /// OpenType `usWeightClass`.
    var weight: Int
    var isItalic: Bool
    /// Whether it is condensed, expanded, or has axes, of which no weight but the named is used.
    var isSpecial: Bool
  }

  private init(_ config: OpaquePointer, _ set: FcSetName) {
    self.config = config
    var faces: [Face] = []
    if let set = lib.FcConfigGetFonts(config, set) {
      for index in 0..<Int(set.pointee.nfont) {
        if let pattern = set.pointee.fonts[index], let face = Face(pattern) { faces.append(face) }
      }
    }
    self.faces = faces.sorted { ($0.family, $0.file) < ($1.family, $1.file) }
    boldFamilies = Set(faces.filter { $0.weight >= 600 }.map(\.family))
  }

  /// The faces of some files; what is no font is passed over.
  convenience init(files: [String]) {
    guard let config = lib.FcConfigCreate() else { preconditionFailure("no memory for fontconfig") }
    for file in files { _ = lib.FcConfigAppFontAddFile(config, file) }
    self.init(config, FcSetApplication)
  }

  /// The faces that the system's fontconfig knows; none where it has no configuration.
  static func system() -> FontPool? {
    lib.FcInitLoadConfigAndFonts().map { FontPool($0, FcSetSystem) }
  }

  deinit { lib.FcConfigDestroy(config) }

  /// The family that suits a character best: by language, by its kind, whether it has a bold face,
  /// then by its name.
  ///
  /// - Parameters:
  ///   - language: As fontconfig names languages: `zh-cn`.
  ///   - isSerif: Whether the text around has serifs.
  func family(having scalar: Unicode.Scalar, in language: String, isSerif: Bool) -> String? {
    let ranks = faces.filter { !$0.isItalic && $0.has(scalar) }.map { face in
      let isBold = boldFamilies.contains(face.family)
      let rank = face.rank(language, isSerif) + [isBold ? 0 : 1, abs(face.weight - 400)]
      return (rank, face.family)
    }
    return ranks.min { $0.0.lexicographicallyPrecedes($1.0) }?.1
  }

  /// The files of a family, upright and italic, of the weights nearest to those of text.
  func files(of family: String, strongWeight: Int) -> [String] {
    var files: [String] = []
    for isItalic in [false, true] {
      let faces = faces.filter { $0.family == family && $0.isItalic == isItalic }
      for weight in [400, strongWeight] {
        let nearest = faces.min { $0.distance(to: weight) < $1.distance(to: weight) }
        if let nearest, !files.contains(nearest.file) { files.append(nearest.file) }
      }
    }
    return files
  }
}

extension FontPool.Face {
  fileprivate init?(_ pattern: OpaquePointer) {
    guard let file = text(FC_FILE, of: pattern), let family = englishFamily(of: pattern),
      flag(FC_OUTLINE, of: pattern), !flag(FC_COLOR, of: pattern)
    else { return nil }
    var weight = Double(FC_WEIGHT_REGULAR)
    var slant = FC_SLANT_ROMAN
    var width = FC_WIDTH_NORMAL
    _ = lib.FcPatternGetDouble(pattern, FC_WEIGHT, 0, &weight)
    _ = lib.FcPatternGetInteger(pattern, FC_SLANT, 0, &slant)
    _ = lib.FcPatternGetInteger(pattern, FC_WIDTH, 0, &width)
    self.pattern = pattern
    self.file = file
    self.family = family
    self.weight = Int(lib.FcWeightToOpenTypeDouble(weight).rounded())
    isItalic = slant != FC_SLANT_ROMAN
    isSpecial = width != FC_WIDTH_NORMAL || flag(FC_VARIABLE, of: pattern)
  }

  /// A face of another width than the normal one is the last choice.
  fileprivate func distance(to wanted: Int) -> Int {
    abs(weight - wanted) + (isSpecial ? 1000 : 0)
  }

  fileprivate func has(_ scalar: Unicode.Scalar) -> Bool {
    var characters: OpaquePointer?
    let result = lib.FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters)
    return result == FcResultMatch && lib.FcCharSetHasChar(characters, scalar.value) != 0
  }

  /// The less, the better; compared from the first to the last.
  fileprivate func rank(_ language: String, _ isSerif: Bool) -> [Int] {
    var languages: OpaquePointer?
    let result = lib.FcPatternGetLangSet(pattern, FC_LANG, 0, &languages)
    let fit =
      result == FcResultMatch ? lib.FcLangSetHasLang(languages, language) : FcLangDifferentLang
    return [Int(fit.rawValue), isSpecial ? 1 : 0, kindRank(isSerif)]
  }

  /// By the words of the family's name: faces of screens and typewriters last.
  private func kindRank(_ isSerif: Bool) -> Int {
    let words = family.split(separator: " ")
    let special = words.contains { ["Mono", "UI", "Display", "Looped"].contains($0) } ? 3 : 0
    let serifs = ["Serif", "Naskh", "Song", "Ming", "Mincho", "Myeongjo", "Batang"]
    if words.contains(where: { serifs.contains(String($0)) }) { return special + (isSerif ? 0 : 1) }
    return special + (words.contains("Sans") ? (isSerif ? 1 : 0) : 2)
  }
}

private func text(_ key: UnsafePointer<CChar>, of pattern: OpaquePointer, _ index: CInt = 0)
  -> String?
{
  var value: UnsafeMutablePointer<FcChar8>?
  guard lib.FcPatternGetString(pattern, key, index, &value) == FcResultMatch else { return nil }
  return value.map { String(cString: $0) }
}

/// Faces of East Asia have names in several languages.
private func englishFamily(of pattern: OpaquePointer) -> String? {
  var index: CInt = 0
  while let language = text(FC_FAMILYLANG, of: pattern, index) {
    if language == "en" { return text(FC_FAMILY, of: pattern, index) }
    index += 1
  }
  return text(FC_FAMILY, of: pattern)
}

private func flag(_ key: UnsafePointer<CChar>, of pattern: OpaquePointer) -> Bool {
  var value: FcBool = 0
  return lib.FcPatternGetBool(pattern, key, 0, &value) == FcResultMatch && value != 0
}
