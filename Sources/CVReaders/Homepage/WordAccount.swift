// SPDX-License-Identifier: MIT
package import CVDiagnostics
package import CVMarkup
import CVModel

/// Where the words of a page are: in the profile, in the account, or nowhere.
///
/// A word is a run of letters and digits; a word that only joins fields ("at", "vol.") may give
/// way to the structure that it announces.
package struct WordAccount: Sendable {
  /// How many words the page shows, counting what was dropped from it with a reason.
  package var page: Int
  /// How many of them stand in the account only, by reason.
  package var accounted: [(reason: ImportAccount.Fate, count: Int)]
  /// The words that are neither in the profile nor in the account; there should be none.
  package var missing: [String]

  package var inProfile: Int {
    page - accounted.reduce(missing.count) { $0 + $1.count }
  }

  package init(_ document: MarkupDocument, _ reading: Reading) {
    let shown = document.blocks.flatMap(\.texts).flatMap(partsAtLostBreak).map(\.countedText)
    let count = { (texts: [String]) in texts.reduce(0) { $0 + WordBalance.words($1).count } }
    // What the markup stage dropped is no longer among the blocks; what the reader drops still is.
    let atOnce = document.account.entries.filter { $0.fate != .repaired }
    let words = shown.flatMap(WordBalance.words)
    page = words.count + count(atOnce.map(\.text))
    var balance = WordBalance()
    for text in reading.profile.everything { balance.add(text) }
    var counts: [ImportAccount.Fate: Int] = [:]
    for entry in atOnce { counts[entry.fate, default: 0] += count([entry.text]) }
    let later = reading.account.entries.dropFirst(document.account.entries.count)
    missing = balance.missing(from: words)
    for fate in ImportAccount.Fate.allCases {
      let before = missing.count
      for entry in later where entry.fate == fate { balance.add(entry.text) }
      missing = balance.missing(from: words)
      counts[fate, default: 0] += before - missing.count
    }
    accounted = ImportAccount.Fate.allCases.compactMap { fate in
      counts[fate].flatMap { $0 > 0 ? (fate, $0) : nil }
    }
  }
}

extension WordAccount {
  /// The words of a file of data: those of the profile and those of the account.
  package init(page reading: Reading) {
    let count = { (texts: [String]) in texts.reduce(0) { $0 + WordBalance.words($1).count } }
    var counts: [ImportAccount.Fate: Int] = [:]
    for entry in reading.account.entries { counts[entry.fate, default: 0] += count([entry.text]) }
    missing = []
    accounted = ImportAccount.Fate.allCases.compactMap { fate in
      counts[fate].flatMap { $0 > 0 ? (fate, $0) : nil }
    }
    page = count(reading.profile.everything) + accounted.reduce(0) { $0 + $1.count }
  }
}

extension WordAccount {
  /// Counts what settings have taken from the profile.
  package mutating func add(_ account: ImportAccount) {
    for fate in ImportAccount.Fate.allCases {
      let texts = account.entries.filter { $0.fate == fate }.map(\.text)
      let count = texts.reduce(0) { $0 + WordBalance.words($1).count }
      if count > 0 { accounted.append((fate, count)) }
    }
  }
}

extension Profile {
  /// Every text of the profile.
  var everything: [String] {
    var parts = [name?.text, headline?.text].compactMap { $0 } + contacts.map(\.text)
    for section in sections {
      parts += [section.title?.countedText].compactMap { $0 } + section.lead.map(\.countedText)
      // A group's heading is said once for the entries that follow each other in it.
      var last: String?
      for entry in section.entries {
        let (texts, group) = entry.textsAndGroup
        parts += texts + (group == last ? [] : [group].compactMap { $0 })
        last = group
      }
    }
    return parts
  }
}

extension Entry {
  fileprivate var textsAndGroup: ([String], String?) {
    switch self {
    case .paragraph(let paragraph):
      return ([paragraph.text.countedText], paragraph.group?.countedText)
    case .record(var record):
      let group = record.group?.text
      record.group = nil
      return (record.allTexts, group)
    case .publication(var publication):
      let group = publication.group?.text
      publication.group = nil
      return (publication.allTexts, group)
    }
  }
}
