// SPDX-License-Identifier: MIT
package import CVDiagnostics
package import CVModel

/// A text with emphasis and links, and what was dropped from it.
package struct InlineText: Sendable {
  package var text: RichText
  package var account: ImportAccount

  package init(text: RichText, account: ImportAccount = ImportAccount()) {
    self.text = text
    self.account = account
  }
}

/// Reads the Markdown of a single paragraph, such as a value of a data file.
///
/// Signs that would begin a block (`#`, `1.`, `-`) are words here.
package func readInlineMarkdown(
  _ text: EditedText, emoji: EmojiPolicy = .strip
) -> InlineText {
  guard text.bytes.contains(where: isMarkup) else { return plainText(text, emoji: emoji) }
  // A sign in front keeps the first word from being the mark of a block.
  let guarded = text.applying([.insert(blockGuard, at: 0)])
  guard let tree = try? readTree(guarded, emoji: emoji), tree.blocks.count == 1,
    case .paragraph(let words)? = tree.blocks.first?.kind, words.text.hasPrefix(blockGuard)
  else { return plainText(text, emoji: emoji) }
  return InlineText(
    text: words[blockGuard.utf8.count..<words.count].collapsed(), account: tree.account)
}

/// A text as it stands but for its emoji, with its places.
package func plainText(_ text: EditedText, emoji: EmojiPolicy = .strip) -> InlineText {
  var result = RichText()
  var account = ImportAccount()
  for piece in text.pieces(under: 0..<text.count) {
    let (kept, removed) = EmojiFilter.split(text.string(piece.range), emoji, after: result.text)
    if !removed.isEmpty { account.add(.emoji, removed, at: piece.span) }
    result.append(kept, RichText.Attributes(), span: piece.span)
  }
  return InlineText(text: result.collapsed(), account: account)
}

/// A sign of punctuation, beside which emphasis may begin, that no page uses.
private let blockGuard = "\u{2016}"

private func isMarkup(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "`"),
    UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "\\"), UInt8(ascii: ":"),
    UInt8(ascii: "@"), UInt8(ascii: "!"):
    true
  default: false
  }
}
