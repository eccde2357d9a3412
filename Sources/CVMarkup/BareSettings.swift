// SPDX-License-Identifier: MIT

/// Settings on top of a page without a fence, as Pelican and MultiMarkdown have them.
///
///     Title: About me
///     Date: 2020-05-17
///     Author: Ada Roe
///
/// A title comes first, and all lines up to the first blank one have keys that say how a site shows
/// its page; a CV may begin with `Name: Ada Roe` and `Email: …` as well. One line alone must have
/// its key in small letters, as `Title: Professor` may be a line of a CV.
struct BareSettings {
  /// The settings as YAML.
  let text: EditedText
  /// The offset behind them and the blank line.
  let end: Int

  init?(_ page: EditedText, from start: Int) {
    let scan = ByteScan(page.bytes)
    guard start < scan.count, scan.bytes[start] | 0x20 == UInt8(ascii: "t"),
      scan.name(at: start) == "title:"
    else { return nil }
    var edits: [Edit] = []
    var line = start
    var lines = 0
    while line < scan.count, case let end = scan.lineEnd(from: line), !scan.isBlank(line..<end) {
      let key = scan.name(at: line)
      let value = line + key.utf8.count
      guard key.hasSuffix(":"), Self.keys.contains(String(key.dropLast())),
        value < end && scan.isBlank(scan.bytes[value])
      else { return nil }
      edits.append(Edit(range: line..<value, replacement: Array(key.utf8)))
      edits += Self.quoted(scan, scan.skipBlanks(from: value)..<end)
      line = end + 1
      lines += 1
    }
    guard lines > 1 || scan.bytes[start] == UInt8(ascii: "t"), line < scan.count else { return nil }
    text = page.applying(edits + [.remove(line..<scan.count)]).slice(from: start)
    end = min(scan.lineEnd(from: line) + 1, scan.count)
  }

  /// Quotes around a value that would mean more to YAML: `Ada: A Life`.
  private static func quoted(_ scan: ByteScan, _ value: Range<Int>) -> [Edit] {
    let isPlain = scan.bytes[value].allSatisfy { byte in
      scan.isLetter(byte) || byte >= 0x80 || "0123456789 ,.-_/+()".utf8.contains(byte)
    }
    guard !isPlain else { return [] }
    let quotes = value.filter { scan.bytes[$0] == UInt8(ascii: "'") }
    return [.insert("'", at: value.lowerBound)] + quotes.map { .insert("'", at: $0) }
      + [.insert("'", at: value.upperBound)]
  }

  private static let keys: Set<String> = [
    "title", "subtitle", "date", "modified", "category", "categories", "tags", "keywords", "slug",
    "author", "authors", "summary", "description", "status", "template", "save_as", "url", "lang",
    "translation", "layout", "permalink", "css", "format",
  ]
}

extension EditedText {
  /// The part from an offset of a text that is the same up to there.
  fileprivate func slice(from start: Int) -> EditedText { slice(start..<count) }
}
