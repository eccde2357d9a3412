// SPDX-License-Identifier: MIT

/// A small tagged PDF, written by hand.
struct PDFFixture {
  /// The content stream of its only page.
  var content: String
  /// Elements of the structure tree, as objects from number 10 on.
  var elements: [String] = []
  /// How many of the elements stand directly in the document; all where `nil`.
  var kids: Int?
  /// Further entries of the page.
  var page = ""
  /// Further objects from number 20 on.
  var objects: [String] = []

  /// Text codes are ASCII codes one higher: "B" shows an A.
  private static let map = """
    1 begincodespacerange <00> <ff> endcodespacerange
    1 beginbfrange <21> <7F> <0020> endbfrange
    1 beginbfchar <80> <00660069> endbfchar
    """

  var bytes: [UInt8] {
    let kids = elements.indices.prefix(kids ?? elements.count).map { "\(10 + $0) 0 R" }.joined(
      separator: " ")
    var bodies: [Int: String] = [
      1: "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 3 0 R/MarkInfo<</Marked true>>>>",
      2: "<</Type/Pages/Count 1/Kids[4 0 R]>>",
      3: "<</Type/StructTreeRoot/K[5 0 R]>>",
      4: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 6 0 R"
        + "/Resources<</Font<</F1 7 0 R>>>>\(page)>>",
      5: "<</Type/StructElem/S/Document/P 3 0 R/Pg 4 0 R/K[\(kids)]>>",
      6: stream(content), 7: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 8 0 R>>",
      8: stream(Self.map), 9: "<</Producer(a hand)/CreationDate(20260501000000Z)>>",
    ]
    for (index, element) in elements.enumerated() { bodies[10 + index] = element }
    for (index, object) in objects.enumerated() { bodies[20 + index] = object }
    return file(bodies)
  }

  private func stream(_ text: String) -> String {
    "<</Length \(text.utf8.count)>>stream\n\(text)\nendstream"
  }

  private func file(_ bodies: [Int: String]) -> [UInt8] {
    var text = "%PDF-1.5\n"
    var places: [Int: Int] = [:]
    for (number, body) in bodies.sorted(by: { $0.key < $1.key }) {
      places[number] = text.utf8.count
      text += "\(number) 0 obj\n\(body)\nendobj\n"
    }
    let start = text.utf8.count
    let size = (bodies.keys.max() ?? 0) + 1
    text += "xref\n0 \(size)\n0000000000 65535 f \n"
    for number in 1..<size {
      let place = places[number].map { ("\($0)", "n") } ?? ("0", "f")
      text += String(repeating: "0", count: 10 - place.0.count) + "\(place.0) 00000 \(place.1) \n"
    }
    text += "trailer\n<</Size \(size)/Root 1 0 R/Info 9 0 R>>\nstartxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }

  /// A text in the codes of the fixture's font.
  static func coded(_ text: String) -> String {
    String(decoding: text.utf8.map { $0 + 1 }, as: UTF8.self)
  }

  /// Operators that show a text in a tag, or in none.
  static func shown(_ text: String, in mark: Int? = nil) -> String {
    let text = "BT /F1 10 Tf (\(coded(text))) Tj ET\n"
    return mark.map { "/P <</MCID \($0)>> BDC\n\(text)EMC\n" } ?? text
  }
}
