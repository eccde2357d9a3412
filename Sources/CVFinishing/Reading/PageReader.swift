// SPDX-License-Identifier: MIT

/// Reads the content stream of a page: which text stands in which mark.
struct PageReader {
  /// The texts of the page's tags by their numbers.
  private(set) var tagged: [Int: String] = [:]
  private(set) var furniture: [String] = []
  /// Text in no tag; an empty one for each painting outside all marks.
  private(set) var unmarked: [String] = []

  private var scanner: ContentScanner
  private let fonts: [String: FontDecoder]
  private var font: FontDecoder?
  /// The tokens before the next operator.
  private var operands: [ContentToken] = []
  /// The marks that are open, the innermost last.
  private var marks: [Mark] = []

  /// What holds a stretch of content.
  private enum Mark: Hashable {
    case tag(Int)
    /// Of no interest to readers; furniture may hold text.
    case artifact(isFurniture: Bool)
    /// Its glyphs stand for another text, which is taken already.
    case replaced
    case other

    var isTagOrArtifact: Bool {
      switch self {
      case .tag, .artifact: true
      case .replaced, .other: false
      }
    }
  }

  init(_ content: [UInt8], fonts: [String: FontDecoder]) {
    scanner = ContentScanner(content)
    self.fonts = fonts
  }

  mutating func run() {
    while let token = scanner.next() {
      guard token.kind == .keyword else {
        operands.append(token)
        continue
      }
      visit(scanner.word(token))
      operands.removeAll(keepingCapacity: true)
    }
  }

  private mutating func visit(_ word: String) {
    switch word {
    case "BMC", "BDC": open()
    case "EMC": _ = marks.popLast()
    case "Tf": font = operands.first.flatMap { fonts[scanner.word($0)] }
    case "Tj", "TJ", "'", "\"":
      let strings = operands.filter { $0.kind == .string || $0.kind == .hexString }
      let bytes = strings.flatMap(scanner.stringBytes)
      show(font?.text(of: bytes) ?? String(repeating: "\u{FFFD}", count: bytes.count))
    case "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "EI":
      if !marks.contains(where: \.isTagOrArtifact) { unmarked.append("") }
    default: break
    }
  }

  private mutating func open() {
    let names = operands.filter { $0.kind == .name }.map(scanner.word)
    if let key = operands.firstIndex(where: { scanner.word($0) == "/MCID" }),
      key + 1 < operands.count, let mark = Int(scanner.word(operands[key + 1]))
    {
      marks.append(.tag(mark))
    } else if names.first == "/Artifact" {
      let isFurniture = names.contains("/Pagination")
      if isFurniture { furniture.append("") }
      marks.append(.artifact(isFurniture: isFurniture))
    } else if let key = operands.firstIndex(where: { scanner.word($0) == "/ActualText" }),
      key + 1 < operands.count
    {
      show(pdfString(scanner.stringBytes(operands[key + 1])))
      marks.append(.replaced)
    } else {
      marks.append(.other)
    }
  }

  private mutating func show(_ text: String) {
    guard !marks.contains(.replaced) else { return }
    switch marks.last(where: \.isTagOrArtifact) {
    case .tag(let mark): tagged[mark, default: ""] += text
    case .artifact(isFurniture: true): furniture[furniture.count - 1] += text
    default: unmarked.append(text)
    }
  }
}

/// The text of a string: UTF-16 with a byte order mark, else one byte a character.
///
/// PDFDocEncoding is Latin-1 but for some signs that no text of cvgen is written in.
func pdfString(_ bytes: [UInt8]) -> String {
  guard bytes.starts(with: [0xFE, 0xFF]) else {
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }
  return utf16(bytes.dropFirst(2))
}

/// The text of bytes in UTF-16, the high byte first.
func utf16(_ bytes: some Collection<UInt8>) -> String {
  var units: [UInt16] = []
  var high: UInt8?
  for byte in bytes {
    if let first = high {
      units.append(UInt16(first) << 8 | UInt16(byte))
      high = nil
    } else {
      high = byte
    }
  }
  return String(decoding: units, as: UTF16.self)
}
