// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler

/// `cvgen html`: profiles as pages for the web.
struct HTMLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "html", abstract: "Writes a profile as an HTML page.",
    discussion: """
      Without -o the page stands beside the profile, with the same stem. It is one file that loads \
      no other and runs nothing; printed, it has the theme's paper, margins and sizes.

      EXAMPLES
        cvgen html about.md
        cvgen html about.md --embed-fonts -o cv.html
        cvgen html about.md -o - | less
      """)

  @OptionGroup var documents: DocumentOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var design: DesignOptions

  @Flag(
    help: """
      Put the theme's fonts into the page (3 MB). Without them it is set in the theme's family where \
      the reader has it.
      """)
  var embedFonts = false

  func run() throws {
    let format =
      embedFonts ? DocumentFormat.html(embeddingFacesFrom: { DiskFiles.read($0) }) : .html()
    try DocumentRun(documents: documents, format: format).run { job in
      selection.apply(to: &job.options)
      design.apply(to: &job)
    }
  }
}
