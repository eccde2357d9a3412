// SPDX-License-Identifier: MIT
import Foundation

/// What cvgen understood of a page: the output of `cvgen model`.
struct Understanding: Decodable {
  var name: String?
  var emails: [String]
  var sections: [Section]

  struct Link: Decodable {
    var label: String
    var url: String
  }

  struct Place: Decodable {
    var line: Int
  }

  struct Section: Decodable {
    var title: String?
    var kind: String
    var lead: [String]?
    var entries: [Entry]
    var publications: [Publication]?

    /// The words of the page in it.
    var said: [String] {
      var words = [title].compactMap { $0 }
      words += lead ?? []
      words += entries.flatMap(\.said)
      return words + (publications ?? []).flatMap(\.said)
    }
  }

  /// A point of a list: its text, and the points below it.
  struct Bullet: Decodable {
    var texts: [String]

    private enum Key: CodingKey { case text, bullets }

    init(from decoder: any Decoder) throws {
      if let text = try? decoder.singleValueContainer().decode(String.self) {
        texts = [text]
      } else {
        let members = try decoder.container(keyedBy: Key.self)
        let inner = try members.decodeIfPresent([Bullet].self, forKey: .bullets) ?? []
        texts = try [members.decode(String.self, forKey: .text)] + inner.flatMap(\.texts)
      }
    }
  }

  struct Entry: Decodable {
    var title, organisation, role, location: String?
    var start, end, dates: String?
    var text: String?
    var bullets: [Bullet]?
    var links: [Link]?
    var group: String?
    var span: Place?

    /// The words of the page in it.
    var said: [String] {
      [title, organisation, role, location, dates, text].compactMap { $0 }
        + (bullets ?? []).flatMap(\.texts) + [group].compactMap { $0 }
    }

    var everything: String {
      let links = (links ?? []).flatMap { [$0.label, $0.url] }
      return (said + [start, end].compactMap { $0 } + links).joined(separator: " ")
    }
  }

  struct Author: Decodable {
    var name: String
    var url: String?
  }

  struct Publication: Decodable {
    var title: String?
    var authors: [Author]
    var selfAuthor: String?
    var equalContribution, corresponding, awards: [String]?
    var venue, status, dates, location, group, description, note: String?
    var year: Int?
    var volume, number, pages, doi: String?
    var links: [Link]?
    var span: Place?

    /// The words of the page in it.
    var said: [String] {
      [title, venue, dates, status, location, group, description].compactMap { $0 }
        + authors.map(\.name) + (awards ?? [])
    }

    var everything: String {
      let links = (links ?? []).flatMap { [$0.label, $0.url] }
      let numbers = [volume, number, pages, doi, note].compactMap { $0 }
      let years = year.map { [String($0)] } ?? []
      return (said + numbers + years + links + authors.compactMap(\.url)).joined(separator: " ")
    }
  }

  var publications: [Publication] { sections.flatMap { $0.publications ?? [] } }

  init(_ json: Data) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    self = try decoder.decode(Understanding.self, from: json)
  }
}
