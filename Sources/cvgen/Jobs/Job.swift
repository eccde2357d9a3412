// SPDX-License-Identifier: MIT
import CVCompiler
import CVDiagnostics
import CVModel

/// A profile and the documents to be made of it.
struct Job {
  /// The page as the user named it; messages call it so, and it is read from there.
  var page: String
  /// The bytes of the page, where it is not read from the disk.
  var contents: [UInt8]?
  /// The folder that nothing is read outside of; `nil` for the site's, else the page's.
  var root: String?
  /// All but settings and the colour profile, which are found when the job is run.
  var options = CompileOptions()
  /// The theme's name, or its folder; what the settings name where `nil`.
  var theme: String?
  /// What stands over the values of the theme.
  var overrides: [ThemeOverride] = []
  var fonts = FontChoice()
  var formats: [DocumentFormat] = []
  /// Whether warnings are errors.
  var isStrict = false
}

/// Where faces may come from for what the bundled ones lack.
struct FontChoice: Hashable {
  var folders: [Folder] = []
  var usesSystem = false

  init(folders: [String] = [], usesSystem: Bool = false) {
    self.folders = folders.map { Folder(path: $0) }
    self.usesSystem = usesSystem
  }

  /// A folder of fonts.
  struct Folder: Hashable {
    var path: String
    /// No font is read outside of it.
    var root = "/"
  }
}

/// What became of a job.
struct JobResult {
  /// In the order of the job's formats; none after an error.
  var documents: [RenderedDocument] = []
  var log: DiagnosticLog
  var sources: SourceSet
  /// A failure of the machine.
  var failure: CompileFailure?
  /// The files that were read.
  var reads: [FileRead] = []
  /// The paths of faces, dictionaries and the like, which other libraries read.
  var installed: [String] = []

  /// All files that the documents were made of, each once, by their paths.
  var files: [UsedFile] {
    let used = reads.map { UsedFile($0) } + installed.map { UsedFile(stampOf: $0) }
    return Dictionary(used.map { ($0.path, $0) }) { first, _ in first }.values
      .sorted { $0.path < $1.path }
  }

  /// Whether the documents keep to the budget of pages; one that does not was asked for by
  /// `--keep`.
  var isOverBudget: Bool {
    log.diagnostics.contains { $0.code == .pageBudget && $0.severity == .warning }
  }
}

/// A document in memory.
struct RenderedDocument: Hashable {
  var format: DocumentFormat
  /// The bytes of its file, or of a file for each page.
  var parts: [[UInt8]]
  /// The pages of a PDF or of pictures.
  var pages: Int?
  /// A file that the document needs beside it.
  var companion: CompanionFile?
}
