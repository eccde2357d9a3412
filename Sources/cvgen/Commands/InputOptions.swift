// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler
import CVDiagnostics
import CVModel

/// The options of all commands that read a profile.
struct InputOptions: ParsableArguments {
  @Option(help: "The owner's name, where the page does not say it.")
  var name: String?

  @Option(
    help: ArgumentHelp(
      "The folder that nothing is read outside of. Default: the site's, else the page's.",
      valueName: "dir"))
  var root: String?

  @Option(
    help: ArgumentHelp(
      "A BibTeX file whose works are added to the publications. Repeatable.", valueName: "file"))
  var bibliography: [String] = []

  @Option(
    help: ArgumentHelp(
      "The settings to use. Default: the nearest cvgen.yml from the page upwards.",
      valueName: "file"))
  var config: String?

  @Option(
    help: ArgumentHelp(
      "The variant to make, by its name in cvgen.yml or in the front matter.", valueName: "name"))
  var variant: String?

  @Option(
    help: ArgumentHelp(
      "What becomes of a page's emoji: strip leaves them out, text writes their names, mono keeps "
        + "them.", valueName: "policy"), transform: parsedEmoji)
  var emoji: EmojiPolicy = .strip

  @OptionGroup var messaging: MessageOptions

  func validate() throws {
    if let name, name.allSatisfy(\.isWhitespace) { throw ValidationError("--name is empty.") }
    if let root, !DiskFiles.isFolder(root) {
      throw ValidationError("There is no folder “\(root)”; --root names the one to read from.")
    }
  }

  /// The job of one page, without its formats.
  func job(for page: String) -> Job {
    var job = Job(page: page)
    job.root = root
    job.options.name = name
    job.options.emoji = emoji
    job.options.bibliographies = bibliography
    job.options.settingsPath = config
    job.options.variant = variant
    job.isStrict = messaging.strict
    return job
  }

  /// The disk as the compilation of a page may see it.
  func files(for page: String) -> DiskFiles {
    DiskFiles(page: page, root: root, named: job(for: page).options.namedFiles)
  }

  /// The options of one compilation, with the settings that belong to a page.
  func compileOptions(for page: String, files: DiskFiles) -> CompileOptions {
    files.findingSettings(of: page, job(for: page).options)
  }
}

/// What of a profile a document shows, and in which words.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Show a kind of section that is left out by default (news). Repeatable.", valueName: "kind"),
    transform: parsedSectionKind)
  var with: [SectionKind] = []

  @Option(
    help: ArgumentHelp("Leave out a kind of section. Repeatable.", valueName: "kind"),
    transform: parsedSectionKind)
  var without: [SectionKind] = []

  @Flag(help: "Show only the publications that their sources call selected.")
  var selected = false

  @Option(
    help: ArgumentHelp("Show only publications with a keyword. Repeatable.", valueName: "word"))
  var keyword: [String] = []

  @Option(
    name: [.customLong("locale"), .customLong("lang")],
    help: ArgumentHelp(
      "The language of dates and labels, such as de or en-GB. Default: the page's own, else en.",
      valueName: "tag"))
  var locale: String?

  @Flag(help: "Give sections the usual titles of that language; two of one kind keep theirs.")
  var translateTitles = false

  func apply(to options: inout CompileOptions) {
    options.language = locale
    options.translatesTitles = translateTitles
    options.with = Set(with)
    options.without = Set(without)
    options.keepsSelectedWorks = selected
    options.workKeywords = keyword
  }
}

/// A policy for emoji by its name.
func parsedEmoji(_ word: String) throws -> EmojiPolicy {
  if let policy = EmojiPolicy(rawValue: word.lowercased()) { return policy }
  throw ValidationError("There is no policy “\(word)”; write strip, text or mono.")
}

/// A kind of section by its name; hyphens are as good as underscores.
func parsedSectionKind(_ word: String) throws -> SectionKind {
  let name = word.lowercased().replacing("-", with: "_")
  if let kind = SectionKind(rawValue: name) { return kind }
  let names = SectionKind.allCases.map(\.rawValue)
  let near = suggestion(for: name, among: names).map { "; did you mean “\($0)”?" } ?? "."
  throw ValidationError(
    "There is no kind “\(word)”\(near) The kinds are \(names.joined(separator: ", ")).")
}
