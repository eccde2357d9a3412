// SPDX-License-Identifier: MIT

extension Unicode.Scalar {
  /// The language of a letter whose script only one is written in; `zh` for all ideographs.
  public var scriptLanguage: String? {
    switch value {
    case 0x0590...0x05FF, 0xFB1D...0xFB4F: "he"
    case 0x0E00...0x0E7F: "th"
    case 0x10A0...0x10FF: "ka"
    case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7AF: "ko"
    case 0x3040...0x30FF, 0x31F0...0x31FF: "ja"
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: "zh"
    default: nil
    }
  }

  /// The language that a letter's script is most often met in; `nil` for Latin letters and signs.
  public var usualLanguage: String? {
    switch value {
    case 0x0370...0x03FF, 0x1F00...0x1FFF: "el"
    case 0x0400...0x052F: "ru"
    case 0x0530...0x058F: "hy"
    case 0x0600...0x06FF, 0x0750...0x077F, 0x08A0...0x08FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC: "ar"
    case 0x0900...0x097F: "hi"
    case 0x0980...0x09FF: "bn"
    case 0x0B80...0x0BFF: "ta"
    default: scriptLanguage
    }
  }

  /// Whether it belongs to Hebrew, Arabic or another script from right to left.
  public var isRightToLeft: Bool {
    switch value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      properties.isAlphabetic
    default: false
    }
  }
}
