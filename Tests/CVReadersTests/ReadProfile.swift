// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel
import CVReaders
import Testing

/// A profile read from Markdown in a test.
struct ReadProfile {
  var profile = Profile()
  var account = ImportAccount()
  var log = DiagnosticLog()
  var sources = SourceSet()
  var blocks: [MarkupNode] = []

  init(_ source: String, site: String? = nil, name: String? = nil) {
    guard
      let page = readMarkup(Array(source.utf8), name: "cv.md", into: &sources, log: &log)
    else { return }
    let settings = site.flatMap {
      readDataFile(Array($0.utf8), name: "_config.yml", into: &sources, log: &log)
    }
    let reading = readHomepage(page, site: settings, stated: StatedFacts(name: name))
    blocks = page.blocks
    profile = reading.profile
    account = reading.account
    log.add(contentsOf: reading.log)
  }

  /// The profile with the name of the author of its works, where nothing else tells whose it is.
  func namedAfterWorks() -> ReadProfile {
    var read = self
    if profile.name == nil { read.log.add(nameAfterWorks(&read.profile)) }
    return read
  }

  /// The entries of the section that holds nothing but a source, under a title.
  static func section(_ title: String, _ body: String) -> Section {
    ReadProfile("# \(title)\n\n\(body)\n").profile.sections.first
      ?? Section(title: nil, kind: .other)
  }

  static func records(_ title: String, _ body: String) -> [Record] {
    section(title, body).entries.compactMap {
      if case .record(let record) = $0 { record } else { nil }
    }
  }

  static func publications(_ body: String, title: String = "Publications") -> [Publication] {
    section(title, body).entries.compactMap {
      if case .publication(let publication) = $0 { publication } else { nil }
    }
  }
}

extension ReadProfile {
  /// The records of all sections, each in one line.
  var summaries: [String] {
    profile.sections.flatMap(\.entries).compactMap { entry in
      if case .record(let record) = entry { record.summary } else { nil }
    }
  }
}

extension Profile {
  /// The running texts of all sections.
  var paragraphs: [String] {
    sections.flatMap(\.entries).compactMap {
      if case .paragraph(let paragraph) = $0 { paragraph.text.text } else { nil }
    }
  }
}

/// Expects the records of a section that holds nothing but some lines.
func checkRecords(
  _ title: String, _ body: String, _ expected: [String],
  location: SourceLocation = #_sourceLocation
) {
  #expect(ReadProfile.records(title, body).map(\.summary) == expected, sourceLocation: location)
}

extension Record {
  /// The fields that are set, for comparing in one line.
  var summary: String {
    var parts: [String] = []
    for (name, value) in [
      ("title", title), ("org", organisation), ("role", role), ("at", location), ("text", text),
      ("group", group),
    ] {
      if let value, !value.isEmpty { parts.append("\(name)=\(value.text)") }
    }
    if let dates { parts.append("when=\(dates.summary)") }
    if !bullets.isEmpty { parts.append("bullets=\(bullets.map(\.text.text))") }
    return parts.joined(separator: "; ")
  }
}

extension Dates {
  /// `2020-01..2021`, `2020..`, `2018, 2020`, with `?` where expected.
  var summary: String {
    spans.map { span in
      let start = span.start?.iso ?? ""
      switch span.end {
      case .none: return start
      case .date(let end): return "\(start)..\(end.iso)"
      case .present: return "\(start).."
      case .since: return "since \(start)"
      }
    }.joined(separator: ", ") + (isExpected ? "?" : "")
  }
}

extension Publication {
  var summary: String {
    var parts = ["title=\(title.text)"]
    if !authors.isEmpty {
      let names = authors.map { author in
        author.name + (author.isOwner ? "!" : "") + (author.contributedEqually ? "=" : "")
          + (author.isCorresponding ? "@" : "") + (author.mark ?? "")
      }
      parts.append("authors=\(names.joined(separator: "|"))")
    }
    for (name, value) in [("venue", venue), ("status", status), ("at", location), ("note", note)] {
      if let value { parts.append("\(name)=\(value.text)") }
    }
    for (name, value) in [("vol", volume), ("no", number), ("pp", pages), ("doi", doi)] {
      if let value { parts.append("\(name)=\(value)") }
    }
    if let year { parts.append("year=\(year)") }
    if !awards.isEmpty { parts.append("awards=\(awards.map(\.text))") }
    if !links.isEmpty { parts.append("links=\(links.map(\.label))") }
    if !description.isEmpty { parts.append("about=\(description.map(\.text))") }
    return parts.joined(separator: "; ")
  }
}
