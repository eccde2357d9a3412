// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler
import CVModel

/// `cvgen text`: profiles as plain text.
struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: "Writes a profile as plain text.",
    discussion: """
      The text is printed, or written to what -o names. With --width none every paragraph is one \
      line, as forms on the web want it.

      EXAMPLES
        cvgen text about.md | less
        cvgen text about.md --width none --links none | xclip -selection clipboard
        cvgen text about.md --links footnotes -o cv.txt
      """)

  @OptionGroup var documents: DocumentOptions
  @OptionGroup var selection: SelectionOptions

  @Option(
    help: ArgumentHelp(
      "The columns of a line, 20 to 400, or none for a line a paragraph.", valueName: "columns"),
    transform: TextWidth.init)
  var width = TextWidth(columns: DocumentFormat.defaultTextWidth)

  @Option(
    help: ArgumentHelp("How to show addresses: inline, footnotes or none.", valueName: "form"),
    transform: parsedLinks)
  var links: TextLinks = .inline

  func run() throws {
    let run = DocumentRun(documents: documents, format: .text(width: width.columns, links: links))
    try run.run { job in selection.apply(to: &job.options) }
  }
}

/// A form of links by its name.
private func parsedLinks(_ word: String) throws -> TextLinks {
  if let links = TextLinks(rawValue: word.lowercased()) { return links }
  throw ValidationError("There is no form “\(word)”; write inline, footnotes or none.")
}

/// The width of a text: so many columns, or as long as its paragraphs are.
struct TextWidth {
  var columns: Int?

  init(columns: Int?) { self.columns = columns }

  init(_ word: String) throws {
    if word.lowercased() == "none" { return }
    guard let columns = Int(word), 20...400 ~= columns else {
      throw ValidationError("“\(word)” is no width; write a number from 20 to 400, or none.")
    }
    self.columns = columns
  }
}
