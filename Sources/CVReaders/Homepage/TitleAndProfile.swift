// SPDX-License-Identifier: MIT
import CVModel

/// `Publications ([Google Scholar](…))`: the title of a section, and the owner's page on a network.
struct TitleAndProfile {
  let title: RichText
  let profile: Contact
  /// The words behind the link, with the signs around them.
  let label: RichText

  /// - Returns: `nil` unless a known title stands before one link to a page of a network.
  init?(_ heading: RichText) {
    guard let last = heading.runs.last(where: { $0.attributes.link != nil }),
      let address = last.attributes.link, address.contains("://"),
      case let links = heading.runs.filter({ $0.attributes.link != nil }),
      links.allSatisfy({ $0.attributes.link == address })
    else { return nil }
    let start = heading.runs.prefix { $0.attributes.link == nil }.reduce(0) { $0 + $1.length }
    let end = start + links.reduce(0) { $0 + $1.length }
    let isSign = { (scalar: Unicode.Scalar) in
      isSpace(scalar) || isDash(scalar) || "()（）[]|:：/·,".unicodeScalars.contains(scalar)
    }
    let title = heading[0..<start].trimmed(where: isSign)
    guard !title.isEmpty, start < end, end <= heading.count,
      heading[end..<heading.count].trimmed(where: isSign).isEmpty,
      wordCount(heading[start..<end]) <= 4, SectionTitle(title).isExact
    else { return nil }
    profile = ContactFinder.bareContact(address, last.span)
    guard case .network = profile.kind, Self.isOfPerson(address) else { return nil }
    self.title = title
    label = heading[start..<end].trimmed()
  }

  /// Whether an address of a network is that of somebody: no repository and no video.
  private static func isOfPerson(_ address: String) -> Bool {
    let parts = shortAddress(address).split(separator: "/")
    guard parts.count > 1 else { return false }
    let isOfCode = parts[0].hasPrefix("git") || parts[0].hasPrefix("bitbucket")
    return !(isOfCode && parts.count > 2)
      && !["watch", "playlist", "shorts", "embed"].contains { parts[1].hasPrefix($0) }
  }
}
