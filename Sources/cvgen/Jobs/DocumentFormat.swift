// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler
import CVModel

/// A form in which a document is made, with what is peculiar to it.
enum DocumentFormat: Hashable, Sendable {
  case pdf
  case latex(LaTeXFlavour)
  /// - Parameter embedsFaces: Whether the page carries the theme's fonts.
  case html(embedsFaces: Bool)
  /// - Parameter width: `nil` puts each paragraph on one line.
  case text(width: Int?, links: TextLinks)
  case markdown
  case model(ModelFormat)
  /// - Parameter page: The one page to draw; `nil` for all.
  case picture(PictureFormat, page: Int?)

  /// A format as the command of its name makes it without options.
  private init(_ name: FormatName) {
    self =
      switch name {
      case .pdf: .pdf
      case .latex: .latex(.article)
      case .html: .html(embedsFaces: false)
      case .text: .text(width: Self.defaultTextWidth, links: .inline)
      case .markdown: .markdown
      case .json: .model(.json)
      case .png: .picture(.png(dpi: Self.defaultDPI), page: nil)
      case .svg: .picture(.svg, page: nil)
      }
  }

  static let defaultTextWidth = 80
  static let defaultDPI = 144

  /// - Parameter name: The name of a command, or the end of a file's name.
  init?(_ name: String) {
    let name = name.lowercased()
    let found = FormatName.allCases.first {
      $0.rawValue == name || DocumentFormat($0).kind.suffix == name
    }
    guard let found else { return nil }
    self.init(found)
  }

  /// How an output is named, and where it goes where the user does not say.
  var kind: OutputKind {
    switch self {
    case .pdf: OutputKind(name: "PDF", suffix: "pdf", isText: false)
    case .latex: OutputKind(name: "LaTeX document", suffix: "tex")
    case .html: OutputKind(name: "HTML page", suffix: "html")
    case .text: OutputKind(name: "text", suffix: "txt", isPrinted: true)
    case .markdown: OutputKind(name: "page", suffix: "md", isPrinted: true)
    case .model(.rendercv): OutputKind(name: "model", suffix: "yaml", isPrinted: true)
    case .model: OutputKind(name: "model", suffix: "json", isPrinted: true)
    case .picture(.svg, _): OutputKind(name: "picture", suffix: "svg", isText: false)
    case .picture: OutputKind(name: "picture", suffix: "png", isText: false)
    }
  }

  /// As the user calls it.
  var name: String {
    switch self {
    case .pdf: "pdf"
    case .latex: "latex"
    case .html: "html"
    case .text: "text"
    case .markdown: "markdown"
    case .model(let form): form.rawValue
    case .picture(.svg, _): "svg"
    case .picture: "png"
    }
  }

  /// Whether each of its pages is a file.
  var isPicture: Bool {
    if case .picture = self { return true }
    return false
  }

  /// Whether it may need a file beside it.
  var hasCompanion: Bool {
    if case .latex = self { return true }
    return false
  }

  /// Whether it is made of the pages that cvgen sets.
  var hasPages: Bool {
    switch self {
    case .pdf, .picture: true
    case .latex, .html, .text, .markdown, .model: false
    }
  }

  /// Whether a theme has a say in it.
  var needsTheme: Bool {
    switch self {
    case .markdown, .model: false
    case .pdf, .latex, .html, .text, .picture: true
    }
  }
}

/// A kind of output: how it is named, and where it goes where the user does not say.
struct OutputKind {
  /// As in "a PDF is not for a terminal".
  var name: String
  /// The end of the file's name.
  var suffix: String
  /// Whether people can read it; else it never goes to a terminal.
  var isText = true
  /// Whether it is printed where the user names no file.
  var isPrinted = false
}

/// The forms of a model.
enum ModelFormat: String, CaseIterable, Hashable, Sendable {
  case json, jsonresume, rendercv

  /// `nil` for cvgen's own form.
  var exchange: ExchangeFormat? { ExchangeFormat(rawValue: rawValue) }
}

/// A format by its name.
func parsedFormat(_ word: String) throws -> DocumentFormat {
  if let format = DocumentFormat(word) { return format }
  let names = FormatName.allCases.map(\.rawValue)
  let near = suggestion(for: word.lowercased(), among: names).map { "; did you mean “\($0)”?" }
  throw ValidationError(
    "There is no format “\(word)”\(near ?? ".") The formats are \(names.joined(separator: ", ")).")
}
