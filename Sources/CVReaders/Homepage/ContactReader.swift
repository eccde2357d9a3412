// SPDX-License-Identifier: MIT
import CVModel

/// Ways to reach the owner as a page writes them.
enum ContactReader {
  /// An address, a number or a link without a label.
  static func plain(_ part: RichText) -> Contact? {
    if let link = wholeLink(part) { return linked(part, link) }
    let text = part.text
    if let address = Obfuscation.plainAddress(text) { return email(address, part) }
    if let network = network(ofAddress: text) {
      let url = text.contains("://") ? text : "https://" + text
      return Contact(.network(network.name), text: shortAddress(url), url: url, span: part.span)
    }
    return isPhone(text) ? phone(text, part) : nil
  }

  /// The site of `ada.example.org` in plain words, or as a link without its scheme.
  static func site(_ part: RichText) -> Contact? {
    let labels = part.text.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    guard part.isUnlinked || wholeLink(part) == part.text, 2...5 ~= labels.count,
      let domain = labels.last,
      2...6 ~= domain.count, !fileEndings.contains(domain), domain.allSatisfy(\.isLetter),
      labels.count > 2 || part.text == part.text.lowercased(),
      labels.allSatisfy({ $0.count > 1 && $0.allSatisfy(isHostCharacter) })
    else { return nil }
    return Contact(.website, text: part.text, url: "https://" + part.text, span: part.span)
  }

  /// What ends the name of a file or of a library rather than that of a host.
  private static let fileEndings: Set<Substring> = [
    "js", "pdf", "html", "htm", "md", "doc", "docx", "txt", "tex", "zip", "png", "jpg", "jpeg",
    "svg", "csv", "json", "yml", "yaml", "xml", "cpp", "php",
  ]

