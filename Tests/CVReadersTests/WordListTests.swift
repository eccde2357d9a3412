// SPDX-License-Identifier: MIT
import Foundation
import TestSupport
import Testing

@testable import CVReaders

@Suite struct WordListTests {
  @Test(arguments: [
    ("  Ph.D.  Student, ", "ph.d. student"), ("Awards & Honours", "awards and honours"),
    ("“Best—Paper”", "best-paper"), ("ＴＡＬＫＳ：", "talks"), ("ÉTUDES", "études"), ("...", ""),
    ("University of X.", "university of x."), ("News.", "news"),
  ])
  func foldsTexts(text: String, expected: String) { #expect(folded(text) == expected) }

  @Test func findsPhrasesAmongWords() {
    let lists = WordLists.all
    #expect(lists.match(["research", "assistant", "at"], in: .role) == 2)
    #expect(lists.lists(in: ["a", "visiting", "professor", "of", "law"]).contains(.role))
    #expect(lists.occurs([.degree, .role], in: ["the", "ph.d.", "years"]))
    #expect(lists.match(["nothing", "here"], in: .role) == nil)
  }

  /// The reader of the files folds nothing: what is not folded there is never found.
  @Test func holdsEveryEntryFolded() throws {
    let folder = checkout.appending(path: "Sources/CVReaders/Words/Lists")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name != "networks.txt" {
      let lines = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      for line in lines.split(separator: "\n") where !line.hasPrefix("#") && !line.hasPrefix("[") {
        for part in line.split(separator: ",") {
          let entry = part.drop { $0 == " " }
          #expect(folded(entry) == entry, "\(name)")
        }
      }
    }
  }
}

@Suite struct LanguageFinderTests {
  @Test(arguments: [
    ("## 教育經歷\n\n- 2016 海灣大學，網路與電機設計\n\n## 工作經歷\n\n- 工程師", "zh-Hant"),
    ("## 教育经历\n\n- 2016 海湾大学，网络与电机设计\n\n## 工作经历\n\n- 工程师", "zh"),
    ("## 学歴\n\n- 2016年 はるかぜ大学を卒業。きかいのほしゅをまなぶ\n\n## 職歴\n\n- 技師", "ja"),
  ])
  func tellsTheWritingsOfHanApart(page: String, language: String) {
    #expect(ReadProfile(page).profile.language == language)
  }

  @Test(arguments: [
    (["Ausbildung", "Berufserfahrung", "Publikationen"], "de"),
    (["Formation", "Expérience professionnelle", "Langues"], "fr"),
    (["Vzdělání", "Pracovní zkušenosti", "Výuka"], "cs"),
    (["Education", "Experience", "Publications"], nil),
    (["Ausbildung", "Experience", "Publications"], nil), (["Ausbildung"], nil), ([], nil),
  ])
  func knowsALanguageByItsTitles(titles: [String], expected: String?) {
    #expect(languageOfTitles(titles) == expected)
  }
}
