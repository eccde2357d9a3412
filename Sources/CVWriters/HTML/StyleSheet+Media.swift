// SPDX-License-Identifier: MIT
import CVModel

extension StyleSheet {
  /// On a narrow screen dates stand below titles, labels above lines and contacts on lines of
  /// their own; only years and other short asides stay at the edge.
  var phoneRules: [String] {
    let aside = theme.colours["soft"].map { "; color: \($0.hex)" } ?? ""
    return [
      "@media screen and (max-width: 40rem) {",
      "  html { font-size: 100% }",
      "  main { padding: 1.5rem 1rem 2rem }",
      "  .entry.head, .entry > .head { display: block }",
      "  .entry .aside { padding: 0; text-align: \(start)\(aside) }",
      "  .entries > .head, .entries > li > .head"
        + " { grid-template-columns: minmax(0, 1fr) fit-content(35%) }",
      "  .line, .label { grid-column: 1; grid-row: auto }",
      "  .aside, .aside.long { grid-column: 2; width: auto; white-space: normal }",
      "  .author, .locator, .link { white-space: normal }",
      "  .contacts span, .contacts a { display: block }",
      "  .contacts .separator { display: none }",
    ] + phoneLabelRules + ["}"]
  }

  private var phoneLabelRules: [String] {
    guard theme.page.labelColumn != nil else { return [] }
    return ["  .label { position: static; width: auto; padding: 0; text-align: \(start) }"]
  }

  /// On paper the sizes are the theme's own, and no title is parted from what it heads.
  var printRules: [String] {
    [
      "@media print {",
      "  html { font-size: \(bodySize.cssPoints) }",
      "  main { max-width: none; padding: 0 }",
      "  a { text-decoration: none }",
      "  h2, .group { break-after: avoid }",
      "  h3, h4, .points > li:first-child { break-after: avoid }",
      "  .points > li:last-child { break-before: avoid }",
      "  .points > li, .entries > li { break-inside: avoid }",
      "  p, li { orphans: 2; widows: 2 }",
      "}",
    ]
  }

  /// The paper with the theme's margins, and its footer.
  func pageRules(footerName: String) -> [String] {
    let edges = theme.textMargins(on: paper)
    let margins = [edges.top, edges.right, edges.bottom, edges.left]
      .map(\.cssMillimetres).joined(separator: " ")
    guard let footer = theme.page.footer else {
      return ["@page { size: \(paperName); margin: \(margins) }"]
    }
    let style = theme.style("footer")
    let boxes =
      [("@bottom-\((footer.right == nil ? footer.alignment : .left).rawValue)", footer.text)]
      + (footer.right.map { [("@bottom-right", $0)] } ?? [])
    let rules = boxes.map { box, text in
      "  \(box) { content: \(content(of: text, name: footerName)); font-family: \(fontStack);"
        + " font-size: \(style.size.cssPoints); color: \(colour(style.colour)) }"
    }
    let first = boxes.map { "\($0.0) { content: none }" }.joined(separator: " ")
    return ["@page {", "  size: \(paperName);", "  margin: \(margins);"] + rules + ["}"]
      + (footer.firstPage > 1 ? ["@page :first { \(first) }"] : [])
  }

  private var paperName: String {
    switch paper {
    case .a4: "A4"
    case .letter: "letter"
    }
  }

  /// `{name}, page {page}` as `"Ada Roe, page " counter(page)`.
  private func content(of text: String, name: String) -> String {
    var parts: [String] = []
    var rest = text.replacing("{name}", with: name)[...]
    while let open = rest.firstRange(of: "{page") {
      let isTotal = rest[open.upperBound...].hasPrefix("s}")
      guard isTotal || rest[open.upperBound...].hasPrefix("}") else { break }
      if open.lowerBound > rest.startIndex {
        parts.append(cssString(String(rest[..<open.lowerBound])))
      }
      parts.append(isTotal ? "counter(pages)" : "counter(page)")
      rest = rest[rest.index(open.upperBound, offsetBy: isTotal ? 2 : 1)...]
    }
    if !rest.isEmpty { parts.append(cssString(String(rest))) }
    return parts.isEmpty ? "none" : parts.joined(separator: " ")
  }
}
