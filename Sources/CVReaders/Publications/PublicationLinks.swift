// SPDX-License-Identifier: MIT
import CVModel

/// The link labels of a reference (`[Paper] [Code]`), taken out of its text.
struct PublicationLinks {
  /// The text without the labels and the signs between them.
  private(set) var rest = RichText()
  private(set) var links: [Link] = []
  /// Labels whose address leads nowhere: `[pdf](#)`.
  private(set) var dead: [RichText] = []
  /// Thumbnails: images that link to themselves.
  private(set) var images: [RichText] = []
  private(set) var doi: String?
  /// The words of addresses that were their own labels.
  private(set) var renamed: [String] = []

  /// - Parameter onlyBracketed: Leaves links without brackets in the text, where they are words of
  ///   a sentence.
  init(_ line: RichText, onlyBracketed: Bool = false) {
    let scan = TextScan(line)
    var removed: [Range<Int>] = []
    let ranges = Self.linkRanges(scan)
    if !onlyBracketed, let heading = Self.labelsHeading(scan, ranges) {
      for (range, address) in ranges { takeLabel(scan.slice(range), address) }
      renamed += heading
      return
    }
    let groups = Self.groups(of: ranges.map(\.0), in: scan)
    let closing = Self.closingLabels(ranges.map(\.0), in: scan)
    var told = 0
    for (range, address) in ranges {
      let label = Self.label(of: scan.slice(range))
      let group = groups.first { $0.contains(range.lowerBound) }
      let isOfLabels = group.map { scan[$0.lowerBound] == "[" || Self.holdsLabel($0, ranges, scan) }
      let isBracketed = Self.isBracketed(scan, range) || isOfLabels == true
      let isApart = isBracketed || group != nil || range.lowerBound >= closing
      if onlyBracketed, isDeadAddress(address) || !isApart { continue }
      if !isBracketed, group == nil, Self.isTold(range, behind: told, in: scan) {
        told = WordLists.all.contains(folded(label), in: .linkLabel) ? range.upperBound : 0
        continue
      }
      if scan.string(range) == "\u{FFFC}" {
        takeImage(scan.slice(range), address)
      } else if isDeadAddress(address) {
        guard isApart || wordCount(scan.slice(range)) <= 3 else { continue }  // A title.
        dead.append(scan.slice(range))
      } else if Self.isLabel(label, address, brackets: isBracketed)
        || Self.isPointer(label, at: range.lowerBound, scan)
      {
        take(label, address)
      } else {
        continue
      }
      removed.append(Self.widened(range, in: scan, group))
    }
    leaveRest(without: removed, of: scan, onlyBracketed: onlyBracketed)
  }

  private mutating func leaveRest(
    without removed: [Range<Int>], of scan: TextScan, onlyBracketed: Bool
  ) {
    rest = Self.removing(removed, from: scan)
    // `Fen Week 2019 - [slides](…)`: no time goes on.
    if onlyBracketed, removed.last?.upperBound == scan.count { rest = Self.withoutLastDash(rest) }
    if doi != nil || !onlyBracketed && !renamed.isEmpty { dropEmptyLabel() }
    if doi == nil, !onlyBracketed { takePlainDOI() }
  }

  /// The parts of a text that link to one address each.
  private static func linkRanges(_ scan: TextScan) -> [(range: Range<Int>, address: String)] {
    var ranges: [(range: Range<Int>, address: String)] = []
    for (range, attributes) in scan.runRanges {
      guard let link = attributes.link else { continue }
      if let last = ranges.last, last.1 == link, last.0.upperBound == range.lowerBound,
        scan[range.lowerBound] != "[" || scan[range.lowerBound - 1] != "]"
      {
        ranges[ranges.count - 1].range = last.0.lowerBound..<range.upperBound
      } else {
        ranges.append((range, link))
      }
    }
    // `[pdf][code]`, both without an address, are one run.
    return ranges.flatMap { link in
      let inner = link.range.dropFirst().filter { scan[$0] == "[" && scan[$0 - 1] == "]" }
      let ends = inner + [link.range.upperBound]
      return zip([link.range.lowerBound] + inner, ends).map {
        (range: $0..<$1, address: link.address)
      }
    }
  }

