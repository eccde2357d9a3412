// SPDX-License-Identifier: MIT

/// How much of a page's facts is in what cvgen understood.
struct Score {
  private(set) var made = 0
  /// The facts that were missed, in words.
  private(set) var missed: [String] = []
  /// Sections, entries and publications that the page does not have.
  private(set) var extra: [String] = []

  var share: Double { made == 0 ? 0 : Double(made - missed.count) / Double(made) }

  private mutating func check(_ holds: Bool, _ fact: @autoclosure () -> String) {
    made += 1
    if !holds { missed.append(fact()) }
  }

  private mutating func check(
    _ field: String, _ wanted: String?, _ had: String?, of label: String, line: Int?
  ) {
    guard let wanted else { return }
    let holds = Wording(had).says(Wording(wanted))
    check(holds, "\(label): \(field) should be “\(wanted)”, not “\(had ?? "")”\(place(line))")
  }

  init(_ facts: Facts, _ had: Understanding, json: String) {
    let names = ([facts.name] + (facts.nameAcceptable ?? [])).map(Wording.init)
    check(
      names.contains(Wording(had.name)),
      "the name should be “\(facts.name ?? "")”, not “\(had.name ?? "")”")
    let emails = had.emails.map { Wording($0) }
    for email in facts.emails ?? [] { check(emails.contains(Wording(email)), "e-mail \(email)") }
    for url in (facts.links ?? []).compactMap(\.url) {
      check(json.holds(url), "the link \(url) is nowhere")
    }
    var taken: [String: Int] = [:]
    for section in facts.sections {
      let title = Wording(section.title).text
      compare(section, Self.counterpart(of: section, had, after: taken[title, default: 0]))
      taken[title, default: 0] += 1
    }
    comparePublications(facts, had)
    noteExtraSections(facts, had)
  }
}

// MARK: Sections

extension Score {
  /// Of the sections with a title the one with its number, else the first.
  private static func counterpart(
    of section: Facts.Section, _ had: Understanding, after taken: Int
  ) -> Understanding.Section? {
    let title = Wording(section.title)
    let found = had.sections.filter {
      title.isEmpty ? $0.kind == section.kind : Wording($0.title).says(title)
    }
    return found.count > taken ? found[taken] : found.first
  }

  private mutating func compare(_ section: Facts.Section, _ found: Understanding.Section?) {
    let label = section.title.map { "“\($0)”" } ?? "the text before the first heading"
    check(found != nil, "the section \(label) was not found")
    check(
      found?.kind == section.kind,
      "the section \(label) should be \(section.kind), not \(found?.kind ?? "missing")")
    guard section.kind != "publications", let entries = found?.entries else { return }
    let isCounted = section.unit == nil
    if isCounted {
      check(
        entries.count == section.entryCount,
        "\(label) should have \(section.entryCount) entries, not \(entries.count)")
    }
    let pairs = Self.paired(section.entries, entries, Self.likeness)
    if isCounted {
      for index in entries.indices where !pairs.values.contains(index) {
        extra.append(
          "an entry in \(label): \(entries[index].everything.prefix(60))"
            + place(entries[index].span?.line))
      }
    }
    check(Self.isInOrder(pairs), "the entries of \(label) are out of order")
    for (index, wanted) in section.entries.enumerated() {
      compare(wanted, pairs[index].map { entries[$0] }, in: label, isCounted: isCounted)
    }
  }

  private static func likeness(_ wanted: Facts.Entry, _ had: Understanding.Entry) -> Double {
    let words = Wording(had.everything)
    let squashed = words.squashed
    let shares = wanted.probes.map { probe -> Double in
      let wording = Wording(probe)
      return squashed.holds(wording.squashed) ? 1 : 0.3 * wording.likeness(to: words)
    }
    return shares.isEmpty ? 0 : shares.reduce(0, +) / Double(shares.count)
  }

  private mutating func compare(
    _ wanted: Facts.Entry, _ found: Understanding.Entry?, in section: String, isCounted: Bool
  ) {
    let label = "\(section), “\(wanted.label.prefix(60))”"
    let line = found?.span?.line
    check(found != nil, "\(label) was not found")
    check("the title", wanted.title, found?.title, of: label, line: line)
    check("the organisation", wanted.organisation, found?.organisation, of: label, line: line)
    check("the role", wanted.role, found?.role, of: label, line: line)
    check("the place", wanted.location, found?.location, of: label, line: line)
    if isCounted { compareDates(wanted, found, label) }
    let words = Wording(found?.everything).squashed
    for phrase in wanted.phrases {
      check(
        words.holds(Wording(phrase).squashed),
        "\(label): the words “\(phrase.prefix(60))” are missing\(place(line))")
    }
    for url in (wanted.links ?? []).compactMap(\.url) {
      check(
        found?.everything.holds(url) == true,
        "\(label): the link \(url) is missing\(place(line))")
    }
  }

  /// A lone year may stand as start or as end.
  private mutating func compareDates(
    _ wanted: Facts.Entry, _ found: Understanding.Entry?, _ label: String
  ) {
    guard wanted.start != nil || wanted.end != nil else { return }
    let (start, end) = (wanted.start ?? "", wanted.end ?? "")
    let had = (start: found?.start ?? "", end: found?.end ?? "")
    let words = "not \(had.start)–\(had.end)\(place(found?.span?.line))"
    let isLone = end.isEmpty && [had.start, had.end].contains(start)
    check(had.start == start || isLone, "\(label) should start \(start), \(words)")
    check(
      had.end == end || isLone && ["", start].contains(had.end),
      "\(label) should end \(end.isEmpty ? "nowhere" : end), \(words)")
  }

