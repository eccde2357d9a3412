// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

/// Gives the tags of attribute lists to the parts of the profile that stand on their lines.
///
/// The innermost part has them: a point before its entry, an entry before its group.
struct TagAttachment {
  /// In the order of their places.
  private let parts: [Part]

  /// A part of the profile that tags can stand at.
  private struct Part {
    var span: SourceSpan
    var target: Target
  }

  /// Where a part is in the profile.
  private enum Target {
    case section(Int)
    case group(section: Int, SourceSpan)
    case entry(section: Int, Int)
    case bullet(section: Int, entry: Int, path: [Int])
  }

  init(_ profile: Profile) {
    var parts: [Part] = []
    for (number, section) in profile.sections.enumerated() {
      if let span = section.title?.span ?? section.span, section.title != nil {
        parts.append(Part(span: span, target: .section(number)))
      }
      for (index, entry) in section.entries.enumerated() {
        for span in entry.group?.runs.compactMap(\.span) ?? [] {
          parts.append(Part(span: span, target: .group(section: number, span)))
        }
        if let span = entry.span {
          parts.append(Part(span: span, target: .entry(section: number, index)))
        }
        guard case .record(let record) = entry else { continue }
        parts += Self.bullets(record.bullets, []).map { path, span in
          Part(span: span, target: .bullet(section: number, entry: index, path: path))
        }
      }
    }
    self.parts = parts.sorted { $0.span.range.lowerBound < $1.span.range.lowerBound }
  }

  private static func bullets(_ bullets: [Bullet], _ above: [Int]) -> [([Int], SourceSpan)] {
    bullets.enumerated().flatMap { index, bullet -> [([Int], SourceSpan)] in
      let own = bullet.text.span.map { [(above + [index], $0)] } ?? []
      return own + Self.bullets(bullet.children, above + [index])
    }
  }

  /// Gives the tags, and tells of those that stand at nothing.
  func attach(_ marks: [TagMark], to profile: inout Profile, log: inout DiagnosticLog) {
    for mark in marks {
      guard let line = mark.line, let target = target(on: line) else {
        log.add(.looseTags(mark))
        continue
      }
      add(mark.tags, to: target, of: &profile)
    }
  }

  /// The part that begins last of those on a line.
  private func target(on line: SourceSpan) -> Target? {
    let end = parts.partitioningIndex { $0.span.range.lowerBound >= line.range.upperBound }
    for part in parts[..<end].suffix(Self.farthest).reversed()
    where part.span.file == line.file && part.span.range.overlaps(line.range) {
      return part.target
    }
    return nil
  }

  /// How many parts may begin on a line or between it and the part around it.
  private static let farthest = 400

  private func add(_ tags: [String], to target: Target, of profile: inout Profile) {
    switch target {
    case .section(let number): profile.sections[number].tags += tags
    case .group(let number, let span):
      for index in profile.sections[number].entries.indices {
        let spans = profile.sections[number].entries[index].group?.runs.compactMap(\.span) ?? []
        if spans.contains(span) { profile.sections[number].entries[index].tags += tags }
      }
    case .entry(let number, let index): profile.sections[number].entries[index].tags += tags
    case .bullet(let number, let index, let path):
      guard case .record(var record) = profile.sections[number].entries[index] else { return }
      Self.add(tags, to: &record.bullets, at: path[...])
      profile.sections[number].entries[index] = .record(record)
    }
  }

  private static func add(
    _ tags: [String], to bullets: inout [Bullet], at path: ArraySlice<Int>
  ) {
    guard let first = path.first else { return }
    if path.count == 1 {
      bullets[first].tags += tags
    } else {
      add(tags, to: &bullets[first].children, at: path.dropFirst())
    }
  }
}

extension Diagnostic {
  fileprivate static func looseTags(_ mark: TagMark) -> Diagnostic {
    Diagnostic(
      .warning, .looseTags, "these tags stand at nothing that could have them", at: mark.span,
      label: mark.tags.joined(separator: ", "),
      help: "write them behind a section's title, an entry or a point, on the same line")
  }
}
