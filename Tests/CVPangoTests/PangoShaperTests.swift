// SPDX-License-Identifier: MIT
import CVModel
import CVTypesetting
import Foundation
import TestSupport
import Testing

@testable import CVPango

@Suite struct PangoShaperTests {
  private static let serif = ["Regular", "Italic", "Semibold"].map {
    bundledFont("LibertinusSerif/LibertinusSerif-\($0).ttf")
  }

  private func shape(
    _ text: String, language: String = "en", italic: Range<Int>? = nil, fallback: [String] = []
  ) throws -> ShapedText {
    let library = try FontLibrary(files: Self.serif, fallback: fallback)
    let length = text.utf8.count
    let cuts = [0, italic?.lowerBound ?? 0, italic?.upperBound ?? 0, length]
    let runs = zip(cuts, cuts.dropFirst()).filter { $0 < $1 }.map { start, end in
      StyledText.Run(
        range: start..<end,
        font: FontRequest(
          family: "Libertinus Serif", size: .pt(10), weight: 400,
          isItalic: italic.map { $0.lowerBound == start } ?? false))
    }
    return PangoShaper(library).shape(StyledText(text: text, runs: runs, language: language))
  }

  @Test(arguments: ["Plain words", "first office — Zürich", "שלום abc", "e\u{301}tude", "a"])
  func coversTheTextWithClusters(text: String) throws {
    let shaped = try shape(text)
    var end = 0
    for cluster in shaped.clusters {
      #expect(cluster.text.lowerBound == end, "clusters follow each other in the text")
      end = cluster.text.upperBound
    }
    #expect(end == text.utf8.count)
    #expect(shaped.clusters.allSatisfy { $0.glyphs.upperBound <= shaped.glyphs.count })
  }

  @Test func measuresInPoints() throws {
    let narrow = try shape("ill").clusters.reduce(0) { $0 + $1.advance }
    let wide = try shape("mmm").clusters.reduce(0) { $0 + $1.advance }
    #expect(5...12 ~= narrow && 20...30 ~= wide)
  }

  @Test func makesOneClusterOfALigature() throws {
    let shaped = try shape("office")
    #expect(shaped.clusters.count < 6, "ffi is one glyph")
    #expect(shaped.clusters.contains { $0.text == 1..<4 })
  }

  /// The German forms of letters stand before small capitals in EB Garamond, and have none.
  @Test func setsAllLettersInSmallCapitalsInEveryLanguage() throws {
    let library = try FontLibrary(files: [bundledFont("EBGaramond/EBGaramond-Regular.ttf")])
    let glyphs = ["en", "de", "de-AT", "nl"].map { language in
      let font = FontRequest(
        family: "EB Garamond", size: .pt(10), weight: 400, isItalic: false, caps: .allSmall)
      let run = StyledText.Run(range: 0..<9, font: font)
      return PangoShaper(library).shape(
        StyledText(text: "Auf Riffe", runs: [run], language: language)
      ).glyphs.map(\.id)
    }
    #expect(Set(glyphs).count == 1)
  }

  @Test func takesTheItalicFaceWhereAsked() throws {
    let shaped = try shape("one two", italic: 4..<7)
    let fonts = Set(shaped.clusters.filter { !$0.isSpace }.map(\.font))
    #expect(fonts.count == 2)
  }

  @Test func allowsBreaksAfterSpacesOnly() throws {
    let shaped = try shape("one two-three")
    let breaks = shaped.clusters.filter(\.allowsBreakBefore).map(\.text.lowerBound)
    #expect(breaks == [4, 8], "after the space and after the hyphen (UAX #14)")
  }

  @Test func marksRunsFromRightToLeft() throws {
    let shaped = try shape("abc שלום")
    let levels = shaped.clusters.map { $0.level % 2 }
    #expect(levels.first == 0 && levels.last == 1)
  }

  @Test func parsWordsBySpacesThatMayGiveWay() throws {
    let shaped = try shape("one two\u{A0}three\u{2009}four")
    #expect(shaped.clusters.filter(\.isWordSpace).map(\.text.lowerBound) == [3, 7])
    #expect(shaped.clusters.filter(\.isSpace).map(\.text.lowerBound) == [3])
  }

