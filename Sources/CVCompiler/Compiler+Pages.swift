// SPDX-License-Identifier: MIT
import CVDrawing
import CVLayout
public import CVModel
import CVPango
import CVTypesetting

/// The forms of pages as pictures.
public enum PictureFormat: Hashable, Sendable {
  /// Pixels an inch, 1 to 1200.
  case png(dpi: Int)
  case svg
}

extension Compiler {
  /// The profile as a PDF.
  ///
  /// - Throws: `CompileFailure` when a font is missing or memory runs out.
  public mutating func pdf(
    _ profile: Profile, theme: LoadedTheme, options: CompileOptions
  ) throws(CompileFailure) -> [UInt8] {
    let (document, fonts) = try pages(profile, theme: theme, options: options)
    do throws(DrawingError) {
      let bytes = try drawPDF(
        document, fonts: fonts, creator: "cvgen \(programVersion)", date: options.date)
      stageEnded("drawing")
      return bytes
    } catch {
      throw .drawing(error.message)
    }
  }

  /// The profile as a picture of each page.
  ///
  /// - Throws: `CompileFailure` when a font is missing or memory runs out.
  public mutating func pictures(
    _ profile: Profile, as format: PictureFormat, theme: LoadedTheme, options: CompileOptions
  ) throws(CompileFailure) -> [[UInt8]] {
    let (document, fonts) = try pages(profile, theme: theme, options: options)
    var pictures: [[UInt8]] = []
    do throws(DrawingError) {
      for page in document.pages {
        switch format {
        case .png(let dpi): pictures.append(try drawPNG(page, fonts: fonts, dpi: Double(dpi)))
        case .svg: pictures.append(try drawSVG(page, fonts: fonts))
        }
      }
    } catch {
      throw .drawing(error.message)
    }
    stageEnded("drawing")
    return pictures
  }

  /// The pages that all of them are drawn from.
  mutating func pages(
    _ profile: Profile, theme: LoadedTheme, options: CompileOptions
  ) throws(CompileFailure) -> (TypesetDocument, FontLibrary) {
    var tree = layout(profile, theme: theme.theme, options: options)
    stageEnded("layout")
    let library: FontLibrary
    do throws(FontError) {
      library = try FontLibrary(files: theme.fontFiles, fallback: theme.fallbackFonts)
    } catch {
      throw .font(error.file)
    }
    report(spellMissingCharacters(in: &tree, hasGlyph: library.hasGlyph))
    stageEnded("fonts")
    let budget = options.pages.map { PageBudget(pages: $0, mayDrop: options.dropsEntries) }
    let typesetting = typeset(
      tree, theme: theme.theme, paper: options.paper, budget: budget,
      shaper: PangoShaper(library, dictionary: try dictionary(of: theme, for: tree.language)))
    stageEnded("typesetting")
    report(typesetting.faults)
    if let budget = typesetting.budget { report(budget, options) }
    return (typesetting.document, library)
  }
}
