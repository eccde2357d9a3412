// SPDX-License-Identifier: MIT
package import CVModel

/// How long a page budget spares an entry: by its stage, then by its kind, then by its age.
package struct Importance: Hashable, Comparable, Sendable {
  package var stage: Stage
  /// The larger, the more important.
  package var rank: Int
  /// When it was last true; of two of one kind the older goes first.
  package var latest: PartialDate?

  package init(stage: Stage, rank: Int, latest: PartialDate? = nil) {
    self.stage = stage
    self.rank = rank
    self.latest = latest
  }

  /// What goes from a CV that is too long, from the first to the last.
  package enum Stage: Int, Comparable, Sendable {
    /// Kinds that a short CV does without.
    case marginal
    /// What is told of a degree.
    case detail
    /// What is beyond the number that a short CV shows of a kind.
    case surplus
    case core
    /// What the profile itself wants to be spared.
    case stated

    package static func < (a: Stage, b: Stage) -> Bool { a.rawValue < b.rawValue }
  }

  package static func < (a: Importance, b: Importance) -> Bool {
    if a.stage != b.stage { return a.stage < b.stage }
    if a.rank != b.rank { return a.rank < b.rank }
    return a.asGoodAs < b.asGoodAs
  }

  /// What has no date is as good as new: its place in the section decides.
  private var asGoodAs: PartialDate { latest ?? PartialDate(9999) }
}

extension SectionKind {
  /// What employers look at first, from the least to the most; a profile may say otherwise.
  private static let byImportance: [SectionKind] = [
    .news, .interests, .references, .media, .activities, .collaborators, .memberships, .other,
    .volunteer, .talks, .services, .supervision, .certificates, .languages, .teaching, .patents,
    .funding, .projects, .awards, .researchInterests, .publications, .skills, .experience,
    .education, .about, .contact,
  ]

  /// The kinds that a short CV does without.
  private static let marginal: Set<SectionKind> = [
    .news, .interests, .references, .media, .activities, .collaborators,
  ]

  /// How many entries of a kind a short CV shows; of these kinds the first is shortened first.
  private static let shown: [(kind: SectionKind, count: Int)] = [
    (.memberships, 3), (.volunteer, 3), (.talks, 3), (.supervision, 3), (.certificates, 3),
    (.teaching, 3), (.patents, 3), (.funding, 3), (.projects, 3), (.experience, 4),
    (.publications, 5), (.awards, 5), (.services, 3),
  ]

  /// How long an entry is spared, by its kind alone.
  ///
  /// - Parameter priority: The kinds that the profile wants to be spared, the first the longest.
  func importance(after priority: [SectionKind]) -> Importance {
    if let place = priority.firstIndex(of: self) {
      return Importance(stage: .stated, rank: priority.count - place)
    }
    return Importance(
      stage: Self.marginal.contains(self) ? .marginal : .core,
      rank: Self.byImportance.firstIndex(of: self) ?? 0)
  }

  /// How many entries of the kind a short CV shows; `nil` for all.
  package var countInShort: Int? { Self.shown.first { $0.kind == self }?.count }

  /// How long an entry is spared that is beyond this number.
  package var surplusRank: Int { Self.shown.firstIndex { $0.kind == self } ?? 0 }
}
