// SPDX-License-Identifier: MIT

/// A text as a name of small letters and digits with hyphens between its words.
public func slug(_ text: String) -> String {
  text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
}

extension Entry {
  /// What an entry is called, in words: its title or post, else its text.
  public var name: String {
    switch self {
    case .record(let record):
      (record.title ?? record.role ?? record.organisation ?? record.text)?.text ?? ""
    case .publication(let publication): publication.title.text
    case .paragraph(let paragraph): paragraph.text.text
    }
  }

  /// The names by which settings may call an entry: its own, that of its organisation, and both
  /// together, which tells two posts of one title apart.
  public var slugs: [String] {
    guard case .record(let record) = self, let organisation = record.organisation?.text else {
      return [slug(name)]
    }
    return [name, organisation, name + " " + organisation].map(slug)
  }
}
