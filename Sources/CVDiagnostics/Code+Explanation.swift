// SPDX-License-Identifier: MIT

extension Code {
  /// What the problem is, why it arises, and what to do: the text of `cvgen explain`.
  public var explanation: String { Self.explanations[rawValue] ?? "" }

  /// The texts of `Explanations/codes.txt`, by code.
  private static let explanations: [String: String] = {
    var texts: [String: String] = [:]
    let file = String(decoding: embeddedText("codes.txt"), as: UTF8.self)
    for part in file.split(separator: "== ") {
      let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      guard lines.count == 2 else { continue }
      let text = lines[1].reversed().drop { $0.isNewline }.reversed()
      texts[String(lines[0])] = String(text) + "\n"
    }
    return texts
  }()
}
