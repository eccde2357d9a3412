// SPDX-License-Identifier: MIT
package import CVModel

/// How much an entry is worth its place: by its section, then by its age.
package struct Importance: Hashable, Comparable, Sendable {
  /// The larger, the more important.
  package var rank: Int
  /// When it was last true; of two in sections of one rank the older goes first.
  package var latest: PartialDate?

  package init(rank: Int, latest: PartialDate?) {
    self.rank = rank
    self.latest = latest
  }

  package static func < (a: Importance, b: Importance) -> Bool {
    if a.rank != b.rank { return a.rank < b.rank }
    // What has no date is as good as new: its place in the section decides.
    return (a.latest ?? PartialDate(9999)) < (b.latest ?? PartialDate(9999))
  }
}

extension SectionKind {
  /// What employers look at first, from the least to the most; a profile may say otherwise.
  package static let byImportance: [SectionKind] = [
    .news, .interests, .references, .media, .activities, .collaborators, .memberships, .other,
    .volunteer, .talks, .services, .supervision, .certificates, .languages, .teaching, .patents,
    .funding, .projects, .awards, .researchInterests, .publications, .skills, .experience,
    .education, .about, .contact,
  ]

  /// The rank of a section: what a profile names stands above all else, the first the highest.
  func rank(after priority: [SectionKind]) -> Int {
    if let place = priority.firstIndex(of: self) {
      return Self.byImportance.count + priority.count - place
    }
    return Self.byImportance.firstIndex(of: self) ?? 0
  }
}