  /// `[Abstract](#) | [Draft](…)` and `Links: Paper (arXiv, CVF) | Notes`: the words between the
  /// links of a line that holds labels alone; `nil` for other lines.
  private static func labelsHeading(
    _ scan: TextScan, _ links: [(range: Range<Int>, address: String)]
  ) -> [String]? {
    let areWords = links.allSatisfy { link in
      1...5 ~= wordCount(scan.slice(link.range))
        && scan.scalars[link.range.lowerBound] != "\u{FFFC}"
    }
    guard links.count > 1, areWords else { return nil }
    let starts = [0] + links.map(\.range.upperBound)
    let ends = links.map(\.range.lowerBound) + [scan.count]
    let words = zip(starts, ends).flatMap { foldedWords(scan.string($0..<$1)) }
    let isHeading = words.first == "links" || words.first == "link"
    let areLabels = words.allSatisfy {
      WordLists.all.contains($0, in: [.linkLabel, .functionWord])
    }
    let isSure =
      words.isEmpty
      && links.contains { isLabel(label(of: scan.slice($0.range)), $0.address, brackets: false) }
    return isSure || isHeading && areLabels ? words : nil
  }

  private static func label(of text: RichText) -> String {
    text.trimmed { isSpace($0) || isDash($0) || "[]()【】⟨⟩".unicodeScalars.contains($0) }
      .collapsed().text
  }

  private static func isBracketed(_ scan: TextScan, _ range: Range<Int>) -> Bool {
    let inner = scan.trim(range)
    let inside = scan[inner.lowerBound] == "[" && scan[inner.upperBound - 1] == "]"
    return inside || scan[range.lowerBound - 1] == "[" && scan[range.upperBound] == "]"
  }

  /// Where the links begin that only name what they lead to and close a line of words: `[PDF](…)`,
  /// `[slides](…), [video](…)`.
  private static func closingLabels(_ links: [Range<Int>], in scan: TextScan) -> Int {
    var start = scan.count
    for range in links.reversed() {
      let label = label(of: scan.slice(range))
      guard range.lowerBound > 0,
        !scan.scalars[range.upperBound..<start].contains(where: isWordScalar),
        WordLists.all.contains(folded(label), in: .linkLabel)
      else { break }
      start = range.lowerBound
    }
    return start
  }

  /// `Featured in [Article](…), [News](…)`: whether a link is a word of a sentence, by the word
  /// that leads to it, or stands behind the link of one that ends at an offset.
  private static func isTold(_ range: Range<Int>, behind told: Int, in scan: TextScan) -> Bool {
    let before = scan.trim(0..<range.lowerBound)
    if told > 0, !scan.scalars[told..<range.lowerBound].contains(where: { $0 == "." }),
      scan.string(told..<range.lowerBound).split(separator: " ").count <= 2
    {
      return true
    }
    let word = scan.string(scan.lastWord(in: before))
    return before.upperBound < range.lowerBound && before.lowerBound < before.upperBound
      && scan[before.upperBound - 1].map(isWordScalar) == true
      && ["in", "at", "on", "by", "from", "the"].contains(word.lowercased())
  }

  /// A link of a line that holds labels alone.
  private mutating func takeLabel(_ label: RichText, _ address: String) {
    if isDeadAddress(address) { dead.append(label) } else { take(Self.label(of: label), address) }
  }

  private mutating func take(_ label: String, _ address: String) {
    if label.hasPrefix("10."), label.contains("/") {
      doi = label
      links.append(Link(label: "DOI", url: address))
    } else if label.hasPrefix("http"), let name = Self.doi(in: address) {
      doi = name
      renamed.append(label)
      links.append(Link(label: "DOI", url: address))
    } else {
      if label.hasPrefix("http") { renamed.append(label) }
      links.append(Link(label: label.hasPrefix("http") ? "Link" : label, url: address))
    }
  }

  /// The DOI of an address of its resolver.
  private static func doi(in address: String) -> String? {
    guard LinkLabel.host(of: address).hasSuffix("doi.org") else { return nil }
    return address.firstRange(of: "/10.").map {
      String(address[address.index(after: $0.lowerBound)...])
    }
  }

