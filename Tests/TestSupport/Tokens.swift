// SPDX-License-Identifier: MIT
import Foundation

/// A word of a document as some reader of its format gives it: what stands between white space.
public struct Token: Hashable, Sendable {
  public var text: String
  /// Whether a line or a block ends behind it.
  public var endsLine: Bool

  /// A line may break behind these inside a word.
  fileprivate var mayBeBroken: Bool {
    endsLine && text.last.map { "-‐–—/._?&=".contains($0) } ?? false
  }
}

/// The tokens of a text, without what has no look: soft hyphens and zero-width signs.
public func tokens(of text: String) -> [Token] {
  var result: [Token] = []
  for line in text.split(whereSeparator: \.isNewline) {
    for word in line.split(whereSeparator: \.isWhitespace) {
      let seen = word.unicodeScalars.filter { !invisible.contains($0.value) }
      if !seen.isEmpty { result.append(Token(text: String(seen), endsLine: false)) }
    }
    if let last = result.indices.last { result[last].endsLine = true }
  }
  return result
}

private let invisible: Set<UInt32> = [0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF]

/// The tokens of a PDF in the order of its content, without the line at the foot of its pages.
public func tokens(ofPDF bytes: [UInt8]) throws -> [Token] {
  let folder = try TemporaryFolder()
  let file = folder.url.appending(path: "document.pdf")
  try Data(bytes).write(to: file)
  let pages = try run("pdftotext", ["-raw", file.path, "-"]).text.split(separator: "\u{C}")
  let lines = pages.enumerated().flatMap { number, page in
    page.split(separator: "\n").filter { !$0.hasSuffix("age \(number + 1) of \(pages.count)") }
  }
  return tokens(of: lines.joined(separator: "\n"))
}

/// Where two documents first differ in their tokens, or `nil` where they say the same.
///
/// A word that one of them breaks behind a hyphen, a dash or a slash counts as whole, and the
/// sign between two contacts may be missing where a line ends in its place.
public func firstDifference(
  _ first: [Token], _ second: [Token], signs: Set<String> = ["·"]
) -> String? {
  var (a, b) = (TokenReader(tokens: first), TokenReader(tokens: second))
  while true {
    while a.word != b.word {
      if let word = b.word, a.canJoin(towards: word) {
        a.join()
      } else if let word = a.word, b.canJoin(towards: word) {
        b.join()
      } else if let sign = b.word, signs.contains(sign), a.isAfterLine {
        b.advance()
      } else if let sign = a.word, signs.contains(sign), b.isAfterLine {
        a.advance()
      } else {
        return "“\(a.context)” is not “\(b.context)”"
      }
    }
    guard a.word != nil else { return nil }
    a.advance()
    b.advance()
  }
}

/// Reads tokens one after the other, and may join one with the next.
private struct TokenReader {
  let tokens: [Token]
  private var start = 0
  private var end = 1

  init(tokens: [Token]) { self.tokens = tokens }

  var word: String? {
    start < tokens.count ? tokens[start..<end].map(\.text).joined() : nil
  }

  var isAfterLine: Bool { start > 0 && start <= tokens.count && tokens[start - 1].endsLine }

  func canJoin(towards word: String) -> Bool {
    guard let own = self.word, end < tokens.count else { return false }
    return tokens[end - 1].mayBeBroken && word.hasPrefix(own)
  }

  mutating func join() { end += 1 }

  mutating func advance() {
    start = end
    end += 1
  }

  /// A few words around the place.
  var context: String {
    let low = max(0, min(start, tokens.count) - 5)
    let high = min(tokens.count, start + 5)
    return tokens[low..<high].map { $0.endsLine ? $0.text + "⏎" : $0.text }.joined(separator: " ")
  }
}
