// SPDX-License-Identifier: MIT
import CVModel

/// What a heading says: its title, its kind, and the legend that some put behind it.
struct SectionTitle {
  /// As written, without number, decoration and legend.
  var title: RichText
  var kind: SectionKind?
  /// Whether the whole title is known, and not only a part of it.
  var isExact: Bool
  /// `(* denotes equal contribution)`.
  var legend: RichText?
  /// The number that stood before it.
  var number: RichText?

  init(_ heading: RichText) {
    var text = heading.collapsed()
    if let known = text.label.flatMap({ SectionKind(rawValue: $0) }) {
      (title, kind, isExact) = (text.unlabelled(), known, true)
      return
    }
    legend = Self.takeLegend(from: &text)
    (title, number) = Self.withoutDecoration(text)
    (kind, isExact) = Self.kind(of: title.text)
  }

  private static func takeLegend(from text: inout RichText) -> RichText? {
    let scan = TextScan(text)
    for (index, scalar) in scan.scalars.enumerated() where scalar == "(" || scalar == "（" {
      guard let close = scan.closingBracket(of: index) else { return nil }
      let words = foldedWords(scan.string(index + 1..<close))
      guard
        WordLists.all.occurs(.equalContribution, in: words)
          || WordLists.all.occurs(.correspondingAuthor, in: words)
      else { continue }
      let legend = scan.slice(index + 1..<close)
      text = (scan.slice(0..<index) + scan.slice(close + 1..<scan.count)).trimmed()
      return legend
    }
    return nil
  }

  /// Without `3.` before and signs around the words.
  private static func withoutDecoration(_ text: RichText) -> (RichText, RichText?) {
    var result = text.trimmed { isSpace($0) || "·•|:：-–—=*#_~>»«.".unicodeScalars.contains($0) }
    let scan = TextScan(result)
    var index = 0
    while let digit = scan[index], ("0"..."9").contains(digit) || index > 0 && digit == "." {
      index += 1
    }
    var number: RichText?
    if index > 1, scan[index - 1] == ".", index < scan.count {
      number = scan.slice(0..<index)
      result = scan.slice(scan.skipSpaces(from: index)..<scan.count)
    }
    guard !result.isEmpty else { return (text, nil) }
    return (result.mapAttributes { $0.marks.subtract([.strong, .coloured]) }, number)
  }

  /// The kind of a title: known as a whole, without its qualifiers, or by a part of it.
  private static func kind(of title: String) -> (SectionKind?, Bool) {
    let kinds = WordLists.all.sectionKinds
    let whole = folded(title)
    if let kind = kinds[whole] { return (kind, true) }
    let plain = folded(withoutBrackets(title))
    if let kind = kinds[plain] { return (kind, true) }
    var words = plain.split(separator: " ").map(String.init)
    while let first = words.first, WordLists.all.contains(first, in: .qualifiers) {
      words.removeFirst()
      if let kind = kinds[words.joined(separator: " ")] { return (kind, true) }
    }
    guard words.count <= 12 else { return (nil, false) }
    for part in parts(of: words) {
      if let kind = kinds[part] { return (kind, true) }
    }
    guard words.count <= 8 else { return (nil, false) }
    for count in stride(from: words.count - 1, through: 1, by: -1) {
      if let kind = kinds[words.suffix(count).joined(separator: " ")] { return (kind, false) }
      if let kind = kinds[words.prefix(count).joined(separator: " ")] { return (kind, false) }
    }
    return (nil, false)
  }

  /// `Awards, Grants & Honors`: the parts of a title that joins several.
  private static func parts(of words: [String]) -> [String] {
    let title = words.joined(separator: " ")
    return title.split { "/|,+·".contains($0) }
      .flatMap {
        $0.split(separator: " ").split(separator: "and").map { $0.joined(separator: " ") }
      }
      .filter { $0 != title }.map { folded($0) }.filter { !$0.isEmpty }
  }

  private static func withoutBrackets(_ title: String) -> String {
    guard title.unicodeScalars.contains(where: { "([（【".unicodeScalars.contains($0) }) else {
      return title
    }
    var depth = 0
    return String(
      title.filter { character in
        if "([（【".contains(character) { depth += 1 }
        defer { if ")]）】".contains(character) { depth = max(0, depth - 1) } }
        return depth == 0 && !")]）】".contains(character)
      })
  }
}
