// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

/// Reads the drafts of a section as publications.
struct PublicationReader {
  /// What marks mean in the whole section, from its heading or from any reference.
  private(set) var legend: Legend
  private(set) var account = ImportAccount()
  private(set) var log = DiagnosticLog()

  /// Words of the last draft that are in no field, but in the account or in the legend.
  private(set) var droppedWords: [String] = []

  private var dead: [RichText] = []

  /// Whether what stands below a title is its number and its dates, and no abstract.
  private let isOfPatents: Bool

  private let owner: OwnName

  init(
    _ legend: Legend = Legend(), _ owner: OwnName = OwnName([]), isOfPatents: Bool = false
  ) {
    self.legend = legend
    self.owner = owner
    self.isOfPatents = isOfPatents
  }

  /// Takes what a paragraph of the section says of marks.
  mutating func learn(_ other: Legend) { legend.merge(other) }

  /// The publication of a draft, or `nil` where the draft is none.
  mutating func read(_ original: EntryDraft) -> Publication? {
    var draft = original
    let dateLine = draft.takeDateLine()
    let genre = draft.takeGenre()
    let patent = isOfPatents ? draft.takePatent() : nil
    var reference = Reference(draft, owner: owner)
    if reference.title != nil { reference.readBelow(draft.body.flatMap(\.texts)) }
    guard let title = reference.title, !title.isEmpty else { return nil }
    droppedWords =
      reference.dead.map(\.text) + reference.images.map(\.text) + reference.explained
      + reference.renamed + reference.affiliations + reference.numbers + reference.badges
    dead += reference.dead
    let span = draft.span
    for image in reference.images { account.add(.image, "", at: image.span) }
    for words in reference.explained + reference.renamed { account.add(.moved, words, at: span) }
    for words in reference.numbers + reference.affiliations + reference.badges {
      account.add(.decoration, words, at: span)
    }
    legend.merge(reference.legend)
    // `### Articles (^corresponding author)`
    if let group = draft.group { legend.merge(Legend(group.text)) }
    var publication = reference.publication(titled: title)
    if publication.dates == nil, let year = Int(draft.markerYear) {
      publication.dates = Dates([.init(PartialDate(year))], words: draft.markerYear)
    }
    if let line = dateLine {
      if publication.dates == nil { publication.dates = ExtractedDates(line).dates }
      account.add(.moved, line.text, at: line.span)
      droppedWords.append(line.text)
    }
    if isOfPatents { noteDetails(of: &publication) }
    noteKind(of: &publication, patent, genre)
    publication.group = draft.group
    datingByGroup(&publication)
    publication.span = original.span
    return publication
  }

  /// Notes the labels that lead nowhere: each in the account, all in one warning.
  mutating func reportDeadLinks() {
    guard let first = dead.first else { return }
    var names: [String] = []
    for label in dead {
      let text = label.trimmed { isSpace($0) || "[]()".unicodeScalars.contains($0) }.text
      account.add(.deadLink, text, at: label.span)
      if !names.contains("“\(text)”") { names.append("“\(text)”") }
    }
    let list = names.prefix(4).joined(separator: ", ")
    let subject = dead.count == 1 ? "the link \(list) leads" : "\(dead.count) links (\(list)) lead"
    log.add(
      Diagnostic(
        .warning, .deadLink, "\(subject) nowhere; left out", at: first.span,
        label: dead.count == 1 ? "" : "the first of them",
        help: "write the address behind the label, or delete the label"))
  }
}

/// Whether most entries of a section are works with authors and a year: `Research` above papers.
func holdsListOfWorks(_ blocks: [MarkupNode]) -> Bool { holdsWorks(blocks, atLeast: 2) }

/// Whether most entries of a section, and some of them, are works with authors and a year.
func holdsWorks(_ blocks: [MarkupNode], atLeast least: Int = 1) -> Bool {
  let drafts = DraftFinder.drafts(of: blocks, kind: .publications)
  var reader = PublicationReader()
  let works = drafts.count { draft in
    guard let work = reader.read(draft) else { return false }
    return !work.authors.isEmpty && work.year != nil || isTitled(draft)
  }
  return works >= least && works * 3 >= drafts.count * 2
}

