// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler
import CVModel

/// `cvgen latex`: profiles as LaTeX documents.
struct LaTeXCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "latex", abstract: "Writes a profile as LaTeX, to be edited by hand.",
    discussion: """
      Without -o the document stands beside the page, with the same stem. It compiles with pdflatex, \
      xelatex and lualatex; run one of them twice. The last two take the theme's faces from where \
      cvgen is installed, pdflatex takes Latin Modern.

      EXAMPLES
        cvgen latex about.md
        cvgen latex about.md --flavour moderncv -o cv.tex
        cvgen latex about.md -o cv.tex && xelatex cv && xelatex cv
      """)

  @OptionGroup var documents: DocumentOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var design: DesignOptions

  @Option(
    help: "The class to write for: article or moderncv.", transform: parsedFlavour)
  var flavour: LaTeXFlavour = .article

  func run() throws {
    try DocumentRun(documents: documents, format: .latex(flavour)).run { job in
      selection.apply(to: &job.options)
      design.apply(to: &job)
    }
  }
}

/// A flavour by its name.
private func parsedFlavour(_ word: String) throws -> LaTeXFlavour {
  if let flavour = LaTeXFlavour(rawValue: word.lowercased()) { return flavour }
  let names = LaTeXFlavour.allCases.map(\.rawValue).joined(separator: " or ")
  throw ValidationError("There is no flavour “\(word)”; write \(names).")
}
