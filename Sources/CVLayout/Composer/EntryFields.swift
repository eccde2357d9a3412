// SPDX-License-Identifier: MIT
import CVModel

/// The values that a template may name, of records and of publications.
struct EntryFields {
  let dates: DateFormatting
  /// Whether references give their DOI in full, so that no link need repeat it.
  var namesDOI = false
  var publications = PublicationDesign()
  /// With `{count}`: how many authors are not shown.
  var moreAuthors = ""

  func value(_ name: String, of record: Record, _ marks: RichText.Marks) -> LayoutText {
    switch name {
    case "what": return text(what(of: record), marks)
    case "where": return place(of: record, marks)
    case "title": return rated(text(record.title.map { ($0, .title) }, marks), record)
    case "role": return text(record.role.map { ($0, .role) }, marks)
    case "organisation": return text(record.organisation.map { ($0, .organisation) }, marks)
    case "location": return text(record.location.map { ($0, .location) }, marks)
    case "text": return rated(text(record.text.map { ($0, .text) }, marks), record)
    case "dates":
      return LayoutText(record.dates.map(dates.text) ?? "", role: .dates)
    case "links": return links(record.links)
    default: return LayoutText()
    }
  }

  /// How well somebody knows a language or a craft, in digits.
  private func rated(_ text: LayoutText, _ record: Record) -> LayoutText {
    [.language, .skill].contains(record.kind) ? text.tellingRatings() : text
  }

  /// The post, the degree or the title; the employer where none is known.
  private func what(of record: Record) -> (RichText, Role)? {
    if record.kind == .position {
      return record.role.map { ($0, .role) } ?? record.organisation.map { ($0, .organisation) }
    }
    return record.title.map { ($0, .title) } ?? record.role.map { ($0, .role) }
      ?? record.organisation.map { ($0, .organisation) }
  }

  /// The fields that say what and where and that the lines of a theme do not name, so that no word
  /// of a profile depends on its theme.
  func unnamed(by names: Set<String>, of record: Record) -> LayoutText {
    var shown = names
    let what = what(of: record)?.1
    if names.contains("what"), let what { shown.insert(what.rawValue) }
    if names.contains("where") {
      shown.insert("location")
      if what != .organisation { shown.insert("organisation") }
      if showsRole(record) { shown.insert("role") }
    }
    let all = ["title", "role", "organisation", "location"].filter { !shown.contains($0) }
    return joined(all.map { value($0, of: record, []) }.filter { !$0.isEmpty }, ", ")
  }

  /// Whether a part taken stands before the organisation: it is no "what" then.
  private func showsRole(_ record: Record) -> Bool {
    record.title != nil && record.kind != .education && record.kind != .position
  }

  /// Organisation and place, without what already stands as "what".
  private func place(of record: Record, _ marks: RichText.Marks) -> LayoutText {
    var parts: [LayoutText] = []
    let used = what(of: record)?.1
    if showsRole(record) {
      parts.append(text(record.role.map { ($0, .role) }, marks))
    }
    if used != .organisation {
      parts.append(text(record.organisation.map { ($0, .organisation) }, marks))
    }
    parts.append(text(record.location.map { ($0, .location) }, marks))
    return joined(parts.filter { !$0.isEmpty }, ", ")
  }

  /// The names, behind `With` where the owner is one more.
  private func authors(of publication: Publication) -> LayoutText {
    let names = AuthorNames(publications, more: moreAuthors).text(publication.authors)
    guard let lead = publication.authorLead, !names.isEmpty else { return names }
    var text = LayoutText(lead.prefix(1).uppercased() + lead.dropFirst() + " ", role: .separator)
    text.append(names)
    return text
  }

