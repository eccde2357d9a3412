// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler

/// `cvgen pdf`: profiles to PDF files.
struct PDFCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pdf", abstract: "Writes a profile as a PDF.",
    discussion: """
      Without -o the PDF stands beside the page, with the same stem. A file that cannot be written \
      whole is not written at all.

      EXAMPLES
        cvgen pdf about.md
        cvgen pdf about.md cv.md -o build/
        cvgen pdf about.md --pages 1 --drop
        cvgen pdf about.md -o - | lp
      """)

  @OptionGroup var documents: DocumentOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var design: DesignOptions

  @Option(
    help: ArgumentHelp(
      "The date of creation in the PDF (2026-05-01). Default: SOURCE_DATE_EPOCH, else 1970-01-01.",
      valueName: "date"))
  var date: String?

  @OptionGroup var budget: BudgetOptions

  @Flag(help: .hidden) var timings = false

  private var documentRun: DocumentRun {
    DocumentRun(
      documents: documents, kind: OutputKind(name: "PDF", suffix: "pdf", isText: false),
      selection: selection, theme: design.theme, clock: StageClock(isOn: timings))
  }

  func validate() throws {
    if let date, CreationDate(date) == nil {
      throw ValidationError("“\(date)” is no date; write 2026-05-01.")
    }
  }

  func run() throws {
    try documentRun.run { options in
      options.paper = design.paper
      options.date = CreationDate.chosen(date)
      budget.apply(to: &options)
    } _: { compiler, profile, theme, options throws(CompileFailure) in
      [try compiler.pdf(profile, theme: theme, options: options)]
    }
  }
}
