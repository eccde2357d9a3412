// SPDX-License-Identifier: MIT
import CVModel

/// The authors of a work as a list of names, those of the owner's set apart.
struct AuthorNames {
  let style: ReferenceStyle.Names
  /// The first authors that are shown, whatever the style says.
  let limit: Int?
  let ownName: PublicationDesign.OwnName
  /// With `{count}`: how many authors are not shown.
  let more: String

  init(_ design: PublicationDesign, more: String) {
    style = design.references?.names ?? ReferenceStyle.Names()
    limit = design.mostAuthors
    ownName = design.ownName
    self.more = more
  }

  /// `T. Roe*, A. Poe, …`: marks of equal and corresponding authors stand behind names; the owner
  /// is shown wherever she stands.
  func text(_ authors: [Author]) -> LayoutText {
    // Whoever the author has left out herself cannot be counted.
    if style.rest != nil, let last = authors.last, last.isElision {
      let named = Array(authors.dropLast())
      return ending(shown(named, first: limit ?? style.most ?? named.count), leaving: 1)
    }
    let most = limit ?? style.most ?? authors.count
    guard authors.count > most else { return names(authors, isWhole: true) }
    let shown = shown(authors, first: limit ?? style.shown)
    let rest = authors.count - shown.count { !$0.isElision }
    if limit == nil, let omission = style.omission, let last = authors.last {
      var text = names(shown, isWhole: false)
      guard shown.last != last else { return text }
      text.append(omission, role: .separator)
      text.append(name(last, isFirst: false))
      return text
    }
    return ending(shown, leaving: authors.contains(where: \.isElision) ? nil : rest)
  }

  /// The first authors, and the owner.
  private func shown(_ authors: [Author], first count: Int) -> [Author] {
    var shown = Array(authors.prefix(count))
    if let owner = authors.dropFirst(count).first(where: \.isOwner) {
      if authors[count] != owner { shown.append(.elision) }
      shown.append(owner)
    }
    return shown
  }

  /// - Parameter rest: How many are left out; `nil` where nobody knows.
  private func ending(_ shown: [Author], leaving rest: Int?) -> LayoutText {
    var text = names(shown, isWhole: rest == 0)
    guard rest != 0 else { return text }
    if let words = style.rest {
      text.append(words, role: .author)
    } else if let rest {
      text.append(" ", role: .separator)
      text.append(more.replacing("{count}", with: String(rest)), role: .author)
    } else {
      text.append(", ", role: .separator)
      text.append(Author.elision.name, role: .author)
    }
    return text
  }

  private func names(_ authors: [Author], isWhole: Bool) -> LayoutText {
    var text = LayoutText()
    for (index, author) in authors.enumerated() {
      if index > 0 {
        let isLast = isWhole && index == authors.count - 1
        let separator =
          isLast ? (authors.count == 2 ? style.pair : style.last) : style.separator
        text.append(separator, role: .separator)
      }
      text.append(name(author, isFirst: index == 0))
    }
    return text
  }

  private func name(_ author: Author, isFirst: Bool) -> LayoutText {
    let form = isFirst ? style.first : style.others
    let words = form == .written ? nil : NameParts(author)?.text(as: form)
    var run = LayoutRun(text: words ?? author.name, role: author.isOwner ? .ownAuthor : .author)
    if author.isOwner { run.marks = ownName.marks }
    run.link = author.url
    var signs = author.mark ?? ""
    if author.contributedEqually { signs += AuthorMark.equal }
    if author.isCorresponding { signs += AuthorMark.corresponding }
    var text = LayoutText([run])
    if !signs.isEmpty { text.append(signs, role: .author) }
    return text
  }
}

extension PublicationDesign.OwnName {
  fileprivate var marks: RichText.Marks {
    switch self {
    case .bold: .strong
    case .underline: .underline
    case .plain: []
    }
  }
}

/// The signs behind authors' names.
enum AuthorMark {
  static let equal = "*"
  static let corresponding = "†"
}
