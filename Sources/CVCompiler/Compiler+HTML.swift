// SPDX-License-Identifier: MIT
public import CVModel
import CVLayout
import CVWriters

extension DocumentFormat {
  /// A page for the web.
  ///
  /// - Parameter readFace: Reads a face of the theme, to be carried inside the page; `nil` for a
  ///   page without faces.
  public static func html(
    embeddingFacesFrom readFace: (@Sendable (String) -> Result<[UInt8], ReadFailure>)? = nil
  ) -> DocumentFormat {
    DocumentFormat(.html, readFace == nil ? "" : "faces", noun: "HTML page", suffix: "html") {
      (compiler, profile, theme, options) throws(CompileFailure) in
      [
        try compiler.html(profile, theme: theme, options: options, embeddingFacesFrom: readFace)
      ]
    }
  }
}

extension Compiler {
  /// The profile as one HTML page that needs no other file.
  ///
  /// Characters that the theme's faces lack stand as they are: browsers have further faces.
  ///
  /// - Parameter readFace: Reads a face of the theme, to be carried inside the page; `nil` for a
  ///   page that names the family, and is set in it where the reader has it.
  /// - Throws: `CompileFailure.font` when a face cannot be read or is none.
  public mutating func html(
    _ profile: Profile, theme: LoadedTheme, options: CompileOptions,
    embeddingFacesFrom readFace: ((String) -> Result<[UInt8], ReadFailure>)? = nil
  ) throws(CompileFailure) -> [UInt8] {
    var tree = layout(profile, theme: theme.theme, options: options)
    addPhoto(of: profile, to: &tree, theme: theme.theme, options: options)
    let paper = options.completed(by: preferences).paper ?? .a4
    stageEnded("layout")
    var design = HTMLDesign(
      theme: theme.theme, paper: paper, generator: "cvgen \(programVersion)")
    if let readFace {
      for file in theme.fontFiles {
        guard case .success(let bytes) = readFace(file), let face = WebFace(bytes) else {
          throw .font(file)
        }
        design.faces.append(face)
      }
    }
    stageEnded("fonts")
    var shown = profile
    shown.sections = selection(options).selected(from: shown.sections).shown
    let page = writeHTML(tree, design: design, person: personJSON(shown, shownIn: tree))
    stageEnded("writing")
    return Array(page.utf8)
  }
}
