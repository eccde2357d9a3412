// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler
import CVDiagnostics
import CVModel

/// The pages of a command that makes documents, and where these go.
struct DocumentOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Pages to read; - is standard input.", valueName: "file"))
  var files: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write, a folder, or - for standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var input: InputOptions

  func validate() throws {
    guard let output else { return }
    guard !output.isEmpty else { throw ValidationError("-o names no file.") }
    let isFolder = DiskFiles.isFolder(output)
    if files.count > 1, !isFolder {
      throw ValidationError("With several pages, -o must name a folder that exists.")
    }
    if isFolder, files.contains("-") {
      throw ValidationError("What standard input becomes has no name; name a file with -o.")
    }
  }
}

/// The look of a document.
struct DesignOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A theme's name, or a folder with a theme.yaml. Default: the settings', else classic.",
      valueName: "name|dir"))
  var theme: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "A value of the theme for this run, such as styles.body.size=10pt. Repeatable.",
      valueName: "key=value"),
    transform: parsedOverride)
  var overrides: [ThemeOverride] = []

  @Option(
    help: "The size of the page: a4 or letter. Default: the settings', else a4.",
    transform: parsedPaper)
  var paper: Paper?

  func apply(to job: inout Job) {
    job.theme = theme
    job.overrides = overrides
    job.options.paper = paper
  }
}

/// The faces that may stand in for what the bundled ones lack.
struct FontOptions: ParsableArguments {
  @Option(
    name: .customLong("fonts"),
    help: ArgumentHelp(
      "A folder with fonts for characters, or for the family, that the bundled ones lack. Repeatable.",
      valueName: "dir"))
  var folders: [String] = []

  @Flag(
    help: ArgumentHelp(
      "Use the system's fonts for what all others lack; the pages then depend on the machine."))
  var systemFonts = false

  var choice: FontChoice { FontChoice(folders: folders, usesSystem: systemFonts) }

  func validate() throws {
    for folder in folders where !DiskFiles.isFolder(folder) {
      throw ValidationError("There is no folder “\(folder)”; --fonts names one with fonts in it.")
    }
  }
}

/// How many pages a document may have.
struct BudgetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The pages there may be; spaces, margins and sizes shrink to the theme's floors for it.",
      valueName: "n"), transform: parsedPages)
  var pages: Int?

  @Flag(help: "Leave out entries to keep to --pages, the least important and oldest first.")
  var drop = false

  @Flag(help: "Write the document even if it does not keep to --pages (exit code 2 all the same).")
  var keep = false

  func validate() throws {
    if pages == nil, drop || keep {
      throw ValidationError("--\(drop ? "drop" : "keep") needs --pages.")
    }
  }

  func apply(to options: inout CompileOptions) {
    options.pages = pages
    options.dropsEntries = drop
    options.keepsBestAttempt = keep
  }
}

/// A number of pages.
func parsedPages(_ word: String) throws -> Int {
  if let pages = Int(word), 1...1000 ~= pages { return pages }
  throw ValidationError("“\(word)” is no number of pages; write 1 to 1000.")
}

/// A size of paper by its name.
func parsedPaper(_ word: String) throws -> Paper {
  if let paper = Paper(rawValue: word.lowercased()) { return paper }
  throw ValidationError("There is no paper “\(word)”; write a4 or letter.")
}

/// A value for a key of a theme.
func parsedOverride(_ text: String) throws -> ThemeOverride {
  if let override = ThemeOverride(text) { return override }
  throw ValidationError("“\(text)” sets nothing; write a key and a value: styles.body.size=10pt.")
}
