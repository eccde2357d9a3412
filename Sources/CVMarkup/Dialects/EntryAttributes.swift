// SPDX-License-Identifier: MIT

/// `key="value"` pairs of a shortcode or a fenced block that say what an entry is.
struct EntryAttributes {
  /// A pair of which the key names a field of an entry.
  struct Pair {
    var field: Field
    var value: Range<Int>
  }

  /// What the words of a value are.
  enum Field: Equatable {
    case what, organisation, location, start, end, dates, text, link
    /// What stands first in an item of a timeline, and the lines below it, whatever they say.
    case header, line
  }

  private(set) var pairs: [Pair] = []
  private let scan: ByteScan

  init(_ scan: ByteScan, in range: Range<Int>) {
    self.scan = scan
    var index = range.lowerBound
    while let sign = scan.find("=", from: index, before: range.upperBound) {
      index = sign + 1
      guard index < range.upperBound, let value = quoted(at: index, before: range.upperBound)
      else { continue }
      index = value.upperBound + 1
      var start = sign
      while start > range.lowerBound, scan.isNameByte(scan.bytes[start - 1]) { start -= 1 }
      let key = scan.string(start..<sign).lowercased()
      guard let field = Self.fields[key], !scan.isBlank(value) else { continue }
      pairs.append(Pair(field: field, value: value))
    }
  }

  /// Whether the pairs make an entry: what or where it was, and one thing more.
  var makeEntry: Bool {
    let fields = pairs.map(\.field)
    let names = fields.contains(.what) || fields.contains(.organisation)
    let dates = fields.contains(.start) || fields.contains(.dates) || fields.contains(.end)
    return names && (dates || fields.contains(.what) && fields.contains(.organisation))
  }

  /// Whether the pairs are those of an item in a timeline of Hugo's: what stands first in it, and
  /// lines below.
  var makeTimelineItem: Bool {
    let fields = pairs.map(\.field)
    return fields.contains(.header) && fields.contains(.line)
  }

  /// Edits that leave of a range the values alone, as labelled words of a paragraph.
  ///
  /// - Parameters:
  ///   - opening: What stands before the paragraph.
  ///   - closing: What stands behind it.
  func edits(of range: Range<Int>, opening: String, closing: String) -> [Edit] {
    let isPosition = pairs.contains { $0.field == .organisation } && !isDegree
    var edits: [Edit] = []
    var done = range.lowerBound
    var pending = opening + "<p>"
    var hasStart = false
    for pair in pairs {
      let lineBreak = done == range.lowerBound ? "" : "<br>"
      let tags = self.tags(
        of: pair.field, isPosition: isPosition, hasStart: hasStart, lineBreak: lineBreak)
      hasStart = hasStart || pair.field == .start
      edits.append(Edit(range: done..<pair.value.lowerBound, replacement: pending + tags.open))
      done = pair.value.upperBound
      pending = tags.close + " "
    }
    edits.append(Edit(range: done..<range.upperBound, replacement: pending + "</p>" + closing))
    return edits
  }

  /// Set where the keys are those of a school.
  private var isDegree: Bool { pairs.isEmpty ? false : hasSchoolKey }
  private var hasSchoolKey: Bool {
    pairs.contains { pair in
      var start = pair.value.lowerBound
      while start > 0, scan.bytes[start] != UInt8(ascii: "=") { start -= 1 }
      let end = start
      while start > 0, scan.isNameByte(scan.bytes[start - 1]) { start -= 1 }
      return Self.schoolKeys.contains(scan.string(start..<end).lowercased())
    }
  }

  private func tags(
    of field: Field, isPosition: Bool, hasStart: Bool, lineBreak: String
  ) -> (open: String, close: String) {
    switch field {
    case .what: label(isPosition ? "role" : "title")
    case .organisation: label("organisation")
    case .location: label("location")
    case .start, .dates: label("dates")
    case .end: (label("dates").open + (hasStart ? "– " : ""), "</span>")
    case .text: label("text")
    case .link: ("<a href=\"", "\"><span class=\"cv-link\">link</span></a>")
    case .header: (lineBreak + "<strong>", "</strong>")
    case .line: (lineBreak, "")
    }
  }

  private func label(_ name: String) -> (open: String, close: String) {
    ("<span class=\"cv-\(name)\">", "</span>")
  }

  /// The range between quotes at an offset.
  private func quoted(at start: Int, before limit: Int) -> Range<Int>? {
    let quote = scan.bytes[start]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    var end = start + 1
    while end < limit, scan.bytes[end] != quote { end += 1 }
    return end < limit ? start + 1..<end : nil
  }

  /// Whether a name is that of a field for who, where or when.
  static func namesPlaceOrTime(_ name: String) -> Bool {
    switch fields[name] {
    case .organisation, .location, .start, .end, .dates: true
    case .what, .text, .link, .header, .line, nil: false
    }
  }

  private static let schoolKeys: Set<String> = [
    "degree", "school", "university", "college", "course", "area", "diploma",
  ]

  private static let fields: [String: Field] = [
    "title": .what, "role": .what, "position": .what, "job": .what, "job_title": .what,
    "degree": .what, "course": .what, "area": .what, "diploma": .what, "name": .what,
    "company": .organisation, "organisation": .organisation, "organization": .organisation,
    "employer": .organisation, "org": .organisation, "company_name": .organisation,
    "school": .organisation, "university": .organisation, "college": .organisation,
    "institution": .organisation, "institute": .organisation, "event": .organisation,
    "venue": .organisation, "conference": .organisation, "host": .organisation,
    "location": .location, "place": .location, "city": .location,
    "from": .start, "start": .start, "date_start": .start, "start_date": .start,
    "startdate": .start, "to": .end, "end": .end, "until": .end, "date_end": .end,
    "end_date": .end, "enddate": .end,
    "date": .dates, "dates": .dates, "year": .dates, "years": .dates, "period": .dates,
    "when": .dates, "duration": .dates,
    "text": .text, "description": .text, "summary": .text, "details": .text, "note": .text,
    "link": .link, "url": .link, "href": .link, "website": .link,
    "header": .header, "subheader": .line, "badge": .line,
  ]
}

extension Edit {
  init(range: Range<Int>, replacement: String) {
    self.init(range: range, replacement: Array(replacement.utf8))
  }
}
