// SPDX-License-Identifier: MIT
public import CVDiagnostics

/// A stretch of text with its emphasis, its links and its places in the source.
///
/// The text is one string; the runs lie over it end to end, and their lengths (UTF-8 bytes) add
/// up to the text's. `U+FFFC` stands for an inline image, a line feed for a line break, a TAB
/// for a tab of the source; the readers turn all three into structure.
public struct RichText: Hashable, Sendable {
  public private(set) var text: String = ""
  public private(set) var runs: [Run] = []

  public init() {}

  /// Text without emphasis, links or a place: generated text and tests.
  public init(_ text: String, span: SourceSpan? = nil) {
    append(text, Attributes(), span: span)
  }

  public init(_ text: String, _ attributes: Attributes, span: SourceSpan? = nil) {
    append(text, attributes, span: span)
  }

  /// The emphasis of a run.
  public struct Marks: OptionSet, Hashable, Sendable {
    public let rawValue: UInt16

    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static let strong = Marks(rawValue: 1 << 0)
    public static let emphasis = Marks(rawValue: 1 << 1)
    public static let code = Marks(rawValue: 1 << 2)
    public static let small = Marks(rawValue: 1 << 3)
    public static let superscript = Marks(rawValue: 1 << 4)
    public static let subscripted = Marks(rawValue: 1 << 5)
    public static let strike = Marks(rawValue: 1 << 6)
    public static let underline = Marks(rawValue: 1 << 7)
    /// Set apart by colour or a background, as badges and status labels are.
    public static let coloured = Marks(rawValue: 1 << 8)
    /// Characters that the author escaped: never mark-up, whatever they look like.
    public static let literal = Marks(rawValue: 1 << 9)
  }

  /// Everything about a run but its text and its place.
  public struct Attributes: Hashable, Sendable {
    public var marks: Marks
    /// In a box: few runs have any, and runs are copied much.
    private var box: Box?

    public init(_ marks: Marks = [], link: String? = nil, image: Image? = nil) {
      self.marks = marks
      if link != nil || image != nil { box = .holding(Target(link: link, image: image)) }
    }

    /// The address as written; not yet checked or encoded.
    public var link: String? {
      get { target.link }
      set { target.link = newValue }
    }

    /// Set where the text is `U+FFFC`.
    public var image: Image? {
      get { target.image }
      set { target.image = newValue }
    }

    /// What the author says the text is: the name of an `EntryField` or of a `SectionKind`.
    public var label: String? {
      get { target.label }
      set { target.label = newValue }
    }

    /// What a run stands for, beside its words.
    private struct Target: Hashable {
      var link: String?
      var image: Image?
      var label: String?
    }

    /// A target at an address of its own, so that a copy costs one count.
    private indirect enum Box: Hashable {
      case holding(Target)
    }

    private var target: Target {
      get { if case .holding(let target)? = box { target } else { Target() } }
      set { box = newValue == Target() ? nil : .holding(newValue) }
    }
  }

  /// An inline image: what stands for it in words, and where it lies.
  public struct Image: Hashable, Sendable {
    public var alternative: String
    public var address: String

    public init(alternative: String, address: String) {
      self.alternative = alternative
      self.address = address
    }
  }

  /// A part of the text with one set of attributes and one place.
  public struct Run: Hashable, Sendable {
    /// In UTF-8 bytes; never 0.
    public var length: Int
    public var attributes: Attributes
    /// Covers the run's text; of the same length where the text stands verbatim in the source.
    public var span: SourceSpan?
  }

  public var isEmpty: Bool { text.isEmpty }

  /// The length in UTF-8 bytes.
  public var count: Int { text.utf8.count }

  public mutating func append(_ text: String, _ attributes: Attributes, span: SourceSpan? = nil) {
    guard !text.isEmpty else { return }
    self.text += text
    runs.append(Run(length: text.utf8.count, attributes: attributes, span: span))
  }

  public mutating func append(_ other: RichText) {
    text += other.text
    runs += other.runs
  }

