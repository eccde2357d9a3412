// SPDX-License-Identifier: MIT

extension DOMNode {
  /// What a link without words shows in their place: the name of its emoji (`:link:`), or nothing
  /// for a sign of an icon font, a drawing or an emoji itself.
  var linkSign: String? {
    let words = shownText.split(separator: " ").joined(separator: " ")
    guard !words.isEmpty else { return isIcon ? "" : nil }
    let name = words.split(separator: ":").joined(separator: " ")
    return words.hasPrefix(":") ? name.replacing("_", with: " ") : ""
  }

  /// The texts of a node and of those in it.
  private var shownText: String {
    if case .text(let text, _) = content { return text }
    return children.map(\.shownText).joined()
  }
}
