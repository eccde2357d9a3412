// SPDX-License-Identifier: MIT

/// The first words of a text for a message, with `…` where more follow.
package func firstWords(of text: String, upTo limit: Int) -> String {
  let words = text.split(whereSeparator: \.isWhitespace)
  return words.prefix(limit).joined(separator: " ") + (words.count > limit ? " …" : "")
}
