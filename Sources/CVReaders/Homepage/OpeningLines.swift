// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

/// The lines between the name and the first section that say what the owner is and how to reach
/// her: `Chemist · Leeds, UK | ada@example.org | +44 …`.
///
/// A block is taken whole, or line by line where it has hard breaks; other words stay text.
struct OpeningLines {
  private(set) var contacts: [Contact] = []
  private(set) var headline: RichText?
  /// What stays.
  private(set) var blocks: [MarkupNode] = []
  private(set) var account = ImportAccount()

  private let takesHeadline: Bool

  init(_ preamble: [MarkupNode], takesHeadline: Bool) {
    self.takesHeadline = takesHeadline
    for (index, block) in preamble.enumerated() {
      if block.isRule { continue }
      if index < 8, blocks.allSatisfy(\.isPageTitle), take(block) { continue }
      blocks.append(index < 8 ? takingLines(of: block) : block)
    }
  }

  /// The headline, unless it is the owner's name.
  func headline(of owner: RichText?) -> RichText? {
    headline?.text == owner?.text ? nil : headline
  }

  /// A paragraph without those of its lines that hold nothing but addresses.
  private mutating func takingLines(of block: MarkupNode) -> MarkupNode {
    guard let text = block.paragraphText, text.isBroken else { return block }
    var rest: [RichText] = []
    for line in text.split(where: { $0 == "\u{2028}" }) {
      let pieces = Self.pieces(of: line).filter { !Self.isOtherForm($0) }
      let found = pieces.compactMap { Contact(piece: $0) }
      let isTaken =
        !found.isEmpty && found.count == pieces.count
        && found.contains { $0.kind != .location }
      if isTaken {
        contacts += found
        account.add(.moved, line.collapsed().text, at: line.span)
      } else {
        rest.append(line)
      }
    }
    let kept = rest.reduce(into: RichText()) { sum, line in
      if !sum.isEmpty { sum.append("\u{2028}", .init()) }
      sum.append(line)
    }
    return MarkupNode(.paragraph(kept), span: block.span)
  }

  /// The words of a block, sorted; `nil` where one of its lines is of another kind.
  private mutating func take(_ block: MarkupNode) -> Bool {
    let lines = block.texts.flatMap { headLines(withoutImages($0), soft: true) }
    guard block.isOfLines, !lines.isEmpty, lines.count <= 10, !lines.contains(where: \.isTold)
    else { return false }
    var found: [Contact] = []
    var title: RichText?
    var said: [RichText] = []
    for line in lines {
      if line.isWorkplace || isPostalAddress(line) && Self.pieces(of: line).count == 1 {
        found.append(Contact(.location, text: line.collapsed().text, span: line.span))
        said.append(line)
        continue
      }
      var others: [RichText] = []
      for piece in Self.pieces(of: line) {
        if let contact = Contact(piece: piece) {
          found.append(contact)
          said.append(piece)
        } else {
          others.append(piece)
        }
      }
      if others.isEmpty { continue }
      let words = others.joinedRich(separator: " · ")
      let isTagline =
        lines.count == 1 && wordCount(line) <= 14
        && !line.text.hasSuffix(".") && !line.namesPage
        && (line.isWholly(.strong)
          || line.isWholly(.emphasis) && Segment(line, line: 0).hasRoleWord)
      guard takesHeadline, headline == nil, title == nil, isTagline || Self.isHeadline(words)
      else { return false }
      title = words
    }
    if let title { headline = withoutFinalStop(title).mapAttributes { $0 = .init() } }
    contacts += found
    // The headline stands in the profile with all its words.
    for text in said { account.add(.moved, text.collapsed().text, at: text.span) }
    return true
  }

  /// `[CV](cv.pdf)`: the way to this page in another form.
  private static func isOtherForm(_ piece: RichText) -> Bool {
    piece.runs.allSatisfy { $0.attributes.link != nil }
      && WordLists.all.contains(folded(piece.text), in: .pageTitle)
  }

  private static func pieces(of line: RichText) -> [RichText] {
    line.split { "|·•\t".unicodeScalars.contains($0) }
      .map {
        $0.trimmedSigns().trimmed { isSpace($0) || $0.properties.generalCategory == .otherSymbol }
      }
      .flatMap(splitAtSlashes).flatMap { $0.partedAtMail() }
      .flatMap(splitAtAddresses).flatMap(splitAtLinks)
      .filter(\.hasWords)
  }

  /// ` / ` and ` – ` between links and addresses.
  private static func splitAtSlashes(_ text: RichText) -> [RichText] {
    let scan = TextScan(text)
    var parts: [RichText] = []
    var start = 0
    for index in scan.scalars.indices {
      let sign = scan.scalars[index]
      let isBetween = sign == "/" || isDash(sign)
      guard isBetween, scan[index - 1].map(isSpace) == true, scan[index + 1].map(isSpace) == true
      else { continue }
      parts.append(scan.slice(scan.trim(start..<index)))
      start = index + 1
    }
    return parts + [scan.slice(scan.trim(start..<scan.count))]
  }

