// SPDX-License-Identifier: MIT
package import CVDiagnostics
package import CVMarkup
package import CVModel

/// What a reader makes of its source.
package struct Reading: Sendable {
  package var profile: Profile
  package var account: ImportAccount
  package var log: DiagnosticLog
}

/// Reads a homepage or a CV in Markdown as a profile.
///
/// Never fails: what is not understood stays as paragraphs and points.
///
/// - Parameters:
///   - site: The settings of the site that the page belongs to (`_config.yml`), or `nil`.
///   - name: The owner's name as the user gives it; it is believed before any source.
///   - preferences: What the author says of the page; it is believed before the page itself.
package func readHomepage(
  _ document: MarkupDocument, site: DataNode?, name: String? = nil,
  preferences: Preferences = Preferences()
) -> Reading {
  var residue = ResidueFilter()
  let outline = Outline(residue.filter(document.blocks)).taking(preferences.kinds)
  let stated =
    preferences.headline ?? findHeadline(settings: document.settings, site: site, opening: [])
  let lines = OpeningLines(outline.preamble, takesHeadline: stated == nil)
  var reader = SectionReader()
  var profile = Profile()
  if let preamble = reader.readPreamble(lines.blocks) { profile.sections.append(preamble) }
  profile.sections += sectionsOfSettings(document.settings)
  profile.sections += outline.sections.compactMap { reader.readFilled($0) }
  var account = document.account
  for other in [residue.account, lines.account, reader.account] { account.add(contentsOf: other) }
  var log = residue.log
  log.add(contentsOf: reader.log)

  let finder = NameFinder(settings: document.settings, site: site, outline: outline)
  profile.name = name.map { RichText($0) } ?? preferences.name ?? finder.find()
  let aliases = document.settings?["author_aliases"]?.items ?? []
  markOwner(in: &profile, aliases: preferences.aliases + aliases.compactMap(\.text))
  let opening = profile.sections.prefix { $0.kind == .about }.prefix(2)
    .flatMap(\.entries).prefix(6).compactMap(paragraphText)
  profile.headline =
    stated ?? lines.headline ?? findHeadline(settings: nil, site: nil, opening: Array(opening))
  profile.contacts =
    ContactFinder(
      settings: document.settings, site: site, stated: lines.contacts,
      texts: lines.blocks.flatMap(\.texts) + contactTexts(profile)
    ).contacts
  profile.language = document.settings?["lang"]?.text ?? site?["lang"]?.text ?? "en"
  for title in outline.pageTitles where title.collapsed().text != profile.name?.text {
    account.add(.homepageMatter, title.text, at: title.span)
  }
  if profile.name == nil { log.add(.noName(profile)) }
  if outline.sections.isEmpty { log.add(.noSection()) }
  return Reading(profile: profile, account: account, log: log)
}

/// Marks the owner among authors whom no emphasis tells apart.
func markOwner(in profile: inout Profile, aliases: [String]) {
  let names = [profile.name?.text].compactMap { $0 } + aliases
  let owner = OwnName(names)
  guard !owner.isEmpty else { return }
  for section in profile.sections.indices {
    for index in profile.sections[section].entries.indices {
      guard case .publication(var work) = profile.sections[section].entries[index] else { continue }
      owner.mark(&work)
      profile.sections[section].entries[index] = .publication(work)
    }
  }
}

private func paragraphText(_ entry: Entry) -> RichText? {
  if case .paragraph(let paragraph) = entry { return paragraph.text }
  return nil
}

/// Texts in which an address is the owner's own.
private func contactTexts(_ profile: Profile) -> [RichText] {
  profile.sections.filter { $0.kind == .about || $0.kind == .contact }
    .flatMap(\.entries).compactMap(paragraphText)
}

extension Diagnostic {
  static func noName(_ profile: Profile) -> Diagnostic {
    let guess = profile.contacts.lazy.compactMap(nameGuess).first ?? "First Last"
    return Diagnostic(
      .warning, .noName, "no source says whose page this is; the CV has no name on it",
      help: "write “name: \(guess)” into the front matter, or run with --name \"\(guess)\"")
  }

  /// `ada.roe@…` may be the address of an Ada Roe; only the help line says so.
  private static func nameGuess(_ contact: Contact) -> String? {
    guard contact.kind == .email, let local = contact.text.split(separator: "@").first else {
      return nil
    }
    let parts = local.split { ".-_".contains($0) }
    guard parts.count == 2, parts.allSatisfy({ $0.count > 1 && $0.allSatisfy(\.isLetter) }) else {
      return nil
    }
    return parts.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }

  fileprivate static func noSection() -> Diagnostic {
    Diagnostic(
      .warning, .noSection, "no heading was found, so the page is set as one text",
      help: "put headings such as “## Education” and “## Experience” above the parts")
  }
}
