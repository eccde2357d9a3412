// SPDX-License-Identifier: MIT

/// What stands in the braces of an attribute list: `{: .class #id key="value" word}`.
struct AttributeList {
  /// The list with its braces.
  private(set) var range: Range<Int>
  /// Class names and ids, in small letters.
  private(set) var names: [String] = []
  /// The declarations of a style.
  private(set) var style: String?
  /// Whether it says `hidden`.
  private(set) var isHidden = false
  /// Whether it holds words that are neither names nor pairs.
  private(set) var hasWords = false
  private(set) var isEmpty = true

  /// The most bytes of one attribute list.
  static let longest = 512

  /// - Returns: `nil` unless a list begins with the brace at an offset and ends in its line.
  init?(_ scan: ByteScan, at offset: Int) {
    let limit = min(scan.count, offset + Self.longest)
    guard offset < limit, scan.bytes[offset] == UInt8(ascii: "{") else { return nil }
    range = offset..<offset
    var index = offset + 1
    if index < limit, scan.bytes[index] == UInt8(ascii: ":") { index += 1 }
    while true {
      index = scan.skipBlanks(from: index)
      guard index < limit, scan.bytes[index] != 0x0A else { return nil }
      if scan.bytes[index] == UInt8(ascii: "}") { break }
      guard let end = take(scan, at: index, before: limit) else { return nil }
      isEmpty = false
      index = end
    }
    range = offset..<index + 1
  }

  /// The names behind the colons of a block of pandoc: a list in braces, or one class alone.
  static func ofDivision(_ scan: ByteScan, _ names: Range<Int>) -> AttributeList? {
    guard names.lowerBound < names.upperBound else { return nil }
    if let list = AttributeList(scan, at: names.lowerBound) { return list }
    return AttributeList(range: names, names: [scan.string(names).lowercased()], isEmpty: false)
  }

  /// Takes one name, pair or word, and gives the offset behind it.
  private mutating func take(_ scan: ByteScan, at start: Int, before limit: Int) -> Int? {
    let isEnd = { (byte: UInt8) in scan.isBlank(byte) || byte == 0x0A || byte == UInt8(ascii: "}") }
    let word = scan.bytes[start..<limit].prefix { !isEnd($0) && $0 != UInt8(ascii: "=") }
    let text = String(decoding: word, as: UTF8.self).lowercased()
    var end = word.endIndex
    let isName = word.first == UInt8(ascii: ".") || word.first == UInt8(ascii: "#")
    if isName, word.count > 1 {
      names.append(String(text.dropFirst()))
      return end
    }
    guard end < limit, !word.isEmpty, scan.bytes[end] == UInt8(ascii: "=") else {
      if text == "hidden" { isHidden = true }
      hasWords = true
      return word.isEmpty ? nil : end
    }
    end += 1
    guard end < limit else { return nil }
    let quote = scan.bytes[end]
    var value = scan.bytes[end..<limit].prefix { !isEnd($0) }
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      value = scan.bytes[(end + 1)..<limit].prefix { $0 != quote && $0 != 0x0A }
      guard value.endIndex < limit, scan.bytes[value.endIndex] == quote else { return nil }
      end = value.endIndex + 1
    } else {
      if value.isEmpty { hasWords = true }
      end = value.endIndex
    }
    note(text, String(decoding: value, as: UTF8.self))
    return end
  }

  private init(range: Range<Int>, names: [String], isEmpty: Bool) {
    (self.range, self.names, self.isEmpty) = (range, names, isEmpty)
  }

  private mutating func note(_ key: String, _ value: String) {
    switch key {
    case "style": style = value
    case "hidden": isHidden = true
    case "class", "id": names += value.lowercased().split(separator: " ").map(String.init)
    default: break
    }
  }

  /// Whether it says anything by which words may be hidden.
  var mayHide: Bool { isHidden || style != nil || !names.isEmpty }

  var look: Look { Look(style: InlineStyle(style), isHidden: isHidden, names: names) }
}

/// What attributes say of how words look: the one place that tells who sees them.
struct Look {
  var style: InlineStyle
  /// Whether the attribute `hidden` stands there.
  var isHidden: Bool
  /// Class names and ids, in small letters.
  var names: [String]

  /// Whether no reader sees the words.
  ///
  /// - Parameters:
  ///   - hiddenNames: Class names and ids that style sheets of the page hide.
  ///   - hasBackground: Whether something behind them has a colour, so that white words show.
  func hides(_ hiddenNames: Set<String>, hasBackground: Bool) -> Bool {
    if isHidden || style.hidesText { return true }
    if style.isWhite, !(style.showsWhite ?? hasBackground) { return true }
    return names.contains { HomepageMatter.hiddenClasses.contains($0) || hiddenNames.contains($0) }
  }
}
