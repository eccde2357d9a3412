// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

/// Gathers the ways to reach the owner: from settings, then from what the page says.
struct ContactFinder {
  private(set) var contacts: [Contact] = []
  /// What gives way to settings.
  private(set) var account = ImportAccount()
  /// What settings say; nothing else of these kinds counts.
  private var settled: [Contact.Kind] = []

  /// - Parameter stated: What the lines below the name say.
  init(settings: DataNode?, site: DataNode?, stated: [Contact], texts: [RichText]) {
    if let settings {
      read(settings["cvgen"]?["contacts"], keepsUnknown: true)
      settled = contacts.map(\.kind)
      read(settings["contacts"], keepsUnknown: true)
      read(settings["contact"])
      read(settings["author"])
      read(settings, only: Self.plainKeys)
    }
    readProfiles(settings)
    for contact in Self.joiningPlaces(stated) where !isTemplateValue(contact.text) { add(contact) }
    readProfiles(in: site?["author"]?["links"], onlyNetworks: false)
    read(site?["author"])
    if let site { read(site, only: Self.plainKeys) }
    for text in texts { readEmails(in: text) }
  }

  /// Keys outside an author block that surely mean the owner.
  private static let plainKeys: Set<String> = [
    "email", "phone", "location", "website", "github_username", "linkedin_username",
    "twitter_username", "scholar_userid", "orcid_id", "github", "linkedin", "orcid",
  ]

  /// - Parameters:
  ///   - keys: The keys that are believed; `nil` for all.
  ///   - keepsUnknown: Whether a key that names no known network is a way to reach the owner, too.
  private mutating func read(
    _ node: DataNode?, only keys: Set<String>? = nil, keepsUnknown: Bool = false
  ) {
    for item in node?.items ?? [] {
      read(item, only: keys)
      guard keys == nil, let text = item.text?.trimmingSpaces(), !isTemplateValue(text) else {
        continue
      }
      add(Self.bareContact(text, item.span))
    }
    for member in node?.members ?? [] where keys?.contains(member.key) ?? true {
      let values = member.value.items.isEmpty ? [member.value] : member.value.items
      for value in values {
        guard let text = value.text?.trimmingSpaces(), !isTemplateValue(text) else { continue }
        if let contact = contact(member.key.lowercased(), text, value.span) {
          add(contact)
        } else if keepsUnknown {
          let isAddress = text.contains("://")
          let name = member.key.prefix(1).uppercased() + member.key.dropFirst()
          add(
            Contact(
              .network(name), text: isAddress ? shortAddress(text) : text,
              url: isAddress ? text : nil, span: value.span))
        }
      }
    }
  }

  /// Icons with addresses: `social:`, `profiles:` and `links:` of the themes of Hugo and Jekyll,
  /// `about:` of Quarto.
  private mutating func readProfiles(_ settings: DataNode?) {
    for list in [settings?["social"], settings?["profiles"], settings?["author"]?["links"]] {
      readProfiles(in: list, onlyNetworks: false)
    }
    // Among other links may be those of friends.
    for list in [settings?["links"], settings?["about"]?["links"]] {
      readProfiles(in: list, onlyNetworks: true)
    }
  }

  private mutating func readProfiles(in list: DataNode?, onlyNetworks: Bool) {
    for item in list?.items ?? [] {
      guard let node = item["link"] ?? item["url"] ?? item["href"], let link = node.text else {
        continue
      }
      if link.hasPrefix("mailto:") {
        add(Self.email(String(link.dropFirst(7)), node.span))
      } else if link.contains("://"), !isTemplateValue(link) {
        let names = ["icon", "network", "name", "label", "text"].compactMap { item[$0]?.text }
        let network = names.lazy.compactMap(Self.network(ofIcon:)).first
        let contact =
          network.map { Self.contact($0, link, node.span) } ?? Self.bareContact(link, node.span)
        let isWebsite = contact.kind == .website
        if !onlyNetworks || !isWebsite && shortAddress(link).contains("/") { add(contact) }
      }
    }
  }

  /// The network of `github`, `brands/github` or `fab fa-github`.
  private static func network(ofIcon icon: String) -> Network? {
    let word = icon.lowercased().split { "/ ".contains($0) }.last ?? ""
    let key = word.hasPrefix("fa-") ? word.dropFirst(3) : word
    return WordLists.all.networks.first {
      $0.keys.contains(key.filter { $0 != "-" }) || $0.keys.contains(String(key))
    }
  }

  private func contact(_ key: String, _ value: String, _ span: SourceSpan?) -> Contact? {
    switch key {
    case "email", "e-mail", "mail":
      return Self.email(Obfuscation.plainAddress(value) ?? value, span)
    case "phone", "tel", "telephone", "mobile": return Self.phone(value, span)
    case "location", "address", "city": return Contact(.location, text: value, span: span)
    case "website", "url", "uri", "homepage", "web": return Self.website(value, span)
    default:
      guard let network = WordLists.all.networks.first(where: { $0.keys.contains(key) }) else {
        return nil
      }
      return Self.contact(network, value, span)
    }
  }

