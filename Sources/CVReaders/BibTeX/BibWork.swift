// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

/// Makes a publication of an entry of a bibliography.
struct BibWork {
  private(set) var work: Publication
  private(set) var account = ImportAccount()
  private(set) var log = DiagnosticLog()
  private let entry: BibEntry
  private var used: Set<String> = ["crossref", "xdata"]

  /// - Returns: `nil` for an entry without a title.
  init?(_ entry: BibEntry) {
    self.entry = entry
    guard let title = entry["title"] ?? entry["booktitle"] ?? entry["shorttitle"] else {
      return nil
    }
    work = Publication(title: withoutFinalStop(LaTeXText.rich(title.parts)), span: entry.span)
    used.insert(title.name)
    if let subtitle = take("subtitle") { work.title = work.title + RichText(": ") + subtitle }
    if let names = field("author") ?? field("editor") { work.authors = BibNames(names).authors }
    work.kind = Self.kinds[entry.type]
    takeVenue()
    takeDate()
    work.volume = take("volume")?.text
    work.number = take("number", "issue")?.text
    work.pages = take("pages", "eid", "articleno")?.text
    work.location = take("location", "address", "venue_location")
    takeRemarks()
    takeIdentifiers()
    takeLinks()
    if let abstract = take("abstract") { work.description = [abstract] }
    takeChoices()
    reportRest()
  }

  // MARK: Fields

  private mutating func field(_ names: String...) -> BibField? {
    for name in names {
      guard let field = entry[name] else { continue }
      used.insert(name)
      return field
    }
    return nil
  }

  private mutating func take(_ names: String...) -> RichText? {
    for name in names {
      guard let field = entry[name] else { continue }
      used.insert(name)
      let text = LaTeXText.rich(field.parts)
      if !text.isEmpty { return text }
    }
    return nil
  }

  /// A value that is an address or a number: as it stands, without braces and escapes.
  private mutating func plain(_ names: String...) -> String? {
    for name in names {
      guard let field = entry[name] else { continue }
      used.insert(name)
      let text = String(decoding: field.raw, as: UTF8.self).replacing("\\url", with: "")
        .filter { !"{}\\".contains($0) }.trimmingSpaces()
      if !text.isEmpty { return text }
    }
    return nil
  }

  /// By which authors choose among their works.
  private mutating func takeChoices() {
    for name in ["keywords", "keyword"] {
      let words = take(name)?.text.split { $0 == "," || $0 == ";" } ?? []
      work.keywords += words.map { String($0).trimmingSpaces() }.filter { !$0.isEmpty }
    }
    work.isSelected = isYes(plain("selected"))
    for field in entry.fields where ["keywords", "keyword", "selected"].contains(field.name) {
      account.add(
        .settings, String(decoding: field.raw.prefix(4096), as: UTF8.self), at: field.span)
    }
  }

  // MARK: Where it appeared

  private mutating func takeVenue() {
    let names: [String] =
      switch entry.type {
      case "inproceedings", "conference", "incollection", "inbook":
        ["booktitle", "eventtitle", "journal"]
      case "book", "mvbook", "collection", "proceedings", "booklet", "manual":
        ["publisher", "series", "organization"]
      case "phdthesis", "mastersthesis", "thesis", "bachelorsthesis": ["school", "institution"]
      case "techreport", "report": ["institution", "series"]
      case "patent": ["holder", "howpublished"]
      default: ["journal", "journaltitle", "booktitle", "howpublished"]
      }
    for name in names + ["_venue", "venue", "journaltitle", "journal", "booktitle", "eventtitle"] {
      guard let venue = take(name) else { continue }
      // `howpublished = {\url{…}}` is an address, and no place.
      if let address = venue.runs.first?.attributes.link, venue.runs.count == 1 {
        add(LinkLabel.name(of: address, alternative: ""), address)
        continue
      }
      work.venue = venue
      break
    }
    let further = ["howpublished", "school", "institution", "publisher", "organization", "abbr"]
    for name in further where work.venue == nil {
      guard let venue = take(name) else { continue }
      if let address = venue.runs.first?.attributes.link, venue.runs.count == 1 {
        add(LinkLabel.name(of: address, alternative: ""), address)
      } else {
        work.venue = venue
      }
    }
  }

  // MARK: When

