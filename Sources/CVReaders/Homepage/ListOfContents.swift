// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

extension MarkupNode {
  /// The words of a list of three links or more to places in the page, and those places; `nil` for
  /// a list that holds anything else.
  var namesInContents: Set<String>? {
    guard listItems?.first?.blocks.first?.paragraphText?.placesInPage != nil,
      case let texts = texts, texts.count > 2
    else { return nil }
    var names: Set<String> = []
    for text in texts {
      guard let places = text.placesInPage, !places.isEmpty else { return nil }
      names.formUnion(places)
      names.insert(text.text)
    }
    return names
  }
}

/// The headings of a page, by the names that sites make of them.
struct PageHeadings {
  private var names: Set<String> = []

  init(_ blocks: [MarkupNode]) { add(blocks) }

  private mutating func add(_ blocks: [MarkupNode]) {
    for block in blocks {
      if let text = block.headingText { names.insert(Self.name(of: text.text)) }
      if case .group = block.kind { add(block.children) }
    }
  }

  /// `#-honors-and-awards` for `🎖 Honors and Awards`: whether one of some names is that of a
  /// heading, or a title of a section.
  func hold(oneOf others: Set<String>) -> Bool {
    others.contains { names.contains(Self.name(of: $0)) || SectionTitle(RichText($0)).isExact }
  }

  private static func name(of words: String) -> String {
    String(folded(words).filter { $0.isLetter || $0.isNumber })
  }
}
