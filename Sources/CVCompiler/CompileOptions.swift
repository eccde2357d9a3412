// SPDX-License-Identifier: MIT
public import CVModel

/// What a user asks for beside the profile.
public struct CompileOptions: Sendable {
  /// The owner's name; believed before any source.
  public var name: String?
  /// The language of the words that cvgen writes; the profile's own where `nil`.
  public var language: String?
  /// Whether sections have the usual titles of that language instead of their own.
  public var translatesTitles = false
  /// The size of the page; what the settings say, else A4, where `nil`.
  public var paper: Paper?
  /// What becomes of the emoji of a page; files of data have none.
  public var emoji: EmojiPolicy = .strip
  /// Kinds of sections shown although they are left out by default.
  public var with: Set<SectionKind> = []
  /// Kinds of sections left out.
  public var without: Set<SectionKind> = []
  /// The pages that the document may have; `nil` for as many as it takes.
  public var pages: Int?
  /// Whether entries may be left out to keep to the pages.
  public var dropsEntries = false
  /// Whether a document with too many pages is made all the same.
  public var keepsBestAttempt = false
  /// The paths of bibliographies whose works are added to the publications.
  public var bibliographies: [String] = []
  /// Whether only the works are kept that their sources call selected.
  public var keepsSelectedWorks = false
  /// Only works with one of these keywords are kept; all where there are none.
  public var workKeywords: [String] = []
  /// The path of the site's settings, or `nil` where there are none.
  public var sitePath: String?
  /// The path of `cvgen.yml`, or `nil` where there is none.
  public var settingsPath: String?
  /// The name of the variant that is made; `nil` for the whole profile.
  public var variant: String?
  /// What stands over all settings, by their keys: `headline`, `summary`.
  public var overrides: [String: String] = [:]
  /// The path of the page from the folder of the site's settings.
  public var pageInSite: String?
  /// The date of creation that the PDF states, ISO 8601 in UTC; `nil` states none.
  public var date: String?
  /// What the PDF promises to be.
  public var standard: PDFStandard = .a2u
  /// Whether the PDF carries the profile as JSON; the standard must allow it.
  public var attachesSource = false
  /// The bytes of an sRGB profile, which PDF/A needs.
  public var colourProfile: [UInt8] = []

  public init() {}

  /// The options with what the settings say where the user says nothing.
  func completed(by preferences: Preferences) -> CompileOptions {
    var options = self
    options.language = language ?? preferences.language
    options.paper = paper ?? preferences.paper
    if pages == nil {
      options.pages = preferences.pages
      options.dropsEntries = preferences.dropsEntries ?? dropsEntries
    }
    return options
  }
}

/// The version of the program, as it stands in documents and in `--version`.
public let programVersion = "0.1.0"
