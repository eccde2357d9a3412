// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
public import CVModel
import CVReaders
import CVWriters

/// The formats of other programs in which a profile can be written.
public enum ExchangeFormat: String, CaseIterable, Hashable, Sendable {
  case jsonResume = "jsonresume"
  case renderCV = "rendercv"

  /// As people call it.
  public var name: String {
    switch self {
    case .jsonResume: "JSON Resume"
    case .renderCV: "RenderCV"
    }
  }
}

extension DocumentFormat {
  /// The profile as cvgen has it.
  public static let json = DocumentFormat("json", noun: "model", suffix: "json") { $0.json($1) }

  /// The profile in the format of another program.
  public static func exchange(_ format: ExchangeFormat) -> DocumentFormat {
    let suffix = format == .renderCV ? "yaml" : "json"
    return DocumentFormat(format.rawValue, noun: "model", suffix: suffix) {
      $0.exchanged($1, as: format)
    }
  }
}

extension Compiler {
  /// The profile in the format of another program.
  ///
  /// The text is read again, and whatever it does not say is a warning.
  public mutating func exchanged(_ profile: Profile, as format: ExchangeFormat) -> String {
    let written: String
    switch format {
    case .jsonResume:
      let resume = writeJSONResume(profile)
      written = resume.text
      for section in resume.besides { log.add(.noPlace(for: section)) }
    case .renderCV: written = writeRenderCV(profile)
    }
    // Images say nothing in data.
    let text = written.replacing("\u{FFFC}", with: "")
    for loss in losses(of: profile, in: text) {
      let times = loss.count > 1 ? " (\(loss.count) times)" : ""
      log.add(
        Diagnostic(
          .warning, .formatLoss, "\(format.name) does not keep \(loss.what)\(times)",
          at: loss.span, label: loss.count > 1 ? "the first of them" : ""))
    }
    return text
  }

  /// What a text lacks of the profile that it was made of.
  func losses(of profile: Profile, in text: String) -> [ProfileLoss] {
    ProfileLoss.losses(from: profile, to: reread(data: text))
  }

  /// The profile of a text that cvgen has written itself.
  func reread(data text: String) -> Profile {
    var sources = SourceSet()
    var log = DiagnosticLog()
    var account = ImportAccount()
    guard let source = decode(Array(text.utf8), name: "profile", into: &sources, log: &log),
      let tree = readDataTree(source, as: SourceSyntax(of: source), account: &account, log: &log),
      let format = Format.of(tree)
    else { return Profile() }
    let options = ReadingOptions(emoji: .mono)
    return format.read(tree, file: FileID(0), in: sources, options: options).profile
  }
}

extension Diagnostic {
  fileprivate static func noPlace(for section: Section) -> Diagnostic {
    let title = section.title.map { "“\($0.text)”" } ?? "the text before the first heading"
    return Diagnostic(
      .warning, .formatLoss,
      "JSON Resume has no place for \(title); it stands in meta.cvgen, which others pass over",
      at: section.title?.span ?? section.span)
  }
}
