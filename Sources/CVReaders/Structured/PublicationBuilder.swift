// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

extension DataReading {
  /// The work of a mapping; `nil` where it has no title.
  mutating func publication(_ fields: inout Fields) -> Publication? {
    guard let title = text(fields.take("title", "name")) else {
      leave(fields.node, as: .unknownKey)
      log.add(
        Diagnostic(
          .warning, .missingKey, "a publication without a title is left out",
          at: fields.node.span.map { SourceSpan(file: $0.file, range: $0.range.prefix(40)) },
          help: "give it a key “title”"))
      return nil
    }
    var work = Publication(title: title, span: fields.node.span)
    work.authors = authors(fields.take("authors", "author"))
    work.venue = text(fields.take("journal", "publisher", "venue", "booktitle", "conference"))
    let single = fields.take("dates", "date", "releaseDate", "publicationDate", "year")
    let start = fields.take("startDate")
    let end = fields.take("endDate")
    let dates = DataDates(start: start, end: end, single: start == nil ? single : nil)
    work.dates = dates.dates
    work.status = text(fields.take("status")) ?? text(dates.rest.first)
    work.awards = (fields.take("awards", "award")?.list ?? []).compactMap { text($0) }
    work.volume = fields.take("volume")?.text
    work.number = fields.take("number", "issue")?.text
    work.pages = fields.take("pages")?.text
    work.location = text(fields.take("location"))
    work.note = text(fields.take("note"))
    work.description = (fields.take("summary", "description", "abstract")?.list ?? [])
      .flatMap { $0.text == nil ? [text($0)].compactMap { $0 } : paragraphs($0).map(\.text) }
    work.group = text(fields.take("group"))
    work.tags = tags(fields.take("tags"))
    takeChoices(&fields, of: &work)
    takeLinks(&fields, of: &work)
    work.note = ([work.note].compactMap { $0 } + takeNotes(of: &fields))
      .joinedIfAny(separator: ", ")
    reportRest(of: fields)
    return work
  }

  /// By which authors choose among their works.
  private mutating func takeChoices(_ fields: inout Fields, of work: inout Publication) {
    let words = fields.take("keywords")
    let choice = fields.take("selected", "featured")
    work.keywords = (words?.list ?? []).compactMap(\.text)
      .flatMap { $0.split { $0 == "," || $0 == ";" } }.map { String($0).trimmingSpaces() }
    work.isSelected = isYes(choice?.text)
    for node in [words, choice] { leave(node) }
    guard let kind = fields.take("kind") else { return }
    work.kind = kind.text.flatMap { Publication.Kind(rawValue: $0.lowercased()) }
    leave(kind)
  }

  private mutating func takeLinks(_ fields: inout Fields, of work: inout Publication) {
    if let doi = fields.take("doi")?.text?.trimmingSpaces() { work.doi = plainDOI(doi) }
    let labelled = fields.take("links")?.list ?? []
    for node in labelled + (fields.take("url", "website", "link")?.list ?? []) {
      guard let url = (node.text ?? node["url"]?.text)?.trimmingSpaces() else { continue }
      guard !work.links.contains(where: { $0.url == url }) else { continue }
      let name = LinkLabel.name(of: url, alternative: node["label"]?.text ?? "")
      if name == "DOI", work.doi == nil, labelled.isEmpty { work.doi = plainDOI(url) }
      work.links.append(Link(label: node["label"]?.text ?? name, url: url))
    }
    if let doi = work.doi, !work.links.contains(where: { $0.url.hasSuffix(doi) }) {
      work.links.insert(Link(label: "DOI", url: "https://doi.org/" + doi), at: 0)
    }
  }

  /// A list of names, or one text with all of them; who stands out is the owner.
  mutating func authors(_ node: DataNode?) -> [Author] {
    guard let node, !node.isBlank else { return [] }
    if case .scalar = node.value {
      guard let words = text(node) else { return [] }
      let list = AuthorList(TextScan(words))
      let isWhole = TextScan(words).trim(list.end..<words.text.unicodeScalars.count).isEmpty
      guard list.count < 2 || !isWhole else { return list.authors.map { $0.author } }
      return words.split { $0 == ";" || $0 == "," }.flatMap { $0.splitAtAnd() }
        .compactMap(author)
    }
    return node.list.flatMap { item -> [Author] in
      guard let name = text(item.isMapping ? item["name"] ?? item : item) else { return [] }
      guard var author = author(name) else { return [] }
      let isSet = { (key: String) in item[key]?.text == "true" }
      author.isOwner = author.isOwner || isSet("self")
      author.contributedEqually = author.contributedEqually || isSet("equal")
      author.isCorresponding = author.isCorresponding || isSet("corresponding")
      author.mark = item["mark"]?.text
      author.url = item["url"]?.text ?? author.url
      author.family = item["family"]?.text
      return [author]
    }
  }

  private func author(_ text: RichText) -> Author? {
    var name = text.trimmed()
    var signs = ""
    while let last = name.text.last, "*†‡#".contains(last) {
      signs = String(last) + signs
      name = name[0..<name.count - last.utf8.count].trimmedAtEnd()
    }
    guard !name.isEmpty else { return nil }
    let word = folded(name.text)
    if name.text == "…" || name.text == "..." || WordLists.all.contains(word, in: .elision) {
      return .elision
    }
    var author = Author(name.text)
    author.isOwner = name.isWholly(.strong) || name.isWholly(.emphasis)
    author.url = name.runs.lazy.compactMap(\.attributes.link).first
    author.contributedEqually = signs.contains("*")
    author.isCorresponding = signs.contains("†")
    return author
  }
}

/// Whether a value says yes.
func isYes(_ text: String?) -> Bool { ["true", "yes", "1"].contains(text?.lowercased() ?? "") }

/// A DOI without the address of its resolver.
func plainDOI(_ text: String) -> String {
  text.firstRange(of: "10.").map { String(text[$0.lowerBound...]) } ?? text
}

extension RichText {
  /// The parts between the words “and” and “&”.
  fileprivate func splitAtAnd() -> [RichText] {
    for word in [" and ", " & "] {
      guard let range = text.firstRange(of: word) else { continue }
      let low = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      let high = text.utf8.distance(from: text.startIndex, to: range.upperBound)
      return [self[0..<low]] + self[high..<count].splitAtAnd()
    }
    return [self]
  }
}

extension Range<Int> {
  /// The beginning of a range.
  func prefix(_ length: Int) -> Range<Int> {
    lowerBound..<Swift.min(upperBound, lowerBound + length)
  }
}
