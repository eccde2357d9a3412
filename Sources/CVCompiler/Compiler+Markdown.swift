// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
public import CVModel
import CVReaders
import CVWriters

extension DocumentFormat {
  /// Markdown in the recommended form.
  public static let markdown = DocumentFormat("markdown", noun: "page", suffix: "md") {
    $0.markdown($1)
  }
}

extension Compiler {
  /// The profile as Markdown in the recommended form.
  ///
  /// The text is read again to see that it says the same; an entry that would be read as something
  /// else gets labels, which are read as they say.
  public func markdown(_ profile: Profile) -> String {
    var labelled = LabelledParts()
    var text = writeMarkdown(profile, labelled: labelled)
    // First single entries, then whole sections: each round labels more, so it ends.
    while let more = misread(profile, in: text, labelled) {
      labelled = more
      text = writeMarkdown(profile, labelled: labelled)
    }
    return text
  }

  /// What must be labelled beside what is; `nil` if the text says the same or no label helps.
  private func misread(
    _ profile: Profile, in text: String, _ labelled: LabelledParts
  ) -> LabelledParts? {
    let again = reread(text)
    guard writeJSONWithoutPlaces(again) != writeJSONWithoutPlaces(profile) else {
      return nil
    }
    var more = labelled
    let isCut = again.sections.count != profile.sections.count
    for (index, section) in profile.sections.enumerated() {
      let read = isCut ? nil : again.sections[index]
      if read?.kind != section.kind || read?.title?.text != section.title?.text {
        more.titles.insert(index)
      }
      more.entries[index, default: []].formUnion(Self.misread(section, read))
    }
    return more == labelled ? nil : more
  }

  /// The entries of a section that are read as something else; all of them where it is cut
  /// another way.
  private static func misread(_ section: Section, _ again: Section?) -> Set<Int> {
    let all = Set(section.entries.indices)
    guard let again, again.lead.map(\.text) == section.lead.map(\.text),
      again.entries.count == section.entries.count
    else { return all }
    return all.filter {
      writeJSONWithoutPlace(section.entries[$0]) != writeJSONWithoutPlace(again.entries[$0])
    }
  }

  private func reread(_ text: String) -> Profile {
    var sources = SourceSet()
    var log = DiagnosticLog()
    let page = readMarkup(Array(text.utf8), name: "profile.md", into: &sources, log: &log)
    guard let page else { return Profile() }
    return readHomepage(page, site: nil).profile
  }
}
