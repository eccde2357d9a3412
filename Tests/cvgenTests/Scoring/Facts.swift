// SPDX-License-Identifier: MIT
import Foundation

/// What a page says, written down by a person: a `*.facts.json`.
struct Facts: Decodable {
  /// The name of the file; demo profiles are pages of the same stem.
  var source: String?
  var name: String?
  /// Other forms of the name that are right, too.
  var nameAcceptable: [String?]?
  var emails: [String]?
  var links: [Link]?
  var sections: [Section]
  var publications: [Publication]?
  /// Titles of sections that the format leaves to the reader.
  var generated: [String]?
  /// What may stand in no output.
  var mustNotAppear: [String]?

  struct Link: Decodable {
    var url: String?
  }

  struct Section: Decodable {
    var title: String?
    var kind: String
    var entryCount: Int
    var entries: [Entry]
    /// Set where the entries are no records, and their number and dates only inform.
    var unit: String?

    var isNews: Bool { kind == "news" }
  }

  struct Entry: Decodable {
    var title: String?
    var organisation: String?
    var role: String?
    var location: String?
    var start: String?
    var end: String?
    var rawDates: String?
    var textKeyPhrases: [String]?
    var links: [Link]?

    var phrases: [String] { textKeyPhrases ?? [] }

    var label: String { title ?? organisation ?? role ?? phrases.first ?? "?" }

    /// The words by which the entry is known again.
    var probes: [String] { ([title, organisation, role, rawDates] + phrases).compactMap { $0 } }
  }

  struct Publication: Decodable {
    var title: String
    var authors: [String]?
    /// The authors as one text, where the page itself has them wrong.
    var authorsText: Words?
    var authorsTolerant: Bool?
    var selfAuthor: String?
    var equalContribution: [String]?
    var corresponding: [String]?
    var awards: [String]?
    var venue: String?
    var year: Int?
    var links: [Link]?
  }

  /// One text, or several that must all be found.
  enum Words: Decodable {
    case one(String), several([String])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .one(text)
      } else {
        self = .several(try container.decode([String].self))
      }
    }

    var all: [String] {
      switch self {
      case .one(let text): [text]
      case .several(let texts): texts
      }
    }
  }

  init(_ json: Data) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    self = try decoder.decode(Facts.self, from: json)
  }
}