  private mutating func takeDate() {
    let year = take("year")
    let month = take("month")?.text
    let day = take("day")?.text
    if let date = take("date"), let dates = Self.isoDates(date.text) {
      work.dates = dates
      return
    }
    guard let year else { return }
    guard let number = Int(year.text.filter { $0.isNumber && $0.isASCII }.prefix(4)),
      1000...2999 ~= number
    else {
      work.status = year
      return
    }
    var date = PartialDate(number)
    let words = foldedWords([month, day].compactMap { $0 }.joined(separator: " "))
    date.month =
      words.lazy.compactMap {
        WordLists.all.month($0) ?? WordLists.all.month(String($0.prefix(3)))
      }.first
    for value in words.compactMap({ Int($0) }) {
      if date.month == nil, 1...12 ~= value {
        date.month = value
      } else if date.month != nil, 1...31 ~= value {
        date.day = value
      }
    }
    work.dates = Dates([.init(date)], words: year.text)
  }

  /// `2020-03`, `2020-03-01/2020-03-04`, `2019/`.
  private static func isoDates(_ text: String) -> Dates? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { part in
      DataDates.parsed(String(part.prefix { $0 != "T" }.filter { !"~?%".contains($0) }))
    }
    guard var dates = parts.first ?? nil, let start = dates.start else { return nil }
    if parts.count > 1, let end = parts[1]?.start {
      dates = Dates([.init(start, .date(end))], words: text)
    }
    dates.words = text
    return dates
  }

  // MARK: What is said of it

  private mutating func takeRemarks() {
    if let status = take("pubstate", "status") { work.status = status }
    work.awards = [take("award"), take("awards")].compactMap { $0 }
    // The words on a button that shows the award.
    if let name = take("award_name"),
      !work.awards.contains(where: { folded($0.text).contains(folded(name.text)) })
    {
      work.awards.insert(name, at: 0)
    }
    if let note = take("note") { take(note: note) }
    if let addendum = take("addendum") { take(note: addendum) }
    guard let kind = take("type") ?? Self.genres[entry.type].map({ RichText($0) }) else { return }
    let name = Self.genreIDs[kind.text.lowercased()].map { RichText($0) } ?? kind
    work.note = work.note.map { name + RichText(", ") + $0 } ?? name
  }

  private mutating func take(note: RichText) {
    if isAward(note.text) {
      work.awards.append(note)
    } else if work.status == nil,
      WordLists.all.match(foldedWords(note.text)[...], in: .publicationStatus) != nil,
      foldedWords(note.text).count <= 6
    {
      work.status = note
    } else {
      work.note = work.note.map { $0 + RichText(", ") + note } ?? note
    }
  }

  /// What the types of entries are; of all others the fields tell.
  private static let kinds: [String: Publication.Kind] = [
    "article": .article, "inproceedings": .conference, "conference": .conference,
    "book": .book, "mvbook": .book, "collection": .book, "proceedings": .book, "booklet": .book,
    "incollection": .chapter, "inbook": .chapter, "phdthesis": .thesis, "mastersthesis": .thesis,
    "bachelorsthesis": .thesis, "thesis": .thesis, "techreport": .report, "report": .report,
    "patent": .patent,
  ]

  /// What the type of an entry says beyond its fields.
  private static let genres = [
    "phdthesis": "PhD thesis", "mastersthesis": "Master’s thesis",
    "bachelorsthesis": "Bachelor’s thesis", "patent": "Patent",
  ]

  /// biblatex's names for kinds of theses.
  private static let genreIDs = [
    "phdthesis": "PhD thesis", "mathesis": "Master’s thesis", "bathesis": "Bachelor’s thesis",
    "candthesis": "Candidate thesis", "techreport": "Technical report", "resreport": "Report",
    "patent": "Patent", "software": "Software", "datacd": "Data",
  ]

  // MARK: Addresses

  private mutating func takeIdentifiers() {
    if let doi = plain("doi") {
      work.doi = plainDOI(doi)
      add("DOI", "https://doi.org/" + plainDOI(doi))
    }
    let archive = plain("archiveprefix", "eprinttype")?.lowercased()
    let eprint =
      plain("arxiv", "arxivid", "arxiv_id") ?? (archive == "arxiv" ? plain("eprint") : nil)
    if let eprint {
      let number = arXivNumber(in: eprint) ?? eprint
      add("arXiv", eprint.contains("://") ? eprint : "https://arxiv.org/abs/" + number)
      if work.venue == nil { work.venue = RichText("arXiv:" + number) }
    }
  }

  private mutating func takeLinks() {
    for (names, label) in Self.linkFields {
      for name in names {
        guard let address = plain(name), address.contains("/") || address.contains(".") else {
          continue
        }
        if label.isEmpty {
          let name = LinkLabel.name(of: address, alternative: "")
          if name == "DOI", work.doi == nil { work.doi = plainDOI(address) }
          add(name, address)
        } else {
          add(label, address)
        }
      }
    }
  }

  private mutating func add(_ label: String, _ url: String) {
    if !work.links.contains(where: { $0.url == url }) {
      work.links.append(Link(label: label, url: url))
    }
  }

  /// Fields of addresses, those that themes have added among them, with their labels.
  private static let linkFields: [(names: [String], label: String)] = [
    (["paper", "paperurl"], "Paper"), (["pdf", "pdfurl", "biburl_pdf"], "PDF"),
    (["html"], "HTML"), (["url", "link", "ee"], ""),
    (["code", "codeurl", "github", "software"], "Code"),
    (["slides", "slidesurl"], "Slides"), (["poster", "posterurl"], "Poster"),
    (["video", "videourl", "talk", "talkurl", "youtube"], "Video"),
    (["website", "project", "projectpage", "web", "page"], "Website"),
    (["demo"], "Demo"), (["data", "dataset"], "Data"), (["supp", "supplement"], "Supplement"),
    (["blog"], "Blog"), (["hal"], "HAL"),
  ]

  // MARK: The rest

  /// Fields that a CV does not show are in the account; a slip in a name is told of.
  private mutating func reportRest() {
    for field in entry.fields where !used.contains(field.name) && !field.isBlank {
      let words = String(decoding: field.raw.prefix(4096), as: UTF8.self)
      account.add(
        Self.unshown.contains(field.name) ? .settings : .unknownKey, words, at: field.span)
      guard !Self.unshown.contains(field.name), field.name.utf8.count >= 5,
        let near = nearestWord(to: field.name, among: Self.known), entry[near] == nil
      else { continue }
      log.add(
        Diagnostic(
          .warning, .unknownKey,
          "the field “\(field.name)” of “\(entry.key)” is not known; it is left out",
          at: field.nameSpan, help: "did you mean “\(near)”?"))
    }
  }

  private static let known = [
    "author", "editor", "booktitle", "journal", "journaltitle", "publisher", "school",
    "institution", "howpublished", "volume", "number", "pages", "month", "address", "abstract",
  ]

  private static let unshown: Set<String> = [
    "abbr", "bibtex_show", "preview", "series", "publisher",
    "editor", "isbn", "issn", "eprint", "primaryclass", "archiveprefix", "edition", "chapter",
    "organization", "timestamp", "biburl", "bibsource", "langid", "language", "file", "urldate",
    "owner", "mendeley-groups", "google_scholar_id", "altmetric", "dimensions", "annote",
    "copyright", "key", "eventdate", "origdate", "numpages", "pagetotal", "booksubtitle",
    "shorttitle", "eventtitle", "institution", "school", "month_numeric", "date-added",
    "date-modified", "bdsk-url-1", "local-url", "additional_info", "bibtex", "inspirehep_id",
  ]
}

/// The number of a work on arXiv, from an address or from words.
func arXivNumber(in text: String) -> String? {
  let lower = text.lowercased()
  for word in lower.split(whereSeparator: { " ,;()[]{}".contains($0) }) {
    var rest = word
    for mark in ["arxiv.org/abs/", "arxiv.org/pdf/", "arxiv:"] {
      if let range = rest.firstRange(of: mark) { rest = rest[range.upperBound...] }
    }
    let isMarked = rest.count < word.count
    while rest.hasSuffix(".") || rest.hasSuffix("/") { rest = rest.dropLast() }
    if rest.hasSuffix(".pdf") { rest = rest.dropLast(4) }
    let digits = rest.split(separator: ".", omittingEmptySubsequences: false)
    let isNew =
      digits.count == 2 && digits[0].count == 4 && digits[0].allSatisfy(\.isNumber)
      && digits[1].prefix { $0.isNumber }.count >= 4
    if isNew { return String(digits[0] + "." + digits[1].prefix { $0.isNumber }) }
    if isMarked, rest.contains("/"), rest.last?.isNumber == true { return String(rest) }
  }
  return nil
}
