// SPDX-License-Identifier: MIT

/// The part that some words of an entry play, where their author says so.
///
/// In Markdown and HTML a field is `<span class="cv-organisation">…</span>`: words so labelled are
/// read as what they are said to be, whatever they look like.
public enum EntryField: String, CaseIterable, Hashable, Sendable {
  case title, organisation, role, location, dates, text, link, note
  /// Of publications.
  case author, with, venue, status, award, volume, number, pages, doi
  /// The heading of a group of entries; a dash alone ends the group.
  case group
  /// A paragraph that introduces a section, or stands in it as an entry.
  case lead, paragraph

  /// The class that labels a field.
  public var className: String { Self.classPrefix + rawValue }

  /// What stands before the names of fields and of section kinds in class names.
  public static let classPrefix = "cv-"
}