  /// The `DOI:` or `[Online]. Available:` that an address stood behind.
  private mutating func dropEmptyLabel() {
    let text = rest.trimmed { isSpace($0) || ".:".unicodeScalars.contains($0) }
    let labels = [
      " doi", " [online]. available", " available at", " available online", " available from",
      " retrieved from",
    ]
    let words = String(decoding: text.text.utf8.suffix(24), as: UTF8.self).lowercased()
    guard let label = labels.first(where: words.hasSuffix) else { return }
    renamed.append(label)
    rest = text[0..<text.count - label.utf8.count].trimmed()
  }

  /// `doi:10.5555/abc` in plain words.
  private mutating func takePlainDOI() {
    guard let found = Self.cuttingDOI(rest) else { return }
    doi = found.name
    renamed.append("doi")
    links.append(Link(label: "DOI", url: "https://doi.org/" + found.name))
    rest = found.rest
  }

  /// A text without the `doi:10.5555/abc` in it, and what that names.
  static func cuttingDOI(_ text: RichText) -> (rest: RichText, name: String)? {
    let scan = TextScan(text)
    for start in scan.scalars.indices {
      guard scan.scalars[start] == "d" || scan.scalars[start] == "D" else { continue }
      let head = scan.string(start..<min(start + 4, scan.count)).lowercased()
      guard head == "doi:" || head == "doi ", start == 0 || !isWordScalar(scan.scalars[start - 1])
      else { continue }
      let name = scan.skipSpaces(from: start + 4)
      var end = name
      while let next = scan[end], !isSpace(next), next != ",", next != ";" { end += 1 }
      while end > name, ".)]".unicodeScalars.contains(scan.scalars[end - 1]) { end -= 1 }
      let text = scan.string(name..<end)
      guard text.hasPrefix("10."), text.contains("/") else { continue }
      let before = scan.slice(0..<start).trimmedSigns()
      // `70-78. doi:10.5555/abc. Epub 2017`: one of the stops ends what stands before it.
      let isStopped = before.text.hasSuffix(".") && scan[end] == "."
      let rest = before + scan.slice((isStopped ? end + 1 : end)..<scan.count)
      return (rest.trimmed(), text)
    }
    return nil
  }

  /// An image that is a link: a thumbnail links to itself, a badge to a site that it names.
  private mutating func takeImage(_ image: RichText, _ address: String) {
    guard !isImageAddress(address), !isDeadAddress(address) else {
      images.append(image)
      return
    }
    let alternative = image.runs.first?.attributes.image?.alternative ?? ""
    links.append(Link(label: LinkLabel.name(of: address, alternative: alternative), url: address))
  }

  /// Brackets that hold labels and nothing else: two or more in round ones.
  ///
  /// `([slides](…), [video](…))`, `[; [draft](…)]`, from which a control was taken.
  private static func groups(of links: [Range<Int>], in scan: TextScan) -> [Range<Int>] {
    scan.brackets.compactMap { open, close in
      guard "(（[".unicodeScalars.contains(scan.scalars[open]) else { return nil }
      let inner = links.filter { open < $0.lowerBound && $0.upperBound <= close }
      let others = (open + 1..<close).filter { index in
        isWordScalar(scan.scalars[index]) && !inner.contains { $0.contains(index) }
      }
      let least = scan.scalars[open] == "[" ? 1 : 2
      return inner.count >= least && others.isEmpty ? open..<close + 1 : nil
    }
  }

  private static func withoutLastDash(_ text: RichText) -> RichText {
    let scan = TextScan(text)
    var end = scan.trim(0..<scan.count).upperBound
    while end > 0, isDash(scan.scalars[end - 1]), scan[end - 2].map(isSpace) == true { end -= 1 }
    return scan.slice(0..<end)
  }

