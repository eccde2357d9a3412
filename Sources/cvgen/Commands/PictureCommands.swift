// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler
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
  var dpi = DocumentFormat.defaultDPI

  func validate() throws {
    guard 20...1200 ~= dpi else {
      throw ValidationError("“\(dpi)” is no resolution; write a number from 20 to 1200.")
    }
  }

  func run() throws { try pictures.write(documents, as: .png(dpi: dpi)) }
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

  func run() throws { try pictures.write(documents, as: .svg) }
}

/// What both kinds of pictures have in common.
struct PictureOptions: ParsableArguments {
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var design: DesignOptions
  @OptionGroup var fonts: FontOptions
  @OptionGroup var budget: BudgetOptions

  @Option(help: ArgumentHelp("The one page to write. Default: all.", valueName: "n"))
  var page: Int?

  func write(_ documents: DocumentOptions, as format: PictureFormat) throws {
    try DocumentRun(documents: documents, format: .picture(format, page: page)).run { job in
      selection.apply(to: &job.options)
      design.apply(to: &job)
      job.fonts = fonts.choice
      budget.apply(to: &job.options)
    }
  }
}
