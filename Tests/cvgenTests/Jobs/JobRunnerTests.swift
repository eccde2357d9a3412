// SPDX-License-Identifier: MIT
import CVCompiler
import CVModel
import Foundation
import TestSupport
import Testing

@testable import cvgen

/// Jobs run in one process: what they make, and that none depends on those before it.
@Suite struct JobRunnerTests {
  private static func job(_ page: String, _ formats: [DocumentFormat], theme: String = "classic")
    -> Job
  {
    var job = Job(page: checkout.appending(path: "Tests/Profiles/\(page).md").path)
    job.formats = formats
    job.theme = theme
    return job
  }

  private static let formats: [DocumentFormat] = [
    .pdf, .html(), .text(), .markdown, .json,
    .latex(.article), .picture(.svg, page: 1),
  ]

  /// Pages of several scripts and themes, so that fonts of one could reach the next.
  private static var jobs: [Job] {
    [
      job("recommended", formats), job("Shapes/chinese-plain-lines", [.pdf]),
      job("recommended", [.pdf], theme: "modern"), job("industry", [.pdf], theme: "sidebar"),
      job("Shapes/arabic-academic", [.pdf], theme: "compact"), job("recommended", formats),
      job("industry", [.pdf], theme: "academic"),
    ]
  }

  @Test func makesTheSameBytesWhateverCameBefore() {
    var runner = JobRunner()
    for job in Self.jobs {
      var fresh = JobRunner()
      let (later, alone) = (runner.run(job), fresh.run(job))
      #expect(alone.documents.count == job.formats.count)
      for (first, second) in zip(alone.documents, later.documents) {
        let isSame = first.parts == second.parts
        #expect(isSame, "\(job.page) as \(first.format.name)")
      }
      let isAlike = later.log == alone.log && later.files == alone.files
      #expect(isAlike, "\(job.page)")
    }
  }

  /// Documents of one page, each with something else over it, as in a batch.
  private static var tailored: [Job] {
    let changes: [(inout Job) -> Void] = [
      { _ in }, { $0.options.overrides = ["headline": "Bell founder"] },
      { $0.options.overrides = ["headline": "Engineer", "summary": "For Acme."] }, { _ in },
      { $0.options.name = "Bo Poe" }, { $0.options.emoji = .text }, { $0.theme = "modern" },
      { $0.options.pages = 1 }, { $0.options.language = "de" }, { _ in }, { _ in },
    ]
    return changes.map { change in
      var job = job("Shapes/acadhomepage-cards-and-code-venues", [.pdf, .json])
      change(&job)
      return job
    }
  }

  @Test func makesTheSameBytesOfAPageThatItKnows() {
    var runner = JobRunner()
    for (number, job) in Self.tailored.enumerated() {
      var fresh = JobRunner()
      let (later, alone) = (runner.run(job), fresh.run(job))
      let isSame = alone.documents == later.documents && later.log == alone.log
      #expect(isSame && later.files == alone.files, "job \(number)")
    }
  }

  @Test func saysOnceWhatConcernsAllFormats() {
    var runner = JobRunner()
    let page = "# Ada Roe\n\n## Work\n\n- [Acme](acme.html), engineer, 2020\n"
    var job = Job(page: "page.md", contents: Array(page.utf8))
    job.formats = [.pdf]
    let once = runner.run(job).log
    job.formats = [.pdf, .html(), .text()]
    let thrice = runner.run(job)
    #expect(thrice.documents.count == 3)
    #expect(!once.diagnostics.isEmpty)
    #expect(thrice.log == once)
  }

  @Test func countsThePagesOfPagesOnly() {
    var runner = JobRunner()
    let documents = runner.run(Self.job("recommended", [.pdf, .markdown])).documents
    #expect(documents.map { $0.pages != nil } == [true, false])
  }

  @Test func namesTheFilesThatItRead() {
    var runner = JobRunner()
    let files = runner.run(Self.job("recommended", [.pdf])).files
    let names = files.map { URL(filePath: $0.path).lastPathComponent }
    #expect(names.contains("recommended.md"))
    #expect(names.contains("theme.yaml"))
    #expect(names.contains { $0.hasSuffix(".ttf") || $0.hasSuffix(".otf") })
    #expect(files.allSatisfy { $0.now == $0 })
    #expect(files.allSatisfy { UsedFile(path: $0.path, word: $0.word) == $0 })
  }

  @Test func makesNoDocumentAfterAnError() {
    var runner = JobRunner()
    var job = Job(page: "missing.md")
    job.formats = [.pdf]
    #expect(runner.run(job).documents.isEmpty)
    #expect(runner.run(job).log.hasErrors)
    job = Self.job("recommended", [.markdown, .pdf], theme: "no-such-theme")
    #expect(runner.run(job).documents.isEmpty)
  }
}

/// What decides whether a document must be made again.
@Suite struct RecipeTests {
  @Test func changesWithEachOption() {
    let plain = Job(page: "a.md")
    var jobs = [plain]
    jobs.append(Job(page: "b.md"))
    jobs.append(Job(page: "a.md", contents: [1]))
    jobs.append(Job(page: "a.md", contents: [2]))
    for change: (inout Job) -> Void in [
      { $0.theme = "modern" }, { $0.formats = [.pdf] }, { $0.formats = [.picture(.svg, page: 1)] },
      { $0.formats = [.picture(.svg, page: 2)] }, { $0.options.paper = .letter },
      { $0.options.with = [.news] }, { $0.options.without = [.news] }, { $0.isStrict = true },
      { $0.options.name = "Ada" }, { $0.options.pages = 2 },
    ] {
      var job = plain
      change(&job)
      jobs.append(job)
    }
    #expect(Set(jobs.map(\.request)).count == jobs.count)
    #expect(jobs.map(\.request) == jobs.map(\.request))
  }

  @Test func sortsWhatHasNoOrder() {
    let kinds = Array(SectionKind.allCases.prefix(8))
    #expect(canonicalText(Set(kinds)) == canonicalText(Set(kinds.reversed())))
    #expect(canonicalText(["a": 1, "b": 2]) == canonicalText(["b": 2, "a": 1]))
  }
}
