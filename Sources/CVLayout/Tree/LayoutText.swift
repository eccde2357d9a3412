// SPDX-License-Identifier: MIT
package import CVDiagnostics
package import CVModel

/// Text of a layout tree: runs with emphasis, an address, and the part that they play.
package struct LayoutText: Hashable, Sendable {
  package var runs: [LayoutRun] = []

  package init(_ runs: [LayoutRun] = []) { self.runs = runs }

  package init(_ text: String, role: Role) {
    runs = text.isEmpty ? [] : [LayoutRun(text: text, role: role)]
  }

  /// - Parameter marks: Added to the emphasis of the text itself.
  package init(_ text: RichText, role: Role, adding marks: RichText.Marks = []) {
    text.forEachRun { run, part in
      var new = LayoutRun(text: String(part), role: role)
      new.marks = run.attributes.marks.union(marks).subtracting([.literal, .coloured])
      new.link = run.attributes.link.flatMap { isDead($0) ? nil : $0 }
      new.span = run.span
      if let last = runs.last, last.joins(new) {
        runs[runs.count - 1].text += new.text
        if let span = new.span { runs[runs.count - 1].span = last.span?.union(span) ?? span }
      } else {
        runs.append(new)
      }
    }
  }

  package var text: String { runs.map(\.text).joined() }
  package var isEmpty: Bool { runs.allSatisfy(\.text.isEmpty) }

  /// The kind of a contact; `nil` for any other text.
  package var contactKind: Theme.ContactKind? { runs.lazy.compactMap(\.group).first }

  /// Says the language of all of it.
  package mutating func mark(as language: String) {
    for index in runs.indices { runs[index].language = language }
  }

  package mutating func append(_ other: LayoutText) { runs += other.runs }

  package mutating func append(_ text: String, role: Role) {
    append(LayoutText(text, role: role))
  }
}

/// A stretch of text of one look and one meaning.
package struct LayoutRun: Hashable, Sendable {
  package var text: String
  package var role: Role
  package var marks: RichText.Marks = []
  /// The address to open, as the author wrote it.
  package var link: String?
  /// A BCP 47 tag where the run is in another language than the document.
  package var language: String?
  /// The name of a colour of the theme; `nil` for that of the style.
  package var colour: String?
  /// Small capitals where the style around has none.
  package var caps = TextStyle.Caps.none
  /// The icon that pages show before the run, where the theme has icons.
  package var icon: Icon?
  /// Of a contact: its kind, by which themes put it on a line and formats name it.
  package var group: Theme.ContactKind?
  package var span: SourceSpan?

  package init(text: String, role: Role) {
    self.text = text
    self.role = role
  }

  /// Whether the next run looks and means the same and continues this one.
  fileprivate func joins(_ next: LayoutRun) -> Bool {
    role == next.role && marks == next.marks && link == next.link && language == next.language
      && colour == next.colour && caps == next.caps && icon == next.icon
  }
}

/// The part that a run plays in its entry: class-based formats and tags go by it.
package enum Role: String, Hashable, Sendable {
  case name, headline, contact, sectionTitle, groupTitle
  case title, role, organisation, location, dates, text, label
  case author, ownAuthor, venue, locator, status, award, note, link
  /// Generated: bullets, commas between fields.
  case separator
}

/// Whether an address leads nowhere.
private func isDead(_ address: String) -> Bool { address.isEmpty || address.hasPrefix("#") }