  /// A label's range with the brackets around it; the first and the last of a group take its own.
  private static func widened(
    _ range: Range<Int>, in scan: TextScan, _ group: Range<Int>?
  ) -> Range<Int> {
    var range = range
    if let group {
      let hasWord = { (part: Range<Int>) in scan.scalars[part].contains(where: isWordScalar) }
      let low = hasWord(group.lowerBound..<range.lowerBound) ? range.lowerBound : group.lowerBound
      let high = hasWord(range.upperBound..<group.upperBound) ? range.upperBound : group.upperBound
      return low..<high
    }
    let pairs: [(Unicode.Scalar, Unicode.Scalar)] = [("[", "]"), ("(", ")"), ("【", "】")]
    for (open, close) in pairs
    where scan[range.lowerBound - 1] == open && scan[range.upperBound] == close {
      range = range.lowerBound - 1..<range.upperBound + 1
    }
    return range
  }

  /// `(top 5 %, [Link](…))`: no comma stays before a bracket that closes behind a label.
  private static func withoutComma(
    _ gap: Range<Int>, before label: Range<Int>, in scan: TextScan
  ) -> Range<Int> {
    let next = scan[scan.skipSpaces(from: label.upperBound)]
    guard next.map({ ")）".unicodeScalars.contains($0) }) == true else { return gap }
    let end = scan.trim(gap, also: { ",;，；".unicodeScalars.contains($0) }).upperBound
    return gap.lowerBound..<max(end, gap.lowerBound)
  }

  /// The text without ranges; between two of them, signs and spaces go as well.
  private static func removing(_ ranges: [Range<Int>], from scan: TextScan) -> RichText {
    var result = RichText()
    var done = 0
    for range in ranges {
      let gap = done..<max(done, range.lowerBound)
      let isBetween =
        done > 0
        && !scan.scalars[gap].contains { isWordScalar($0) || "()".unicodeScalars.contains($0) }
      if !isBetween { result.append(scan.slice(withoutComma(gap, before: range, in: scan))) }
      done = max(done, range.upperBound)
    }
    let tail = done..<scan.count
    let isSigns =
      done > 0
      && !scan.scalars[tail].contains { isWordScalar($0) || "()".unicodeScalars.contains($0) }
    return isSigns ? result : result + scan.slice(tail)
  }
}

/// Whether an address is a placeholder that leads nowhere.
func isDeadAddress(_ address: String) -> Bool {
  let target = address.trimmingSpaces().lowercased()
  return target.isEmpty || target.hasPrefix("#")
    || ["link", "url", "todo", "none", "/", "."].contains(target)
    || target.hasPrefix("javascript:") || isUnfilled(address)
}

/// `TODO_CODE_LINK`: whether an address is words in capitals for what its author has yet to write.
private func isUnfilled(_ address: String) -> Bool {
  let words = address.split(separator: "_")
  return words.count > 1
    && words.allSatisfy { $0.utf8.allSatisfy { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 } }
}

func isImageAddress(_ address: String) -> Bool {
  let path = address.lowercased().split(separator: "?").first.map(String.init) ?? ""
  return [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp", ".mp4"].contains {
    path.hasSuffix($0)
  }
}

/// A short name for what stands behind an address.
enum LinkLabel {
  /// From the words of a badge where they name something, else from the site.
  static func name(of address: String, alternative: String) -> String {
    let words = folded(alternative)
    if WordLists.all.contains(words, in: .linkLabel) { return alternative }
    let host = host(of: address)
    if codeHosts.contains(where: host.hasSuffix) { return "Code" }
    if host.hasSuffix("arxiv.org") { return "arXiv" }
    if host.hasSuffix("huggingface.co") { return "Hugging Face" }
    if host.hasSuffix("youtube.com") || host.hasSuffix("youtu.be") { return "Video" }
    if host.hasSuffix("doi.org") { return "DOI" }
    return "Link"
  }

  /// Where people keep the programs that they write.
  static let codeHosts: Set<String> = ["github.com", "gitlab.com", "codeberg.org", "bitbucket.org"]

  static func host(of address: String) -> String {
    let rest = address.split(separator: "/", omittingEmptySubsequences: false)
    let host = rest.count > 2 && rest[0].hasSuffix(":") ? String(rest[2]) : String(rest.first ?? "")
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }
}

extension String {
  /// The text without white space at its ends.
  func trimmingSpaces() -> String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
