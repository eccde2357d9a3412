// SPDX-License-Identifier: MIT
package import CVDiagnostics
package import CVMarkup
package import CVModel

/// A format of data that a profile may be kept in.
///
/// It is known by what stands in the file, never by its name. A reader for a new format is a
/// function, a row of `all`, and its tests.
package struct Format: Sendable {
  package let name: String
  /// Whether texts of it may have emphasis and links.
  let isMarkdown: Bool
  /// Whether a tree is of this format.
  let isFormOf: @Sendable (DataNode) -> Bool
  let read: @Sendable (DataNode, inout DataReading) -> Void

  package static let all: [Format] = [
    Format(
      name: "RenderCV", isMarkdown: true,
      isFormOf: { $0["cv"].map { $0["name"] != nil || $0["sections"] != nil } ?? false },
      read: { readRenderCV($0, into: &$1) }),
    Format(
      name: "YAMLResume", isMarkdown: true, isFormOf: { $0["content"]?["basics"] != nil },
      read: { readYAMLResume($0, into: &$1) }),
    Format(
      name: "JSON Resume", isMarkdown: false,
      isFormOf: { root in
        let lists = ["work", "education", "skills", "projects", "publications"]
        return root["basics"]?.isMapping == true
          || lists.count(where: { root[$0]?.items.isEmpty == false }) >= 2
      },
      read: { readJSONResume($0, into: &$1) }),
    Format(
      name: "al-folio", isMarkdown: true,
      isFormOf: { root in
        root.items.contains { $0["title"] != nil && $0["contents"] != nil }
      },
      read: { readAlFolio($0, into: &$1) }),
  ]

  /// The format of a tree; `nil` where it is none that cvgen knows.
  package static func of(_ root: DataNode) -> Format? { all.first { $0.isFormOf(root) } }

  /// Reads a tree of this format as a profile.
  ///
  /// Never fails: what is not understood is told of.
  ///
  /// - Parameter file: The file that the tree was read from.
  package func read(
    _ root: DataNode, file: FileID, in sources: SourceSet, options: ReadingOptions
  ) -> Reading {
    var reading = DataReading(
      ScalarTexts(file, in: sources), isMarkdown: isMarkdown, emoji: options.emoji)
    read(root, &reading)
    return reading.finished(options)
  }
}

/// What the user and the author say of a profile beside what stands in it.
package struct ReadingOptions: Sendable {
  /// The owner's name; believed before any source.
  package var name: String?
  package var preferences = Preferences()
  /// Ways to reach the owner that stand over those of the profile.
  package var contacts: DataNode?
  /// What becomes of emoji in the texts of a format of data.
  package var emoji: EmojiPolicy

  package init(
    name: String? = nil, preferences: Preferences = Preferences(), contacts: DataNode? = nil,
    emoji: EmojiPolicy = .strip
  ) {
    self.name = name
    self.preferences = preferences
    self.contacts = contacts
    self.emoji = emoji
  }
}

extension DataReading {
  /// The profile with its name, its contacts and its owner among the authors.
  func finished(_ options: ReadingOptions) -> Reading {
    var profile = profile
    var account = account
    var settings = [
      DataNode.Member(key: "contacts", keySpan: nil, value: DataNode(.mapping(contacts)))
    ]
    if let contacts = options.contacts {
      let block = DataNode(.mapping([.init(key: "contacts", keySpan: nil, value: contacts)]))
      settings.append(.init(key: "cvgen", keySpan: nil, value: block))
    }
    let found = ContactFinder(
      settings: DataNode(.mapping(settings)), site: nil, stated: stated, texts: [])
    profile.contacts = found.contacts
    account.add(contentsOf: found.account)
    if let name = options.name {
      profile.name = RichText(name)
    } else if let name = options.preferences.name {
      profile.name = name
    }
    if let headline = options.preferences.headline { profile.headline = headline }
    for index in profile.sections.indices {
      for kind in options.preferences.kinds where kind.matches(profile.sections[index]) {
        profile.sections[index].kind = kind.value
      }
    }
    markOwner(in: &profile, aliases: options.preferences.aliases)
    return Reading(profile: profile, account: account, log: log)
  }
}
