// SPDX-License-Identifier: MIT

extension RichText {
  /// The ranges of whole lines: the text between line feeds.
  public func lines() -> [RichText] {
    split { $0 == "\n" }
  }

  /// The parts between the scalars that a test picks; an empty part stays in its place.
  public func split(where isSeparator: (Unicode.Scalar) -> Bool) -> [RichText] {
    var ranges: [Range<Int>] = []
    var start = 0
    var offset = 0
    for scalar in text.unicodeScalars {
      let width = UTF8.width(scalar)
      if isSeparator(scalar) {
        ranges.append(start..<offset)
        start = offset + width
      }
      offset += width
    }
    if ranges.isEmpty { return [self] }
    return parts(ranges + [start..<offset])
  }

  /// The parts within ranges that follow each other; it goes through the runs once.
  private func parts(_ ranges: [Range<Int>]) -> [RichText] {
    var run = 0
    var runStart = 0
    return ranges.map { range in
      while run < runs.count, runStart + runs[run].length <= range.lowerBound {
        runStart += runs[run].length
        run += 1
      }
      return part(range, from: run, startingAt: runStart)
    }
  }

  /// The text without the scalars at both ends that a test picks.
  public func trimmed(where test: (Unicode.Scalar) -> Bool) -> RichText {
    let scalars = text.unicodeScalars
    var low = 0
    for scalar in scalars {
      guard test(scalar) else { break }
      low += UTF8.width(scalar)
    }
    var high = count
    for scalar in scalars.reversed() {
      guard high > low, test(scalar) else { break }
      high -= UTF8.width(scalar)
    }
    return self[low..<max(low, high)]
  }

  /// The text without white space at its ends.
  public func trimmed() -> RichText { trimmed(where: isSpace) }

  /// The text without white space at its end.
  public func trimmedAtEnd() -> RichText {
    var end = count
    for scalar in text.unicodeScalars.reversed() {
      guard isSpace(scalar) else { break }
      end -= UTF8.width(scalar)
    }
    return self[0..<end]
  }

  /// The text with every run of white space made one space, and none at the ends.
  ///
  /// A run that holds a no-break space becomes one no-break space.
  ///
  /// - Parameter keepingTabs: Lets a run that holds a TAB become one TAB, where it separates; and
  ///   one of several wide or no-break spaces, which drive words apart as a TAB does.
  public func collapsed(keepingTabs: Bool = false) -> RichText {
    if isCollapsed { return self }
    var collapsing = Collapsing(keepsTabs: keepingTabs)
    var scalars = text.unicodeScalars.makeIterator()
    for run in runs {
      var length = run.length
      while length > 0, let scalar = scalars.next() {
        length -= UTF8.width(scalar)
        collapsing.add(scalar, run.attributes)
      }
      collapsing.end(run)
    }
    return collapsing.result
  }

  /// A text on its way to single blanks, scalar by scalar and run by run.
  private struct Collapsing {
    let keepsTabs: Bool
    private(set) var result = RichText()
    private var piece: [UInt8] = []
    /// The blank that stands before the next word, if one follows.
    private var owed: Unicode.Scalar?
    private var owedAttributes = Attributes()
    /// How many spaces there are that HTML does not make one.
    private var shownSpaces = 0

    init(keepsTabs: Bool) { self.keepsTabs = keepsTabs }

    mutating func add(_ scalar: Unicode.Scalar, _ attributes: Attributes) {
      if isSpace(scalar) {
        if owed == nil { owedAttributes = attributes }
        let fixed = scalar == "\u{A0}" || scalar == "\u{202F}" || owed == "\u{A0}"
        if "\u{A0}\u{3000}".unicodeScalars.contains(scalar) { shownSpaces += 1 }
        // Nobody writes two of these by mistake.
        if "\u{2002}\u{2003}".unicodeScalars.contains(scalar) { shownSpaces += 2 }
        let isTab = keepsTabs && (scalar == "\t" || owed == "\t" || shownSpaces > 2)
        owed = isTab ? "\t" : fixed ? "\u{A0}" : " "
        return
      }
      if let space = owed, !(result.isEmpty && piece.isEmpty) {
        if owedAttributes == attributes {
          piece.append(space)
        } else {
          result.append(String(space), owedAttributes)
        }
      }
      owed = nil
      shownSpaces = 0
      piece.append(scalar)
    }

    mutating func end(_ run: Run) {
      result.append(String(decoding: piece, as: UTF8.self), run.attributes, span: run.span)
      piece.removeAll(keepingCapacity: true)
    }
  }

  /// Whether its only white space are single blanks inside; may say no of a text that is.
  private var isCollapsed: Bool {
    var previous = UInt8(ascii: " ")
    var bytes = text.utf8.makeIterator()
    while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: " ") where previous == UInt8(ascii: " "): return false
      case 0..<0x20, 0xC2, 0xE1, 0xE3, 0xEF: return false
      case 0xE2:
        // Dashes and typographic quotes begin with the same byte as wide and thin spaces.
        guard bytes.next() == 0x80, let last = bytes.next(), 0x90...0xA6 ~= last else {
          return false
        }
        previous = last
      default: previous = byte
      }
    }
    return previous != UInt8(ascii: " ")
  }

  /// The text without a range of bytes.
  public func removing(_ range: Range<Int>) -> RichText {
    self[0..<range.lowerBound] + self[range.upperBound..<count]
  }

  /// Whether every visible character carries all of the given marks.
  public func isWholly(_ marks: Marks) -> Bool {
    var any = false
    var all = true
    forEachRun { run, text in
      guard text.unicodeScalars.contains(where: { !isSpace($0) }) else { return }
      any = true
      all = all && run.attributes.marks.isSuperset(of: marks)
    }
    return any && all
  }
}

extension [UInt8] {
  /// Appends a scalar in UTF-8; several times faster than appending it to a string.
  package mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      append(contentsOf: scalar.utf8)
    }
  }
}

/// Whether a scalar is white space in a source: blanks, tabs, line ends, no-break and
/// zero-width spaces.
public func isSpace(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F,
    0x205F, 0x3000, 0xFEFF:
    true
  default: false
  }
}
