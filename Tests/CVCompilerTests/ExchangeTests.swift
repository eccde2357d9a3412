// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel
import CVWriters
import Foundation
import TestSupport
import Testing

@testable import CVCompiler

/// Profiles written in formats of other programs read back the same but for the losses told of.
@Suite struct ExchangeTests {
  /// All fictional profiles.
  private static let profiles: [String] = {
    let folder = checkout.appending(path: "Tests/Profiles")
    let names = ["", "Structured/", "Shapes/", "Scripts/"].flatMap { inner in
      let files =
        (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + inner)) ?? []
      return files.map { inner + $0 }
    }
    return names.filter { name in
      !name.hasSuffix(".facts.json")
        && [".md", ".json", ".yml", ".yaml", ".bib"].contains {
          name.hasSuffix($0)
        }
    }.sorted()
  }()

  /// What the formats are known not to keep.
  private static let losses: [ExchangeFormat: Set<String>] = [
    .jsonResume: [
      "emphasis", "links in texts", "points below points", "dates", "texts of entries",
      "the kinds of entries", "what entries are", "the contact", "titles of entries",
      "organisations", "roles", "marks and addresses of authors", "links",
      "words before co-authors",
    ],
    .renderCV: [
      "emphasis", "points below points", "dates", "texts of entries", "the kinds of entries",
      "introductions of sections", "what entries are", "the contact", "the kind of",
      "titles of entries", "organisations", "roles", "marks and addresses of authors", "places",
      "the form of the entries", "the title", "the language", "links", "links in texts",
      "points of lists", "words before co-authors",
    ],
  ]

  /// The numbers of random profiles; fewer in a quick run.
  private static let seeds = 0..<(triesEveryCombination ? 100 : 50)

  private func read(_ bytes: [UInt8]) throws -> (Compiler, Profile) {
    var compiler = Compiler(files: SourceFiles(["cv": bytes]))
    let profile = compiler.readProfile("cv", options: CompileOptions())
    return (compiler, try #require(profile))
  }

  /// Each profile with the formats that it is written in: one in turn, or both where a run tries
  /// every combination; pages of shapes say little that others do not.
  private static let pairs: [(name: String, formats: [ExchangeFormat])] =
    profiles.enumerated().map { row, name in
      let isTriedInAll = triesEveryCombination && !name.hasPrefix("Shapes/")
      let turn = ExchangeFormat.allCases[row % ExchangeFormat.allCases.count]
      return (name, isTriedInAll ? ExchangeFormat.allCases : [turn])
    }

  @Test(arguments: pairs)
  func keepsAllButWhatItTellsOf(name: String, formats: [ExchangeFormat]) throws {
    let (compiler, profile) = try read(testFile("Profiles/" + name))
    for format in formats {
      var compiler = compiler
      let text = compiler.exchanged(profile, as: format)
      let second = compiler.reread(data: text)
      let known = Self.losses[format] ?? []
      let losses = ProfileLoss.losses(from: profile, to: second)
      for loss in losses {
        #expect(known.contains { loss.what.hasPrefix($0) }, "\(loss.what)")
      }
      let told = compiler.log.diagnostics.filter { $0.message.contains("does not keep") }
      #expect(told.allSatisfy { $0.code == .formatLoss })
      #expect(told.count == losses.count)
      #expect(second.sections.count == profile.sections.count)
      // What was read back is written and read as itself.
      var other = Compiler(files: SourceFiles([:]))
      _ = other.exchanged(second, as: format)
      let changed = other.log.diagnostics.map(\.message).filter { $0.contains("does not keep") }
      #expect(changed.isEmpty, "\(changed) in\n\(text)")
    }
  }

  @Test(arguments: seeds)
  func keepsEveryWordOfJSONResume(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let profile = RandomProfile(&random).profile
    var compiler = Compiler(files: SourceFiles([:]))
    let text = compiler.exchanged(profile, as: .jsonResume)
    let allowed = ["emphasis", "links in texts", "points below points", "texts of entries"]
    for told in compiler.log.diagnostics.map(\.message) where told.contains("does not keep") {
      #expect(allowed.contains { told.contains("keep \($0)") }, "\(told) in\n\(text)")
    }
  }

  @Test(arguments: seeds)
  func writesRenderCVThatReads(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let profile = RandomProfile(&random).profile
    var compiler = Compiler(files: SourceFiles([:]))
    let text = compiler.exchanged(profile, as: .renderCV)
    let again = compiler.reread(data: text)
    #expect(again.name?.text == profile.name?.text, "\(text)")
    #expect(again.sections.map { $0.title?.text } == profile.sections.map { $0.title?.text })
    #expect(again.sections.map(\.entries.count) == profile.sections.map(\.entries.count), "\(text)")
    let known = Self.losses[.renderCV].map(Array.init) ?? []
    for loss in ProfileLoss.losses(from: profile, to: again) {
      #expect(known.contains { loss.what.hasPrefix($0) }, "\(loss.what) in\n\(text)")
    }
  }
}

