// SPDX-License-Identifier: MIT
import CVHyphenation
import CVTypesetting

/// Finds the places at which the words of a paragraph may be divided, and shapes both sides.
struct HyphenShaping {
  private let dictionary: HyphenationDictionary?
  private let shape: (StyledText) -> ShapedText
  /// What was shaped once: most words end in few letters.
  private let fragments = FragmentStore()

  init(dictionary: HyphenationDictionary?, shape: @escaping (StyledText) -> ShapedText) {
    self.dictionary = dictionary
    self.shape = shape
  }

  /// Adds the places in divisible words, and those that the author has marked.
  func addHyphens(to shaped: inout ShapedText, of text: StyledText) {
    guard !text.softHyphens.isEmpty || dictionary != nil && !text.divisibleWords.isEmpty else {
      return
    }
    let bytes = Array(text.text.utf8)
    var cluster = 0
    for place in places(in: text, bytes) {
      while cluster < shaped.clusters.count,
        shaped.clusters[cluster].text.upperBound <= place
      {
        cluster += 1
      }
      guard cluster < shaped.clusters.count else { return }
      let hyphen = Fragments(text: text, bytes: bytes, place: place, fragment: fragment)
        .hyphen(before: cluster, in: &shaped)
      if let hyphen { shaped.hyphens.append(hyphen) }
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

  private func fragment(_ letters: String, _ run: StyledText.Run, _ language: String) -> ShapedText {
    let key = FragmentStore.Key(letters: letters, font: run.font)
    if let known = fragments.known[key] { return known }
    let text = StyledText(
      text: letters, runs: [.init(range: 0..<letters.utf8.count, font: run.font)],
      language: language)
    let shaped = shape(text)
    fragments.known[key] = shaped
    return shaped
  }
}

/// Parts of words that were shaped, by letters and face.
private final class FragmentStore {
  /// What the glyphs of a fragment depend on, within one document.
  struct Key: Hashable {
    var letters: String
    var font: FontRequest
  }

  var known: [Key: ShapedText] = [:]
}

/// The two sides of one place in a word.
private struct Fragments {
  let text: StyledText
  let bytes: [UInt8]
  let place: Int
  let fragment: (String, StyledText.Run, String) -> ShapedText

  /// - Parameter index: The first cluster that is not wholly before the place.
  func hyphen(before index: Int, in shaped: inout ShapedText) -> ShapedText.Hyphen? {
    let cluster = shaped.clusters[index]
    let isInside = cluster.text.lowerBound < place
    guard isInside || index > 0 else { return nil }
    let before = isInside ? index : index - 1
    guard isLetter(shaped.clusters[before]), isLetter(cluster) else { return nil }
    let start = shaped.clusters[before].text.lowerBound
    guard let ending = endingClusters(from: start, in: &shaped) else { return nil }
    var beginning: [ShapedText.Cluster] = []
    if isInside {
      let rest = fragment(from: place, to: cluster.text.upperBound, "")
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

  /// The letters from an offset to the place, with a hyphen.
  private func endingClusters(
    from start: Int, in shaped: inout ShapedText
  ) -> [ShapedText.Cluster]? {
    // U+2010 has a glyph of its own in most faces, which tells it from the hyphens of the text.
    for sign in ["\u{2010}", "-"] {
      let ending = fragment(from: start, to: place, sign)
      guard ending.clusters.count > 1, let last = ending.clusters.last,
        last.text.lowerBound == place - start, last.font == ending.clusters[0].font
      else { continue }
      var clusters = append(ending, from: start, to: &shaped)
      clusters[clusters.count - 1].text = place..<place
      return clusters
    }
    return nil
  }

  private func fragment(from start: Int, to end: Int, _ sign: String) -> ShapedText {
    let letters = String(decoding: bytes[start..<end], as: UTF8.self) + sign
    let run = text.runs.first { $0.range.upperBound > start } ?? text.runs[text.runs.count - 1]
    return fragment(letters, run, text.language)
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
