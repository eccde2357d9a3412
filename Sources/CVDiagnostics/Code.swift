// SPDX-License-Identifier: MIT

/// The name of a problem; stable, so that users can search for it and `cvgen explain` it.
public enum Code: String, CaseIterable, Hashable, Sendable {
  // Files
  case missingFile = "missing-file"
  case isFolder = "is-folder"
  case unreadableFile = "unreadable-file"
  case emptyFile = "empty-file"
  case binaryFile = "binary-file"
  case inputTooLarge = "input-too-large"
  case outsideRoot = "outside-root"
  case unwritableFile = "unwritable-file"
  // Encoding and mark-up
  case notUTF8 = "not-utf8"
  case invalidUTF8 = "invalid-utf8"
  case mojibake
  case mojibakeLost = "mojibake-lost"
  case unclosedFrontMatter = "unclosed-front-matter"
  case badYAML = "bad-yaml"
  case badJSON = "bad-json"
  case badBibTeX = "bad-bibtex"
  case badCSV = "bad-csv"
  case unknownFormat = "unknown-format"
  case unclosedComment = "unclosed-comment"
  case liquidLoop = "liquid-loop"
  case liquidBudget = "liquid-budget"
  case hiddenText = "hidden-text"
  case tooDeep = "too-deep"
  // Meaning
  case noName = "no-name"
  case noSection = "no-section"
  case noSite = "no-site"
  case otherPerson = "other-person"
  case noSuchSection = "no-such-section"
  case noSuchTag = "no-such-tag"
  case looseTags = "loose-tags"
  case deadLink = "dead-link"
  case templateResidue = "template-residue"
  case formatLoss = "format-loss"
  // Settings
  case unknownTheme = "unknown-theme"
  case unknownVariant = "unknown-variant"
  case unknownKey = "unknown-key"
  case badValue = "bad-value"
  case missingKey = "missing-key"
  case unknownLanguage = "unknown-language"
  case badTemplate = "bad-template"
  // Page
  case missingGlyph = "missing-glyph"
  case missingFamily = "missing-family"
  case badPhoto = "bad-photo"
  case unsafeLink = "unsafe-link"
  case relativeLink = "relative-link"
  case brokenWord = "broken-word"
  case pageBudget = "page-budget"
  case noSuchPage = "no-such-page"
  // Finished documents
  case unreadablePDF = "unreadable-pdf"
  case lostWords = "lost-words"
  case addedWords = "added-words"
  case wordOrder = "word-order"
  case unmarkedContent = "unmarked-content"
  // Batches
  case recordTimeout = "record-timeout"
  case workerCrash = "worker-crash"
  case engineFault = "engine-fault"
}
