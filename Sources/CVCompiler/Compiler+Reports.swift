// SPDX-License-Identifier: MIT
package import CVDiagnostics
import CVLayout
import CVMarkup
import CVTypesetting

extension Compiler {
  /// One warning for each word that was broken, however often.
  mutating func report(_ faults: [SettingFault]) {
    var words: Set<String> = []
    for case .brokenWord(let word, let span) in faults where words.insert(word).inserted {
      note(.brokenWord(word, at: span))
    }
  }

  /// One warning for all characters that one package of fonts would give.
  mutating func report(_ missing: [MissingCharacter]) {
    var groups: [(package: String, characters: [MissingCharacter])] = []
    for character in missing {
      let package = FontPackage.name(for: character.scalar)
      if let index = groups.firstIndex(where: { $0.package == package }) {
        groups[index].characters.append(character)
      } else {
        groups.append((package, [character]))
      }
    }
    for group in groups { note(.missingGlyphs(group.characters, package: group.package)) }
  }
}

extension Diagnostic {
  static func brokenWord(_ word: String, at span: SourceSpan?) -> Diagnostic {
    let shown = word.count > 40 ? word.prefix(40) + "…" : word[...]
    return Diagnostic(
      .warning, .brokenWord, "“\(shown)” is wider than the line and was broken", at: span,
      help: "put a space or a hyphen where it may break")
  }

  static func missingFamily(_ family: String) -> Diagnostic {
    Diagnostic(
      .error, .missingFamily, "no font of the family “\(family)” is among those that may be used",
      help: "name the folder of its files with --fonts, or allow the system's with --system-fonts")
  }

  static func missingGlyphs(_ characters: [MissingCharacter], package: String) -> Diagnostic {
    var names: [String] = []
    for character in characters {
      let name = "\(character.scalar) (\(character.number))"
      if !names.contains(name) { names.append(name) }
    }
    let shown = names.prefix(6).joined(separator: ", ") + (names.count > 6 ? ", …" : "")
    let subject = names.count == 1 ? "no face has the character" : "no face has the characters"
    return Diagnostic(
      .warning, .missingGlyph, "\(subject) \(shown)",
      at: characters.lazy.compactMap(\.span).first,
      label: "printed as its number",
      help: "Debian's package \(package) has a font with \(names.count == 1 ? "it" : "them"); "
        + "--system-fonts uses what is installed, --fonts the files of a folder")
  }

  /// A file that cannot be read, and what to do about it.
  package static func unreadable(_ path: String, _ failure: ReadFailure) -> Diagnostic {
    switch failure {
    case .missing:
      Diagnostic(
        .error, .missingFile, "there is no file “\(path)”", help: "check the path and its case")
    case .isFolder:
      Diagnostic(
        .error, .isFolder, "“\(path)” is a folder where a file is needed",
        help: "name the file itself")
    case .outsideRoot:
      Diagnostic(
        .error, .outsideRoot, "“\(path)” lies outside the folder that may be read",
        help: "widen it with --root DIR; a theme has all its files in its folder")
    case .tooLarge: .tooLarge(name: path)
    case .other(let words):
      Diagnostic(
        .error, .unreadableFile, "“\(path)” cannot be read: \(words)",
        help: "see with “ls -l” what it is and who may read it")
    }
  }
}

/// The packages of Debian 12 that have fonts for what the bundled faces lack.
enum FontPackage {
  static func name(for scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x1100...0x11FF, 0x2E80...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF,
      0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF:
      "fonts-noto-cjk"
    case 0x2190...0x2BFF, 0x1D400...0x1D7FF, 0x1F000...0x1FAFF: "fonts-symbola"
    case 0xE000...0xF8FF: "fonts-font-awesome"
    case 0x10000...0x1FFFF: "fonts-noto-extra"
    default: "fonts-noto-core"
    }
  }
}
