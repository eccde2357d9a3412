// SPDX-License-Identifier: MIT
import CQpdf
package import CVModel

/// Loads libqpdf before the first PDF is finished, where there is time for it: it takes as long as
/// setting a page.
package func prepareFinishing() { _ = loadQpdf(libqpdf) }

/// The file of the version that cvgen was built with: qpdf 11 is libqpdf.so.29.
let libqpdf = "libqpdf.so.\(QPDF_MAJOR_VERSION + 18)"

/// Completes a tagged PDF, as Cairo draws it, to what a standard asks for.
///
/// Adds what Cairo cannot write: language, metadata, colour profile, descriptions of links,
/// numbering of lists, the order of the TAB key, marks around untagged painting, an attachment.
/// Checks on the way that the file holds the tags that were drawn and no text outside of them but
/// the furniture of its pages. libqpdf is loaded at the first call, if not
/// before by `prepareFinishing`.
///
/// - Returns: The file with its objects packed; the same input always gives the same bytes.
/// - Throws: `FinishingError` without libqpdf, or where the PDF is not what the facts say.
package func finish(
  _ pdf: [UInt8], _ facts: DocumentFacts, standard: PDFStandard
) throws(FinishingError) -> [UInt8] {
  if standard == .none { return pdf }
  let finisher = Finisher(file: try PDFFile(pdf), facts: facts, standard: standard)
  try finisher.completePages()
  try finisher.completeStructure()
  try finisher.completeCatalog()
  return try finisher.file.written(version: "1.7")
}

/// Completes one file, part by part.
private struct Finisher {
  let file: PDFFile
  let facts: DocumentFacts
  let standard: PDFStandard

  // MARK: Pages

  func completePages() throws(FinishingError) {
    guard file.pageCount == facts.furnitureGlyphs.count else {
      throw .mismatch("\(file.pageCount) pages instead of \(facts.furnitureGlyphs.count)")
    }
    var fonts = FontCompletion(file: file)
    for number in 0..<file.pageCount {
      let page = file.page(number)
      page["/Tabs"] = file.parse("/S")
      let widths = fonts.complete(page["/Resources"]["/Font"])
      let content = try wrapArtifacts(in: page.content) { widths[$0] ?? 1 }
      guard content.furnitureGlyphs == facts.furnitureGlyphs[number] else {
        throw .mismatch(
          "page \(number + 1) has \(content.furnitureGlyphs) glyphs outside all tags instead of "
            + "\(facts.furnitureGlyphs[number])")
      }
      page["/Contents"].replaceData(with: content.bytes)
    }
    try file.check()
  }

  // MARK: Structure

  func completeStructure() throws(FinishingError) {
    var walk = StructureWalk(file, tags: facts.tags)
    try walk.complete(file.catalog["/StructTreeRoot"])
    var annotations = 0
    for number in 0..<file.pageCount {
      let list = file.page(number)["/Annots"]
      if list.kind == .array { annotations += list.count }
    }
    guard walk.links == annotations else {
      throw .mismatch("\(annotations) annotations, but tags for \(walk.links)")
    }
    try file.check()
  }

  // MARK: Document

  func completeCatalog() throws(FinishingError) {
    let catalog = file.catalog
    catalog["/Lang"] = file.string(facts.language)
    let direction = isWrittenRightToLeft(facts.language) ? "/Direction /R2L" : ""
    catalog["/ViewerPreferences"] = file.parse("<</DisplayDocTitle true\(direction)>>")
    let information = file.trailer["/Info"]
    completeDates(of: information)
    let metadata = XMPPacket(
      facts: facts, producer: information["/Producer"].text ?? "", standard: standard)
    catalog["/Metadata"] = file.stream(
      Array(metadata.text.utf8), [("/Type", "/Metadata"), ("/Subtype", "/XML")])
    if standard.archival != nil { try addOutputIntent(to: catalog) }
    if let attachment = facts.attachment, standard.allowsAttachments {
      attach(attachment, to: catalog)
    }
    try file.check()
  }

