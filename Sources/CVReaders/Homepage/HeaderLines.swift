// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

/// The lines of a page that only say who its owner is and how to reach her.
///
/// `Phone: … | Email: …`, `- 이름: …`, rows of a table with 電話番号, `Engineer · Lyon, France`: a line
/// is taken only where every part of it is understood; all others stay in their section.
struct HeaderLines {
  private(set) var contacts: [Contact] = []
  private(set) var name: RichText?
  private(set) var headline: RichText?
  /// The lines that need not be said again.
  private(set) var taken: [RichText] = []
  /// The labels of links that lead through the site.
  private(set) var siteMatter: [RichText] = []
  /// What is left of the blocks.
  private(set) var rest: [MarkupNode] = []
  /// Whether the blocks stand above the first section.
  private let isTop: Bool
  /// Whether a line may be what the owner is.
  private let takesHeadline: Bool
  /// The name that two lines tell in its halves.
  private let nameInParts: NameInParts?

  init(_ blocks: [MarkupNode], isTop: Bool, takesHeadline: Bool) {
    self.isTop = isTop
    self.takesHeadline = takesHeadline
    nameInParts = NameInParts(blocks)
    rest = blocks.compactMap { reduced($0) }
  }

  /// A block without the lines that were taken; `nil` where nothing is left.
  private mutating func reduced(_ block: MarkupNode) -> MarkupNode? {
    var block = block
    switch block.kind {
    case .paragraph(let text):
      guard let left = reduced(text) else { return nil }
      block.kind = .paragraph(left)
    case .list(var list):
      list.items = list.items.compactMap { item in
        guard item.blocks.count == 1, let only = item.blocks.first else { return item }
        return reduced(only).map { left in
          var item = item
          item.blocks = [left]
          return item
        }
      }
      guard !list.items.isEmpty else { return nil }
      block.kind = .list(list)
    case .group(var group):
      group.children = group.children.compactMap { reduced($0) }
      guard !group.children.isEmpty else { return nil }
      block.kind = .group(group)
    case .quote(let quoted):
      let left = quoted.compactMap { reduced($0) }
      guard !left.isEmpty else { return nil }
      block.kind = .quote(left)
    case .table(let rows):
      let left = rows.filter { !takeRow($0) }
      let areHeaders = left.allSatisfy(\.isHeader) && left.count < rows.count
      if areHeaders { taken += left.flatMap { $0.cells.flatMap { $0.flatMap(\.texts) } } }
      guard !areHeaders, !left.isEmpty else { return nil }
      block.kind = .table(left)
    case .definitions(let definitions):
      let left = definitions.filter { !takeDefinition($0) }
      guard !left.isEmpty else { return nil }
      block.kind = .definitions(left)
    default: break
    }
    return block
  }

  private mutating func reduced(_ text: RichText) -> RichText? {
    guard !text.isLabelled, !Self.isRunning(text) else { return text }
    // A row of links may go over several lines.
    if takeLinks(of: text) { return nil }
    let lines = headLines(text, soft: true)
    let (count, stated) = (contacts.count, headline)
    var left: [RichText] = []
    for line in lines {
      let hasTaken = takeLinks(of: line)
      guard hasTaken || take(line) else {
        left.append(line)
        continue
      }
      if !hasTaken { taken.append(line) }
      // `irl:` above the places
      let labels: Lists = [.contactEmail, .contactPhone, .contactWebsite, .contactLocation]
      if let label = left.last, isGroupLabel(label),
        WordLists.all.contains(folded(label.text), in: labels)
      {
        taken.append(left.removeLast())
      }
    }
    let hasPost = isTop && stated == nil && headline != nil
    if isTop, contacts.count > count || hasPost {
      let isBeside = contacts.count > count
      left = joiningRooms(left).filter { line in
        !(isBeside && takeAddress(line)) && !(hasPost && takeInstitution(line))
          && !(isBeside && takeWorkplace(line))
      }
    }
    guard left.count < lines.count else { return text }
    return left.joinedIfAny(separator: "\u{2028}")
  }

  /// Whether the lines of a text are those of its file: a sentence goes on in one of them.
  private static func isRunning(_ text: RichText) -> Bool {
    let lines = text.text.split(separator: "\n").map { $0.split(separator: " ") }
    return lines.dropFirst().contains { words in
      guard words.count > 2, let first = words.first else { return false }
      return first.first?.isLowercase == true && Phrase.isFunctionWord(first)
    }
  }

