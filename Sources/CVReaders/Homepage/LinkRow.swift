// SPDX-License-Identifier: MIT
import CVModel

/// A line of links to pages of the owner: `[Scholar](…) / [GitHub](…) / [CV](cv.pdf)`.
///
/// Only signs stand between the links. Each leads to a way to reach her, or by its name to another
/// page of the site or to the CV; one at least leads to a network, by mail or to her site.
struct LinkRow {
  private(set) var contacts: [Contact] = []
  /// The labels of the links to these.
  private(set) var labels: [RichText] = []
  /// The labels of links to pages of the site and to the CV.
  private(set) var siteMatter: [RichText] = []

  init?(_ line: RichText) {
    guard let labels = Self.labels(in: line), labels.count > 1 else { return nil }
    var isSure = false
    for (label, link) in labels {
      if label.hasWords, Self.isSiteMatter(label, link) {
        siteMatter.append(label)
      } else if let contact = ContactReader.plain(label) {
        let isNamed = Self.isNamedByLabel(contact, label)
        let isBare = !isNamed && link.contains("://")
        contacts.append(isBare ? ContactFinder.bareContact(link, label.span) : contact)
        self.labels.append(label)
        isSure = isSure || !isNamed
      } else {
        return nil
      }
    }
    guard isSure else { return nil }
  }

  /// Whether a line at the foot of a page leads to networks by their names, and nowhere else.
  static func isFoot(_ line: RichText) -> Bool {
    guard let labels = labels(in: line), labels.count > 1 else { return false }
    return labels.allSatisfy { label, link in
      let words = folded(label.text)
      return link.contains("://")
        && WordLists.all.networks.contains {
          $0.keys.contains(words) || folded($0.name) == words
        }
    }
  }

  /// The words or the picture of each link; `nil` where other words stand between them.
  private static func labels(in line: RichText) -> [(label: RichText, link: String)]? {
    guard line.count <= longest else { return nil }
    var labels: [(range: Range<Int>, link: String)] = []
    var start = 0
    var isRow = true
    line.forEachRun { run, words in
      let range = start..<start + run.length
      start = range.upperBound
      guard let link = run.attributes.link else {
        isRow = isRow && !words.unicodeScalars.contains(where: isWordScalar)
        return
      }
      if let last = labels.last, last.link == link, last.range.upperBound == range.lowerBound {
        labels[labels.count - 1].range = last.range.lowerBound..<range.upperBound
      } else {
        labels.append((range, link))
      }
    }
    let named = labels.map { range, link in
      (line[range].trimmed { isSpace($0) || "[](),;/|".unicodeScalars.contains($0) }, link)
    }.filter { !$0.0.isEmpty }
    return isRow ? named : nil
  }

  /// The most bytes of a row.
  private static let longest = 1_000

  /// Whether a link leads to the CV or, by the name of a section, to another page of the site.
  private static func isSiteMatter(_ label: RichText, _ link: String) -> Bool {
    if WordLists.all.occurs(.ownCV, in: foldedWords(label.text)) { return true }
    let isOwn =
      !link.contains("://") && !["mailto:", "tel:"].contains { link.lowercased().hasPrefix($0) }
    let isFile = link.hasSuffix(".pdf") && foldedWords(label.text) == ["download", "pdf"]
    return isOwn
      && (SectionTitle(label).isExact || isFile || wordCount(label) == 1 && link.hasSuffix("/"))
  }

  /// Whether only its label says what a link leads to: `Code`, `Blog`.
  private static func isNamedByLabel(_ contact: Contact, _ label: RichText) -> Bool {
    contact.kind == .network(label.text)
      && !WordLists.all.networks.contains { $0.name == label.text }
  }
}
