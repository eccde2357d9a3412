// SPDX-License-Identifier: MIT
import CVHyphenation
import CVTypesetting

/// The texts that were shaped for the last document and for this one, with the faces of one
/// library.
///
/// In a batch, documents of one profile have most of their paragraphs in common. Of the first
/// document only short texts are kept: it often is the only one.
final class ShapedTexts {
  /// All that shaping depends on beside the faces.
  struct Key: Hashable {
    var text: StyledText
    var dictionary: ObjectIdentifier?

    init(text: StyledText, dictionary: HyphenationDictionary?) {
      self.text = text
      self.dictionary = dictionary.map { ObjectIdentifier($0) }
    }

    /// The words alone tell most texts apart.
    func hash(into hasher: inout Hasher) { hasher.combine(text.text) }

    /// Whether the text is so short that it may stand often in any document: bullets, separators,
    /// contacts and labels, which are measured before they are set.
    var isShort: Bool { text.text.utf8.count <= 40 }
  }

  /// A page budget shapes each text in many sizes; what is beyond this number is not kept.
  private static let mostTexts = 1_000

  private var documents = 0
  private var former: [Key: ShapedText] = [:]
  private var current: [Key: ShapedText] = [:]

  /// Texts of the document before the last one are given up.
  func beginDocument() {
    documents += 1
    former = current
    current = [:]
  }

  /// The shaped text, which is shaped where it is not known.
  func shaped(_ key: Key, _ shape: () -> ShapedText) -> ShapedText {
    guard documents > 1 || key.isShort else { return shape() }
    if let known = current[key] { return known }
    let shaped = former[key] ?? shape()
    if current.count < Self.mostTexts { current[key] = shaped }
    return shaped
  }

  /// Gives up all texts: other faces would be chosen now.
  func removeAll() {
    former = [:]
    current = [:]
  }
}
