// SPDX-License-Identifier: MIT
package import CVModel

/// What a document shows and in which order: the one thing that all document backends read.
///
/// Generated text (bullets, separators, "present") stands in it like any other. It has no fonts
/// and no lengths; its nodes name the theme's styles.
package struct LayoutTree: Hashable, Sendable {
  /// The title of the document: the owner's name, or the word for a CV.
  package var title: String
  package var author: String?
  /// A BCP 47 tag.
  package var language: String
  package var header: HeaderNode
  package var sections: [SectionNode]
  /// What a page calls itself in its footer, with `{page}` and `{pages}`.
  package var pageLabel = "page {page} of {pages}"

  /// Whether there is something to show in a column beside the text.
  package var hasSide: Bool {
    !header.contacts.isEmpty || header.photo != nil || sections.contains(where: \.isInSide)
  }

  /// Whether the document has nothing to show.
  package var isEmpty: Bool {
    header.name == nil && header.headline == nil && header.contacts.isEmpty && sections.isEmpty
  }
}

/// The head of the first page.
package struct HeaderNode: Hashable, Sendable {
  package var name: LayoutText?
  package var headline: LayoutText?
  /// Above contacts that stand apart from the name.
  package var contactsTitle: LayoutText?
  package var contacts: [LayoutText] = []
  package var photo: HeaderPhoto?
  /// Stands between two contacts on one line, with its blanks; a line break takes its place.
  package var separator = LayoutText(", ", role: .separator)
}

/// The owner's photo.
package struct HeaderPhoto: Hashable, Sendable {
  package var picture: Picture
  /// What stands for it where it is not seen.
  package var alternative: String

  package init(picture: Picture, alternative: String) {
    self.picture = picture
    self.alternative = alternative
  }
}

/// A titled part of the document.
package struct SectionNode: Hashable, Sendable {
  /// `nil` for text before the first heading.
  package var title: LayoutText?
  package var kind: SectionKind
  package var children: [BlockNode] = []
  /// How long a page budget spares its entries.
  package var importance = Importance(stage: .core, rank: 0)
  /// Whether pages show it in the side column.
  package var isInSide = false
}

/// A block in a section.
package enum BlockNode: Hashable, Sendable {
  case groupTitle(LayoutText)
  case entry(EntryNode)
  case paragraph(LayoutText)
  case list(ListNode)
}

/// A head with what stands beside and below it.
package struct EntryNode: Hashable, Sendable {
  /// The kind of record, or `publication`: names its design in the theme.
  package var kind: String
  package var label: LayoutText?
  package var lines: [LayoutText] = []
  /// Dates, mostly; read after the lines.
  package var aside: LayoutText?
  package var body: [BlockNode] = []
  /// When what it tells was last true; `nil` where it has no date.
  package var latest: PartialDate?
  /// Whether it is a work that its author calls selected.
  package var isSelected = false

  /// Which space parts it from the entry before.
  ///
  /// - Parameter spacing: As its design says.
  package func space(
    _ spacing: EntryDesign.Spacing, after other: EntryNode
  ) -> EntryDesign.Spacing {
    // Rows with points below them are no rows of a table.
    spacing == .row && !(body.isEmpty && other.body.isEmpty) ? .entry : spacing
  }
}

/// Points with a sign before each.
package struct ListNode: Hashable, Sendable {
  package var bullet: LayoutText
  package var items: [Item] = []

  /// One point of the list.
  package struct Item: Hashable, Sendable {
    package var text: LayoutText
    /// The list below the point; none or one.
    package var children: [ListNode]
  }
}
