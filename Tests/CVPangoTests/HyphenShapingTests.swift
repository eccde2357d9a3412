// SPDX-License-Identifier: MIT
import CVHyphenation
import CVModel
import CVTypesetting
import TestSupport
import Testing

@testable import CVPango

@Suite struct HyphenShapingTests {
  private static let serif = "LibertinusSerif/LibertinusSerif-Regular.ttf"
  private static let sans = "SourceSansPro/SourceSansPro-Regular.otf"

  private func shape(
    _ text: String, words: [String] = [], softHyphens: [Int] = [], face: String = serif
  ) throws -> ShapedText {
    let library = try FontLibrary(files: [bundledFont(face)])
    let dictionary = try HyphenationDictionary(
      file: checkout.appending(path: "Templates/hyphenation/en-US.dic").path, language: "en-US")
    let family = face == Self.serif ? "Libertinus Serif" : "Source Sans Pro"
    let font = FontRequest(family: family, size: .pt(10), weight: 400, isItalic: false)
    var styled = StyledText(
      text: text, runs: [.init(range: 0..<text.utf8.count, font: font)], language: "en")
    styled.divisibleWords = words.compactMap { word in
      text.range(of: word).map { range in
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        return start..<start + word.utf8.count
      }
    }
    styled.softHyphens = softHyphens
    return PangoShaper(library, dictionary: dictionary).shape(styled)
  }

  /// Both sides of a place, as the texts of their clusters.
  private func sides(_ hyphen: ShapedText.Hyphen, _ shaped: ShapedText) -> [Range<Int>] {
    var before = Array(shaped.clusters[..<hyphen.interruption])
    before += hyphen.ending
    var after = hyphen.beginning
    after += shaped.clusters[hyphen.resumption...]
    return [before, after].map { part -> Range<Int> in
      let start = part.first?.text.lowerBound ?? 0
      return start..<(part.last?.text.upperBound ?? start)
    }
  }

  @Test func dividesOnlyTheWordsThatItMay() throws {
    #expect(try shape("generation of measurement").hyphens.isEmpty)
    let shaped = try shape("generation of measurement", words: ["measurement"])
    #expect(shaped.hyphens.map { sides($0, shaped)[1].lowerBound } == [17, 21])
  }

  @Test func losesNoText() throws {
    let text = "generation, office and understanding"
    let shaped = try shape(text, words: ["generation", "office", "understanding"])
    #expect(shaped.hyphens.count > 4)
    for hyphen in shaped.hyphens {
      let sides = sides(hyphen, shaped)
      #expect(sides[0].upperBound == sides[1].lowerBound)
      #expect(sides[0].lowerBound == 0 && sides[1].upperBound == text.utf8.count)
      #expect(hyphen.ending.last?.text.isEmpty == true, "the hyphen stands for no text")
    }
  }

  @Test func undoesALigatureAroundThePlace() throws {
    let shaped = try shape("office", words: ["office"])
    #expect(shaped.clusters.contains { $0.text == 1..<4 }, "ffi is one glyph")
    let hyphen = try #require(shaped.hyphens.first)
    #expect(hyphen.ending.map(\.text) == [1..<2, 2..<2], "f and the hyphen")
    #expect(hyphen.beginning.map(\.text) == [2..<4], "fi")
    #expect(hyphen.beginning.allSatisfy { $0.advance > 0 && !$0.glyphs.isEmpty })
  }

  @Test func takesTheAuthorsPlacesAlone() throws {
    let shaped = try shape("generation", words: ["generation"], softHyphens: [6])
    #expect(shaped.hyphens.map { sides($0, shaped)[1].lowerBound } == [6])
    #expect(try shape("one two", softHyphens: [0, 3, 4, 7]).hyphens.isEmpty, "inside words only")
  }

  /// In a PDF, one glyph of one embedded face stands for one text.
  @Test(arguments: [serif, sans])
  func tellsTheHyphenOfALineFromThatOfTheText(face: String) throws {
    let shaped = try shape("well-generation", words: ["generation"], face: face)
    let plain = try #require(shaped.clusters.first { $0.text == 4..<5 })
    let sign = try #require(shaped.hyphens.first?.ending.last)
    let glyphs = { (cluster: ShapedText.Cluster) in shaped.glyphs[cluster.glyphs].map(\.id) }
    #expect(glyphs(plain) != glyphs(sign) || plain.font != sign.font)
    #expect(abs(plain.advance - sign.advance) < 1, "they look alike")
  }

  @Test func takesTheFiguresOfAStyle() throws {
    let library = try FontLibrary(files: [bundledFont("EBGaramond/EBGaramond-Regular.ttf")])
    func glyphs(_ figures: TextStyle.Figures?) -> ([UInt32], Set<Double>) {
      let font = FontRequest(
        family: "EB Garamond", size: .pt(10), weight: 400, isItalic: false, figures: figures)
      let shaped = PangoShaper(library).shape(
        StyledText(text: "0123456789", runs: [.init(range: 0..<10, font: font)], language: "en"))
      return (shaped.glyphs.map(\.id), Set(shaped.glyphs.map(\.advance)))
    }
    let plain = glyphs(nil)
    #expect(plain == glyphs(.lining), "lining and of one width by itself")
    #expect(plain.1.count == 1)
    #expect(glyphs(.oldStyle).0 != plain.0 && glyphs(.oldStyle).1.count == 1)
    #expect(glyphs(.proportionalLining).1.count > 1)
    #expect(glyphs(.proportionalOldStyle).1.count > 1)
    #expect(glyphs(.proportionalOldStyle).0 != glyphs(.proportionalLining).0)
  }
}
