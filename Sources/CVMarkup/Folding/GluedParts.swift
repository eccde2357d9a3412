// SPDX-License-Identifier: MIT
import CVModel

extension DOMNode {
  /// Whether an element holds two elements or more and no text of its own: the parts of a row that
  /// only a style sheet keeps apart, as in `<div><b>Acme</b><time>2019</time></div>`.
  var holdsPartsOnly: Bool {
    var parts = 0
    for child in children {
      switch child.content {
      case .nothing: break
      case .text(let text, _):
        guard text.unicodeScalars.allSatisfy(isSpace) else { return false }
      case .element: parts += 1
      }
    }
    return parts > 1
  }

  /// Whether an element that is no list holds terms and descriptions, and nothing else:
  /// `<div class="row"><dt>2019</dt><dd>Acme</dd></div>`.
  var holdsTermsOnly: Bool {
    guard holdsPartsOnly else { return false }
    let names = children.compactMap { child in
      if case .element(let name) = child.content { name } else { nil }
    }
    return names.first == "dt" && names.contains("dd")
      && names.allSatisfy { $0 == "dt" || $0 == "dd" }
  }

  /// The place among the children of a paragraph of a span that begins it, has no attributes and
  /// stands before further words: a title that LaTeX sets in a line of its own, by pandoc.
  var leadingGroup: Int? {
    let children = self.children
    guard case .element("p") = content,
      let first = children.firstIndex(where: { !$0.isBlank }),
      case .element("span") = children[first].content, !children[first].hasAttributes
    else { return nil }
    guard first + 1 < children.count, case .text(let next, _) = children[first + 1].content,
      let space = next.unicodeScalars.first, isSpace(space), space != "\n"
    else { return nil }
    let word = next.unicodeScalars.first { !isSpace($0) }
    return word.map { $0.properties.isAlphabetic } ?? (first + 2 < children.count) ? first : nil
  }

  private var isBlank: Bool {
    guard case .text(let text, _) = content else { return false }
    return text.unicodeScalars.allSatisfy(isSpace)
  }
}

extension DOMNode {
  /// Whether an element is a row of fields: a division of spans, each of another class, and no
  /// text of its own, as in `<div><span class="role">Chemist</span> <span class="when">…</div>`.
  ///
  /// Of spans in lines of their own one may have no class, where the classes of the others name
  /// when or where it was, or where the other of two holds a number; blocks may stand below.
  var isRowOfFields: Bool {
    guard case .element("div") = content, holdsPartsOnly else { return false }
    var seen: Set<String> = []
    var (isParted, isLineStart) = (true, true)
    for child in children {
      switch child.content {
      case .nothing: break
      case .text(let blank, _): isLineStart = blank.contains("\n")
      case .element(let name) where HTMLNames.blocks.contains(name) && seen.count > 1: break
      case .element(let name):
        isParted = isParted && isLineStart
        isLineStart = false
        let names = child.attribute("class") ?? ""
        guard name == "span", !names.contains(EntryField.classPrefix) || !names.isOfField,
          seen.insert(names).inserted
        else { return false }
      }
    }
    guard seen.count > 1, seen.contains("") else { return seen.count > 1 }
    let spans = children.filter { if case .element("span") = $0.content { true } else { false } }
    let areFields = seen.allSatisfy { $0.isEmpty || $0.namesPlaceOrTime }
    return isParted && (areFields || seen.count == 2 && spans.last?.holdsDigit == true)
  }
}

extension DOMNode {
  /// Whether a digit stands directly in an element.
  private var holdsDigit: Bool {
    children.contains { child in
      guard case .text(let text, _) = child.content else { return false }
      return text.contains(where: \.isNumber)
    }
  }
}

extension String {
  /// Whether a word of a class's name says that the element holds who, where or when.
  fileprivate var namesPlaceOrTime: Bool {
    let words = lowercased().split { " -_".contains($0) }.map { String($0) }
    return words.contains(where: EntryAttributes.namesPlaceOrTime)
  }

  /// Whether the names of a class are the program's own, which say what the words are.
  fileprivate var isOfField: Bool {
    split(separator: " ").contains { name in
      let label = String(name.dropFirst(EntryField.classPrefix.count))
      return name.hasPrefix(EntryField.classPrefix)
        && (EntryField(rawValue: label) != nil || SectionKind(rawValue: label) != nil)
    }
  }
}

extension RichText {
  /// Puts a blank between two words that meet at an offset.
  ///
  /// Not where they may be parts of one: before a small letter, or behind a letter that stands
  /// alone as an initial does.
  mutating func partWords(at offset: Int) {
    guard 0 < offset, offset < count else { return }
    let place = text.utf8.index(text.startIndex, offsetBy: offset)
    let (before, behind) = (text[..<place], text[place...])
    guard let last = before.last, let next = behind.first, Self.isOfWord(last),
      Self.isOfWord(next), !next.isLowercase, before.dropLast().last.map(Self.isOfWord) ?? false,
      self[offset..<count].runs[0].attributes.marks.isDisjoint(with: [.superscript, .subscripted])
    else { return }
    let tail = removeTail(from: offset)
    append(" ", tail.runs[0].attributes)
    append(tail)
  }

  /// Ends the line that is being filled, unless it is empty.
  mutating func endLine() {
    if !trimmed().isEmpty { append("\u{2028}", .init()) }
  }

  private static func isOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }
}