/// `**A title of some words**` above `Rain Letters 2026` or `Submitted to Rain Letters`.
private func isTitled(_ draft: EntryDraft) -> Bool {
  guard draft.lines.count == 2, wordCount(draft.lines[0]) >= 5, draft.lines[0].isWholly(.strong)
  else { return false }
  let blank = Reference([], hasBody: false)
  return draft.lines[1].text.contains(where: \.isUppercase) && blank.isVenueLine(draft.lines[1])
}

extension EntryDraft {
  /// Takes `Japanese patent` or `US Patent 1,234,567` and the colon behind it from before a title.
  fileprivate mutating func takePatent() -> RichText? {
    guard let line = lines.first, let colon = line.text.unicodeScalars.firstIndex(where: isColon),
      case let lead = line[0..<line.text[..<colon].utf8.count],
      case let words = foldedWords(lead.text), 1...8 ~= words.count,
      let kind = words.firstIndex(where: { WordLists.all.sectionKind($0) == .patents }),
      words[(kind + 1)...].allSatisfy({ word in
        word.contains(where: \.isNumber) || ["application", "app", "no", "number"].contains(word)
      }),
      case let rest = line[lead.count + UTF8.width(line.text.unicodeScalars[colon])..<line.count],
      wordCount(rest) > 1, !Self.endsNames(before: words[kind], in: lead.text)
    else { return nil }
    lines[0] = rest.trimmed()
    return lead.trimmed()
  }

  /// `Ada Roe, Bo Poe. Patent`: whether a comma or a stop parts what stands before a word from it;
  /// `U.S.` does not.
  private static func endsNames(before word: String, in text: String) -> Bool {
    for part in text.split(whereSeparator: \.isWhitespace) {
      if foldedWords(String(part)).contains(word) { return false }
      guard let last = part.last else { continue }
      if ",;".contains(last) || last == "." && !part.dropLast().contains(".") { return true }
    }
    return false
  }
}

/// Makes the lines below the title of a patent its note.
private func noteDetails(of publication: inout Publication) {
  let details = [publication.note].compactMap { $0 } + publication.description.map { unstyled($0) }
  publication.note =
    details.map(withoutFinalStop).joinedIfAny(separator: ", ")
  publication.description = []
}

/// Notes what kind of patent a work is, or of which genre; that is its venue where none is named.
private func noteKind(of publication: inout Publication, _ patent: RichText?, _ genre: RichText?) {
  let isVenue = publication.venue == nil
  if isVenue { publication.venue = genre }
  guard let kind = isVenue ? patent : patent ?? genre else { return }
  publication.note = [kind, publication.note].compactMap { $0 }.joinedRich(separator: ", ")
}

/// Takes the year that heads a group (`### 2024`) for that of a work which names none.
private func datingByGroup(_ publication: inout Publication) {
  guard publication.dates == nil, let (year, outer) = publication.group?.groupYear else { return }
  publication.dates = Dates([.init(PartialDate(year))], words: String(year))
  publication.group = outer ?? publication.group
}

/// Applies the meaning of marks to the authors of publications.
func applyLegend(_ legend: Legend, to publications: inout [Publication]) {
  for index in publications.indices {
    let marked = publications[index].authors.filter { $0.mark != nil }
    let first = publications[index].authors.first?.mark
    for author in publications[index].authors.indices {
      guard let mark = publications[index].authors[author].mark else { continue }
      let signs = Legend.marks(in: mark)
      let isEqual = !signs.isDisjoint(with: legend.equal)
      let isCorresponding =
        !signs.isDisjoint(with: legend.corresponding) || signs.contains("✉")
      // Without a legend, a mark that the first and further authors share means equal shares.
      let isShared = legend.isEmpty && marked.count > 1 && first == mark && mark == "*"
      publications[index].authors[author].contributedEqually = isEqual || isShared
      publications[index].authors[author].isCorresponding = isCorresponding
      if isEqual || isCorresponding || isShared { publications[index].authors[author].mark = nil }
    }
  }
}