  private static func isHostCharacter(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "-")
  }

  /// The network of `github.com/ada` in plain words.
  private static func network(ofAddress text: String) -> Network? {
    guard isAddress(text), case let address = shortAddress(text) else { return nil }
    return WordLists.all.networks.first { network in
      network.hosts.contains { address.hasPrefix($0 + "/") }
    }
  }

  /// The value behind a label.
  ///
  /// - Parameter words: The label, folded.
  static func labelled(_ words: String, _ value: RichText) -> Contact? {
    let lists = WordLists.all
    let text = value.text
    if lists.contains(words, in: .contactEmail) || lists.contains(words, in: .contactPhone) {
      if let address = Obfuscation.plainAddress(text) ?? addresses(value) ?? linkedAddresses(value)
      {
        return email(address, value)
      }
      return isPhone(text) ? phone(text, value) : nil
    }
    let network = lists.networks.first { $0.keys.contains(words) || folded($0.name) == words }
    if let link = wholeLink(value) {
      guard network != nil || lists.contains(words, in: .contactWebsite) else { return nil }
      let kind = network.map { Contact.Kind.network($0.name) } ?? .website
      return Contact(kind, text: short(value), url: link, span: value.span)
    }
    if lists.contains(words, in: .contactWebsite), isAddress(text) {
      let url = text.contains("://") ? text : "https://" + text
      return Contact(.website, text: shortAddress(url), url: url, span: value.span)
    }
    if let network, !text.contains(" "), let url = network.url(of: text) {
      return Contact(.network(network.name), text: shortAddress(url), url: url, span: value.span)
    }
    let isShort = text.count <= 80 && !text.hasSuffix(".") && !text.hasSuffix("。")
    if lists.contains(words, in: .contactLocation), isShort {
      return Contact(.location, text: text, span: value.span)
    }
    return nil
  }

  /// A link that is all of a part: an address of mail, a network, a page of the owner's.
  private static func linked(_ part: RichText, _ link: String) -> Contact? {
    if let address = mailAddress(part) { return email(address, part) }
    if link.lowercased().hasPrefix("tel:") { return phone(part.text, part) }
    guard !isDeadAddress(link), link.contains("://") else { return nil }
    let host = LinkLabel.host(of: link)
    let words = folded(part.text)
    let lists = WordLists.all
    let network = lists.networks.first { network in
      network.keys.contains(words) || folded(network.name) == words
        || network.hosts.contains { host.hasSuffix($0) }
    }
    if let network {
      return Contact(.network(network.name), text: shortAddress(link), url: link, span: part.span)
    }
    let isSite =
      lists.contains(words, in: .contactWebsite) || shortAddress(link) == shortAddress(words)
    if isSite {
      return Contact(.website, text: shortAddress(link), url: link, span: part.span)
    }
    // One word names a site: `Code`, `Blog`.
    guard part.text.count <= 20, !part.text.contains(" "), part.text.first?.isLetter == true,
      !part.text.contains(".")
    else { return nil }
    return Contact(.network(part.text), text: shortAddress(link), url: link, span: part.span)
  }

  /// Where the icons and badges of a text lead, as far as they are surely the owner's pages.
  static func icons(in text: RichText) -> [Contact] {
    text.runs.compactMap { run in
      guard let image = run.attributes.image, let link = run.attributes.link else { return nil }
      return icon(RichText(image.alternative, .init(link: link), span: run.span ?? text.span), link)
    }
  }

  private static func icon(_ label: RichText, _ link: String) -> Contact? {
    if let address = mailAddress(label) { return email(address, label) }
    guard link.contains("://") else { return nil }
    let lists = WordLists.all
    let words = folded(label.text)
    let address = shortAddress(link)
    let network = lists.networks.first { network in
      network.hosts.contains { address.hasPrefix($0 + "/") }
    }
    if let network {
      // A page of the owner's is as deep as the network has them; deeper ones are works.
      let depth = { (text: String) in text.count { $0 == "/" } }
      let isOwn = network.address.isEmpty || depth(address) == depth(shortAddress(network.address))
      guard isOwn else { return nil }
      return Contact(.network(network.name), text: address, url: link, span: label.span)
    }
    guard lists.contains(words, in: .contactWebsite) else { return nil }
    return Contact(.website, text: address, url: link, span: label.span)
  }

  private static func wholeLink(_ part: RichText) -> String? {
    guard let link = part.runs.first?.attributes.link, !link.isEmpty,
      part.runs.allSatisfy({ $0.attributes.link == link })
    else { return nil }
    return link
  }

  private static func mailAddress(_ part: RichText) -> String? {
    let links = part.runs.compactMap(\.attributes.link)
    guard let link = links.first(where: { $0.lowercased().hasPrefix("mailto:") }) else {
      return nil
    }
    let address = link.dropFirst(7).split(separator: "?").first.map(String.init) ?? ""
    return Obfuscation.plainAddress(address)
  }

  /// `ada@example.org or roe@example.net`: all links to mail, where few words stand beside them.
  private static func linkedAddresses(_ value: RichText) -> String? {
    var words = 0
    var found: [String] = []
    value.forEachRun { run, text in
      let isMail = run.attributes.link?.lowercased().hasPrefix("mailto:") == true
      if !isMail { words += foldedWords(text).count }
      let address = isMail ? mailAddress(RichText(String(text), run.attributes)) : nil
      if let address, !found.contains(address) { found.append(address) }
    }
    return found.isEmpty || words > 3 ? nil : found.joined(separator: ";")
  }

  /// `ada@example.org; roe@example.net`: several addresses, for `apart` to part again.
  private static func addresses(_ value: RichText) -> String? {
    let parts = value.split { ",;/，；、".unicodeScalars.contains($0) }.map { $0.trimmed() }
      .filter(\.hasWords)
    let found = parts.compactMap { Obfuscation.plainAddress($0.text) ?? mailAddress($0) }
    return found.count == parts.count && found.count > 1 ? found.joined(separator: ";") : nil
  }

  private static func short(_ part: RichText) -> String {
    // `[[adaroe]](…)`
    let words = part.trimmed { isSpace($0) || $0 == "[" || $0 == "]" }.text
    return words.contains("://") ? shortAddress(words) : words
  }

  private static func isAddress(_ text: String) -> Bool {
    !text.contains(" ") && text.contains(".") && text.allSatisfy { $0.isASCII }
  }

  private static func isPhone(_ text: String) -> Bool {
    // `+49 30 1234 (Ext. 12)`: the number of a line in a house.
    let parts = text.lowercased().split(separator: "ext", omittingEmptySubsequences: false)
    let signs = parts.count == 2 ? parts.joined() : text
    let digits = parts[0].count(where: \.isNumber)
    return 6...20 ~= digits && !isDay(text)
      && signs.unicodeScalars.allSatisfy {
        isDigit(asciiForm(of: $0)) || signsOfNumbers.contains($0)
      }
  }

  /// Whether a text is a date, such as that of a birth: `26.06.1988`.
  static func isDay(_ text: String) -> Bool {
    let line = RichText(text)
    return line.isDateAlone && ExtractedDates(line).dates?.start?.day != nil
  }

  /// `655 098 861 / 985 251 748`, `ada@example.org; roe@example.net`: each number or address by
  /// itself.
  static func apart(_ contact: Contact) -> [Contact] {
    if contact.kind == .email {
      return contact.text.split(separator: ";").map {
        email(String($0), RichText(String($0), .init(), span: contact.span))
      }
    }
    let numbers = RichText(contact.text).split { $0 == "/" }.map { $0.trimmed() }
    guard contact.kind == .phone, numbers.count > 1,
      numbers.allSatisfy({ $0.text.count(where: \.isNumber) >= 6 })
    else { return [contact] }
    return numbers.map { phone($0.text, RichText($0.text, .init(), span: contact.span)) }
  }

  private static let signsOfNumbers = "+-()/. （）‑–\u{200E}\u{200F}".unicodeScalars

  private static func email(_ address: String, _ part: RichText) -> Contact {
    Contact(.email, text: address, url: "mailto:" + address, span: part.span)
  }

  private static func phone(_ number: String, _ part: RichText) -> Contact {
    let shown = String(
      String.UnicodeScalarView(
        number.unicodeScalars.filter { $0 != "\u{200E}" && $0 != "\u{200F}" }))
    let main = shown.lowercased().split(separator: "ext")[0]
    let digits = main.unicodeScalars.map { asciiForm(of: $0) }
      .filter { isDigit($0) || $0 == "+" }
    return Contact(
      .phone, text: shown, url: "tel:" + String(String.UnicodeScalarView(digits)), span: part.span)
  }
}
