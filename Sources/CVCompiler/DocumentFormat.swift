// SPDX-License-Identifier: MIT
public import CVModel

/// A form in which a document is made: what it is called, what it needs, and how it is made.
///
/// Formats of one name and the same options make the same documents.
public struct DocumentFormat: Sendable {
  /// As the user calls it: `pdf`, `jsonresume`.
  public let name: String
  /// What distinguishes it from others of its name.
  public let options: String
  /// As messages call it: "a PDF is not for a terminal".
  public let noun: String
  /// The end of the file's name.
  public let suffix: String
  /// Whether people can read it; else it never goes to a terminal.
  public private(set) var isText = true
  /// Whether it is printed where the user names no file.
  public private(set) var isPrinted = false
  /// Whether it is made of the pages that cvgen sets.
  public private(set) var hasPages = false
  /// Whether each of its pages is a file.
  public private(set) var isPicture = false
  fileprivate let making: Making

  /// What a document is made of.
  fileprivate enum Making: Sendable {
    case profile(OfProfile)
    case design(OfDesign)
  }

  /// Makes the bytes of the one file of a document that no theme has a say in.
  typealias OfProfile = @Sendable (inout Compiler, Profile) -> String

  /// Makes the bytes of each file of a document.
  typealias OfDesign =
    @Sendable (inout Compiler, Profile, LoadedTheme, CompileOptions) throws(CompileFailure)
    -> [[UInt8]]

  /// A format that says what the profile says, whatever the theme; it is a text that is printed.
  init(_ name: String, noun: String, suffix: String, make: @escaping OfProfile) {
    (self.name, self.noun, self.suffix, options) = (name, noun, suffix, "")
    making = .profile(make)
    isPrinted = true
  }

  /// A format that a theme has a say in.
  init(
    _ name: FormatName, _ options: String, noun: String, suffix: String, isPrinted: Bool = false,
    make: @escaping OfDesign
  ) {
    (self.name, self.options, self.noun, self.suffix) = (name.rawValue, options, noun, suffix)
    (making, self.isPrinted) = (.design(make), isPrinted)
  }

  /// A format that is made of pages; its files are no texts.
  init(
    pages name: FormatName, _ options: String = "", noun: String, isPicture: Bool = false,
    make: @escaping OfDesign
  ) {
    self.init(name, options, noun: noun, suffix: name.rawValue, make: make)
    (isText, hasPages, self.isPicture) = (false, true, isPicture)
  }

  /// Whether a theme has a say in it.
  public var needsTheme: Bool {
    if case .design = making { true } else { false }
  }
}

extension DocumentFormat: Hashable {
  public static func == (a: DocumentFormat, b: DocumentFormat) -> Bool {
    a.name == b.name && a.options == b.options
  }

  /// Takes what two formats are compared by.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(options)
  }
}

// MARK: By name

extension DocumentFormat {
  /// A format as the command of its name makes it without options.
  private init(_ name: FormatName) {
    self =
      switch name {
      case .pdf: .pdf
      case .latex: .latex(.article)
      case .html: .html()
      case .text: .text()
      case .markdown: .markdown
      case .json: .json
      case .png: .picture(.png(dpi: Self.defaultDPI))
      case .svg: .picture(.svg)
      }
  }

  /// - Parameter name: The name of a command, or the end of a file's name.
  public init?(_ name: String) {
    let name = name.lowercased()
    let formats = FormatName.allCases.map { DocumentFormat($0) }
    guard let format = formats.first(where: { $0.name == name || $0.suffix == name }) else {
      return nil
    }
    self = format
  }
}

// MARK: Making

extension Compiler {
  /// Makes a document of a profile.
  ///
  /// - Returns: The bytes of its file, or of a file for each page, none after an error, which is in
  ///   the log; `nil` where the format needs a theme and there is none.
  /// - Throws: `CompileFailure` when a font is missing or memory runs out.
  public mutating func document(
    _ format: DocumentFormat, of profile: Profile, theme: LoadedTheme?, options: CompileOptions
  ) throws(CompileFailure) -> [[UInt8]]? {
    pageCount = nil
    companion = nil
    switch format.making {
    case .profile(let make): return [Array(make(&self, profile).utf8)]
    case .design(let make):
      guard let theme else { return nil }
      return try make(&self, profile, theme, options)
    }
  }
}
