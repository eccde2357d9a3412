// SPDX-License-Identifier: MIT
import CVModel

/// A name, and behind it an address that is written out: `Weblog <https://e.org>`.
struct NamedAddress {
  let name: RichText
  let address: RichText

  /// - Returns: `nil` where more than a name of a few words stands before the address, or anything
  ///   behind it.
  init?(_ line: RichText) {
    guard let last = line.runs.last, last.attributes.link != nil, last.length < line.count,
      case let address = line[line.count - last.length..<line.count],
      address.text.hasPrefix("http"), address.text.contains("://"),
      case let name = line[0..<line.count - last.length].trimmedSigns(), 1...6 ~= wordCount(name),
      name.isUnlinked, name.hasWords, name.count <= 60,
      let word = name.text.split(separator: " ").last, !Phrase.isFunctionWord(word),
      let sign = name.text.last, !"(<[（【.。".contains(sign)
    else { return nil }
    self.name = name
    self.address = address
  }
}

/// A point of a list that is a name and an address, and nothing else.
func addressRecord(_ draft: EntryDraft, _ kind: Record.Kind) -> Record? {
  guard kind == .item || kind == .project, draft.isItem, draft.lines.count == 1,
    let named = NamedAddress(draft.lines[0])
  else { return nil }
  var record = Record(kind)
  record.title = unstyled(named.name)
  record.text = named.address
  return record
}
