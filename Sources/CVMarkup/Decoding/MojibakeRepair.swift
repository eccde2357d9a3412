// SPDX-License-Identifier: MIT
import CVDiagnostics

/// Undoes text that was UTF-8 once and was read in another encoding (`Ã©` for `é`).
///
/// Run by run, since sound and broken text stand side by side: a run of non-ASCII characters is
/// written back to bytes in each code page; if these are valid UTF-8 without controls, that was
/// the text. The remains of a character that lost a byte are removed. Sound text may look the
/// same by chance in two-byte sequences (`l’été`), so fewer than three such repairs outside
/// Latin are not believed.
func repairMojibake(
  _ text: EditedText, account: inout ImportAccount, log: inout DiagnosticLog
) -> EditedText {
  let repairs = acceptedRepairs(nonASCIIRuns(text.bytes).flatMap { runRepairs($0, in: text) })
  guard !repairs.isEmpty else { return text }
  for repair in repairs {
    account.add(.repaired, repair.replacement, at: text.span(of: repair.range))
  }
  report(repairs, in: text, log: &log)
  return text.applying(
    repairs.map { Edit(range: $0.range, replacement: Array($0.replacement.utf8)) })
}

/// A run that makes sense in another encoding; an empty replacement removes remains.
private struct MojibakeRepair {
  var range: Range<Int>
  var replacement: String
  var page: CodePage

  /// Whether chance could have made it: two-byte characters outside Latin.
  var isDoubtful: Bool {
    replacement.unicodeScalars.contains { 0x180..<0x800 ~= $0.value }
  }
}

private func nonASCIIRuns(_ bytes: [UInt8]) -> [Range<Int>] {
  var runs: [Range<Int>] = []
  var start: Int?
  for (index, byte) in bytes.enumerated() {
    if byte >= 0x80 {
      start = start ?? index
    } else if let from = start {
      runs.append(from..<index)
      start = nil
    }
  }
  if let from = start { runs.append(from..<bytes.count) }
  return runs
}

private func runRepairs(_ run: Range<Int>, in text: EditedText) -> [MojibakeRepair] {
  let scalars = Array(text.string(run).unicodeScalars)
  for page in CodePage.allCases {
    let bytes = scalars.compactMap { page.byte(of: $0) }
    guard bytes.count == scalars.count, let original = plausibleText(bytes) else { continue }
    return [MojibakeRepair(range: run, replacement: original, page: page)]
  }
  return partialRepairs(of: scalars, at: run.lowerBound)
}

/// Repairs inside a run that is not broken as a whole: only sequences of three or four bytes,
/// which chance hardly makes, and the remains of broken emoji (`ðŸ` and at most one byte more).
private func partialRepairs(of scalars: [Unicode.Scalar], at start: Int) -> [MojibakeRepair] {
  var found: [MojibakeRepair] = []
  var index = 0
  var offset = start
  while index < scalars.count {
    let match = CodePage.allCases.lazy.compactMap { sequence(scalars[index...], page: $0) }.first
    let taken = match?.count ?? 1
    let width = scalars[index..<index + taken].reduce(0) { $0 + UTF8.width($1) }
    if let match {
      found.append(
        MojibakeRepair(
          range: offset..<offset + width, replacement: match.text, page: match.page))
    }
    index += taken
    offset += width
  }
  return found
}

private func sequence(
  _ scalars: ArraySlice<Unicode.Scalar>, page: CodePage
) -> (text: String, count: Int, page: CodePage)? {
  let bytes = scalars.prefix(4).map { page.byte(of: $0) }
  guard let lead = bytes.first ?? nil, lead >= 0xE0, lead < 0xF5 else { return nil }
  let length = lead >= 0xF0 ? 4 : 3
  let known = bytes.prefix(length).prefix { $0 != nil }.compactMap { $0 }
  if known.count == length, let text = plausibleText(known) { return (text, length, page) }
  let continuations = known.dropFirst().prefix { $0 & 0xC0 == 0x80 }.count
  guard page == .windows1252, lead == 0xF0, continuations >= 1 else { return nil }
  return ("", 1 + continuations, page)
}

/// The text of some bytes if they are UTF-8 and it holds only assigned, printable characters.
private func plausibleText(_ bytes: [UInt8]) -> String? {
  guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
  let printable = text.unicodeScalars.allSatisfy { scalar in
    switch scalar.properties.generalCategory {
    case .control, .unassigned, .privateUse, .surrogate: false
    default: true
    }
  }
  return printable ? text : nil
}

private func acceptedRepairs(_ repairs: [MojibakeRepair]) -> [MojibakeRepair] {
  let doubtful = repairs.count { $0.isDoubtful }
  return doubtful < 3 ? repairs.filter { !$0.isDoubtful } : repairs
}

private func report(
  _ repairs: [MojibakeRepair], in text: EditedText, log: inout DiagnosticLog
) {
  let mended = repairs.filter { !$0.replacement.isEmpty }
  if let first = mended.first {
    let pages = Set(mended.map(\.page.rawValue)).sorted().joined(separator: " and ")
    let places = mended.count == 1 ? "one place" : "\(mended.count) places"
    log.add(
      Diagnostic(
        .warning, .mojibake, "\(places) had been read as \(pages) instead of UTF-8; repaired",
        at: text.span(of: first.range), label: "is “\(first.replacement)”",
        help: "repair the file itself: its text is damaged for every program"))
  }
  for lost in repairs where lost.replacement.isEmpty {
    log.add(
      Diagnostic(
        .warning, .mojibakeLost, "a character was damaged beyond repair and is left out",
        at: text.span(of: lost.range), help: "retype it in the file"))
  }
}
