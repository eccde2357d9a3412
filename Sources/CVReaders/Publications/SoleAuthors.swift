// SPDX-License-Identifier: MIT
import CVModel

/// Finds the only author of a work among the words behind its title: one name alone is told from
/// other words only where the owner has it, or an author of another work.
struct SoleAuthors {
  private let owner: OwnName
  /// The folded names of the authors of all works.
  private let others: Set<String>

  init(_ profile: Profile, owner: OwnName) {
    self.owner = owner
    let names = profile.works.flatMap { $0.authors.filter { !$0.isElision }.map(\.name) }
    others = Set(names.filter { $0.contains(" ") }.map { folded($0) })
  }

  /// Takes the name out of the venue, the note or the first words below a work without authors.
  func name(_ work: inout Publication) {
    guard work.authors.isEmpty else { return }
    if let venue = work.venue, isName(venue) {
      work.authors = [Author(venue.text)]
      work.venue = nil
    } else if let line = work.description.first, isName(line) {
      work.authors = [Author(line.text)]
      work.description.removeFirst()
    } else if let note = work.note, case var parts = topLevelParts(note),
      let index = parts.firstIndex(where: isName)
    {
      work.authors = [Author(parts.remove(at: index).text)]
      work.note = parts.joinedIfAny(separator: ", ")
    }
  }

  private func isName(_ text: RichText) -> Bool {
    let words = text.text.split(separator: " ").count
    let isUnspaced = text.text.unicodeScalars.allSatisfy(isCJK)
    guard 2...5 ~= words || isUnspaced, text.isUnlinked else { return false }
    return others.contains(folded(text.text)) || !owner.isEmpty && owner.matches(text.text)
  }
}
