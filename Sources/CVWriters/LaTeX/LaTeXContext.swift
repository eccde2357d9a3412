// SPDX-License-Identifier: MIT
import CVLayout
package import CVModel

/// The values that a template of a document may name.
///
/// Texts go in as they are and are escaped by the template; lengths and names of colours hold
/// nothing that needs it.
func context(of tree: LayoutTree, look: LaTeXLook) -> [String: Any] {
  let theme = look.theme
  var values: [String: Any] = [
    "title": tree.title, "author": tree.author ?? "", "language": tree.language,
    "paper": look.paper == .a4 ? "a4paper" : "letterpaper",
    "page": page(look), "grid": grid(theme), "spaces": spaces(theme.spaces),
    "styles": styles(theme), "colours": colours(theme),
    "header": header(theme, tree.header),
    "list": [
      "bullet": theme.list.bullet, "indent": latexLength(theme.list.indent),
      "colour": colourName(theme.list.colour),
    ],
    "labelWidth": latexLength(theme.usualLabelWidth),
    "labelsAreWide": theme.entries.values.contains { $0.label != nil && $0.isWide },
    "isSans": theme.fonts.family.contains("Sans"),
    "signs": signs(in: tree),
  ]
  if let signs = values["signs"] as? [[String: Any]] {
    values["hasSigns"] = !signs.isEmpty
    values["needsAMSSymbols"] = needsAMSSymbols(signs)
  }
  if let photo = tree.header.photo, let design = theme.header.photo {
    values["photo"] = picture(photo.picture, design, look)
  }
  if isWrittenRightToLeft(tree.language) {
    values["rightToLeft"] = ["language": babelName(of: tree.language)]
  }
  if look.flavour == .moderncv { values["person"] = person(tree, theme) }
  if let rule = theme.sectionTitle.rule { values["rule"] = line(rule, theme) }
  if let footer = theme.page.footer?.labelled(tree.pageLabel) {
    values["footer"] = foot(footer, tree)
  }
  if let fonts = look.fonts, fonts.canBeNamed { values["fonts"] = names(of: fonts) }
  return values
}

/// What babel calls a language that is written from right to left; only its direction counts.
private func babelName(of language: String) -> String {
  let names = ["ar": "arabic", "fa": "persian", "ur": "urdu"]
  return names[String(language.prefix { $0 != "-" }).lowercased()] ?? "hebrew"
}

// MARK: Lengths

/// A length in big points, which are the theme's: 72 to the inch.
func latexLength(_ length: Length) -> String { decimal(length.points) + "bp" }

/// A number with up to three decimals; TeX has no lengths of more than 16383 points.
func decimal(_ number: Double) -> String {
  let thousandths = Int((min(number.magnitude, 16_000) * 1000).rounded())
  var digits = String(thousandths % 1000)
  digits = String(repeating: "0", count: 3 - digits.count) + digits
  while digits.last == "0" { digits.removeLast() }
  let sign = number < 0 && thousandths > 0 ? "-" : ""
  return sign + String(thousandths / 1000) + (digits.isEmpty ? "" : "." + digits)
}

/// In millimetres where these are round, as margins are.
private func margin(_ length: Length) -> String {
  let millimetres = length.points / Length.mm(1).points
  let isRound = (millimetres * 2 - (millimetres * 2).rounded()).magnitude < 1e-6
  return isRound ? decimal(millimetres) + "mm" : latexLength(length)
}

// MARK: Page

private func page(_ look: LaTeXLook) -> [String: Any] {
  let margins =
    look.theme.page.margins[look.paper]
    ?? Theme.Margins(top: .mm(20), bottom: .mm(20), left: .mm(20), right: .mm(20))
  let footer = look.theme.page.footer.map(\.baseline) ?? margins.bottom
  let text = look.paper.size.width - margins.left - margins.right
  return [
    "top": margin(margins.top), "bottom": margin(margins.bottom), "left": margin(margins.left),
    "right": margin(margins.right), "footSkip": latexLength(margins.bottom - footer),
    "measure": latexLength(min(look.theme.page.bodyWidth, text)),
  ]
}