  private mutating func noteExtraSections(_ facts: Facts, _ had: Understanding) {
    let known = facts.sections.map { Wording($0.title) }
    for section in had.sections {
      let title = Wording(section.title)
      if !known.contains(where: { $0 == title || title.says($0) }) {
        extra.append("the section “\(section.title ?? "")”")
      }
    }
  }
}

// MARK: Publications

extension Score {
  private mutating func comparePublications(_ facts: Facts, _ had: Understanding) {
    let wanted = facts.publications ?? []
    let found = had.publications
    check(
      wanted.count == found.count,
      "there should be \(wanted.count) publications, not \(found.count)")
    let pairs = Self.paired(wanted, found) { Wording($0.title).likeness(to: Wording($1.title)) }
    for index in found.indices where !pairs.values.contains(index) {
      extra.append(
        "the publication “\(found[index].title?.prefix(60) ?? "")”"
          + place(found[index].span?.line))
    }
    if !wanted.isEmpty { check(Self.isInOrder(pairs), "the publications are out of order") }
    for (index, publication) in wanted.enumerated() {
      compare(publication, pairs[index].map { found[$0] })
    }
  }

  private mutating func compare(
    _ wanted: Facts.Publication, _ found: Understanding.Publication?
  ) {
    let label = "“\(wanted.title.prefix(50))”"
    let line = found?.span?.line
    check(
      Wording(wanted.title) == Wording(found?.title),
      "\(label): the title should not be “\(found?.title ?? "")”\(place(line))")
    compareAuthors(wanted, found, label)
    let awards = (found?.awards ?? []).map { Wording($0).text }
    if let wanted = wanted.awards, !wanted.isEmpty {
      let holds = wanted.map { Wording($0).text }.allSatisfy { award in
        awards.contains { $0.contains(award) || award.contains($0) }
      }
      check(holds, "\(label): the awards should be \(wanted), not \(awards)\(place(line))")
    }
    check("the venue", wanted.venue, found?.venue, of: label, line: line)
    if let year = wanted.year {
      let had = found?.year.map { String($0) } ?? "missing"
      check(had == String(year), "\(label): the year should be \(year), not \(had)\(place(line))")
    }
    for url in (wanted.links ?? []).compactMap(\.url) {
      check(
        found?.everything.holds(url) == true,
        "\(label): the link \(url) is missing\(place(line))")
    }
  }

  private mutating func compareAuthors(
    _ wanted: Facts.Publication, _ found: Understanding.Publication?, _ label: String
  ) {
    let spot = place(found?.span?.line)
    if wanted.authorsTolerant == true {
      for text in wanted.authorsText?.all ?? [""] {
        check(
          Wording(found?.everything).squashed.holds(Wording(text).squashed),
          "\(label): the authors should be “\(text)”\(spot)")
      }
    } else {
      let names = (wanted.authors ?? []).map(Self.author)
      let had = (found?.authors ?? []).map { Self.author($0.name) }
      check(names == had, "\(label): the authors should be \(names), not \(had)\(spot)")
    }
    if let own = wanted.selfAuthor {
      let had = found?.selfAuthor ?? ""
      check(
        Self.author(own) == Self.author(had),
        "\(label): the owner should be “\(own)”, not “\(had)”\(spot)")
    }
    for (words, names, had) in [
      ("equal authors", wanted.equalContribution, found?.equalContribution),
      ("corresponding authors", wanted.corresponding, found?.corresponding),
    ] {
      guard let names, !names.isEmpty else { continue }
      check(
        Set(names.map(Self.author)) == Set((had ?? []).map(Self.author)),
        "\(label): the \(words) should be \(names), not \(had ?? [])\(spot)")
    }
  }

  /// A name without the marks behind it; `…` stands for names left out.
  private static func author(_ name: String) -> String {
    let text = Wording(name).text.replacing("…", with: "...")
    return ["...", "", "et al"].contains(text)
      ? "..." : String(text.trimmedAtEnd(of: ".#^†‡* "))
  }
}

// MARK: Pairing

extension Score {
  /// Pairs what was wanted with what is there, the likest first, each used once.
  private static func paired<Wanted, Had>(
    _ wanted: [Wanted], _ had: [Had], _ likeness: (Wanted, Had) -> Double
  ) -> [Int: Int] {
    var candidates: [(likeness: Double, distance: Int, wanted: Int, had: Int)] = []
    for (i, a) in wanted.enumerated() {
      for (j, b) in had.enumerated() {
        let value = likeness(a, b)
        if value >= 0.6 { candidates.append((value, abs(i - j), i, j)) }
      }
    }
    candidates.sort {
      ($1.likeness, $0.distance, $0.wanted) < ($0.likeness, $1.distance, $1.wanted)
    }
    var pairs: [Int: Int] = [:]
    var used: Set<Int> = []
    for candidate in candidates where pairs[candidate.wanted] == nil {
      if used.insert(candidate.had).inserted { pairs[candidate.wanted] = candidate.had }
    }
    return pairs
  }

  private static func isInOrder(_ pairs: [Int: Int]) -> Bool {
    let order = pairs.sorted { $0.key < $1.key }.map(\.value)
    return order == order.sorted()
  }
}

/// The line of the page, for a message.
private func place(_ line: Int?) -> String { line.map { " (line \($0))" } ?? "" }
