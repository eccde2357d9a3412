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

  /// Organisation and place, without what already stands as "what".
  private func place(of record: Record, _ marks: RichText.Marks) -> LayoutText {
    var parts: [LayoutText] = []
    let used = what(of: record)?.1
    if record.title != nil, record.kind != .education {
      parts.append(text(record.role.map { ($0, .role) }, marks))
    }
    if used != .organisation {
      parts.append(text(record.organisation.map { ($0, .organisation) }, marks))
    }
    parts.append(text(record.location.map { ($0, .location) }, marks))
    return joined(parts.filter { !$0.isEmpty }, ", ")
  }

  func value(_ name: String, of publication: Publication, _ marks: RichText.Marks) -> LayoutText {
    switch name {
    case "authors": return authors(publication.authors)
    case "title": return LayoutText(publication.title, role: .title, adding: marks)
    case "venue": return text(publication.venue.map { ($0, .venue) }, marks)
    case "locator": return locator(publication)
    case "location": return text(publication.location.map { ($0, .location) }, marks)
    case "year": return LayoutText(publication.year.map { String($0) } ?? "", role: .dates)
    case "dates":
      return LayoutText(publication.dates.map(dates.text) ?? "", role: .dates)
    case "status": return text(publication.status.map { ($0, .status) }, marks)
    case "awards":
      return joined(publication.awards.map { LayoutText($0, role: .award, adding: marks) }, ", ")
    case "note": return text(publication.note.map { ($0, .note) }, marks)
    case "links":
      let isTold = namesDOI && publication.doi != nil
      return links(publication.links.filter { !isTold || $0.label != "DOI" })
    case "doi": return doi(publication.doi)
    default: return LayoutText()
    }
  }

  /// `doi:10.5555/12345678`, the name and the way to the work.
  private func doi(_ name: String?) -> LayoutText {
    guard let name else { return LayoutText() }
    var run = LayoutRun(text: "doi:" + name, role: .link)
    run.link = "https://doi.org/" + name
    return LayoutText([run])
  }

  /// `T. Roe*, A. Poe, …`: the owner's name set apart, marks of equal and corresponding authors
  /// behind.
  private func authors(_ authors: [Author]) -> LayoutText {
    let limit = publications.mostAuthors ?? authors.count
    guard authors.count > limit else { return names(authors) }
    var shown = Array(authors.prefix(limit))
    if let owner = authors.dropFirst(limit).first(where: \.isOwner) {
      if authors[limit] != owner { shown.append(.elision) }
      shown.append(owner)
    }
    let rest = authors.count - shown.count { !$0.isElision }
    var text = names(shown)
    // Whoever the author has left out herself cannot be counted.
    guard rest > 0, !authors.contains(where: \.isElision) else {
      return rest > 0 ? joined([text, LayoutText(Author.elision.name, role: .author)], ", ") : text
    }
    text.append(" ", role: .separator)
    text.append(moreAuthors.replacing("{count}", with: String(rest)), role: .author)
    return text
  }

  private func names(_ authors: [Author]) -> LayoutText {
    joined(
      authors.map { author in
        var run = LayoutRun(text: author.name, role: author.isOwner ? .ownAuthor : .author)
        if author.isOwner { run.marks = publications.ownName.marks }
        run.link = author.url
        var signs = author.mark ?? ""
        if author.contributedEqually { signs += AuthorMark.equal }
        if author.isCorresponding { signs += AuthorMark.corresponding }
        var text = LayoutText([run])
        if !signs.isEmpty { text.append(signs, role: .author) }
        return text
      }, ", ")
  }

  /// `61(4), 1120–1138`, without breaks inside.
  private func locator(_ publication: Publication) -> LayoutText {
    var issue = publication.volume ?? ""
    if let number = publication.number {
      issue += issue.isEmpty ? "no.\u{A0}\(number)" : "(\(number))"
    }
    let pages = publication.pages?.replacing("--", with: "–").replacing("-", with: "–")
    let parts = [issue, pages ?? ""].filter { !$0.isEmpty }
    return LayoutText(parts.joined(separator: ",\u{A0}"), role: .locator)
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

extension PublicationDesign.OwnName {
  fileprivate var marks: RichText.Marks {
    switch self {
    case .bold: .strong
    case .underline: .underline
    case .plain: []
    }
  }
}

/// The signs behind authors' names.
enum AuthorMark {
  static let equal = "*"
  static let corresponding = "†"
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