  /// Cairo leaves out the sign of a date, and always states one.
  private func completeDates(of information: PDFObject) {
    for key in ["/CreationDate", "/ModDate"] {
      if let date = facts.date {
        information[key] = file.string(pdfDate(date))
      } else {
        information.remove(key)
      }
    }
  }

  /// Colours without a profile of their own are sRGB (ISO 19005-2, 6.2.4.3).
  private func addOutputIntent(to catalog: PDFObject) throws(FinishingError) {
    guard !facts.colourProfile.isEmpty else { throw .noColourProfile }
    let intent = file.parse(
      "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)>>")
    intent["/DestOutputProfile"] = file.stream(facts.colourProfile, [("/N", "3")])
    catalog["/OutputIntents"] = file.array([file.indirect(intent)])
  }

  /// ISO 19005-3, 6.8: the file is the source of the document.
  private func attach(_ attachment: DocumentFacts.Attachment, to catalog: PDFObject) {
    let date = facts.date.map { "/ModDate(\(pdfDate($0)))" } ?? ""
    let subtype = "/" + attachment.mediaType.replacing("/", with: "#2F")
    let content = file.stream(
      attachment.bytes,
      [
        ("/Type", "/EmbeddedFile"), ("/Subtype", subtype),
        ("/Params", "<</Size \(attachment.bytes.count)\(date)>>"),
      ])
    let files = file.parse("<<>>")
    files["/F"] = content
    files["/UF"] = content
    let specification = file.parse("<</Type/Filespec/AFRelationship/Source>>")
    specification["/F"] = file.string(attachment.name)
    specification["/UF"] = file.string(attachment.name)
    specification["/Desc"] = file.string(attachment.description)
    specification["/EF"] = files
    let entry = file.indirect(specification)
    catalog["/AF"] = file.array([entry])
    let tree = file.parse("<<>>")
    tree["/Names"] = file.array([file.string(attachment.name), entry])
    let names = catalog.has("/Names") ? catalog["/Names"] : file.parse("<<>>")
    names["/EmbeddedFiles"] = tree
    catalog["/Names"] = names
  }
}

/// `D:20260501000000Z` for `2026-05-01T00:00:00Z` (ISO 32000-1, 7.9.4).
func pdfDate(_ iso: String) -> String {
  "D:" + iso.filter(\.isNumber) + (iso.hasSuffix("Z") ? "Z" : "")
}

/// Completes fonts, each once, however many pages show it.
private struct FontCompletion {
  let file: PDFFile
  /// By the number of the font's object.
  private var widths: [Int: Int] = [:]

  init(file: PDFFile) { self.file = file }

  /// - Parameter fonts: The fonts of a page by their names.
  /// - Returns: How many bytes the code of a glyph has in each.
  mutating func complete(_ fonts: PDFObject) -> [String: Int] {
    var result: [String: Int] = [:]
    for name in fonts.keys {
      let font = fonts[name]
      if let known = widths[font.number] {
        result[name] = known
        continue
      }
      let isComposite = font["/Subtype"].name == "/Type0"
      result[name] = isComposite ? 2 : 1
      widths[font.number] = result[name]
      guard isComposite else {
        slim(font["/FontDescriptor"])
        continue
      }
      // Cairo numbers the glyphs of its subsets from 0 and leaves the default unsaid, which
      // ISO 19005-2, 6.2.11.3.2 does not allow.
      let descendant = font["/DescendantFonts"].item(0)
      if descendant["/Subtype"].name == "/CIDFontType2", !descendant.has("/CIDToGIDMap") {
        descendant["/CIDToGIDMap"] = file.parse("/Identity")
      }
      slim(descendant["/FontDescriptor"])
    }
    return result
  }

  /// Takes out of a face what no glyph needs.
  private func slim(_ descriptor: PDFObject) {
    guard descriptor.kind == .dictionary, descriptor.has("/FontFile3") else { return }
    let program = descriptor["/FontFile3"]
    guard var face = CompactFont(program.data) else { return }
    face.blankUnusedSubroutines()
    program.replaceData(with: face.bytes)
  }
}
