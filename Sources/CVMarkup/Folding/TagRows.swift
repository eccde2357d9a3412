// SPDX-License-Identifier: MIT
import CVModel

extension MarkupNode.Group {
  /// The class of a row of tags, between which the folder puts commas; of the program's own.
  package static let tagRow = "cvgen-tags"
}

/// Finds rows of tags that only a style sheet keeps apart: three spans or more of one class, or in
/// lines of their own without any, each of a few words.
///
/// So are the words of a sentence, a name or a time that a program has put into spans. Tags, or the
/// row, are called so by their classes; or they have a background, or a class that other rows of
/// the page have, and begin with capitals.
struct TagRows {
  private let body: DOMNode?
  /// The classes of spans in more than one row, once they were asked for.
  private var shared: Set<String>?

  /// Those of no page.
  init() { body = nil }

  init(in body: DOMNode) { self.body = body }

  mutating func contains(_ node: DOMNode) -> Bool {
    guard let tags = node.likelyTags else { return false }
    let look = tags[0].attribute("class") ?? ""
    if look.namesTags || (node.attribute("class") ?? "").namesTags { return true }
    if tags.allSatisfy({ InlineStyle($0.attribute("style")).hasBackground }) { return true }
    let words = tags.map(\.words)
    guard !look.isEmpty, words.allSatisfy({ $0.first?.isLowercase == false }),
      words.contains(where: { $0.count > 1 })
    else { return false }
    if shared == nil { shared = body.map(Self.sharedClasses) }
    return shared?.contains(look) == true
  }

  /// The classes of spans in rows that say different things.
  private static func sharedClasses(_ body: DOMNode) -> Set<String> {
    var rows: [String: Set<String>] = [:]
    var nodes = [body]
    while let node = nodes.popLast() {
      if let tags = node.likelyTags, let look = tags[0].attribute("class") {
        rows[look, default: []].insert(tags.map(\.words).joined(separator: " "))
      }
      nodes += node.children
    }
    return Set(rows.filter { $0.value.count > 1 }.keys)
  }
}

extension String {
  /// Whether the names of a class say that something is a tag, or a row of them.
  var namesTags: Bool {
    var words: [String] = []
    var last: Character = " "
    for character in self {
      let begins = !last.isLetter || character.isUppercase && last.isLowercase
      if character.isLetter {
        if begins { words.append("") }
        words[words.count - 1] += character.lowercased()
      }
      last = character
    }
    return words.contains { word in
      Self.tagNames.contains(word)
        || word.last == "s" && Self.tagNames.contains(String(word.dropLast()))
    }
  }

  private static let tagNames: Set<String> = [
    "tag", "badge", "chip", "pill", "label", "skill", "tech", "technologies", "technology",
    "keyword", "topic",
  ]
}

extension DOMNode {
  /// The spans of what may be a row of tags.
  fileprivate var likelyTags: [DOMNode]? {
    guard case .element(let name) = content, name == "div" || name == "p" || name == "li" else {
      return nil
    }
    var (look, tags, isLineStart) = (String?.none, [DOMNode](), false)
    for child in children {
      switch child.content {
      case .nothing: break
      case .text(let blank, _):
        guard blank.unicodeScalars.allSatisfy(isSpace) else { return nil }
        isLineStart = blank.contains("\n")
      case .element("span"):
        let own = child.attribute("class") ?? ""
        guard own == look ?? own, !own.isEmpty || isLineStart && !child.hasAttributes,
          child.isTag
        else { return nil }
        (look, isLineStart) = (own, false)
        tags.append(child)
      case .element: return nil
      }
    }
    return tags.count > 2 ? tags : nil
  }

  /// The words that stand directly in an element.
  fileprivate var words: String {
    let texts = children.compactMap { child in
      if case .text(let text, _) = child.content { text } else { nil }
    }
    return texts.joined().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether an element holds one to four words that begin with a letter, and at most an icon.
  private var isTag: Bool {
    var words = ""
    for child in children {
      switch child.content {
      case .nothing: break
      case .text(let text, _): words += text
      case .element(let name): guard name == "i", child.children.isEmpty else { return false }
      }
    }
    let parts = words.split(whereSeparator: \.isWhitespace)
    guard 1...4 ~= parts.count, words.utf8.count <= 60, !words.contains("@"),
      let first = parts[0].first, first.isLetter, let last = parts[parts.count - 1].last
    else { return false }
    return !".,;:|/·•–-".contains(last)
  }
}

extension RichText {
  /// Puts a comma behind the last of the tags, where another follows.
  mutating func endTag(_ attributes: Attributes) {
    self = trimmedAtEnd()
    if !isEmpty { append(", ", attributes) }
  }
}