  /// `Room 12B, Moss Hall` above `Leeds, VA 23999`: the address in one line.
  private func joiningRooms(_ lines: [RichText]) -> [RichText] {
    lines.reduce(into: []) { joined, line in
      guard let last = joined.last, isPostalAddress(line), last.text.contains(where: \.isNumber),
        wordCount(last) <= 8, last.isUnlinked, !isPostalAddress(last)
      else { return joined.append(line) }
      joined[joined.count - 1] = last + RichText(", ") + line
    }
  }

  /// A line beside the ways to reach somebody: her address.
  private mutating func takeAddress(_ line: RichText) -> Bool {
    guard Self.isField(line), line.isUnlinked,
      isPostalAddress(line) || Gazetteer.isPlace(line.text)
    else { return false }
    contacts.append(Contact(.location, text: line.text, span: line.span))
    taken.append(line)
    return true
  }

  /// A line between the post and the ways to reach somebody: where she works.
  private mutating func takeInstitution(_ line: RichText) -> Bool {
    guard Self.isField(line), let post = headline,
      topLevelParts(line).allSatisfy({ Segment($0, line: 0).hasOrganisationWord })
    else { return false }
    headline = post + RichText(", ") + line.mapAttributes { $0.marks = [] }
    taken.append(line)
    return true
  }

  /// `University of Fen, Leeds, UK` beside the ways to reach somebody: where she is found.
  private mutating func takeWorkplace(_ line: RichText) -> Bool {
    guard Self.isField(line), line.isUnlinked, line.isWorkplace else { return false }
    contacts.append(Contact(.location, text: line.text, span: line.span))
    taken.append(line)
    return true
  }

  private static func isField(_ line: RichText) -> Bool {
    wordCount(line) <= 16 && !line.text.hasSuffix(".") && !line.text.contains(". ")
  }

  /// A row of a label and its value.
  private mutating func takeRow(_ row: MarkupNode.Row) -> Bool {
    take(cells: row.cellTexts)
  }

  /// A term that is a label, and its value below it.
  private mutating func takeDefinition(_ definition: MarkupNode.Definition) -> Bool {
    take(cells: definition.terms + definition.descriptions.map { joinedTexts($0.flatMap(\.texts)) })
  }

  private mutating func take(cells: [RichText]) -> Bool {
    guard cells.count == 2, let value = cells.last, !value.isEmpty,
      let found = labelled(cells[0].collapsed().text, value)
    else { return false }
    add([found])
    taken += cells
    return true
  }

  // MARK: Lines

  /// What a part of a line says.
  private enum Found {
    /// The reading of a name, which a CV need not say.
    case nothing
    case contact(Contact)
    case name(RichText)
    case headline(RichText)
  }

  private mutating func takeLinks(of text: RichText) -> Bool {
    guard let row = LinkRow(text) else { return false }
    contacts += row.contacts
    taken += row.labels
    siteMatter += row.siteMatter
    return true
  }

  private mutating func take(_ line: RichText) -> Bool {
    if let found = namedContacts(in: line) {
      contacts += found.flatMap(ContactReader.apart)
      return true
    }
    let parts = Self.parts(of: line)
    guard 1...8 ~= parts.count else { return false }
    var found: [Found] = []
    for part in parts {
      // `[Download PDF](cv.pdf) | ada@example.org`
      if parts.count > 1, !part.isUnlinked, part.leadsToCV || isAboutThePage(part.text) {
        siteMatter.append(part)
        continue
      }
      // `+49 … | ada.example.org`: beside other ways to reach somebody.
      let isBeside = isTop && (parts.count > 1 || !contacts.isEmpty)
      let site = isBeside ? ContactReader.site(part).map(Found.contact) : nil
      guard let field = field(part, among: parts.count) ?? site else { return false }
      found.append(field)
    }
    guard !found.isEmpty else { return false }
    add(Self.joiningPlaces(found))
    return true
  }

  /// `Leeds | York | Ely`: the places of a line in one.
  private static func joiningPlaces(_ found: [Found]) -> [Found] {
    let places = found.compactMap { field -> Contact? in
      if case .contact(let contact) = field, contact.kind == .location { contact } else { nil }
    }
    guard places.count > 1 else { return found }
    let others = found.filter { field in
      if case .contact(let contact) = field { contact.kind != .location } else { true }
    }
    let text = places.map(\.text).joined(separator: " / ")
    return [.contact(Contact(.location, text: text, span: places[0].span))] + others
  }

