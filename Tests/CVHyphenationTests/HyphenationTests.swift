// SPDX-License-Identifier: MIT
import Foundation
import TestSupport
import Testing

@testable import CVHyphenation

@Suite struct HyphenationTests {
  private func dictionary(_ language: String) throws -> HyphenationDictionary {
    let file = checkout.appending(path: "Templates/hyphenation/\(language).dic")
    return try HyphenationDictionary(file: file.path, language: language)
  }

  /// A word with hyphens at all its places.
  private func divided(_ word: String, _ language: String) throws -> String {
    let places = try dictionary(language).places(in: word)
    let bytes = Array(word.utf8)
    let cuts = [0] + places + [bytes.count]
    return zip(cuts, cuts.dropFirst()).map { String(decoding: bytes[$0..<$1], as: UTF8.self) }
      .joined(separator: "-")
  }

  @Test(arguments: [
    ("en-US", "generation", "gen-er-a-tion"), ("en-US", "measurement", "mea-sure-ment"),
    ("en-GB", "measurement", "meas-ure-ment"),
    ("de", "wissenschaftlichen", "wis-sen-schaft-li-chen"),
    ("de", "verstärkte", "ver-stärkte"), ("de", "überprüfung", "über-prü-fung"),
    ("fr", "développement", "dé-ve-lop-pe-ment"), ("es", "investigación", "in-ves-ti-ga-ción"),
    ("it", "informatica", "in-for-ma-tica"), ("nl", "ontwikkeling", "ont-wik-ke-ling"),
    ("nl", "geïnstalleerd", "ge-ïn-stal-leerd"), ("pt", "organização", "or-ga-ni-za-ção"),
  ])
  func dividesWords(language: String, word: String, expected: String) throws {
    #expect(try divided(word, language) == expected)
  }

  @Test(arguments: ["a", "the", "into", "café", ""])
  func leavesShortWordsWhole(word: String) throws {
    #expect(try dictionary("en-US").places(in: word).isEmpty)
  }

  @Test func keepsTwoLettersBeforeAndThreeBehind() throws {
    for language in ["de", "en-GB", "en-US", "es", "fr", "it", "nl", "pt"] {
      let dictionary = try dictionary(language)
      for word in ["about", "initiation", "operation", "idea", "aerea", "image", "oasis", "iodine"]
      {
        let places = dictionary.places(in: word)
        #expect(places.allSatisfy { 2...word.count - 3 ~= $0 }, "\(language) \(word)")
      }
    }
  }

  @Test func knowsWordsThatThePatternsDivideBadly() throws {
    #expect(try divided("autoregressive", "en-US") == "auto-re-gres-sive")
    #expect(try divided("autoregressive", "en-GB") == "auto-re-gres-sive")
    #expect(try divided("microservices", "en-US") == "micro-services")
  }

  @Test func leavesWordsInOtherLettersWhole() throws {
    #expect(try dictionary("de").places(in: "исследование").isEmpty, "not in ISO 8859-1")
    #expect(try dictionary("en-US").places(in: "исследование").isEmpty)
  }

  /// libhyphen reads past the end of words; the sanitizer looks on where there is one.
  @Test func survivesAnyWord() throws {
    for language in ["de", "en-US", "nl"] {
      let dictionary = try dictionary(language)
      var random = SeededGenerator(seed: 7)
      for length in 0...70 {
        let letters = (0..<length).map { _ in "abcdefghilmnorstuzäéß".randomElement(using: &random)
        }
        let word = String(letters.compactMap(\.self))
        let places = dictionary.places(in: word)
        #expect(places == places.sorted() && places.allSatisfy { $0 < word.utf8.count })
      }
    }
  }

  @Test func readsTheGermanPatternsFast() throws {
    let start = ContinuousClock.now
    _ = try dictionary("de")
    #expect(start.duration(to: .now) < .seconds(1), "with its list of compounds it takes two")
  }

  @Test func refusesAFileThatIsMissing() {
    #expect(throws: HyphenationError(file: "/nowhere/none.dic")) {
      try HyphenationDictionary(file: "/nowhere/none.dic", language: "en")
    }
  }

  @Test func refusesAnEncodingThatItDoesNotKnow() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "ru.dic")
    try Data("KOI8-R\na1b\n".utf8).write(to: file)
    #expect(throws: HyphenationError(file: file.path)) {
      try HyphenationDictionary(file: file.path, language: "ru")
    }
  }
}
