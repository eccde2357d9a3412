// SPDX-License-Identifier: MIT

/// How one kind of entry is set: what stands on its lines and beside them.
public struct EntryDesign: Hashable, Sendable {
  /// The lines of the head; usually one.
  public var lines: [LineTemplate]
  /// What stands flush right on the first baseline.
  public var aside: LineTemplate?
  /// What stands in a column of its own before the lines.
  public var label: LineTemplate?
  /// The width of the label's column.
  public var labelWidth: Length
  /// How the space between two entries of the kind is measured.
  public var spacing: Spacing
  /// Whether the lines may use the full width of the text, and not only the measure.
  public var isWide: Bool
  /// Whether the bullet of lists stands before the lines.
  public var hasBullet = false
  /// From the edge of the lines to their second and further lines.
  public var hang = Length.zero
  /// How many entries stand side by side.
  public var columns = 1
  public var columnGap = Length.pt(20)
  /// Whether only the first line keeps clear of the aside.
  public var isBesideFirstLine = false

  public init(
    lines: [LineTemplate] = [LineTemplate("{title}, {text}")], aside: LineTemplate? = nil,
    label: LineTemplate? = nil, labelWidth: Length = .zero, spacing: Spacing = .row,
    isWide: Bool = false
  ) {
    self.lines = lines
    self.aside = aside
    self.label = label
    self.labelWidth = labelWidth
    self.spacing = spacing
    self.isWide = isWide
  }

  /// Whether the lines are text that is read, set as paragraphs are, and not a title.
  public var isRunningText: Bool { spacing == .publication || spacing == .paragraph }

  /// The kinds of space between entries.
  public enum Spacing: String, CaseIterable, Hashable, Sendable {
    case entry, publication, row, paragraph, tight
  }
}

/// A line as a theme writes it: `**{what}**, {where}`.
///
/// `{field}` stands for a value, `**…**` and `*…*` set it strong or emphasised, `[…]` holds what
/// is printed only if one of its fields has a value, `<soft>…</soft>` sets it in a colour of the
/// theme; `\\` takes the meaning from the next sign. A stop belongs to what is before it and is
/// not doubled; any other sign between two fields is printed only between two values.
public struct LineTemplate: Hashable, Sendable {
  public var pieces: [Piece]
  /// The first bracket or star that has no partner.
  public private(set) var loneSign: String?

  /// A part of a template: text as it stands, a field, or what stands only with its fields.
  public indirect enum Piece: Hashable, Sendable {
    case literal(String, RichText.Marks)
    case field(String, RichText.Marks)
    case optional([Piece])
    case coloured(String, [Piece])
  }

  public init(_ source: String) {
    var scanner = TemplateScanner(source)
    pieces = scanner.pieces(after: nil)
    loneSign = scanner.loneSign ?? (scanner.marks.isEmpty ? nil : "*")
  }

  /// The names of all fields of the template.
  public var fields: [String] { Self.fields(of: pieces) }

  /// The names of all colours of the template.
  public var colours: [String] { Self.colours(of: pieces) }

  private static func colours(of pieces: [Piece]) -> [String] {
    pieces.flatMap { piece -> [String] in
      switch piece {
      case .literal, .field: []
      case .optional(let inner): colours(of: inner)
      case .coloured(let name, let inner): [name] + colours(of: inner)
      }
    }
  }

  /// The names of all fields of some pieces.
  public static func fields(of pieces: [Piece]) -> [String] {
    pieces.flatMap { piece -> [String] in
      switch piece {
      case .literal: []
      case .field(let name, _): [name]
      case .optional(let inner), .coloured(_, let inner): fields(of: inner)
      }
    }
  }
}

/// Reads a template from left to right.
private struct TemplateScanner {
  private let characters: [Character]
  private var index = 0
  private(set) var marks: RichText.Marks = []
  private(set) var loneSign: String?
  private var literal = ""

  init(_ source: String) { characters = Array(source) }

  /// - Parameter opening: The sign before the first piece; `nil` for the whole template.
  mutating func pieces(after opening: Character?) -> [LineTemplate.Piece] {
    var result: [LineTemplate.Piece] = []
    var isClosed = opening == nil
    while index < characters.count {
      let character = characters[index]
      index += 1
      if character == "]", opening == "[" {
        isClosed = true
        break
      }
      if character == "<", index < characters.count, characters[index] == "/" {
        _ = name(in: "<", ">")
        if opening != "<" { miss("</") }
        isClosed = true
        break
      }
      switch character {
      case "\\" where index < characters.count:
        literal.append(characters[index])
        index += 1
      case "*":
        flush(into: &result)
        toggleMarks()
      case "{":
        flush(into: &result)
        result.append(.field(name(in: "{", "}"), marks))
      case "<":
        flush(into: &result)
        let colour = name(in: "<", ">")
        result.append(.coloured(colour, pieces(after: "<")))
      case "[":
        flush(into: &result)
        result.append(.optional(pieces(after: "[")))
      default: literal.append(character)
      }
    }
    flush(into: &result)
    if !isClosed, let opening { miss(String(opening)) }
    return result
  }

  private mutating func miss(_ sign: String) { loneSign = loneSign ?? sign }

  private mutating func toggleMarks() {
    if index < characters.count, characters[index] == "*" {
      index += 1
      marks.formSymmetricDifference(.strong)
    } else {
      marks.formSymmetricDifference(.emphasis)
    }
  }

  private mutating func name(in opening: Character, _ end: Character) -> String {
    var name = ""
    while index < characters.count, characters[index] != end {
      name.append(characters[index])
      index += 1
    }
    if index >= characters.count { miss(String(opening)) }
    index += 1
    return name
  }

  private mutating func flush(into pieces: inout [LineTemplate.Piece]) {
    if !literal.isEmpty { pieces.append(.literal(literal, marks)) }
    literal = ""
  }
}