  /// `Tel. +44 1520 555 0147, e-mail ada AT example.org`: labels without colons, and their values.
  private func namedContacts(in line: RichText) -> [Contact]? {
    let parts = topLevelParts(line)
    guard isTop, parts.count <= 4, Self.parts(of: line).count == 1 else { return nil }
    let found = parts.compactMap { part -> Contact? in
      guard let space = part.text.utf8.firstIndex(of: UInt8(ascii: " ")) else { return nil }
      let label = folded(part.text[..<space])
      guard WordLists.all.contains(label, in: [.contactPhone, .contactEmail]) else { return nil }
      let start = part.text.utf8.distance(from: part.text.startIndex, to: space)
      return ContactReader.labelled(label, part[start..<part.count].trimmed())
    }
    return found.count == parts.count && !found.isEmpty ? found : nil
  }

  private mutating func add(_ found: [Found]) {
    for field in found {
      switch field {
      case .nothing: break
      case .contact(let contact): contacts += ContactReader.apart(contact)
      case .name(let text): name = name ?? text
      case .headline(let text): headline = headline ?? text
      }
    }
  }

  /// The parts of a line between `|`, `·`, dashes with spaces, TABs and wide gaps, and at labels.
  static func parts(of line: RichText) -> [RichText] {
    let scan = TextScan(line)
    var parts: [RichText] = []
    var start = 0
    var index = 0
    while index < scan.count {
      var end = index
      if "|｜·•‧∙\t".unicodeScalars.contains(scan.scalars[index]) {
        end = index + 1
      } else if isDash(scan.scalars[index]), scan[index - 1].map(isSpace) ?? false {
        while isDash(scan[end]) { end += 1 }
        if !(scan[end].map(isSpace) ?? true) { end = index }
      }
      if end > index {
        parts.append(scan.slice(scan.trim(start..<index)))
        start = end
      }
      index = max(end, index + 1)
    }
    parts.append(scan.slice(scan.trim(start..<scan.count)))
    return parts.flatMap { $0.partedAtContactLabels() }.filter { !$0.isEmpty }
  }

  /// What a part of a line is; `nil` where it is anything else.
  private func field(_ part: RichText, among count: Int) -> Found? {
    if let line = NamedValue(part), !line.name.isEmpty {
      if let found = labelled(line.name.text, line.value) { return found }
      // `Position: Rain Engineer`
      if isTop, line.value.isUnlinked, line.isNamed(in: .columnRole), isHeadline(line.value) {
        return .headline(withoutStyle(line.value))
      }
    }
    if let contact = ContactReader.plain(part) { return .contact(contact) }
    guard isTop else { return nil }
    let text = part.text
    if count > 1, part.isUnlinked, Gazetteer.isPlace(text) || isPostalAddress(part) {
      return .contact(Contact(.location, text: text, span: part.span))
    }
    return part.isUnlinked && isHeadline(part) ? .headline(withoutStyle(part)) : nil
  }

  /// A few words with a role among them, and no sentence.
  private func isHeadline(_ part: RichText) -> Bool {
    let words = foldedWords(part.text)
    guard takesHeadline, headline == nil, 1...10 ~= words.count, part.text.count <= 60,
      let last = part.text.last, !".。!！?？:：".contains(last), PersonName(part) == nil
    else { return false }
    return !Phrase.isFirstPerson(words[0]) && WordLists.all.lists(in: words).contains(.role)
  }

  /// `Label: value`.
  private func labelled(_ label: String, _ value: RichText) -> Found? {
    let words = folded(label)
    if let whole = nameInParts, whole.labels.contains(words) { return .name(whole.name) }
    if WordLists.all.contains(words, in: .nameLabel) {
      return PersonName(value).map { .name($0.name) }
    }
    if WordLists.all.contains(words, in: .nameReading) { return .nothing }
    // `Contact: ada@example.org`
    let isPlain = WordLists.all.sectionKind(words) == .contact
    let contact = isPlain ? ContactReader.plain(value) : ContactReader.labelled(words, value)
    // In a section of contacts a place is worth its line.
    return isTop || contact?.kind != .location ? contact.map { .contact($0) } : nil
  }
}
