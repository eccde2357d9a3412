// SPDX-License-Identifier: MIT
import CVMarkup
import CVModel

/// Groups below a title in bold (`***Awards***` among what somebody does), and labels above codes.
extension DraftFinder {
  /// A title in bold, and what stands below it in the same paragraph.
  private func titledGroup(_ block: MarkupNode) -> (title: RichText, rest: RichText)? {
    guard kind == .activities || kind == .other, let text = block.paragraphText,
      text.runs.first?.attributes.marks.contains(.strong) == true,
      case let lines = text.split(where: { $0 == "\u{2028}" }), let title = lines.first,
      title.isWholly(.strong), wordCount(title) <= 4, SectionTitle(title).kind != nil
    else { return nil }
    return (groupTitle(title), lines.dropFirst().joinedRich(separator: "\u{2028}"))
  }

  /// Reads the blocks below a title in bold up to the next one as its group.
  ///
  /// - Returns: Where they end; `nil` where a block begins no group.
  mutating func readTitledGroup(
    _ blocks: [MarkupNode], at index: Int, group: RichText?
  ) -> Int? {
    guard let (title, rest) = titledGroup(blocks[index]) else { return nil }
    let end =
      blocks[(index + 1)...].firstIndex { block in
        block.headingText != nil || titledGroup(block) != nil
      } ?? blocks.count
    let first = rest.isEmpty ? [] : [MarkupNode(.paragraph(rest), span: blocks[index].span)]
    let content = first + blocks[index + 1..<end].filter { !$0.isRule }
    guard content.contains(where: \.hasWords) else { return nil }
    read(content, group: joinedGroup(group, title))
    return end
  }

  /// Whether a title that is known says again what the section holds, above a list of that:
  /// `**Selected Talks**` in talks.
  func isAboveList(_ title: RichText, _ content: [MarkupNode]) -> Bool {
    guard kind == .talks || kind == .projects || kind == .certificates,
      case let known = SectionTitle(title), known.isExact, known.kind == kind
    else { return false }
    return content.count == 1 && content[0].listItems.map { $0.count > 1 } == true
  }

  /// The blocks of skills with each name in bold (`**Tools**`) before the words that stand below it
  /// (`Rust, Go`), where there are two such names or more.
  func joiningLabels(_ blocks: [MarkupNode]) -> [MarkupNode] {
    if let labelled = labellingLists(blocks) { return labelled }
    let names = blocks.indices.dropLast().filter { index in
      guard let name = blocks[index].paragraphText, let words = blocks[index + 1].paragraphText
      else { return false }
      return name.isWholly(.strong) && isTitleLine(name) && wordCount(name) <= 6 && !name.saysWhen
        && words.hasWords && !words.startsBold && headLines(words, soft: false).count == 1
    }
    guard names.count > 1 else { return blocks }
    var joined = blocks
    for index in names.reversed() {
      let name = groupTitle(blocks[index].texts[0])
      let line = blocks[index + 1].texts[0].labelled(name)
      joined[index...index + 1] = [MarkupNode(.paragraph(line), span: line.span)]
    }
    return joined
  }

  /// The blocks with their short plain lines in bold, where each of these stands above a list;
  /// `nil` where there is one such line, or other blocks are among them.
  private func labellingLists(_ blocks: [MarkupNode]) -> [MarkupNode]? {
    guard blocks.count > 3, blocks.count.isMultiple(of: 2) else { return nil }
    var groups = blocks
    for index in stride(from: 0, to: blocks.count, by: 2) {
      guard let name = blocks[index].paragraphText, isTitleLine(name), wordCount(name) <= 4,
        name.startsWithCapital, !name.saysWhen, blocks[index + 1].listItems != nil,
        name.runs.allSatisfy({ $0.attributes.marks.isEmpty && $0.attributes.link == nil })
      else { return nil }
      let label = name.mapAttributes { $0.marks.insert(.strong) }
      groups[index] = MarkupNode(.paragraph(label), span: blocks[index].span)
    }
    return groups
  }

  /// `Tools` glued to `` `Rust` `Go` ``: the words, a colon, and the list of what stands in ticks.
  func labelledCodes(_ text: RichText) -> RichText? {
    guard kind == .skills, let first = text.runs.first, !first.attributes.marks.contains(.code),
      let codes = codes(in: text[first.length..<text.count]),
      case let label = text[0..<first.length].trimmed(where: { isSpace($0) || $0 == ":" }),
      1...6 ~= wordCount(label)
    else { return nil }
    return codes.joinedRich(separator: ", ").labelled(label)
  }

  /// `` `Rust` `Go` ``: the words in ticks between which nothing but blanks and commas stands.
  func codes(in text: RichText) -> [RichText]? {
    var codes: [RichText] = []
    var areAlone = true
    text.forEachRun { run, words in
      if run.attributes.marks.contains(.code) {
        var attributes = run.attributes
        attributes.marks.remove(.code)
        codes.append(RichText(String(words), attributes, span: run.span))
      } else if words.unicodeScalars.contains(where: { !isSpace($0) && $0 != "," }) {
        areAlone = false
      }
    }
    return areAlone && codes.count > 1 ? codes : nil
  }
}

extension RichText {
  /// `**Tools**: Rust, Go`: the words behind their label.
  func labelled(_ label: RichText) -> RichText {
    label.mapAttributes { $0.marks.insert(.strong) } + RichText(": ") + self
  }
}
