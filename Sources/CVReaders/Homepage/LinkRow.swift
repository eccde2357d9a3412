// SPDX-License-Identifier: MIT
import CVModel

/// A line of links to pages of the owner: `[Scholar](…) / [GitHub](…) / [CV](cv.pdf)`.
///
/// Only signs stand between the links. Each leads to a way to reach her, to another page of the
/// site or to what the document itself is; one at least leads to a network, by mail or to her site.
struct LinkRow {
  private(set) var contacts: [Contact] = []
  /// The labels of links to pages of the site and to the CV.
  private(set) var siteMatter: [RichText] = []

  init?(_ line: RichText) {
    guard let labels = Self.labels(in: line), labels.count > 1 else { return nil }
    var isSure = false
    for (label, link) in labels {
      if Self.leadsIntoSite(link) || WordLists.all.occurs(.ownCV, in: foldedWords(label.text)) {
        siteMatter.append(label)
      } else if let contact = ContactReader.plain(label) {
        contacts.append(contact)
        isSure = isSure || !Self.isNamedByLabel(contact, label)
      } else {
        return nil
      }
    }
    guard isSure else { return nil }
  }

  /// The words of each link; `nil` where other words stand between them.
  private static func labels(in line: RichText) -> [(label: RichText, link: String)]? {
    var labels: [(label: RichText, link: String)] = []
    var start = 0
    var isRow = true
    line.forEachRun { run, words in
      let part = line[start..<start + run.length]
      start += run.length
      guard let link = run.attributes.link else {
        isRow = isRow && !words.unicodeScalars.contains(where: isWordScalar)
        return
      }
      if let last = labels.last, last.link == link {
        labels[labels.count - 1].label = last.label + part
      } else {
        labels.append((part, link))
      }
    }
    let named = labels.map { label, link in
      (label.trimmed { isSpace($0) || "[](),;/|".unicodeScalars.contains($0) }, link)
    }
    return isRow ? named.filter { $0.0.hasWords } : nil
  }

  /// Whether an address leads to a page or a file of the site.
  private static func leadsIntoSite(_ link: String) -> Bool {
    !link.contains("://") && !["mailto:", "tel:"].contains { link.lowercased().hasPrefix($0) }
  }

  /// Whether only its label says what a link leads to: `Code`, `Blog`.
  private static func isNamedByLabel(_ contact: Contact, _ label: RichText) -> Bool {
    contact.kind == .network(label.text)
      && !WordLists.all.networks.contains { $0.name == label.text }
  }
}