  @Test func tellsTheDirectionOfAParagraph() throws {
    #expect(try shape("שלום abc").isRightToLeft)
    #expect(try !shape("abc שלום").isRightToLeft)
  }

  @Test func knowsWhatItsFacesHave() throws {
    let library = try FontLibrary(files: Self.serif)
    #expect(library.hasGlyph(for: "a", in: "en") && library.hasGlyph(for: "ש", in: "en"))
    #expect(!library.hasGlyph(for: "中", in: "en") && !library.hasGlyph(for: "🎓", in: "en"))
  }

  @Test func looksInTheFallbackFacesLast() throws {
    let symbols = bundledFont("NotoEmoji/NotoEmoji-Regular.ttf")
    let library = try FontLibrary(files: Self.serif, fallback: [symbols])
    #expect(library.hasGlyph(for: "🎓", in: "en") && !library.hasGlyph(for: "中", in: "en"))
  }

  @Test func refusesAFileThatIsNoFont() {
    let file = checkout.appending(path: "LICENSE").path
    #expect(throws: FontError.file(file)) { try FontLibrary(files: [file]) }
  }

  @Test(arguments: [
    ("zh", "zh-cn"), ("zh-Hans", "zh-cn"), ("zh-TW", "zh-tw"), ("zh_Hant", "zh-tw"),
    ("zh-Hant-HK", "zh-hk"), ("zh-MO", "zh-hk"), ("ja", "ja"), ("pt-BR", "pt-BR"),
  ])
  func namesLanguagesAsFontsDo(tag: String, language: String) {
    #expect(fontLanguage(tag) == language)
  }

  @Test func looksInFurtherFontsLast() throws {
    let further = FurtherFonts(files: [
      bundledFont("NotoEmoji/NotoEmoji-Regular.ttf"), checkout.appending(path: "LICENSE").path,
    ])
    let library = try FontLibrary(files: Self.serif, further: further)
    #expect(library.hasGlyph(for: "a", in: "en") && !library.families.contains("Noto Emoji"))
    #expect(library.hasGlyph(for: "🎓", in: "en") && library.families.contains("Noto Emoji"))
    #expect(!library.hasGlyph(for: "中", in: "zh"))
    #expect(library.families(for: "Libertinus Serif", in: "en") == "Libertinus Serif,Noto Emoji")
  }

  @Test func takesAFamilyFromFurtherFonts() throws {
    let garamond = ["Regular", "SemiBold", "Italic"].map {
      bundledFont("EBGaramond/EBGaramond-\($0).ttf")
    }
    let library = try FontLibrary(files: Self.serif, further: FurtherFonts(files: garamond))
    #expect(library.hasFamily("Libertinus Serif", strongWeight: 600))
    #expect(!library.hasFamily("EB Garamon", strongWeight: 600))
    #expect(library.faces.count == 3)
    #expect(library.hasFamily("EB Garamond", strongWeight: 600) && library.faces.count == 6)
  }

  /// In a document from right to left, text with none of its letters alone runs the other way.
  @Test(arguments: [
    ("Contoso, תל אביב", true), ("2019–2021", true), ("Contoso, London", false), ("שלום", true),
  ])
  func givesEachTextItsDirection(text: String, isRightToLeft: Bool) throws {
    #expect(try shape(text, language: "he").isRightToLeft == isRightToLeft)
  }

  @Test func keepsNumbersOfTelephonesInOrder() throws {
    let library = try FontLibrary(files: Self.serif)
    let text = "טלפון: +972 54 123"
    let start = text.utf8.count - "+972 54 123".utf8.count
    let font = FontRequest(family: "Libertinus Serif", size: .pt(10), weight: 400, isItalic: false)
    var styled = StyledText(
      text: text, runs: [.init(range: 0..<text.utf8.count, font: font)], language: "he")
    func levels() -> Set<UInt8> {
      let shaped = PangoShaper(library).shape(styled)
      return Set(shaped.clusters.filter { $0.text.lowerBound >= start }.map(\.level))
    }
    #expect(levels() == [1, 2], "blanks and plus follow the paragraph")
    styled.isolates = [start..<text.utf8.count]
    #expect(levels() == [2])
  }
}
