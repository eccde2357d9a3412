// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler
import CVModel

/// `cvgen pdf`: profiles to PDF files.
struct PDFCommand: ParsableCommand {
  // With the name of the program, the parser of this command alone does not look for requests of
  // completion scripts, which takes a third of its time.
  static let configuration = CommandConfiguration(
    commandName: "pdf", _superCommandName: "cvgen", abstract: "Writes a profile as a PDF.",
    discussion: """
      Without -o the PDF stands beside the page, with the same stem. A file that cannot be written \
      whole is not written at all.

      Every PDF is tagged for screen readers and fit for archives: PDF/UA-1 and PDF/A-2u, or \
      PDF/UA-1 and PDF/A-3a where it carries its profile. The standards are none, ua-1 (PDF/UA-1 \
      alone), a-2u and a-3a (both with PDF/UA-1).

      EXAMPLES
        cvgen pdf about.md
        cvgen pdf about.md --attach-source
        cvgen pdf about.md cv.md -o build/
        cvgen pdf about.md --pages 1 --drop
        cvgen pdf about.md -o - | lp
      """)

  @OptionGroup var documents: DocumentOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var design: DesignOptions
  @OptionGroup var fonts: FontOptions

  @OptionGroup var budget: BudgetOptions

  @OptionGroup var pdf: PDFOptions

  @Flag(help: .hidden) var timings = false

  func run() throws { try run(ahead: nil) }

  func run(ahead: PageAhead?) throws {
    let clock = StageClock(isOn: timings)
    let run = DocumentRun(documents: documents, format: .pdf, clock: clock, ahead: ahead)
    try run.run { apply(to: &$0) }
  }

  /// Completes the job of a page.
  func apply(to job: inout Job) {
    selection.apply(to: &job.options)
    design.apply(to: &job)
    job.fonts = fonts.choice
    budget.apply(to: &job.options)
    pdf.apply(to: &job.options)
  }
}

/// What is said of a PDF beside its pages.
struct PDFOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The date of creation in the PDF (2026-05-01). Default: SOURCE_DATE_EPOCH, else 1970-01-01.",
      valueName: "date"))
  var date: String?

  @Option(
    help: ArgumentHelp(
      "What the PDF promises to be: none (without tags, the quickest), ua-1, a-2u or a-3a. "
        + "Default: a-2u, or a-3a with an attachment.", valueName: "name"),
    transform: parsedStandard)
  var pdfStandard: PDFStandard?

  @Flag(help: "Put the profile as JSON into the PDF, for machines to read.")
  var attachSource = false

  private var standard: PDFStandard { pdfStandard ?? .usual(attachesSource: attachSource) }

  func validate() throws {
    if let date, CreationDate(date) == nil {
      throw ValidationError("“\(date)” is no date; write 2026-05-01.")
    }
    if attachSource, !standard.allowsAttachments {
      throw ValidationError(
        "A PDF of the standard “\(standard.rawValue)” carries no files; write --pdf-standard a-3a.")
    }
  }

  func apply(to options: inout CompileOptions) {
    options.date = CreationDate.chosen(date)
    options.standard = standard
    options.attachesSource = attachSource
  }
}

extension PDFStandard {
  /// PDF/A-2 carries no file of another kind; a PDF of no standard is left as it was drawn.
  static func usual(attachesSource: Bool) -> PDFStandard { attachesSource ? .a3a : .a2u }
}

/// A standard by its name.
func parsedStandard(_ word: String) throws -> PDFStandard {
  if let standard = PDFStandard(rawValue: word.lowercased()) { return standard }
  let names = PDFStandard.allCases.map(\.rawValue).joined(separator: ", ")
  throw ValidationError("There is no standard “\(word)”; the standards are \(names).")
}
