// SPDX-License-Identifier: MIT
import CVModel

/// Names in letters without capitals: East Asian and Arabic ones.
extension AuthorList {
  func cjkName(at start: Int) -> Name? {
    var end = start
    while let next = scan[end], isCJK(next), next != "・" || isKatakana(around: end) { end += 1 }
    if let given = givenName(behind: start..<end) { return Name(range: start..<given, form: .full) }
    if let and = and(in: start..<end) { end = and }
    // `罗伊等.`
    if end - start > 2, WordLists.all.contains(scan.scalars[end - 1..<end], in: .elision) {
      end -= 1
    }
    // Five ideographs are a name where the sign behind them says so.
    let isListed = scan[end].map { ",，、:：".unicodeScalars.contains($0) } ?? false
    let longest = scan.scalars[start..<end].contains("・") ? 16 : isListed ? 5 : 4
    guard 2...longest ~= end - start, authors.isEmpty || !goesOnInLatin(end) else { return nil }
    return Name(range: start..<end, form: .full)
  }

  /// Whether Latin words that join no names follow: `雨的一种 OpenFog 方法` is a title.
  private func goesOnInLatin(_ end: Int) -> Bool {
    let next = scan.skipSpaces(from: end)
    guard next > end, let letter = scan[next], letter.isASCII, isWordScalar(letter) else {
      return false
    }
    return !scan.isRaised(next) && separator(at: end) == nil
  }

  /// `佐藤 雨子,`: where a given name ends that a space parts from the family name, before a sign
  /// that ends a name.
  private func givenName(behind family: Range<Int>) -> Int? {
    guard 1...9 ~= family.count, let space = scan[family.upperBound], isSpace(space) else {
      return nil
    }
    let start = family.upperBound + 1
    var end = start
    while let next = scan[end], isCJK(next), next != "・" { end += 1 }
    let sign = scan[end] ?? ","
    // Names in katakana are longer, and no name holds a particle among other signs.
    let areShort =
      family.count <= 4 && 1...4 ~= end - start
      && !scan.scalars[family].contains(where: isParticle)
    let areKatakana =
      1...9 ~= end - start
      && (scan.scalars[family] + scan.scalars[start..<end]).allSatisfy {
        0x30A1...0x30FC ~= $0.value
      }
    return (areShort || areKatakana) && ",，、・.．:：*†".unicodeScalars.contains(sign)
      && (!authors.isEmpty || isList(from: family.lowerBound)) ? end : nil
  }

  /// Whether a stop, a colon or a title in quotes or behind a link ends what stands from an offset
  /// on, and no part of it before holds a number or more than a name has.
  private func isList(from start: Int) -> Bool {
    let text = scan.scalars[start...].prefix(600)
    guard
      let end = text.indices.first(where: { index in
        ".．:：「『\"“[".unicodeScalars.contains(scan.scalars[index])
          || scan.run(at: index)?.attributes.link != nil
      }), scan.scalars[end...].contains(where: isWordScalar)
    else { return false }
    return scan.scalars[start..<end].split { ",，、・".unicodeScalars.contains($0) }.allSatisfy {
      $0.count <= 30 && !$0.contains { $0.properties.numericType == .decimal }
        && !($0.count > 9 && $0.allSatisfy { isCJK($0) || isSpace($0) })
        && !$0.contains(where: isParticle)
    }
  }

  /// The `和` or `及び` between two names of some ideographs, behind another name or where a style
  /// ends; elsewhere a sign like it is a part of a name or of a title.
  private func and(in run: Range<Int>) -> Int? {
    run.first { index in
      guard index > run.lowerBound + 1, let length = unspacedAnd(at: index) else { return false }
      let names = 2...(length > 1 ? 4 : 3)
      return names ~= index - run.lowerBound && names ~= run.upperBound - index - length
        && (!authors.isEmpty && run.count > 5
          || scan.runRanges.contains { [$0.range.lowerBound, $0.range.upperBound].contains(index) })
    }
  }

  /// The length of a word that joins names without spaces around it; those of Korean stand apart.
  func unspacedAnd(at index: Int) -> Int? {
    guard let first = scan[index], isCJK(first), !isHangul(first) else { return nil }
    return (1...3).reversed().first { length in
      WordLists.all.contains(scan.scalars[index...].prefix(length), in: .joint)
    }
  }

  /// `الأسرة، الاسم`: in Arabic letters, which have no capitals, the comma tells.
  func arabicName(at start: Int) -> Name? {
    guard let family = arabicWords(at: start), scan[family] == "،",
      let given = arabicWords(at: scan.skipSpaces(from: family + 1))
    else { return nil }
    return Name(range: start..<given, form: .full)
  }

  private func arabicWords(at start: Int) -> Int? {
    var end = start
    while let next = scan[end], 0x620...0x6FF ~= next.value || next == " " && end > start {
      end += 1
    }
    end = scan.trim(start..<end).upperBound
    return 2...30 ~= end - start ? end : nil
  }

  /// `נ. לביא`: behind initials, a word of letters without capitals that are written to the left.
  func caselessSurname(at start: Int) -> Int? {
    var end = start
    while let next = scan[end], next.isRightToLeft { end += 1 }
    return end - start >= 2 ? end : nil
  }

  /// Whether a middle dot parts the words of one foreign name: ジョン・スミス.
  private func isKatakana(around index: Int) -> Bool {
    [scan[index - 1], scan[index + 1]].allSatisfy { scalar in
      scalar.map { 0x30A1...0x30FA ~= $0.value || $0 == "ー" } ?? false
    }
  }
}

/// Whether a scalar is a particle of Japanese, which stands in titles but hardly in names.
private func isParticle(_ scalar: Unicode.Scalar) -> Bool {
  "のをにはがとで".unicodeScalars.contains(scalar)
}
