// SPDX-License-Identifier: MIT
import CVHyphenation
import CVTypesetting

/// Finds the places at which the words of a paragraph may be divided, and shapes both sides.
struct HyphenShaping {
  private let dictionary: HyphenationDictionary?
  private let fragments: FragmentShaper

  /// - Parameter shape: Shapes with the faces of the text, or with their twins.
  init(
    dictionary: HyphenationDictionary?,
    shape: @escaping (StyledText, _ usesTwin: Bool) -> ShapedText
  ) {
    self.dictionary = dictionary
    fragments = FragmentShaper(shape: shape)
  }

  /// Adds the places in divisible words, and those that the author has marked.
  func addHyphens(to shaped: inout ShapedText, of text: StyledText) {
    guard !text.softHyphens.isEmpty || dictionary != nil && !text.divisibleWords.isEmpty else {
      return
    }
    let bytes = Array(text.text.utf8)
    var cluster = 0
    for place in places(in: text, bytes) {
      while cluster < shaped.clusters.count, shaped.clusters[cluster].text.upperBound <= place {
        cluster += 1
      }
      guard cluster < shaped.clusters.count else { return }
      let division = Division(text: text, bytes: bytes, place: place, fragments: fragments)
      if let hyphen = division.hyphen(before: cluster, in: &shaped) {
        shaped.hyphens.append(hyphen)
      }
    }
  }

  private func places(in text: StyledText, _ bytes: [UInt8]) -> [Int] {
    var places = text.softHyphens
    if let dictionary {
      for word in text.divisibleWords {
        // Where the author has marked places, there are no others.
        guard !text.softHyphens.contains(where: word.contains) else { continue }
        let letters = String(decoding: bytes[word], as: UTF8.self)
        places += dictionary.places(in: letters).map { word.lowerBound + $0 }
      }
    }
    return places.sorted()
  }
}

/// The two sides of one place in a word.
private struct Division {
  let text: StyledText
  let bytes: [UInt8]
  let place: Int
  let fragments: FragmentShaper

  /// - Parameter index: The first cluster that is not wholly before the place.
  func hyphen(before index: Int, in shaped: inout ShapedText) -> ShapedText.Hyphen? {
    let cluster = shaped.clusters[index]
    let isInside = cluster.text.lowerBound < place
    guard isInside || index > 0 else { return nil }
    let before = isInside ? index : index - 1
    guard isLetter(shaped.clusters[before]), isLetter(cluster) else { return nil }
    let start = shaped.clusters[before].text.lowerBound
    guard let fragment = fragments.ending(letters(start..<place), font(at: start), text.language)
    else { return nil }
    var ending = append(fragment, from: start, to: &shaped)
    ending[ending.count - 1].text = place..<place
    var beginning: [ShapedText.Cluster] = []
    if isInside {
      let rest = fragments.part(
        letters(place..<cluster.text.upperBound), font(at: start), text.language)
      beginning = append(rest, from: place, to: &shaped)
    }
    return ShapedText.Hyphen(
      interruption: before, ending: ending, beginning: beginning,
      resumption: isInside ? index + 1 : index)
  }

  /// Letters of words from left to right; no dictionary has others.
  private func isLetter(_ cluster: ShapedText.Cluster) -> Bool {
    !cluster.isSpace && cluster.level % 2 == 0 && !cluster.glyphs.isEmpty
  }

  private func letters(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func font(at offset: Int) -> FontRequest {
    (text.runs.first { $0.range.upperBound > offset } ?? text.runs[text.runs.count - 1]).font
  }

  /// Takes the glyphs of a fragment over, and gives its clusters with their places.
  private func append(
    _ fragment: ShapedText, from start: Int, to shaped: inout ShapedText
  ) -> [ShapedText.Cluster] {
    let first = shaped.glyphs.count
    shaped.glyphs += fragment.glyphs
    return fragment.clusters.map { cluster in
      var cluster = cluster
      cluster.text = cluster.text.lowerBound + start..<cluster.text.upperBound + start
      cluster.glyphs = cluster.glyphs.lowerBound + first..<cluster.glyphs.upperBound + first
      return cluster
    }
  }
}

/// Shapes parts of words, each once: most words end in few letters.
private final class FragmentShaper {
  /// What the glyphs of a fragment depend on, within one document.
  private struct Key: Hashable {
    var letters: String
    var font: FontRequest
  }

  private let shape: (StyledText, _ usesTwin: Bool) -> ShapedText
  private var parts: [Key: ShapedText] = [:]
  private var endings: [Key: ShapedText?] = [:]

  init(shape: @escaping (StyledText, _ usesTwin: Bool) -> ShapedText) { self.shape = shape }

  func part(_ letters: String, _ font: FontRequest, _ language: String) -> ShapedText {
    let key = Key(letters: letters, font: font)
    if let known = parts[key] { return known }
    let shaped = shape(styled(letters, font, language), false)
    parts[key] = shaped
    return shaped
  }

  /// Letters with a hyphen as their last cluster; `nil` where the face has none.
  func ending(_ letters: String, _ font: FontRequest, _ language: String) -> ShapedText? {
    let key = Key(letters: letters, font: font)
    if let known = endings[key] { return known }
    let shaped = newEnding(letters, font, language)
    endings[key] = .some(shaped)
    return shaped
  }

  private func newEnding(
    _ letters: String, _ font: FontRequest, _ language: String
  ) -> ShapedText? {
    // U+2010 has a glyph of its own in many faces, which tells it from the hyphens of the text.
    for sign in ["\u{2010}", "-"] {
      let text = styled(letters + sign, font, language)
      var shaped = shape(text, false)
      guard shaped.clusters.count > 1, let hyphen = shaped.clusters.last,
        hyphen.text.lowerBound == letters.utf8.count, hyphen.font == shaped.clusters[0].font
      else { continue }
      let plain = part("-", font, language)
      let isAmbiguous = plain.glyphs.map(\.id) == shaped.glyphs[hyphen.glyphs].map(\.id)
      if isAmbiguous, let twin = shape(text, true).clusters.last {
        shaped.clusters[shaped.clusters.count - 1].font = twin.font
      }
      return shaped
    }
    return nil
  }

  private func styled(_ letters: String, _ font: FontRequest, _ language: String) -> StyledText {
    StyledText(
      text: letters, runs: [.init(range: 0..<letters.utf8.count, font: font)], language: language)
  }
}
