// SPDX-License-Identifier: MIT
package import CVDiagnostics
package import CVModel

/// Makes a profile what settings ask for: all that they leave out is then nowhere in it.
///
/// What is taken from the profile goes into the account with its words and its reason.
package struct Tailoring {
  package private(set) var profile: Profile
  package private(set) var account = ImportAccount()
  private let preferences: Preferences

  package init(_ profile: Profile, _ preferences: Preferences) {
    self.profile = profile
    self.preferences = preferences
  }

  /// Gives the tags that settings name to sections, else to entries, by their titles.
  package mutating func tag() {
    for tagged in preferences.tagged {
      let areSections = profile.sections.contains(where: tagged.matches)
      for index in profile.sections.indices {
        if tagged.matches(profile.sections[index]) { profile.sections[index].tags += tagged.value }
        guard !areSections else { continue }
        for entry in profile.sections[index].entries.indices
        where tagged.matches(profile.sections[index].entries[entry]) {
          profile.sections[index].entries[entry].tags += tagged.value
        }
      }
    }
  }

  /// Takes away and replaces what the settings say.
  ///
  /// - Parameter sparing: Kinds of sections that are asked for in any case; `nil` where sections
  ///   are not left out by their names here.
  package mutating func cut(sparing kinds: Set<SectionKind>?) {
    setSummary()
    let excluded = preferences.exclude
    let sections = profile.sections
    for selector in excluded {
      if sections.contains(where: selector.matches) {
        guard let kinds else { continue }
        removeSections(.excluded) { selector.matches($0) && !kinds.contains($0.kind) }
      } else {
        removeEntries(.excluded) { selector.matches($0.entries[$1]) }
      }
    }
    choose()
    chooseWorks()
    limit()
    if preferences.privacy == .public { hidePrivate() }
  }

  // MARK: Steps

  /// A summary of the settings' takes the place of the page's.
  private mutating func setSummary() {
    guard let summary = preferences.summary else { return }
    let paragraphs = summary.split { $0 == "\n" }.map { $0.collapsed() }.filter { !$0.isEmpty }
    let entries = paragraphs.map { Entry.paragraph(Paragraph($0)) }
    let index = profile.sections.firstIndex { $0.kind == .about }
    guard let index else {
      var section = Section(title: nil, kind: .about, span: summary.span)
      section.entries = entries
      profile.sections.insert(section, at: 0)
      return
    }
    for entry in profile.sections[index].entries { leave(entry, .replaced) }
    for text in profile.sections[index].lead { leave(text, .replaced) }
    profile.sections[index].lead = []
    profile.sections[index].entries = entries
  }

  /// Leaves out what has other tags than the wanted ones, or an unwanted one.
  private mutating func choose() {
    let (wanted, unwanted) = (preferences.tagsToInclude, preferences.tagsToExclude)
    guard !wanted.isEmpty || !unwanted.isEmpty else { return }
    let isOut = { (tags: [String]) -> Bool in
      let has = { (choice: Preferences.Titled<Bool>) in
        tags.contains { Tags.areSame($0, choice.selector) }
      }
      return unwanted.contains(where: has)
        || !wanted.isEmpty && !tags.isEmpty && !wanted.contains(where: has)
    }
    removeSections(.tags) { isOut($0.tags) }
    removeEntries(.tags) { isOut($0.entries[$1].tags) }
    removeBullets(.tags) { isOut($0.tags) }
  }

  /// Leaves out works that are not selected, or have none of the wanted keywords.
  private mutating func chooseWorks() {
    let keywords = preferences.workKeywords
    let isSelectedOnly = preferences.keepsSelectedWorks == true
    guard isSelectedOnly || !keywords.isEmpty else { return }
    removeEntries(.notChosen) { section, index in
      guard case .publication(let work) = section.entries[index] else { return false }
      if isSelectedOnly, !work.isChosen { return true }
      return !keywords.isEmpty && !keywords.contains { work.has(keyword: $0.selector) }
    }
  }

  private mutating func limit() {
    for limit in preferences.limits {
      removeEntries(.limit) { limit.matches($0) && $1 >= limit.value }
    }
  }

  private mutating func hidePrivate() {
    let words = PrivateWords(profile)
    for contact in profile.contacts where words.isPrivate(contact) {
      account.add(.private, contact.text, at: contact.span)
    }
    profile.contacts.removeAll(where: words.isPrivate)
    if let photo = profile.photo { account.add(.private, "", at: photo.span) }
    profile.photo = nil
    if let headline = profile.headline, words.areIn(headline, in: .about) {
      leave(headline, .private)
      profile.headline = nil
    }
    for index in profile.sections.indices {
      let section = profile.sections[index]
      let isPrivate = { (text: RichText) in words.areIn(text, in: section.kind) }
      for text in section.lead where isPrivate(text) { leave(text, .private) }
      profile.sections[index].lead.removeAll(where: isPrivate)
    }
    removeBullets(.private) { words.areIn($0.text, in: .other) }
    removeEntries(.private) { words.areIn($0.entries[$1], in: $0.kind) }
  }

  // MARK: Removing

  private mutating func removeSections(
    _ fate: ImportAccount.Fate, where isOut: (Section) -> Bool
  ) {
    for section in profile.sections where isOut(section) { leave(section, fate) }
    profile.sections.removeAll(where: isOut)
  }

  /// Removes entries by their section and their place in it; a section that loses all goes, too.
  private mutating func removeEntries(
    _ fate: ImportAccount.Fate, where isOut: (Section, Int) -> Bool
  ) {
    for number in profile.sections.indices.reversed() {
      let section = profile.sections[number]
      let out = section.entries.indices.filter { isOut(section, $0) }
      guard !out.isEmpty else { continue }
      for index in out { leave(section.entries[index], fate) }
      let gone = Set(out)
      let kept = section.entries.indices.filter { !gone.contains($0) }
      profile.sections[number].entries = kept.map { section.entries[$0] }
      if [.tags, .limit, .notChosen].contains(fate) {
        profile.sections[number].worksLeftOut += out.count { section.entries[$0].isPublication }
      }
      if kept.isEmpty { leave(profile.sections.remove(at: number), fate) }
    }
  }

  private mutating func removeBullets(_ fate: ImportAccount.Fate, where isOut: (Bullet) -> Bool) {
    for section in profile.sections.indices {
      for index in profile.sections[section].entries.indices {
        guard case .record(var record) = profile.sections[section].entries[index] else { continue }
        record.bullets = kept(record.bullets, fate, isOut)
        profile.sections[section].entries[index] = .record(record)
      }
    }
  }

  private mutating func kept(
    _ bullets: [Bullet], _ fate: ImportAccount.Fate, _ isOut: (Bullet) -> Bool
  ) -> [Bullet] {
    bullets.compactMap { bullet in
      guard !isOut(bullet) else {
        account.add(fate, bullet.allTexts.joined(separator: " "), at: bullet.text.span)
        return nil
      }
      var bullet = bullet
      bullet.children = kept(bullet.children, fate, isOut)
      return bullet
    }
  }

  // MARK: The account

  private mutating func leave(_ section: Section, _ fate: ImportAccount.Fate) {
    account.add(fate, section.title?.text ?? "", at: section.title?.span ?? section.span)
    for text in section.lead { leave(text, fate) }
    for entry in section.entries { leave(entry, fate) }
  }

  private mutating func leave(_ entry: Entry, _ fate: ImportAccount.Fate) {
    account.add(fate, entry.allTexts.joined(separator: " "), at: entry.span)
  }

  private mutating func leave(_ text: RichText, _ fate: ImportAccount.Fate) {
    account.add(fate, text.countedText, at: text.span)
  }
}

extension Entry {
  fileprivate var isPublication: Bool {
    if case .publication = self { true } else { false }
  }
}

extension Publication {
  /// Whether a word is among its keywords, or among the tags that its author gives it.
  package func has(keyword: String) -> Bool {
    (keywords + tags).contains { folded($0) == folded(keyword) }
  }
}
