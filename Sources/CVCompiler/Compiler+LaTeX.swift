// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVLayout
public import CVModel
import CVPango
import CVWriters

/// A file that a document needs beside it.
public struct CompanionFile: Hashable, Sendable {
  /// What takes the place of the end of the document's name: `-tex-photo.jpg` beside `cv.tex`.
  public var ending: String
  public var bytes: [UInt8]
}

extension DocumentFormat {
  /// A LaTeX document; a photo may stand beside it.
  public static func latex(_ flavour: LaTeXFlavour) -> DocumentFormat {
    DocumentFormat(.latex, "\(flavour)", noun: "LaTeX document", suffix: "tex") {
      (compiler, profile, theme, options) throws(CompileFailure) in
      [try compiler.latex(profile, theme: theme, options: options, flavour: flavour)]
    }
  }
}

extension Compiler {
  /// The profile as a LaTeX document.
  ///
  /// - Returns: No bytes after an error, which is in the log.
  /// - Throws: `CompileFailure` when a face of the theme is missing.
  public mutating func latex(
    _ profile: Profile, theme: LoadedTheme, options: CompileOptions, flavour: LaTeXFlavour
  ) throws(CompileFailure) -> [UInt8] {
    var tree = layout(profile, theme: theme.theme, options: options)
    if flavour == .moderncv, isWrittenRightToLeft(tree.language) {
      note(.rightToLeft(tree.language))
      return []
    }
    addPhoto(of: profile, to: &tree, theme: theme.theme, options: options)
    companion = tree.header.photo.map { photo in
      CompanionFile(ending: laTeXPhotoEnding(photo.picture), bytes: photo.picture.bytes)
    }
    stageEnded("layout")
    let library: FontLibrary
    do throws(FontError) {
      // No other faces: a document of TeX has those of the theme only.
      library = try fonts.library(files: theme.fontFiles)
    } catch {
      throw CompileFailure(error)
    }
    report(spellMissingCharacters(in: &tree, hasGlyph: library.hasGlyph))
    stageEnded("fonts")
    guard let template = readTemplate(flavour.template, of: theme) else { return [] }
    let look = LaTeXLook(
      theme: theme.theme, paper: options.completed(by: preferences).paper ?? .a4, flavour: flavour,
      fonts: LaTeXFonts(library.faces, strongWeight: theme.theme.fonts.strongWeight))
    do throws(TemplateError) {
      let text = try writeLaTeX(tree, look: look, template: template.text)
      stageEnded("writing")
      return Array(text.utf8)
    } catch {
      let offset = template.file.offset(line: error.line - 1, column: 0)
      let span = SourceSpan(file: template.id, range: offset..<offset)
      note(Diagnostic(.error, .badTemplate, error.message, at: span))
      return []
    }
  }
}

extension Diagnostic {
  fileprivate static func rightToLeft(_ language: String) -> Diagnostic {
    Diagnostic(
      .error, .rightToLeft, "moderncv cannot set a document from right to left (\(language))",
      help: "use --flavour article, and compile the document with lualatex")
  }
}

extension LaTeXFlavour {
  /// The file of a theme that is the shell of such a document.
  fileprivate var template: String {
    switch self {
    case .article: "document.tex"
    case .moderncv: "moderncv.tex"
    }
  }
}

extension LaTeXFonts {
  /// The four faces of a family; `nil` where one of a plain text is missing.
  fileprivate init?(_ faces: [FaceFile], strongWeight: Int) {
    func path(_ weight: Int, italic: Bool) -> String? {
      faces.first { $0.weight == weight && $0.isItalic == italic }?.path
    }
    guard let upright = path(400, italic: false) else { return nil }
    let italic = path(400, italic: true) ?? upright
    let bold = path(strongWeight, italic: false) ?? upright
    let boldItalic = path(strongWeight, italic: true) ?? bold
    let paths = [upright, italic, bold, boldItalic]
    let folder = paths.dropFirst().reduce(Self.folder(of: upright)) { folder, path in
      var folder = folder
      while !folder.isEmpty, !path.hasPrefix(folder) { folder = Self.folder(of: folder.dropLast()) }
      return folder
    }
    let names = paths.map { String($0.dropFirst(folder.count)) }
    self.init(
      folder: String(folder.dropLast()), upright: names[0], italic: names[1], bold: names[2],
      boldItalic: names[3])
  }

  /// The folder with the slash at its end.
  private static func folder(of path: some StringProtocol) -> Substring {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return Substring(path[...slash])
  }
}
