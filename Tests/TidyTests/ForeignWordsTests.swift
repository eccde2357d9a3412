// SPDX-License-Identifier: MIT
import Foundation
import TestSupport
import Testing

/// The readers know kinds of words, and no page by heart.
@Suite(.needsSharedProfiles) struct ForeignWordsTests {
  /// The texts of the real profiles, folded.
  private static let profiles: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(
      at: sharedProfiles, includingPropertiesForKeys: nil)
    return (files ?? []).compactMap { try? String(contentsOf: $0, encoding: .utf8) }.map(folded)
  }()

  /// A phrase that one page alone holds was probably copied from it.
  @Test func holdsNoPhraseOfASinglePageInCode() {
    for file in SwiftFile.sources where file.target == "CVReaders" {
      for literal in file.literals where Self.pages(with: literal.text, words: 2) == 1 {
        let isException = Exceptions.phrases[literal.text] != nil
        #expect(isException, "\(file.place(literal.line)): \(literal.text)")
      }
    }
  }

  /// The lists hold short phrases that any page may have; long ones name somebody's work.
  @Test func holdsNoLongPhraseOfASinglePageInLists() throws {
    let folder = checkout.appending(path: "Sources/CVReaders/Words/Lists")
    let lists = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    for list in lists {
      for line in try String(contentsOf: list, encoding: .utf8).split(separator: "\n") {
        for entry in line.split(separator: ",") {
          let phrase = String(entry.drop { $0 == " " })
          let isForeign = Self.pages(with: phrase, words: 4) == 1
          #expect(!isForeign, "\(list.lastPathComponent): \(phrase)")
        }
      }
    }
  }

  /// How many profiles hold a phrase; 0 for one of fewer words than some number.
  private static func pages(with phrase: String, words: Int) -> Int {
    let folded = folded(phrase)
    guard folded.split(separator: " ").count(where: { $0.contains(where: \.isLetter) }) >= words
    else { return 0 }
    return profiles.count { $0.contains(folded) }
  }

  /// Lower case, and one space for each run of blanks.
  private static func folded(_ text: String) -> String {
    var folded = ""
    for character in text.lowercased() {
      if !character.isWhitespace {
        folded.append(character)
      } else if folded.last != " " {
        folded.append(" ")
      }
    }
    return folded
  }
}
