// SPDX-License-Identifier: MIT
public import CVModel

/// What a user asks for beside the profile.
public struct CompileOptions: Sendable {
  /// The owner's name; believed before any source.
  public var name: String?
  /// The language of the words that cvgen writes; the profile's own where `nil`.
  public var language: String?
  public var paper: Paper = .a4
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
  /// The path of the site's settings, or `nil` where there are none.
  public var sitePath: String?
  /// The date of creation that the PDF states, ISO 8601 in UTC; `nil` states none.
  public var date: String?
  /// What the PDF promises to be.
  public var standard: PDFStandard = .a2u
  /// Whether the PDF carries the profile as JSON; the standard must allow it.
  public var attachesSource = false
  /// The bytes of an sRGB profile, which PDF/A needs.
  public var colourProfile: [UInt8] = []

  public init() {}
}

/// The version of the program, as it stands in documents and in `--version`.
public let programVersion = "0.1.0"
