// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel

/// The author whose works a page lists, told from these alone.
///
/// Emphasis tells her, in two works or more, where hardly another name has it; else she is the one
/// author of nearly all of four works or more, of which nobody else signs more than half.
struct SigningAuthor {
  /// The form under which she signs most of them: `Roe, A.`.
  let form: String
  /// Her name in full, where some work has it.
  let name: String?
  /// How many works she signs.
  let count: Int

  init?(of works: [Publication]) {
    let signed = works.map { $0.authors.filter { !$0.isElision } }.filter { !$0.isEmpty }
    let emphasised = signed.map { $0.filter(\.isOwner) }.filter { !$0.isEmpty }
    let own = emphasised.isEmpty ? Self.common(to: signed) : Self.commonest(in: emphasised, from: 2)
    guard let form = own, case let owner = OwnName([form]) else { return nil }
    let forms = signed.flatMap { $0.map(\.name).filter(owner.matches) }
    self.form = form
    name = Self.mostFrequent(forms.filter(Self.isWhole))?.name
    count = forms.count
  }

  /// The name that stands in nearly all lists of authors, of which there are enough.
  private static func commonest(in works: [[Author]], from least: Int) -> String? {
    guard let form = mostFrequent(works.joined().map(\.name))?.name else { return nil }
    let owner = OwnName([form])
    let counts = works.map { work in work.count { owner.matches($0.name) } }
    let signed = counts.count { $0 == 1 }
    return signed >= least && signed * 5 >= works.count * 4 && !counts.contains { $0 > 1 }
      ? form : nil
  }

  /// The name that nearly all works share, and no other.
  private static func common(to works: [[Author]]) -> String? {
    guard let form = commonest(in: works, from: 4) else { return nil }
    let owner = OwnName([form])
    let others = works.joined().map(\.name).filter { !owner.matches($0) }
    let most = mostFrequent(others)?.count ?? 0
    return others.count >= works.count && most * 2 <= works.count ? form : nil
  }

  /// The commonest of some names; of two such, the one that comes first.
  private static func mostFrequent(_ names: [String]) -> (name: String, count: Int)? {
    var counts: [String: Int] = [:]
    for name in names { counts[name, default: 0] += 1 }
    guard let most = counts.values.max(), let name = names.first(where: { counts[$0] == most })
    else { return nil }
    return (name, most)
  }

  /// Whether a name is no short form: `Ada Roe`, `Ada M. Roe`, and neither `A. Roe` nor `AM Roe`.
  private static func isWhole(_ name: String) -> Bool {
    guard PersonName.isName(name) else { return false }
    if name.unicodeScalars.allSatisfy(isCJK) { return true }
    let words = name.split(separator: " ")
    return words.count > 1
      && ![words.first, words.last].compactMap { $0 }.contains { word in
        word.contains(".") || word.count < 2 || word.count <= 3 && word.allSatisfy(\.isUppercase)
      }
  }
}
