// SPDX-License-Identifier: MIT

/// Turns the codes of a font into text, by the table that the font itself carries.
struct FontDecoder {
  /// How many bytes a code has.
  private var codeLength: Int
  private var texts: [Int: String] = [:]

  /// - Parameters:
  ///   - map: A `ToUnicode` CMap (ISO 32000-1, 9.10.3); empty where the font has none.
  ///   - isComposite: Whether codes have two bytes where the map does not say.
  init(map: [UInt8], isComposite: Bool) {
    codeLength = isComposite ? 2 : 1
    var scanner = ContentScanner(map)
    var operands: [ContentToken] = []
    while let token = scanner.next() {
      guard token.kind == .keyword else {
        operands.append(token)
        continue
      }
      switch scanner.word(token) {
      case "endcodespacerange":
        codeLength = operands.first.map { max(1, scanner.stringBytes($0).count) } ?? codeLength
      case "endbfchar": addCharacters(operands, scanner)
      case "endbfrange": addRanges(operands, scanner)
      default: break
      }
      operands.removeAll(keepingCapacity: true)
    }
  }

  private mutating func addCharacters(_ operands: [ContentToken], _ scanner: ContentScanner) {
    for index in stride(from: 0, to: operands.count - 1, by: 2) {
      texts[Self.code(scanner.stringBytes(operands[index])[...])] =
        utf16(scanner.stringBytes(operands[index + 1]))
    }
  }

  /// Ranges with one text count its last unit up; those with an array name each text.
  private mutating func addRanges(_ operands: [ContentToken], _ scanner: ContentScanner) {
    var index = 0
    while index + 2 < operands.count {
      let low = Self.code(scanner.stringBytes(operands[index])[...])
      let high = min(low + 0xFFFF, Self.code(scanner.stringBytes(operands[index + 1])[...]))
      index += 2
      if operands[index].kind == .open {
        index += 1
        var code = low
        while index < operands.count, operands[index].kind != .close {
          texts[code] = utf16(scanner.stringBytes(operands[index]))
          code += 1
          index += 1
        }
      } else if low <= high {
        var bytes = scanner.stringBytes(operands[index])
        for code in low...high where !bytes.isEmpty {
          texts[code] = utf16(bytes)
          bytes[bytes.count - 1] &+= 1
        }
      }
      index += 1
    }
  }

  private static func code(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
  }

  /// The text that codes show; U+FFFD for a code without one.
  func text(of bytes: [UInt8]) -> String {
    stride(from: 0, to: bytes.count, by: codeLength).map { start in
      texts[Self.code(bytes[start..<min(start + codeLength, bytes.count)])] ?? "\u{FFFD}"
    }.joined()
  }
}

/// The decoders of a file's fonts, each made once.
struct FontDecoders {
  /// By the number of the font's object.
  private var known: [Int: FontDecoder] = [:]

  /// - Parameter fonts: The fonts of a page by their names.
  mutating func decoders(of fonts: PDFObject) -> [String: FontDecoder] {
    var result: [String: FontDecoder] = [:]
    for name in fonts.keys {
      let font = fonts[name]
      let number = font.number
      let decoder =
        known[number]
        ?? FontDecoder(
          map: font["/ToUnicode"].data, isComposite: font["/Subtype"].name == "/Type0")
      if number != 0 { known[number] = decoder }
      result[name] = decoder
    }
    return result
  }
}
