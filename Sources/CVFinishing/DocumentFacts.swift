// SPDX-License-Identifier: MIT
package import CVModel

/// What a finished PDF says of itself, beside what it shows.
package struct DocumentFacts: Hashable, Sendable {
  package var title: String
  package var author: String?
  /// A BCP 47 tag.
  package var language: String
  /// The program that made it.
  package var creator: String
  /// The date of creation, ISO 8601 in UTC; `nil` states none.
  package var date: String?
  /// The tags in the order in which they were opened.
  package var tags: [StructureTag]
  /// How many glyphs of each page stand in no tag.
  package var furnitureGlyphs: [Int]
  /// The bytes of an sRGB profile (ICC.1), which PDF/A needs.
  package var colourProfile: [UInt8] = []
  package var attachment: Attachment?

  package init(
    title: String, author: String?, language: String, creator: String, date: String?,
    tags: [StructureTag], furnitureGlyphs: [Int]
  ) {
    self.title = title
    self.author = author
    self.language = language
    self.creator = creator
    self.date = date
    self.tags = tags
    self.furnitureGlyphs = furnitureGlyphs
  }

  /// A file that the document carries: the source that it was made from.
  package struct Attachment: Hashable, Sendable {
    /// ASCII, without a folder.
    package var name: String
    package var mediaType: String
    package var description: String
    package var bytes: [UInt8]

    package init(name: String, mediaType: String, description: String, bytes: [UInt8]) {
      self.name = name
      self.mediaType = mediaType
      self.description = description
      self.bytes = bytes
    }
  }
}
