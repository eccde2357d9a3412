// SPDX-License-Identifier: MIT
import CVModel

/// Walks the structure tree of a PDF beside the tags that were drawn, and completes its elements.
///
/// Both come in the same order (ISO 32000-1, 14.7.2: the kids of an element in the order of their
/// content). Any difference means that the file is not what was drawn, and is a fault.
struct StructureWalk {
  let file: PDFFile
  let tags: [StructureTag]
  /// How many annotations were described.
  private(set) var links = 0

  init(_ file: PDFFile, tags: [StructureTag]) {
    self.file = file
    self.tags = tags
  }

  /// Gives lists their numbering, links their description, and languages to what has its own.
  mutating func complete(_ root: PDFObject) throws(FinishingError) {
    // The elements whose kids are being visited; no recursion, since lists nest as deep as input.
    var open: [(kids: PDFObject, next: Int)] = [(root["/K"], 0)]
    for (index, tag) in tags.enumerated() {
      while open.count > tag.depth + 1 {
        try expectEnd(of: open.removeLast())
      }
      guard open.count == tag.depth + 1, let parent = open.last,
        let element = Self.kid(parent.next, of: parent.kids), element["/S"].name == "/" + tag.name
      else { throw .mismatch("tag \(index) (\(tag.name)) is missing in the structure tree") }
      open[open.count - 1].next += 1
      try complete(element, index)
      let kids = element["/K"]
      if index + 1 < tags.count, tags[index + 1].depth > tag.depth {
        open.append((kids, 0))
      } else if let first = Self.kid(0, of: kids), first.kind == .dictionary, first.has("/S") {
        throw .mismatch("tag \(index) (\(tag.name)) has kids that were not drawn")
      }
    }
    while let last = open.popLast() { try expectEnd(of: last) }
  }

  /// A kid of an element; the only one needs no array.
  private static func kid(_ index: Int, of kids: PDFObject) -> PDFObject? {
    switch kids.kind {
    case .array: index < kids.count ? kids.item(index) : nil
    case .dictionary: index == 0 ? kids : nil
    default: nil
    }
  }

  private func expectEnd(of list: (kids: PDFObject, next: Int)) throws(FinishingError) {
    guard Self.kid(list.next, of: list.kids) == nil else {
      throw .mismatch("the structure tree has elements that were not drawn")
    }
  }

  private mutating func complete(_ element: PDFObject, _ index: Int) throws(FinishingError) {
    let tag = tags[index]
    if let language = tag.language { element["/Lang"] = file.string(language) }
    if tag.name == "L" {
      let numbering = ListNumbering(label: firstLabel(behind: index)).rawValue
      element["/A"] = file.parse("<</O/List/ListNumbering/\(numbering)>>")
    }
    if tag.name == "Figure" { element["/Alt"] = file.string(tag.text) }
    if tag.name == "Link" { try describe(element, tag.text.trimmingBlanks()) }
  }

  private func firstLabel(behind list: Int) -> String? {
    let inside = tags[(list + 1)...].prefix { $0.depth > tags[list].depth }
    return inside.first { $0.name == "Lbl" }?.text
  }

  /// Annotations are shown, printed and spoken: ISO 14289-1, 7.18.5; ISO 19005-2, 6.3.2.
  private mutating func describe(_ link: PDFObject, _ text: String) throws(FinishingError) {
    let kids = link["/K"]
    guard kids.kind == .array else { throw .mismatch("a link has no annotation") }
    for index in 0..<kids.count {
      let kid = kids.item(index)
      guard kid.kind == .dictionary, kid.has("/Obj") else { continue }
      let annotation = kid["/Obj"]
      annotation["/F"] = file.parse("4")
      annotation["/Contents"] = file.string(text)
      links += 1
    }
  }
}

extension String {
  /// The text without blanks at its ends: lines of a link end with one.
  fileprivate func trimmingBlanks() -> String {
    var words = drop { $0 == " " }
    while words.last == " " { words.removeLast() }
    return String(words)
  }
}

/// How the points of a list are told apart (ISO 32000-1, table 347).
enum ListNumbering: String {
  case none = "None"
  case disc = "Disc"
  case circle = "Circle"
  case square = "Square"
  case decimal = "Decimal"

  /// - Parameter label: The first label of the list; `nil` where it has none.
  init(label: String?) {
    let sign = label?.unicodeScalars.first { !" \u{A0}[(".unicodeScalars.contains($0) }
    switch sign {
    case "•", "●", "·": self = .disc
    case "◦", "○", "‣": self = .circle
    case "▪", "■", "–", "-": self = .square
    case let sign? where sign.properties.numericType == .decimal: self = .decimal
    default: self = .none
    }
  }
}