  /// `ada@example.org ada@example.com`: links with nothing but blanks between them.
  private static func splitAtLinks(_ text: RichText) -> [RichText] {
    var links: [RichText] = []
    var start = 0
    var areLinks = true
    text.forEachRun { run, part in
      let isBlank = part.unicodeScalars.allSatisfy(isSpace)
      if run.attributes.link != nil { links.append(text[start..<start + run.length]) }
      areLinks = areLinks && (isBlank || run.attributes.link != nil)
      start += run.length
    }
    return areLinks && links.count > 1 ? links : [text]
  }

  /// `Chemist, ada@example.org`: at the commas, where a part between them is an address.
  private static func splitAtAddresses(_ text: RichText) -> [RichText] {
    let parts = topLevelParts(text)
    guard parts.count > 1 else { return [text] }
    let isAddress = parts.map { Contact(piece: $0).map { $0.kind != .location } ?? false }
    guard isAddress.contains(true) else { return [text] }
    var pieces: [RichText] = []
    var isOpen = false
    for (part, isOwn) in zip(parts, isAddress) {
      if !isOwn, isOpen {
        pieces[pieces.count - 1].append(RichText(", ") + part)
      } else {
        pieces.append(part)
      }
      isOpen = !isOwn
    }
    return pieces
  }

  /// A few words that name what somebody is, and are no sentence.
  static func isHeadline(_ text: RichText) -> Bool {
    let words = foldedWords(text.text)
    guard 1...14 ~= words.count, text.text.utf8.count <= 100 else { return false }
    let isSentence =
      words.contains { Phrase.isFirstPerson($0) || ["is", "was", "am", "are"].contains($0) }
      || text.text.contains(". ")
    return !isSentence && WordLists.all.occurs(.role, in: words)
      && !text.holdsDate
  }
}

extension MarkupNode {
  /// Whether a block says only what the page is.
  fileprivate var isPageTitle: Bool {
    texts.allSatisfy { WordLists.all.contains(folded($0.text), in: .pageTitle) }
  }

  /// Whether a block is made of paragraphs and simple items alone.
  fileprivate var isOfLines: Bool {
    switch kind {
    case .paragraph, .heading: true
    case .quote(let blocks): blocks.allSatisfy(\.isOfLines)
    case .group(let group): group.children.allSatisfy(\.isOfLines)
    case .list(let list): list.items.allSatisfy { $0.blocks.allSatisfy(\.isOfLines) }
    case .table(let rows):
      rows.count == 1 && rows[0].cells.allSatisfy { $0.allSatisfy(\.isOfLines) }
    default: false
    }
  }
}

extension RichText {
  /// `我是…学生。`: whether a line is a sentence in letters without spaces, whatever its links.
  fileprivate var isTold: Bool {
    text.trimmingSpaces().hasSuffix("。") && text.unicodeScalars.count(where: isCJK) > 10
  }
}

extension Contact {
  /// The way to reach somebody that a few words are: an address, a number, a place, a short link.
  fileprivate init?(piece: RichText) {
    let words = Self.withoutLabel(piece)
    let text = words.text
    let link = words.runs.lazy.compactMap(\.attributes.link).first { !$0.isEmpty }
    if let link, link.lowercased().hasPrefix("mailto:") {
      let address = String(link.dropFirst(7).split(separator: "?").first ?? "")
      self = ContactFinder.bareContact(address, piece.span)
    } else if let address = Obfuscation.plainAddress(text) {
      self = ContactFinder.bareContact(address, piece.span)
    } else if let link {
      let links = Set(words.runs.compactMap(\.attributes.link))
      guard wordCount(words) <= 3, link.contains("://"), links.count == 1 else { return nil }
      self = ContactFinder.bareContact(link, piece.span)
    } else if text.count(where: \.isNumber) >= 7, !ContactReader.isDay(text),
      text.allSatisfy({ $0.isNumber || "+-()/. \u{A0}\u{200E}".contains($0) })
    {
      self = ContactFinder.bareContact(text, piece.span)
    } else if Gazetteer.isPlace(text) || Self.isStreet(words)
      || words.text != piece.text && Self.isAddressLabel(piece)
    {
      self = Contact(.location, text: text, span: piece.span)
    } else {
      return nil
    }
  }

  /// Without `E-mail:` or `Tel.:` before it.
  private static func withoutLabel(_ piece: RichText) -> RichText {
    let scan = TextScan(piece)
    guard let colon = scan.scalars.firstIndex(where: isColon),
      colon + 1 < scan.count, scan.scalars[colon] == "：" || isSpace(scan.scalars[colon + 1]),
      scan.string(0..<colon).split(separator: " ").count <= 2
    else { return piece.trimmed() }
    return scan.slice(scan.trim(colon + 1..<scan.count))
  }

  /// `12 Moss Street, Leeds, VA 23999`: an address of three parts or more.
  private static func isStreet(_ text: RichText) -> Bool {
    topLevelParts(text).count > 2 && wordCount(text) <= 14 && isPostalAddress(text)
  }

  private static func isAddressLabel(_ piece: RichText) -> Bool {
    ["address", "location", "city", "based in"].contains { folded(piece.text).hasPrefix($0) }
  }
}
