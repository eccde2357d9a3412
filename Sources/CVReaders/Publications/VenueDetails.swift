// SPDX-License-Identifier: MIT
import CVModel

/// `61(4)`, `9`, `13:1930-1937`, `21(3):233–251`; and `2024(26): 6228-6237`, with the year for the
/// volume, as in GB/T 7714.
struct Issue {
  var volume: String?
  var year: Int?
  var number: String?
  var pages: String?

  init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1)
    guard let head = parts.first else { return nil }
    if parts.count == 2 {
      let last = String(parts[1]).trimmingSpaces()
      guard PageRange(last) != nil || Self.isArticle(last) else { return nil }
      pages = last
    }
    let volume: String
    if let open = head.firstIndex(of: "("), head.hasSuffix(")") {
      volume = String(head[..<open]).trimmingSpaces()
      let inner = head[head.index(after: open)...].dropLast()
      // `120 (3)`; in `120 (2017)` the bracket says when.
      guard inner.plainYear == nil || head[..<open].last != " " else { return nil }
      number = String(inner)
      // `587(Pt 4)`, `33(5-6)`
      let digits = inner.drop { $0.isLetter || $0 == " " || $0 == "." }
      guard Self.isNumber(volume), !digits.isEmpty, inner.count <= 8,
        digits.allSatisfy({ $0.isNumber || isDash($0.unicodeScalars.first) })
      else { return nil }
    } else {
      volume = String(head)
      guard Self.isNumber(volume) else { return nil }
      if parts.count == 1, let value = Int(volume), value > 1899 { return nil }
    }
    year = pages == nil ? nil : volume.plainYear
    self.volume = year == nil ? volume : nil
  }

  /// `e179921`, `RP1999`, `115999`: the number of an article that has no pages.
  private static func isArticle(_ text: String) -> Bool {
    let digits = text.drop { $0.isLetter && $0.isASCII }
    return text.count - digits.count <= 2 && 1...8 ~= digits.count
      && digits.allSatisfy { $0.isASCII && $0.isNumber }
  }

  private static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.count <= 4 && text.allSatisfy { $0.isASCII && $0.isNumber }
  }
}

/// `1120–1138`, `130`, `e102-e110`.
struct PageRange {
  var text: String
  /// Whether the two numbers cannot be years.
  var isNoYears: Bool

  init?(_ text: String) {
    let parts = text.split(whereSeparator: { isDash($0.unicodeScalars.first) })
    let numbers = parts.map { $0.trimmingPrefix(while: { $0.isLetter }) }
    guard parts.count == 2,
      numbers.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      parts.allSatisfy({ $0.count <= 7 })
    else { return nil }
    self.text = text
    isNoYears = !numbers.allSatisfy { $0.plainYear != nil }
  }
}

/// `vol. 9`, `no. 5`, `pp. 3454-3466`, in the short forms of several languages.
enum Labelled {
  case volume(String), number(String), pages(String)

  init?(_ text: String) {
    var words = text.split(separator: " ")
    // `pp.3454-3466`
    if words.count == 1, let stop = text.firstIndex(of: "."),
      case let digits = text[text.index(after: stop)...], digits.first?.isNumber == true
    {
      words = [text[...stop], digits]
    }
    guard words.count == 2, let value = words.last.map(String.init),
      value.contains(where: \.isNumber)
    else { return nil }
    switch folded(words[0]) {
    case "vol", "vol.", "volume", "bd", "bd.", "v", "v.", "tome", "t.", "jg", "jg.", "band",
      "المجلد", "مج":
      self = .volume(value)
    case "no", "no.", "issue", "nr", "nr.", "iss", "iss.", "n", "n.", "nº", "n°", "núm", "núm.",
      "num", "num.", "heft", "h.", "العدد", "ع":
      self = .number(value)
    case "pp", "pp.", "p", "p.", "pages", "page", "s", "s.", "pág", "pág.", "págs", "págs.",
      "pag", "pag.", "ص":
      self = .pages(value)
    default: return nil
    }
  }
}

/// `12巻3号`, `2023年第2期`, `45-60頁`: numbers with the word for each behind it.
struct WideIssue {
  var volume: String?
  var number: String?
  var pages: String?
  var year: Int?

  /// - Returns: `nil` unless all of the text is made of such numbers.
  init?(_ text: String) {
    let scalars = Array(text.unicodeScalars).map { asciiForm(of: $0) }
    var index = 0
    let skipSpaces = { while index < scalars.count, isSpace(scalars[index]) { index += 1 } }
    while index < scalars.count {
      while index < scalars.count, scalars[index] == "第" || isSpace(scalars[index]) { index += 1 }
      let start = index
      while index < scalars.count, Self.isOfNumber(scalars[index]) { index += 1 }
      guard index > start else { return nil }
      let value = String(String.UnicodeScalarView(scalars[start..<index]))
      skipSpaces()
      guard index < scalars.count else { return nil }
      guard take(value, scalars[index]) else { return nil }
      index += 1
      skipSpaces()
    }
    guard volume != nil || number != nil || pages != nil else { return nil }
  }

  private static func isOfNumber(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || isDash(scalar) || scalar == "~"
  }

  private mutating func take(_ value: String, _ unit: Unicode.Scalar) -> Bool {
    switch unit {
    case "巻", "卷", "권": volume = value
    case "号", "號", "期", "호", "집": number = value
    case "頁", "页", "쪽", "면": pages = value
    case "年", "년":
      guard let number = value.plainYear else { return false }
      year = number
    default: return false
    }
    return true
  }
}

/// `『…』` and `《…》` around the name of a journal.
func bookTitle(_ scan: TextScan) -> (outer: Range<Int>, inner: Range<Int>)? {
  guard let open = scan.scalars.firstIndex(where: { $0 == "『" || $0 == "《" }), open < 10,
    case let closing = (scan.scalars[open] == "『" ? "』" : "》") as Unicode.Scalar,
    let close = scan.scalars[open...].firstIndex(of: closing), close > open + 1
  else { return nil }
  return (open..<close + 1, open + 1..<close)
}

/// Full-width signs at the ends of a detail.
func isWideSign(_ scalar: Unicode.Scalar) -> Bool {
  isSpace(scalar) || "．。，、：；،".unicodeScalars.contains(scalar)
}

/// `In **Rain Week 2024** (short)`: the bold words behind the `In` that leads to the venue.
func strongRunBehindIn(_ scan: TextScan) -> Range<Int>? {
  guard let run = scan.runRanges.first(where: { $0.attributes.marks.contains(.strong) }),
    folded(scan.string(scan.trim(0..<run.range.lowerBound))) == "in"
  else { return nil }
  return run.range
}

/// `MUD2025`, `MUD2025 Workshop`: the year right behind a short name, and where it ends.
func gluedYear(_ scan: TextScan) -> (year: Int, end: Int)? {
  let letters = scan.scalars.firstIndex { !isWordScalar($0) || isDigit($0) } ?? 0
  guard letters > 2, letters + 4 <= scan.count,
    let year = scan.string(letters..<letters + 4).plainYear,
    scan[letters + 4].map({ !isWordScalar($0) }) ?? true
  else { return nil }
  return (year, letters + 4)
}

/// The text without the brackets around all of it.
func withoutBracket(_ text: RichText) -> RichText {
  let scan = TextScan(text)
  guard let close = scan.closingBracket(of: 0), close == scan.count - 1 else { return text }
  return scan.slice(scan.trim(1..<close))
}
