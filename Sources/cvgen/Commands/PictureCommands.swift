// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler
import CVDiagnostics
import CVModel

/// `cvgen png`: the pages of a CV as pictures of pixels.
struct PNGCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "png", abstract: "Writes the pages of a profile as PNG pictures.",
    discussion: """
      The pages are those of cvgen pdf. Several pages become cv-1.png, cv-2.png and so on.

      EXAMPLES
        cvgen png about.md --page 1 -o preview.png
        cvgen png about.md --dpi 300 -o pictures/
      """)

  @OptionGroup var documents: DocumentOptions
  @OptionGroup var pictures: PictureOptions

  @Option(help: ArgumentHelp("Pixels an inch, 20 to 1200.", valueName: "n"))
  var dpi = 144

  func validate() throws {
    guard 20...1200 ~= dpi else {
      throw ValidationError("“\(dpi)” is no resolution; write a number from 20 to 1200.")
    }
  }

  func run() throws { try pictures.write(documents, suffix: "png", as: .png(dpi: dpi)) }
}

/// `cvgen svg`: the pages of a CV as drawings.
struct SVGCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "svg", abstract: "Writes the pages of a profile as SVG drawings.",
    discussion: """
      The pages are those of cvgen pdf; their text is shapes, so that they look alike everywhere.
      Several pages become cv-1.svg, cv-2.svg and so on.

      EXAMPLES
        cvgen svg about.md --page 1 -o preview.svg
      """)

  @OptionGroup var documents: DocumentOptions
  @OptionGroup var pictures: PictureOptions

  func run() throws { try pictures.write(documents, suffix: "svg", as: .svg) }
}

/// What both kinds of pictures have in common.
struct PictureOptions: ParsableArguments {
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var design: DesignOptions
  @OptionGroup var budget: BudgetOptions

  @Option(help: ArgumentHelp("The one page to write. Default: all.", valueName: "n"))
  var page: Int?

  func run(_ documents: DocumentOptions, suffix: String) -> DocumentRun {
    let kind = OutputKind(name: "picture", suffix: suffix, isText: false)
    return DocumentRun(
      documents: documents, kind: kind, selection: selection, theme: design.theme,
      overrides: design.overrides)
  }

  func write(
    _ documents: DocumentOptions, suffix: String, as format: PictureFormat
  ) throws {
    try run(documents, suffix: suffix).run { options in
      options.paper = design.paper
      budget.apply(to: &options)
    } _: { compiler, profile, theme, options throws(CompileFailure) in
      let pages = try compiler.pictures(profile, as: format, theme: theme, options: options)
      guard let page else { return pages }
      if 1...pages.count ~= page { return [pages[page - 1]] }
      let count = pages.count == 1 ? "1 page" : "\(pages.count) pages"
      compiler.note(
        Diagnostic(
          .error, .noSuchPage, "there is no page \(page); the document has \(count)",
          help: "leave --page out to get all pages"))
      return []
    }
  }
}
