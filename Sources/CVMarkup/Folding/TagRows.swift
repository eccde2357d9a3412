// SPDX-License-Identifier: MIT
import CVModel

extension MarkupNode.Group {
  /// The class of a row of tags, between which the folder puts commas; of the program's own.
  package static let tagRow = "cvgen-tags"
}

extension DOMNode {
  /// Whether an element is a row of tags that only a style sheet keeps apart: three spans or more
  /// of one class, or in lines of their own without any, each of a few words.
  ///
  /// Words that a program has put into spans are none: `<span>I am</span> <span>a chemist</span>`.
  var isRowOfTags: Bool {
    guard case .element(let name) = content, name == "div" || name == "p" || name == "li" else {
      return false
    }
    var (look, count, isLineStart) = (String?.none, 0, false)
    for child in children {
      switch child.content {
      case .nothing: break
      case .text(let blank, _):
        guard blank.unicodeScalars.allSatisfy(isSpace) else { return false }
        isLineStart = blank.contains("\n")
      case .element("span"):
        let own = child.attribute("class") ?? ""
        guard own == look ?? own, !own.isEmpty || isLineStart && !child.hasAttributes,
          child.isTag
        else { return false }
        (look, count, isLineStart) = (own, count + 1, false)
      case .element: return false
      }
    }
    return count > 2
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
