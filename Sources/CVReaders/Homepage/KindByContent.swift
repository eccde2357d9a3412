// SPDX-License-Identifier: MIT
import CVModel

extension Outline.Part {
  /// The kind of a section whose title says less than what it holds.
  var kindByContent: SectionKind? {
    switch heading.kind {
    case nil, .news:
      holdsTableOfPosts(blocks) || holdsHeadedPosts(blocks)
        ? .experience : holdsListOfDegrees(blocks) ? .education : heading.kind
    case .collaborators: holdsListOfStudents(blocks) ? .supervision : .collaborators
    case .skills where holdsRepositories(blocks): .projects
    case .researchInterests:
      holdsListOfWorks(blocks)
        ? .publications : holdsListOfPosts(blocks) ? .experience : .researchInterests
    case .publications where namesMeetings(heading.title):
      holdsListOfTalks(blocks) || namesOnlyMeetings(heading.title) && !holdsWorks(blocks)
        ? .talks : .publications
    default: heading.kind
    }
  }
}

/// `Conferences, seminars, workshops`: whether a title joins meetings of several kinds.
private func namesOnlyMeetings(_ title: RichText) -> Bool {
  let words = foldedWords(title.text).filter { !WordLists.all.isJoint(Substring($0)) }
  return words.count > 1 && words.allSatisfy { WordLists.all.contains($0, in: .meeting) }
}

/// `Conferences`: whether a title says at what works were shown, and not what they are.
private func namesMeetings(_ title: RichText) -> Bool {
  let words = foldedWords(title.text)
  let works = words.filter { WordLists.all.sectionKind($0) == .publications }
  return !works.isEmpty && works.allSatisfy { WordLists.all.contains($0, in: .meeting) }
}
