// SPDX-License-Identifier: MIT
import CVDiagnostics
package import CVModel

/// Turns text into glyphs, and says where lines may break.
///
/// The one protocol of the pipeline: Pango stands behind it in the program, boxes in the tests.
package protocol TextShaper {
  func shape(_ text: StyledText) -> ShapedText
}

/// A paragraph to be shaped: one text with a face for each part.
package struct StyledText: Hashable, Sendable {
  package var text: String
  /// End to end over the text.
  package var runs: [Run]
  /// A BCP 47 tag; shaping and breaking depend on it.
  package var language: String
  /// The words that may be divided, lower-case letters each, in UTF-8 bytes; ascending.
  package var divisibleWords: [Range<Int>] = []
  /// Stretches that run from left to right whatever the text around, such as numbers of telephones,
  /// in UTF-8 bytes; ascending.
  package var isolates: [Range<Int>] = []
  /// Places at which the author allows a hyphen, in UTF-8 bytes; ascending.
  package var softHyphens: [Int] = []

  package init(text: String, runs: [Run], language: String) {
    self.text = text
    self.runs = runs
    self.language = language
  }

  /// The text between the spaces around an offset, in UTF-8 bytes.
  func word(around offset: Int) -> Range<Int> {
    let utf8 = text.utf8
    let place = utf8.index(utf8.startIndex, offsetBy: offset)
    let space = UInt8(ascii: " ")
    let before = utf8[..<place].reversed().prefix { $0 != space }.count
    let after = utf8[place...].prefix { $0 != space }.count
    return offset - before..<offset + after
  }

  /// The text of a range of bytes.
  package func string(_ range: Range<Int>) -> String {
    let low = text.utf8.index(text.utf8.startIndex, offsetBy: range.lowerBound)
    return String(text[low..<text.utf8.index(low, offsetBy: range.count)])
  }

  /// The run that holds a byte.
  func run(at offset: Int) -> Int {
    runs.dropLast().partitioningIndex { $0.range.upperBound > offset }
  }

  /// A stretch of the text with its font.
  package struct Run: Hashable, Sendable {
    /// In UTF-8 bytes of the text.
    package var range: Range<Int>
    package var font: FontRequest
    /// A BCP 47 tag where it is not the paragraph's.
    package var language: String?

    package init(range: Range<Int>, font: FontRequest) {
      self.range = range
      self.font = font
    }
  }
}

/// The face that a run of text wants.
package struct FontRequest: Hashable, Sendable {
  package var family: String
  package var size: Length
  /// 400 is regular, 600 semibold, 700 bold.
  package var weight: Int
  package var isItalic: Bool
  package var caps: TextStyle.Caps
  package var figures: TextStyle.Figures?
  /// Further OpenType features, on or off: `liga=0, calt=0`.
  package var features: String?

  package init(
    family: String, size: Length, weight: Int, isItalic: Bool, caps: TextStyle.Caps = .none,
    figures: TextStyle.Figures? = nil, features: String? = nil
  ) {
    self.family = family
    self.size = size
    self.weight = weight
    self.isItalic = isItalic
    self.caps = caps
    self.figures = figures
    self.features = features
  }
}

/// A face at a size, by which drawing finds it again.
package struct FontID: Hashable, Sendable {
  /// Unique among the faces and sizes that the shaper has chosen so far.
  package var number: Int
  package var size: Length

  package init(number: Int, size: Length) {
    self.number = number
    self.size = size
  }
}

/// A glyph with its place relative to the pen, in points; y grows downwards.
package struct Glyph: Hashable, Sendable {
  package var id: UInt32
  package var xOffset: Double
  package var yOffset: Double
  package var advance: Double

  package init(id: UInt32, xOffset: Double = 0, yOffset: Double = 0, advance: Double) {
    self.id = id
    self.xOffset = xOffset
    self.yOffset = yOffset
    self.advance = advance
  }
}

/// The glyphs of a paragraph, cluster by cluster in the order of the text.
package struct ShapedText: Hashable, Sendable {
  package var clusters: [Cluster]
  /// Of the clusters, and of those in `hyphens`.
  package var glyphs: [Glyph]
  /// Where words may be divided, in the order of the text.
  package var hyphens: [Hyphen] = []
  /// Whether the paragraph as a whole runs from right to left (UAX #9, rules P2 and P3).
  package var isRightToLeft = false

  package init(clusters: [Cluster], glyphs: [Glyph]) {
    self.clusters = clusters
    self.glyphs = glyphs
  }

  /// The smallest piece of text that has glyphs of its own.
  package struct Cluster: Hashable, Sendable {
    /// In UTF-8 bytes of the paragraph.
    package var text: Range<Int>
    package var glyphs: Range<Int>
    package var advance: Double
    package var font: FontID
    /// The embedding level: odd runs from right to left (UAX #9).
    package var level: UInt8 = 0
    /// Whether it may hang over the margin at the end of a line.
    package var isSpace = false
    /// Whether it parts two words, and may be wider or narrower; also where no line may break.
    package var isWordSpace = false
    /// Whether a line may begin with this cluster (UAX #14).
    package var allowsBreakBefore = false

    package init(text: Range<Int>, glyphs: Range<Int>, advance: Double, font: FontID) {
      self.text = text
      self.glyphs = glyphs
      self.advance = advance
      self.font = font
    }
  }

  /// A place in a word at which it may be divided, and what other glyphs that takes.
  ///
  /// At the end of a line the hyphen is added, and the letter before it may lose its kerning; a
  /// ligature around the place is undone.
  package struct Hyphen: Hashable, Sendable {
    /// The line that ends here has the clusters before this one, then `ending`.
    package var interruption: Int
    /// What ends the line; the last one is the hyphen, which stands for no text.
    package var ending: [Cluster]
    /// What begins the next line.
    package var beginning: [Cluster]
    /// The next line has `beginning`, then the clusters from this one on.
    package var resumption: Int

    package init(
      interruption: Int, ending: [Cluster], beginning: [Cluster] = [], resumption: Int
    ) {
      self.interruption = interruption
      self.ending = ending
      self.beginning = beginning
      self.resumption = resumption
    }
  }
}