private func grid(_ theme: Theme) -> [String: Any] {
  let step = theme.grid.step
  return [
    "step": latexLength(step), "ascent": latexLength(theme.grid.ascent),
    "descent": latexLength(step - theme.grid.ascent),
  ]
}

private func spaces(_ spaces: Theme.Spaces) -> [String: Any] {
  [
    "beforeSection": decimal(spaces.beforeSection),
    "afterSectionTitle": decimal(spaces.afterSectionTitle),
    "beforeGroup": decimal(spaces.beforeGroup), "afterGroup": decimal(spaces.afterGroup),
    "entries": decimal(spaces.betweenEntries),
    "publications": decimal(spaces.betweenPublications), "rows": decimal(spaces.betweenRows),
    "paragraphs": decimal(spaces.betweenParagraphs),
    "beforeHeadline": decimal(spaces.beforeHeadline),
    "beforeContacts": decimal(spaces.beforeContacts), "afterHeader": decimal(spaces.afterHeader),
  ]
}

private func header(_ theme: Theme, _ header: HeaderNode) -> [String: Any] {
  let design = theme.header
  let box = theme.grid.step * design.nameBox
  return [
    "isCentred": design.alignment == .center, "isRight": design.alignment == .right,
    "isLeft": design.alignment == .left, "ascent": latexLength(design.nameBaseline),
    "descent": latexLength(box - design.nameBaseline),
    "separator": header.separator.text.split(separator: " ").joined(separator: " "),
    "separatorSpace": decimal(design.separatorSpace) + "em",
  ]
}

/// The owner's photo, which is a file beside the document; as high as in the PDF.
private func picture(
  _ picture: Picture, _ design: Theme.Photo, _ look: LaTeXLook
) -> [String: Any] {
  let margins = look.theme.textMargins(on: look.paper)
  let text = (look.paper.size.width - margins.left - margins.right).points
  let width = min(design.height.points * picture.aspect, text / 3)
  let (isMirrored, degrees) = picture.placing
  return [
    "ending": laTeXPhotoEnding(picture), "height": latexLength(.pt(width / picture.aspect)),
    "width": latexLength(.pt(width)), "gap": latexLength(design.gap), "degrees": "\(degrees)",
    "isMirrored": isMirrored, "isUpright": !isMirrored && degrees == 0,
  ]
}

/// What stands behind the document's name in that of its photo: `cv.tex`, `cv-tex-photo.jpg`.
package func laTeXPhotoEnding(_ picture: Picture) -> String {
  "-tex-photo.\(picture.format.suffix)"
}

private func line(_ rule: Theme.Rule, _ theme: Theme) -> [String: Any] {
  let gap = rule.gapBelow.map { theme.grid.step * $0 }
  // Above the title's line, or below its baseline.
  let middle = gap.map { theme.grid.ascent + $0 } ?? .zero - rule.offset
  return [
    "width": latexLength(rule.width), "colour": colourName(rule.colour),
    "lift": latexLength(middle - rule.width * 0.5),
    "above": gap.map { ["gap": latexLength($0)] } ?? false as Any,
  ]
}

/// What moderncv is told before the document begins.
private func person(_ tree: LayoutTree, _ theme: Theme) -> [String: Any] {
  let words = (tree.header.name?.text ?? "").split(separator: " ")
  return [
    "firstName": words.dropLast().joined(separator: " "), "lastName": String(words.last ?? ""),
    "headline": tree.header.headline?.text ?? "", "widestHint": widestHint(of: tree),
    "ink": colourName(theme.style("body").colour),
    "accent": colourName(theme.style("section-title").colour),
    "soft": colourName(theme.style("footer").colour),
  ]
}

/// The longest of what must stand on one line in the column of dates.
private func widestHint(of tree: LayoutTree) -> String {
  var longest = ""
  for case .entry(let entry) in tree.sections.flatMap(\.children) {
    let aside = entry.aside?.text ?? ""
    let label = entry.label?.text ?? ""
    for hint in aside.split(separator: " ") + label.split(separator: " ")
    where hint.count > longest.count { longest = String(hint) }
  }
  return String(longest.prefix(longestHint))
}

