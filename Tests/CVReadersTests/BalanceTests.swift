// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel
@testable import CVReaders
import TestSupport
import Testing

/// Readers never trap and never lose a word: random pages of all shapes.
@Suite struct BalanceTests {
  @Test(arguments: seeds(0..<300))
  func losesNoWord(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let source = PageGenerator.page(&random)
    let read = ReadProfile(source)
    let shown = read.blocks.flatMap(\.texts).map(\.countedText)
    let missing = read.missingWords(of: shown)
    #expect(missing.isEmpty, "lost \(missing) of:\n\(source)")
    #expect(
      !read.profile.everything.contains { $0.contains("zzhidden") },
      "a comment leaked from:\n\(source)")
  }

  /// Sentences stay whole, in one field and in order, whatever the section holds.
  @Test(arguments: sentences, kindsOfSections)
  func keepsSentencesWhole(sentence: String, kind: String) {
    let read = ReadProfile("# \(kind)\n\n- \(sentence.replacing("~", with: ", "))\n")
    let plain = ReadProfile("# About\n\n\(sentence.split(separator: "~")[0])\n").profile
    let wanted = WordBalance.words(plain.sections.first?.entries.first?.texts.first ?? "")
    let had = read.profile.sections.flatMap(\.entries).flatMap(\.texts).map(WordBalance.words)
    let isWhole = had.contains { words in
      words.count >= wanted.count
        && (0...words.count - wanted.count).contains {
          Array(words[$0..<$0 + wanted.count]) == wanted
        }
    }
    #expect(isWhole && wanted.count > 2, "torn apart: \(had)")
  }

  /// What follows the sign is a date that may be taken off.
  private static let sentences = [
    "Worked with [Ada](https://e.org/1) and [Bob](https://e.org/2) on [X](https://e.org/3)~2020",
    "Wrote *fast* code for **big** machines in Berlin",
    "Wrote *fast* code for **big machines** in Berlin",
    "Presented our work at Globex in March 2021 and won",
    "Taught [CS101](https://e.org/1) with [Prof. Doe](https://e.org/2) in 2020",
    "Built a **gauge of rain** for [the city](https://e.org/1) and *its* people~2019",
    "Helped Ada, Bob, and the staff of the Institute of Rain",
    "I wrote the *Guide to Rain* with [Ada](https://e.org/1), who drew it",
    "Led the team at Acme from 2019 to 2021 and shipped it",
  ]

  private static let kindsOfSections = [
    "Experience", "Education", "Teaching", "Volunteering", "Service", "Talks", "Projects",
    "Skills", "Awards", "News", "Activities", "Supervision", "Certificates", "Funding",
  ]

  @Test(arguments: seeds(0..<200))
  func survivesDamage(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) &+ 9_000)
    var bytes = Array(PageGenerator.page(&random).utf8)
    for _ in 0..<20 where !bytes.isEmpty {
      let index = Int.random(in: 0..<bytes.count, using: &random)
      bytes[index] = UInt8.random(in: 0...255, using: &random)
    }
    bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
    var sources = SourceSet()
    var log = DiagnosticLog()
    guard let page = readMarkup(bytes, name: "x", into: &sources, log: &log) else {
      #expect(log.hasErrors)
      return
    }
    _ = readHomepage(page, site: nil)
  }
}

/// Makes pages out of the shapes that people write.
enum PageGenerator {
  private static let titles = [
    "# About Me", "## 🔥 News", "# Publications", "Education\n---", "**Experience**", "# Awards",
    "# Service",
    "# Skills", "## Projects", "# Talks", "# Mentors", "# Whatever", "<h2>Work Experience</h2>",
    "# 教育经历",
  ]
  private static let lines = [
    "- *2024.02*: &nbsp;🎉 One paper by [Ada](https://e.org) is **out**!",
    "- Research Intern | @ Team, Acme | Hangzhou, Dec. 2024 - May 2025\n  - Mentor: Dr. [Bo Poe](https://e.org)",
    "- **A. Roe\\***, B. Poe\\* and C. Moe, “Maps of Rain,” *Conf. (ICR)*, Milano, Italy, Oct. 2024. [[**Paper**]](https://e.org) (* equal contribution)",
    "1. **Roe, A.**, Poe, B., ... & Moe, C. (2021). Wet Title: Part. ECCV'2022 [\\[pdf\\]](#)",
    "- Top Reviewer, NeurIPS 2024.\n- Scholarship, 2019-2020.",
    "<div class='row'><div><p><b>Acme</b></p><p>Engineer</p><p>2020 – 2021</p></div></div>",
    "### Acme Lab\n Role words supervised by [Prof. Q](https://e.org).\n\n- point one\n- point two",
    "plain paragraph with some words, a (bracket) and 2019.", "<!-- - zzhidden list item -->",
    "Prize of Rain\t2023\nOther Prize\t2022",
    "BizLab, Acme\n\n- Leeds, United Kingdom\n2024 - 2025\n- *Intern*\n - x",
    "- CVPR: 2022, 2023\n- ECCV: 2024", "- **Label:** a, b, c", "**Club @ X** — Founder of a thing",
    "| 2020 | Engineer | Acme |\n|---|---|---|\n| 2021 | Analyst | Bolt |",
    "I worked with [Ada Roe](a), [Bo Poe](b), [Cy Moe](c), and [Di Doe](d).", "> a quote",
    "`code`  \nnext line",
    "<details><summary>Abstract</summary>hidden words</details>",
    "2021. Numbered Prize\n2020. Other Prize",
    "- *2020 - now*, Ph.D. in Physics, North University, Lund\n- MSc, South College (2019)",
    "- A. Roe, \"Joint Rain\", *Trans.*, vol. 9, no. 5, pp. 34-36, 1 Sept.-Oct. 2022. [Link](https://e.org/x)",
    "- Worked with [Ada](https://e.org/1) and [Bob](https://e.org/2) on [X](https://e.org/3), 2020",
    "- Wrote *fast* code for **big machines** in Berlin",
    "- Presented our work at Globex in March 2021 and won",
    "- “Talk on Rain”, Invited talk at Acme, Berlin, 3 May 2020", "---", "* a\n  * b\n    * c",
    "[📖 Title Words Here](https://e.org)\n\n*Bo Poe\\*, **Ada Roe\\***, Cy Moe*",
  ]

  static func page(_ random: inout SeededGenerator) -> String {
    var parts = ["---\ntitle: x\n---"]
    // Each at most once: a heading right behind its double is one group.
    var lines = Self.lines.shuffled(using: &random)
    for title in titles.shuffled(using: &random).prefix(Int.random(in: 1...5, using: &random)) {
      parts.append(title)
      for _ in 0..<Int.random(in: 0...4, using: &random) { parts.append(lines.removeLast()) }
    }
    return parts.joined(separator: Bool.random(using: &random) ? "\n\n" : "\n\n\n")
  }
}

extension Entry {
  /// Everything that the entry says, field by field.
  fileprivate var texts: [String] {
    switch self {
    case .paragraph(let paragraph): [paragraph.text.text]
    case .record(let record): record.allTexts
    case .publication(let publication): publication.allTexts
    }
  }
}

extension ReadProfile {
  /// The words of texts that are neither in the profile nor in the account.
  func missingWords(of texts: [String]) -> [String] {
    var balance = WordBalance()
    for text in profile.everything { balance.add(text) }
    for entry in account.entries { balance.add(entry.text) }
    return balance.missing(from: texts.flatMap(WordBalance.words))
  }
}
