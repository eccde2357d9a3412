// SPDX-License-Identifier: MIT
import CVModel

/// What of a profile is its owner's own business: phone numbers, the address, the date of birth.
struct PrivateWords {
  /// The last digits of the owner's numbers, which all ways to write one have.
  private let numbers: [String]
  /// Addresses with a street or a postal code.
  private let addresses: [String]

  init(_ profile: Profile) {
    let texts = { (kind: Contact.Kind) in
      profile.contacts.filter { $0.kind == kind }.map(\.text)
    }
    numbers = texts(.phone).map { $0.filter(\.isNumber) }
      .filter { $0.count >= Self.leastDigits }.map { String($0.suffix(Self.tellingDigits)) }
    addresses = texts(.location).filter { $0.contains(where: \.isNumber) }.map { folded($0) }
  }

  /// Fewer digits are no phone number.
  private static let leastDigits = 6
  /// The digits of a number without its country and trunk code.
  private static let tellingDigits = 8

  func isPrivate(_ contact: Contact) -> Bool {
    switch contact.kind {
    case .phone, .location: true
    case .email, .website: false
    case .network(let name):
      WordLists.all.contains(
        folded(name), in: [.contactPhone, .contactLocation, .birth])
    }
  }

  /// Whether a text says something private.
  ///
  /// - Parameter kind: Of its section; where it tells of the owner, labels are believed.
  func areIn(_ text: RichText, in kind: SectionKind) -> Bool {
    if isLabelled(text, in: kind) || saysNumber(text.text) { return true }
    if text.runs.contains(where: { $0.attributes.link.map(leadsToPhone) ?? false }) { return true }
    let words = folded(text.text)
    return addresses.contains { words.contains($0) }
  }

  func areIn(_ entry: Entry, in kind: SectionKind) -> Bool {
    switch entry {
    case .paragraph(let paragraph): return areIn(paragraph.text, in: kind)
    case .publication(let work): return work.allTexts.contains(where: saysNumber)
    case .record(let record):
      let labels = lists(in: kind)
      if let title = record.title, WordLists.all.contains(folded(title.text), in: labels) {
        return true
      }
      if record.links.contains(where: { leadsToPhone($0.url) }) { return true }
      return [record.title, record.organisation, record.role, record.location, record.text]
        .compactMap { $0 }.contains { areIn($0, in: kind) }
    }
  }

  /// The lists of labels that tell of something private.
  private func lists(in kind: SectionKind) -> Lists {
    kind == .about || kind == .contact ? [.contactPhone, .contactLocation, .birth] : .birth
  }

  /// `Phone: …`, `Born: …`, `Born on 3 May 1990`.
  private func isLabelled(_ text: RichText, in kind: SectionKind) -> Bool {
    let words = text.collapsed().text
    if let colon = words.unicodeScalars.firstIndex(where: isColon),
      WordLists.all.contains(folded(words[..<colon]), in: lists(in: kind))
    {
      return true
    }
    let parts = words.split(separator: " ")
    guard parts.count <= Self.longestLine, text.saysWhen else { return false }
    return (1...3).contains { count in
      WordLists.all.contains(folded(parts.prefix(count).joined(separator: " ")), in: .birth)
    }
  }

  /// In words; a longer text tells a story.
  private static let longestLine = 10

  /// Whether a text holds a number of the owner's, however its digits are grouped.
  private func saysNumber(_ text: String) -> Bool {
    guard !numbers.isEmpty else { return false }
    var digits = ""
    for character in text {
      if character.isNumber {
        digits.append(character)
      } else if !" \u{A0}-–()/.".contains(character) {
        digits.append(" ")
      }
    }
    return numbers.contains { digits.contains($0) }
  }

  private func leadsToPhone(_ address: String) -> Bool {
    address.lowercased().hasPrefix("tel:") && saysNumber(address)
  }
}