  func value(_ name: String, of publication: Publication, _ marks: RichText.Marks) -> LayoutText {
    switch name {
    case "authors": return authors(of: publication)
    case "title":
      return LayoutText(publication.title.withoutCommonEmphasis, role: .title, adding: marks)
    case "venue":
      return text(publication.venue.map { ($0.withoutCommonEmphasis, .venue) }, marks)
    case "locator": return locator(publication)
    case "volume", "issue", "pages", "pp":
      return number(name, of: publication, marks)
    case "location": return text(publication.location.map { ($0, .location) }, marks)
    case "year": return LayoutText(publication.year.map { String($0) } ?? "", role: .dates)
    case "month-year": return LayoutText(monthYear(publication), role: .dates)
    case "dates":
      return LayoutText(publication.dates.map(dates.text) ?? "", role: .dates)
    case "status": return text(publication.status.map { ($0, .status) }, marks)
    case "awards":
      return joined(publication.awards.map { LayoutText($0, role: .award, adding: marks) }, ", ")
    case "note": return text(publication.note.map { ($0, .note) }, marks)
    case "links":
      let isTold = namesDOI && publication.doi != nil
      return links(publication.links.filter { !isTold || $0.label != "DOI" })
    case "doi": return doi(publication.doi, after: "doi:")
    case "doi-number": return doi(publication.doi)
    case "doi-address": return doi(publication.doi, after: "https://doi.org/")
    default: return LayoutText()
    }
  }

  /// `doi:10.5555/12345678`, the name and the way to the work.
  private func doi(_ name: String?, after words: String = "") -> LayoutText {
    guard let name else { return LayoutText() }
    var run = LayoutRun(text: words + name, role: .link)
    run.link = "https://doi.org/" + name
    return LayoutText([run])
  }

  /// `61(4), 1120–1138`, without breaks inside.
  private func locator(_ publication: Publication) -> LayoutText {
    var issue = publication.volume ?? ""
    if let number = publication.number {
      issue += issue.isEmpty ? "no.\u{A0}\(number)" : "(\(number))"
    }
    let parts = [issue, publication.pageRange ?? ""].filter { !$0.isEmpty }
    return LayoutText(parts.joined(separator: ",\u{A0}"), role: .locator)
  }

  private func number(
    _ name: String, of work: Publication, _ marks: RichText.Marks
  ) -> LayoutText {
    let number: String? =
      switch name {
      case "volume": work.volume
      case "issue": work.number
      case "pages": work.pageRange
      default: work.pageRange.map(Self.withPages)
      }
    var text = LayoutText(number ?? "", role: .locator)
    for index in text.runs.indices { text.runs[index].marks = marks }
    return text
  }

  /// `pp. 3–9`, `p. 3`; the number of an article stays alone.
  private static func withPages(_ pages: String) -> String {
    guard pages.first?.isNumber ?? false else { return pages }
    let areSeveral = pages.contains { "–,".contains($0) }
    return areSeveral ? "pp.\u{A0}" + pages : pages.count < 5 ? "p.\u{A0}" + pages : pages
  }

  /// The year behind its month, as the style of references has it.
  private func monthYear(_ work: Publication) -> String {
    guard let year = work.year else { return "" }
    let months = publications.references?.months ?? []
    guard let month = work.dates?.latest?.month, months.indices.contains(month - 1) else {
      return String(year)
    }
    return "\(months[month - 1]) \(year)"
  }

  /// The labels in brackets: `[Paper] [Code]`.
  func links(_ links: [Link]) -> LayoutText {
    joined(
      links.map { link in
        var run = LayoutRun(text: "[\(link.label == "DOI" ? "doi" : link.label)]", role: .link)
        run.link = link.url
        return LayoutText([run])
      }, " ")
  }

  private func text(_ value: (RichText, Role)?, _ marks: RichText.Marks) -> LayoutText {
    value.map { LayoutText($0.0, role: $0.1, adding: marks) } ?? LayoutText()
  }
}

extension RichText {
  /// The text without the emphasis that all of it has: the theme says how titles look.
  fileprivate var withoutCommonEmphasis: RichText {
    var common: Marks = [.strong, .emphasis, .underline]
    forEachRun { run, part in
      if part.contains(where: { !$0.isWhitespace }) {
        common.formIntersection(run.attributes.marks)
      }
    }
    guard !common.isEmpty else { return self }
    return mapAttributes { $0.marks.subtract(common) }.joined()
  }
}

extension Publication {
  /// The pages, with a dash between the first and the last.
  fileprivate var pageRange: String? {
    pages?.replacing("--", with: "–").replacing("-", with: "–")
  }
}

/// Texts in one, a separator between each two.
func joined(_ parts: [LayoutText], _ separator: String) -> LayoutText {
  var result = LayoutText()
  for part in parts {
    if !result.isEmpty { result.append(separator, role: .separator) }
    result.append(part)
  }
  return result
}
