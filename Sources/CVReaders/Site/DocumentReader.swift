// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

extension DataReading {
  /// The entry of a collection's file; `nil` where it says nothing.
  ///
  /// - Parameter site: The site's settings, for addresses that begin at its root.
  mutating func entry(
    of document: SiteDocument, in collection: SiteCollection, site: DataNode?
  ) -> Entry? {
    var members = document.settings.members.filter {
      $0.key != "date" && $0.key != LiquidScope.pathKey && !$0.value.isBlank
    }
    if let date = document.date {
      let words = collection.hasDays ? date : String(date.prefix(4))
      let span = document.settings["date"]?.span
      let hasEnd = members.contains { ["dateend", "enddate"].contains(Fields.plain($0.key)) }
      members.append(
        .init(
          key: hasEnd ? "date_start" : "date", keySpan: span,
          value: DataNode(.scalar(words, isQuoted: true), span: span)))
    }
    if collection.kind == .publications {
      return work(members, site: site, span: document.settings.span).map { .publication($0) }
    }
    let keys = Set(collection.shape.slots.flatMap(\.keys).map(Fields.plain))
    let known = members.filter { keys.contains(Fields.plain($0.key)) }
    var fields = Fields(
      DataNode(.mapping(known), span: document.settings.span), path: document.file.path)
    var record = record(&fields, shape: collection.shape, kind: recordKind(in: collection.kind))
    record.span = record.span ?? document.body.span(of: 0..<document.body.count)
    if collection.kind == .news {
      addBody(of: document, to: &record)
    } else {
      leaveBody(of: document)
    }
    return record.allTexts.isEmpty ? nil : .record(record)
  }

  /// A piece of news is its text; the title only names the page.
  private mutating func addBody(of document: SiteDocument, to record: inout Record) {
    let inline = readInlineMarkdown(document.body)
    account.add(contentsOf: inline.account)
    let text = withoutImages(inline.text).collapsed()
    guard !text.isEmpty else { return }
    if record.text == nil { record.text = text }
  }

  private mutating func leaveBody(of document: SiteDocument) {
    let span = document.body.span(of: 0..<document.body.count)
    if document.body.bytes.contains(where: { $0 > 0x20 }) { account.add(.ownPage, "", at: span) }
  }

  /// The work of a front matter, with the keys of academicpages and of Hugo.
  private mutating func work(
    _ members: [DataNode.Member], site: DataNode?, span: SourceSpan?
  ) -> Publication? {
    var kept: [DataNode.Member] = []
    var links: [Link] = []
    var citation: DataNode?
    for member in members {
      switch Fields.plain(member.key) {
      case "title", "authors", "author", "venue", "journal", "booktitle", "conference", "date",
        "year", "doi", "volume", "number", "pages", "note", "status", "abstract",
        "keywords", "selected", "featured":
        kept.append(member)
      case "publication" where !members.contains(where: { $0.key == "venue" }):
        kept.append(.init(key: "venue", keySpan: member.keySpan, value: member.value))
      case "excerpt" where !members.contains(where: { $0.key == "abstract" }):
        kept.append(.init(key: "abstract", keySpan: member.keySpan, value: member.value))
      case "citation": citation = member.value
      case let key where Self.linkNames[key] != nil || key.hasPrefix("url"):
        guard let url = address(member.value, site: site) else { continue }
        let name = Self.linkNames[key] ?? displayed(String(key.dropFirst(3)))
        links.append(Link(label: name.isEmpty ? "Link" : name, url: url))
      // Where the page lies and how it looks.
      default: continue
      }
    }
    var fields = Fields(DataNode(.mapping(kept), span: span), path: "")
    guard var work = publication(&fields) else { return nil }
    work.links += links.filter { link in !work.links.contains { $0.url == link.url } }
    if let citation { complete(&work, from: citation) }
    return work
  }

  /// The keys of links, with the labels that themes give them.
  private static let linkNames: [String: String] = [
    "paperurl": "Paper", "slidesurl": "Slides", "videourl": "Video", "codeurl": "Code",
    "urlpdf": "PDF", "urlcode": "Code", "urldataset": "Dataset", "urlposter": "Poster",
    "urlproject": "Project", "urlslides": "Slides", "urlsource": "Source", "urlvideo": "Video",
    "url": "Link", "link": "Link", "code": "Code", "pdf": "PDF",
  ]

  private mutating func address(_ node: DataNode, site: DataNode?) -> String? {
    guard let text = node.text?.trimmingSpaces(), !text.isEmpty, text != "#" else { return nil }
    guard text.hasPrefix("/"), let base = site?["url"]?.text, base.contains("://") else {
      return text
    }
    return base + (site?["baseurl"]?.text ?? "") + text
  }

  /// A reference written out in full tells of the authors, where no key does.
  private mutating func complete(_ work: inout Publication, from citation: DataNode) {
    guard work.authors.isEmpty, let words = text(citation) else { return leave(citation) }
    let read = Reference([words], hasBody: false)
    work.authors = read.authors.map(\.author)
    account.add(.moved, words.text, at: words.span)
    let found = read.publication(titled: work.title)
    work.volume = work.volume ?? found.volume
    work.number = work.number ?? found.number
    work.pages = work.pages ?? found.pages
    work.venue = work.venue ?? found.venue
  }
}