/// The column of dates is never wider than so many characters.
let longestHint = 26

// MARK: Footer

/// The words of the footer, the numbers of pages between them.
private func foot(_ footer: Theme.Footer, _ tree: LayoutTree) -> [String: Any] {
  var parts: [[String: Any]] = []
  var rest = footer.text[...]
  while let brace = rest.firstIndex(of: "{") {
    if brace > rest.startIndex { parts.append(["text": String(rest[..<brace])]) }
    let end = rest[brace...].firstIndex(of: "}") ?? rest.index(before: rest.endIndex)
    switch rest[rest.index(after: brace)..<end] {
    case "name": parts.append(["text": tree.header.name?.text ?? tree.title])
    case "page": parts.append(["text": "", "isPage": true])
    case "pages": parts.append(["text": "", "isPages": true])
    default: parts.append(["text": String(rest[brace...end])])
    }
    rest = rest[rest.index(after: end)...]
  }
  if !rest.isEmpty { parts.append(["text": String(rest)]) }
  return [
    "parts": parts, "isCentred": footer.alignment == .center,
    "isRight": footer.alignment == .right, "isLeft": footer.alignment == .left,
    "firstPage": String(footer.firstPage),
  ]
}

// MARK: Styles

private func styles(_ theme: Theme) -> [String: Any] {
  let names = [
    "body": "body", "name": "name", "headline": "headline", "contacts": "contacts",
    "sectionTitle": "section-title", "groupTitle": "group-title", "footer": "footer",
  ]
  return names.mapValues { name in
    let style = theme.style(name)
    return [
      "size": latexLength(style.size), "step": latexLength(style.size * 1.1),
      "isBold": style.weight >= 600, "isItalic": style.isItalic,
      "isSmallCaps": style.caps != .none, "isAllSmallCaps": style.caps == .allSmall,
      "tracking": style.tracking > 0 ? ["percent": decimal(style.tracking * 100)] as Any : false,
      "colour": colourName(style.colour),
    ] as [String: Any]
  }
}

/// All colours that a document may name; black where the theme defines none, as in the PDF.
private func colours(_ theme: Theme) -> [[String: Any]] {
  let used = theme.styles.values.map(\.colour) + [theme.list.colour]
  let lines = [theme.sectionTitle.rule?.colour, theme.style("body").colour].compactMap { $0 }
  return Set(theme.colours.keys).union(used).union(lines).sorted().map { name in
    ["name": colourName(name), "hex": hex(theme.colours[name] ?? .black)]
  }
}

/// A name that no package has, of letters only: xcolor reads signs as mixtures.
private func colourName(_ name: String) -> String {
  "cv" + name.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
}

private func hex(_ colour: Colour) -> String {
  [colour.red, colour.green, colour.blue].map { part in
    let digits = String(Int((part * 255).rounded()), radix: 16, uppercase: true)
    return digits.count < 2 ? "0" + digits : digits
  }.joined()
}

// MARK: Fonts

private func names(of fonts: LaTeXFonts) -> [String: Any] {
  [
    "folder": fonts.folder, "hasUnderscore": fonts.folder.contains("_"),
    "upright": fonts.upright, "italic": fonts.italic, "bold": fonts.bold,
    "boldItalic": fonts.boldItalic,
  ]
}

extension LaTeXFonts {
  /// Whether TeX reads the names as they are written; else the document is in Latin Modern.
  fileprivate var canBeNamed: Bool {
    folder.allSatisfy { $0.isLetter || $0.isNumber || "/._-+@ ".contains($0) }
      && [upright, italic, bold, boldItalic].allSatisfy { name in
        name.allSatisfy { $0.isLetter || $0.isNumber || "/.-".contains($0) }
      }
  }
}

extension Theme {
  /// The width of the column of labels in the first kind of entry that has one, by name.
  var usualLabelWidth: Length {
    let widths = entries.sorted { $0.key < $1.key }.map(\.value.labelWidth)
    return widths.first { $0 > .zero } ?? .zero
  }
}
