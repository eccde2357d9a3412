// SPDX-License-Identifier: MIT
import CVModel

extension Publication.Kind {
  /// What a work is: told by its source, else by the title of its group, else by its venue, else
  /// by the title of its section; `nil` where nothing tells.
  init?(_ work: Publication, in section: Section) {
    let venue = [work.venue, work.status].compactMap(\.?.text).joined(separator: " ")
    let named = work.group.flatMap { Self.named(in: $0.text) } ?? Self.named(in: venue)
    if let kind = work.kind {
      // Reference managers call preprints articles, and papers of workshops those of conferences.
      let isNearer = [.article, .conference].contains(kind)
      self = isNearer && [.workshop, .preprint].contains(named) ? named ?? kind : kind
    } else if let named {
      self = named
    } else if work.volume != nil {
      self = .article
    } else if let kind = section.title.flatMap({ Self.named(in: $0.text) }) {
      self = kind
    } else {
      return nil
    }
  }

  /// Before the numbers of works of the kind.
  var letter: String {
    switch self {
    case .article: "J"
    case .conference: "C"
    case .workshop: "W"
    case .book, .chapter: "B"
    case .thesis: "T"
    case .preprint: "P"
    case .patent: "N"
    case .report, .other: "O"
    }
  }

  /// The kind that a text names; of several, the first of the list.
  private static func named(in text: String) -> Self? {
    let bytes = Array(text.lowercased().utf8)
    var found = words.count
    for index in bytes.indices {
      for word in wordsByFirstByte[Int(bytes[index])]
      where word.kind < found && bytes[index...].starts(with: word.bytes) {
        found = word.kind
      }
    }
    return found < words.count ? words[found].kind : nil
  }

  /// The words by their first bytes, with the places of their kinds in the list.
  private static let wordsByFirstByte: [[(bytes: [UInt8], kind: Int)]] = {
    var table = [[(bytes: [UInt8], kind: Int)]](repeating: [], count: 256)
    for (index, (_, words)) in words.enumerated() {
      for bytes in words.map({ Array($0.utf8) }) {
        if let first = bytes.first { table[Int(first)].append((bytes, index)) }
      }
    }
    return table
  }()

  /// The words, or their beginnings, that name a kind, in the languages in which titles are read.
  private static let words: [(kind: Self, words: [String])] = [
    (.workshop, ["workshop", "atelier", "taller"]),
    (.thesis, ["thesis", "theses", "dissertation", "thèse", "tesis", "tese", "tesi", "学位论文"]),
    (.patent, ["patent", "brevet", "patente", "专利", "特許", "특허"]),
    (.preprint, ["preprint", "arxiv", "biorxiv", "medrxiv", "working paper", "ssrn", "预印"]),
    (.chapter, ["chapter", "kapitel", "capítulo"]),
    (.book, ["book", "buch", "livre", "libro", "专著", "著書"]),
    (
      .conference,
      [
        "conference", "proceedings", "symposium", "konferenz", "tagung", "conférence",
        "conferencia", "congreso", "congresso", "convegno", "会议", "国際会議", "학술대회",
      ]
    ),
    (
      .article,
      [
        "journal", "transactions", "letters", "lett.", "trans.", "zeitschrift", "revue", "revista",
        "rivista", "tijdschrift", "期刊", "学術論文", "학술지",
      ]
    ),
  ]
}