  private static func contact(_ network: Network, _ value: String, _ span: SourceSpan?) -> Contact {
    let url = network.url(of: value)
    let isNumber = network.name == "ORCID"
    let text =
      isNumber
      ? String(value.split(separator: "/").last ?? Substring(value))
      : url.map(shortAddress) ?? value
    return Contact(.network(network.name), text: text, url: url, span: span)
  }

  /// A contact without a key, by its shape; what has no other is a place.
  static func bareContact(_ value: String, _ span: SourceSpan?) -> Contact {
    if let address = Obfuscation.plainAddress(value) { return email(address, span) }
    let isPhone = value.allSatisfy { $0.isNumber || "+-()/. ".contains($0) }
    if isPhone, value.count(where: \.isNumber) >= 6 { return phone(value, span) }
    let address = shortAddress(value)
    let network = WordLists.all.networks.first { network in
      network.hosts.contains { address.hasPrefix($0 + "/") }
    }
    if let network { return contact(network, value, span) }
    let isAddress = value.contains("://") || !value.contains(" ") && value.contains(".")
    return isAddress ? website(value, span) : Contact(.location, text: value, span: span)
  }

  private static func email(_ address: String, _ span: SourceSpan?) -> Contact {
    Contact(.email, text: address, url: "mailto:" + address, span: span)
  }

  private static func phone(_ number: String, _ span: SourceSpan?) -> Contact {
    let digits = number.filter { $0.isNumber || $0 == "+" }
    return Contact(.phone, text: number, url: "tel:" + digits, span: span)
  }

  private static func website(_ address: String, _ span: SourceSpan?) -> Contact {
    let url = address.contains("://") ? address : "https://" + address
    return Contact(.website, text: shortAddress(url), url: url, span: span)
  }

  private mutating func readEmails(in text: RichText) {
    var linked: [String] = []
    text.forEachRun { run, _ in
      if let link = run.attributes.link, link.lowercased().hasPrefix("mailto:") {
        linked.append(String(link.dropFirst(7).split(separator: "?").first ?? ""))
      }
    }
    let addresses = linked + Obfuscation.addresses(in: text.text)
    guard !addresses.isEmpty, case let span = text.span else { return }
    for address in addresses where !isTemplateValue(address) {
      let plain = Obfuscation.plainAddress(address) ?? address
      add(Contact(.email, text: plain, url: "mailto:" + plain, span: span))
    }
  }

  /// `Moss College` above `12 Rain Road, Leeds`: the lines of an address in one; between two
  /// addresses or places stands a slash.
  private static func joiningPlaces(_ contacts: [Contact]) -> [Contact] {
    var joined: [Contact] = []
    for contact in contacts {
      guard let first = joined.firstIndex(where: { $0.kind == .location }),
        contact.kind == .location
      else {
        joined.append(contact)
        continue
      }
      let (text, more) = (joined[first].text, contact.text)
      let (parts, others) = (places(in: text), places(in: more))
      if Set(others).isSubset(of: parts) { continue }
      if Set(parts).isSubset(of: others) {
        joined[first].text = more
      } else if text.contains(where: \.isNumber) && more.contains(where: \.isNumber)
        || Gazetteer.isPlace(text) && Gazetteer.isPlace(more)
      {
        joined[first].text = text + " / " + more
      } else {
        joined[first].text = text + (text.last?.isASCII == false ? "，" : ", ") + more
      }
    }
    return joined
  }

  private static func places(in text: String) -> [String] {
    text.split { ",，/".contains($0) }.map { folded(String($0).trimmingSpaces()) }
  }

  private mutating func add(_ contact: Contact) {
    if contacts.contains(where: { $0.kind == contact.kind && $0.text == contact.text }) { return }
    let isSecond = !Self.mayRepeat(contact.kind) && contacts.contains { $0.kind == contact.kind }
    if settled.contains(contact.kind) || isSecond {
      account.add(.replaced, contact.text, at: contact.span)
    } else {
      contacts.append(contact)
    }
  }

  private static func mayRepeat(_ kind: Contact.Kind) -> Bool {
    switch kind {
    case .email, .phone, .website: true
    default: false
    }
  }
}

/// An address as it is shown: without scheme, `www.` and the slash at its end.
func shortAddress(_ url: String) -> String {
  var text = url[...]
  for prefix in ["https://", "http://", "www."] where text.hasPrefix(prefix) {
    text = text.dropFirst(prefix.count)
  }
  return String(text.hasSuffix("/") ? text.dropLast() : text)
}

private func isTemplateValue(_ text: String) -> Bool { ResiduePhrases.all.isTemplateValue(text) }