  public static func + (a: RichText, b: RichText) -> RichText {
    var sum = a
    sum.append(b)
    return sum
  }

  /// The place of the whole: from the first run that has one to the last, in the first's file.
  public var span: SourceSpan? {
    runs.lazy.compactMap(\.span).reduce(nil) { $0?.union($1) ?? $1 }
  }
}

extension RichText {
  /// The part within a range of UTF-8 bytes, whose ends must lie between scalars.
  public subscript(range: Range<Int>) -> RichText {
    range == 0..<count ? self : part(range, from: 0, startingAt: 0)
  }

  /// The part within a range, for callers who know in which run it begins.
  ///
  /// - Parameters:
  ///   - run: A run that the range does not begin before.
  ///   - offset: Where that run starts.
  package func part(_ range: Range<Int>, from run: Int, startingAt offset: Int) -> RichText {
    let utf8 = text.utf8
    let low = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let high = utf8.index(low, offsetBy: range.count)
    var part = RichText()
    part.text = String(text[low..<high])
    var start = offset
    for run in runs[run...] {
      if start >= range.upperBound { break }
      let kept = (start..<start + run.length).clamped(to: range)
      if !kept.isEmpty {
        part.runs.append(run.slice(kept.lowerBound - start..<kept.upperBound - start))
      }
      start += run.length
    }
    return part
  }

  /// Calls the body for each run with its text.
  public func forEachRun(_ body: (Run, Substring) -> Void) {
    var start = text.utf8.startIndex
    for run in runs {
      let end = text.utf8.index(start, offsetBy: run.length)
      body(run, text[start..<end])
      start = end
    }
  }

  /// Takes off what stands behind an offset, and gives it; as cheap as what is taken is short.
  public mutating func removeTail(from offset: Int) -> RichText {
    guard offset < count else { return RichText() }
    var tail = RichText()
    let low = text.utf8.index(text.utf8.startIndex, offsetBy: offset)
    tail.text = String(text[low...])
    text.removeSubrange(low...)
    var left = tail.count
    while left > 0, let run = runs.popLast() {
      let kept = max(0, run.length - left)
      tail.runs.append(run.slice(kept..<run.length))
      if kept > 0 { runs.append(run.slice(0..<kept)) }
      left -= run.length - kept
    }
    tail.runs.reverse()
    return tail
  }

  /// The same text with neighbouring runs of equal attributes and adjoining places made one.
  public func joined() -> RichText {
    var result = RichText()
    result.text = text
    for run in runs {
      if let last = result.runs.last, let joined = last.joined(with: run) {
        result.runs[result.runs.count - 1] = joined
      } else {
        result.runs.append(run)
      }
    }
    return result
  }

  /// The same text with the attributes of each run changed.
  public func mapAttributes(_ change: (inout Attributes) -> Void) -> RichText {
    var result = self
    for index in result.runs.indices { change(&result.runs[index].attributes) }
    return result
  }
}

extension RichText.Run {
  /// This run and the next as one, or `nil` where they differ or a place would be lost.
  fileprivate func joined(with next: RichText.Run) -> RichText.Run? {
    guard attributes == next.attributes else { return nil }
    var sum = self
    sum.length += next.length
    switch (span, next.span) {
    case (nil, nil): return sum
    case (let first?, let second?):
      let isVerbatim = first.range.count == length && second.range.count == next.length
      guard isVerbatim, first.file == second.file,
        first.range.upperBound == second.range.lowerBound
      else { return nil }
      sum.span = first.union(second)
      return sum
    default: return nil
    }
  }

  /// A part of the run; its span is narrowed where text and source agree byte for byte.
  fileprivate func slice(_ range: Range<Int>) -> RichText.Run {
    var part = self
    part.length = range.count
    if let span, span.range.count == length {
      let start = span.range.lowerBound
      part.span = SourceSpan(
        file: span.file, range: start + range.lowerBound..<start + range.upperBound)
    }
    return part
  }
}
