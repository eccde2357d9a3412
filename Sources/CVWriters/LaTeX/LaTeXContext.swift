// SPDX-License-Identifier: MIT
import CVLayout
package import CVModel

/// The values that a template of a document may name.
///
/// Texts go in as they are and are escaped by the template; lengths and names of colours hold
/// nothing that needs it.
func context(of tree: LayoutTree, look: LaTeXLook) -> [String: TemplateValue] {
  let theme = look.theme
  let signs = signs(in: tree)
  var values: [String: TemplateValue] = [
    "title": .text(tree.title), "author": .text(tree.author ?? ""),
    "language": .text(tree.language),
    "paper": look.paper == .a4 ? "a4paper" : "letterpaper",
    "page": page(look), "grid": grid(theme), "spaces": spaces(theme.spaces),
    "styles": styles(theme), "colours": .list(colours(theme)),
    "header": header(theme, tree.header),
    "list": [
      "bullet": .text(theme.list.bullet), "indent": length(theme.list.indent),
      "colour": colour(theme.list.colour),
    ],
    "labelWidth": length(theme.usualLabelWidth),
    "isSans": .flag(theme.fonts.family.contains("Sans")),
    "signs": .list(signs.map(\.templateValue)), "hasSigns": .flag(!signs.isEmpty),
    "needsAMSSymbols": .flag(signs.contains(where: \.needsAMSSymbols)),
  ]
  if let photo = tree.header.photo, let design = theme.header.photo {
    values["photo"] = picture(photo.picture, design, look)
  }
  if let column = theme.page.labelColumn {
    values["labelColumn"] = ["width": length(column.width), "gap": length(column.gap)]
  }
  if isWrittenRightToLeft(tree.language) {
    values["rightToLeft"] = ["language": .text(babelName(of: tree.language))]
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

private func length(_ length: Length) -> TemplateValue { .text(latexLength(length)) }
private func number(_ number: Double) -> TemplateValue { .text(decimal(number)) }

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
private func margin(_ margin: Length) -> TemplateValue {
  let millimetres = margin.points / Length.mm(1).points
  let isRound = (millimetres * 2 - (millimetres * 2).rounded()).magnitude < 1e-6
  return isRound ? .text(decimal(millimetres) + "mm") : length(margin)
}

// MARK: Page

private func page(_ look: LaTeXLook) -> TemplateValue {
  let margins = look.theme.textMargins(on: look.paper)
  let footer = look.theme.page.footer.map(\.baseline) ?? margins.bottom
  let text = look.paper.size.width - margins.left - margins.right
  return [
    "top": margin(margins.top), "bottom": margin(margins.bottom), "left": margin(margins.left),
    "right": margin(margins.right), "footSkip": length(margins.bottom - footer),
    "measure": length(min(look.theme.page.bodyWidth, text)),
  ]
}

private func grid(_ theme: Theme) -> TemplateValue {
  let step = theme.grid.step
  return [
    "step": length(step), "ascent": length(theme.grid.ascent),
    "descent": length(step - theme.grid.ascent),
  ]
}

private func spaces(_ spaces: Theme.Spaces) -> TemplateValue {
  [
    "beforeSection": number(spaces.beforeSection),
    "afterSectionTitle": number(spaces.afterSectionTitle),
    "beforeGroup": number(spaces.beforeGroup), "afterGroup": number(spaces.afterGroup),
    "entries": number(spaces.betweenEntries),
    "publications": number(spaces.betweenPublications), "rows": number(spaces.betweenRows),
    "paragraphs": number(spaces.betweenParagraphs),
    "beforeHeadline": number(spaces.beforeHeadline),
    "beforeContacts": number(spaces.beforeContacts), "afterHeader": number(spaces.afterHeader),
  ]
}

private func header(_ theme: Theme, _ header: HeaderNode) -> TemplateValue {
  let design = theme.header
  let box = theme.grid.step * design.nameBox
  return [
    "isCentred": .flag(design.alignment == .center),
    "isRight": .flag(design.alignment == .right), "isLeft": .flag(design.alignment == .left),
    "ascent": length(design.nameBaseline), "descent": length(box - design.nameBaseline),
    "separator": .text(header.separator.text.split(separator: " ").joined(separator: " ")),
    "separatorSpace": .text(decimal(design.separatorSpace) + "em"),
  ]
}

/// The owner's photo, which is a file beside the document; as high as in the PDF.
private func picture(
  _ picture: Picture, _ design: Theme.Photo, _ look: LaTeXLook
) -> TemplateValue {
  let margins = look.theme.textMargins(on: look.paper)
  let text = (look.paper.size.width - margins.left - margins.right).points
  let width = min(design.height.points * picture.aspect, text / 3)
  let (isMirrored, degrees) = picture.placing
  return [
    "ending": .text(laTeXPhotoEnding(picture)), "height": length(.pt(width / picture.aspect)),
    "width": length(.pt(width)), "gap": length(design.gap), "degrees": .text("\(degrees)"),
    "isMirrored": .flag(isMirrored), "isUpright": .flag(!isMirrored && degrees == 0),
  ]
}

/// What stands behind the document's name in that of its photo: `cv.tex`, `cv-tex-photo.jpg`.
package func laTeXPhotoEnding(_ picture: Picture) -> String {
  "-tex-photo.\(picture.format.suffix)"
}

private func line(_ rule: Theme.Rule, _ theme: Theme) -> TemplateValue {
  let gap = rule.gapBelow.map { theme.grid.step * $0 }
  // Above the title's line, or below its baseline.
  let middle = gap.map { theme.grid.ascent + $0 } ?? .zero - rule.offset
  return [
    "width": length(rule.width), "colour": colour(rule.colour),
    "lift": length(middle - rule.width * 0.5),
    "above": gap.map { ["gap": length($0)] } ?? false,
  ]
}

/// What moderncv is told before the document begins.
private func person(_ tree: LayoutTree, _ theme: Theme) -> TemplateValue {
  let words = (tree.header.name?.text ?? "").split(separator: " ")
  return [
    "firstName": .text(words.dropLast().joined(separator: " ")),
    "lastName": .text(String(words.last ?? "")),
    "headline": .text(tree.header.headline?.text ?? ""),
    "widestHint": .text(widestHint(of: tree)), "ink": colour(theme.style("body").colour),
    "accent": colour(theme.style("section-title").colour),
    "soft": colour(theme.style("footer").colour),
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

/// The words of the footer, and those flush right where there are some.
private func foot(_ footer: Theme.Footer, _ tree: LayoutTree) -> TemplateValue {
  let alignment = footer.right == nil ? footer.alignment : .left
  var values: [String: TemplateValue] = [
    "parts": parts(of: footer.text, tree), "isRight": .flag(alignment == .right),
    "isLeft": .flag(alignment == .left), "firstPage": .text(String(footer.firstPage)),
  ]
  if let right = footer.right { values["right"] = ["parts": parts(of: right, tree)] }
  return .group(values)
}

/// The words of a text of the footer, the numbers of pages between them.
private func parts(of text: String, _ tree: LayoutTree) -> TemplateValue {
  var parts: [TemplateValue] = []
  var rest = text[...]
  while let brace = rest.firstIndex(of: "{") {
    if brace > rest.startIndex { parts.append(["text": .text(String(rest[..<brace]))]) }
    let end = rest[brace...].firstIndex(of: "}") ?? rest.index(before: rest.endIndex)
    switch rest[rest.index(after: brace)..<end] {
    case "name": parts.append(["text": .text(tree.header.name?.text ?? tree.title)])
    case "page": parts.append(["text": "", "isPage": true])
    case "pages": parts.append(["text": "", "isPages": true])
    default: parts.append(["text": .text(String(rest[brace...end]))])
    }
    rest = rest[rest.index(after: end)...]
  }
  if !rest.isEmpty { parts.append(["text": .text(String(rest))]) }
  return .list(parts)
}

// MARK: Styles

private func styles(_ theme: Theme) -> TemplateValue {
  let names = [
    "body": "body", "name": "name", "headline": "headline", "contacts": "contacts",
    "sectionTitle": "section-title", "groupTitle": "group-title", "label": "label",
    "footer": "footer",
  ]
  return .group(
    names.mapValues { name in
      let style = theme.style(name)
      return [
        "size": length(style.size), "step": length(style.size * 1.1),
        "isBold": .flag(style.weight >= 600), "isItalic": .flag(style.isItalic),
        "isSmallCaps": .flag(style.caps != .none),
        "isAllSmallCaps": .flag(style.caps == .allSmall),
        "tracking": style.tracking > 0 ? ["percent": number(style.tracking * 100)] : false,
        "colour": colour(style.colour),
      ]
    })
}

/// All colours that a document may name; black where the theme defines none, as in the PDF.
private func colours(_ theme: Theme) -> [TemplateValue] {
  let used = theme.styles.values.map(\.colour) + [theme.list.colour]
  let lines = [theme.sectionTitle.rule?.colour, theme.style("body").colour].compactMap { $0 }
  return Set(theme.colours.keys).union(used).union(lines).sorted().map { name in
    ["name": colour(name), "hex": .text(hex(theme.colours[name] ?? .black))]
  }
}

/// A name that no package has, of letters only: xcolor reads signs as mixtures.
private func colour(_ name: String) -> TemplateValue {
  .text("cv" + name.filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
}

private func hex(_ colour: Colour) -> String {
  [colour.red, colour.green, colour.blue].map { part in
    let digits = String(Int((part * 255).rounded()), radix: 16, uppercase: true)
    return digits.count < 2 ? "0" + digits : digits
  }.joined()
}

// MARK: Fonts

private func names(of fonts: LaTeXFonts) -> TemplateValue {
  [
    "folder": .text(fonts.folder), "hasUnderscore": .flag(fonts.folder.contains("_")),
    "upright": .text(fonts.upright), "italic": .text(fonts.italic), "bold": .text(fonts.bold),
    "boldItalic": .text(fonts.boldItalic),
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