extension ExchangeTests {
  /// What those say for whom the formats are: the reader of RenderCV itself, and what the schema of
  /// JSON Resume asks, of all fictional profiles but most shapes, and of random ones.
  @Test(.needsJudges) func satisfiesTheOwnersOfTheFormats() throws {
    let folder = try TemporaryFolder()
    func write(_ profile: Profile, _ name: String) throws {
      var compiler = Compiler(files: SourceFiles([:]))
      for (format, suffix) in [(ExchangeFormat.jsonResume, "json"), (.renderCV, "yaml")] {
        let file = folder.url.appending(path: "\(name).\(suffix)")
        try Data(compiler.exchanged(profile, as: format).utf8).write(to: file)
      }
    }
    let profiles = Self.profiles.enumerated()
      .filter { $0.offset.isMultiple(of: 4) || !$0.element.hasPrefix("Shapes/") }.map(\.element)
    for name in profiles {
      try write(read(testFile("Profiles/" + name)).1, name.replacing("/", with: "-"))
    }
    for seed in Self.seeds {
      var random = SeededGenerator(seed: UInt64(seed))
      try write(RandomProfile(&random).profile, "random-\(seed)")
    }
    let python = pdfTools.appending(path: "python/bin/python").path
    let judge = checkout.appending(path: "Tests/CVCompilerTests/Judges/judge").path
    let result = try run(python, ["-B", judge, folder.url.path])
    #expect(
      result.text == "judged \(2 * (profiles.count + Self.seeds.count))\n",
      "\(result.text)\(result.errors)")
  }
}

/// A profile of random entries, with signs that mean something to other formats.
private struct RandomProfile {
  private(set) var profile = Profile()

  private static let words = [
    "rain", "Éclair", "a*b", "_x_", "#1", "C++", "“q”", "1.", "- dash", "k: v", "[b]", "{c}",
    "50 %", "&amp;", "\\n", "漢字", "😀", "yes", "null", "2020", "'s", "<i>", "`t`", "!", "@me",
    "&copy;", "&#35;", "a & b", "R&D;", "**b**", "__init__", "~~s~~", "x|y", "[t](u)", "![i](u)",
    "<b>x</b>", "<!-- c -->", "https://example.org/a_(b)", "www.example.org", "a@example.org",
    "- p", "* p", "+ p", "2. p", "# h", "> q", "---", "\"d\"", "it's", "%d", "{{ x }}", "{% x %}",
    "$x^2$", "x_1", "\\", "\\*", "קרח", "مرحبا", "हिन्दी", "a\u{301}", "👩‍🔬", "…", "–",
    "", String(repeating: "long ", count: 60), "cafe\u{AD}teria", "a\u{A0}b", "~", "a,b; c.",
    "(2019)",
  ]

  init(_ random: inout SeededGenerator) {
    profile.name = RichText("Ada Roe")
    profile.headline = Self.text(&random)
    profile.contacts = [Contact(.email, text: "ada@example.org", url: "mailto:ada@example.org")]
    let kinds: [(SectionKind, Record.Kind, String)] = [
      (.experience, .position, "Experience"), (.education, .education, "Education"),
      (.awards, .award, "Awards"), (.skills, .skill, "Skills"), (.services, .service, "Service"),
      (.projects, .project, "Projects"), (.talks, .talk, "Talks"), (.funding, .funding, "Grants"),
    ]
    for (kind, entry, title) in kinds.shuffled(using: &random).prefix(4) {
      var section = Section(title: RichText(title), kind: kind)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        section.entries.append(.record(Self.record(entry, &random)))
      }
      profile.sections.append(section)
    }
    var section = Section(title: RichText("Publications"), kind: .publications)
    section.entries = [.publication(Self.work(&random))]
    profile.sections.append(section)
  }

  private static func text(_ random: inout SeededGenerator) -> RichText {
    let count = Int.random(in: 1...4, using: &random)
    let picked = (0..<count).map { _ in words.randomElement(using: &random) ?? "" }
    let marks: RichText.Marks = Int.random(in: 0..<5, using: &random) == 0 ? .strong : []
    return RichText("W " + picked.joined(separator: " ") + " w", .init(marks))
  }

  private static func record(
    _ kind: Record.Kind, _ random: inout SeededGenerator
  ) -> Record {
    var record = Record(kind)
    if kind == .position { record.role = text(&random) } else { record.title = text(&random) }
    let has = { (random: inout SeededGenerator) in Bool.random(using: &random) }
    if kind == .skill {
      record.text = RichText("one, two, three")
      return record
    }
    if has(&random) { record.organisation = text(&random) }
    if has(&random) { record.location = text(&random) }
    if has(&random) { record.text = text(&random) }
    if has(&random) { record.bullets = [Bullet(text(&random)), Bullet(text(&random))] }
    if has(&random) { record.group = RichText("Group") }
    let ends: [Dates.End] = [.none, .present, .date(PartialDate(2021, 5))]
    if has(&random), let end = ends.randomElement(using: &random) {
      record.dates = Dates([.init(PartialDate(2019, 2), end)], words: "w")
    }
    return record
  }

  private static func work(_ random: inout SeededGenerator) -> Publication {
    var work = Publication(title: text(&random))
    work.authors = [Author("A. Roe"), Author("B. Poe"), .elision]
    work.authors[0].isOwner = true
    work.authors[1].contributedEqually = Bool.random(using: &random)
    work.venue = text(&random)
    work.dates = Dates([.init(PartialDate(2020))], words: "2020")
    work.volume = "3"
    work.doi = "10.5555/x"
    work.links = [Link(label: "DOI", url: "https://doi.org/10.5555/x")]
    work.awards = [RichText("Best Paper")]
    return work
  }
}
