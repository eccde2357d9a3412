// SPDX-License-Identifier: MIT
import CVModel

/// The owner's name in a title that says what the page or its owner is.
extension NameFinder {
  /// `罗伊的简历`, which has the form of a name as a whole.
  func ownerOfPage(_ text: String) -> String? {
    for mark in ["的", "の"] {
      guard let range = text.firstRange(of: mark) else { continue }
      let (left, right) = (String(text[..<range.lowerBound]), String(text[range.upperBound...]))
      if PersonName.isName(left), WordLists.all.contains(folded(right), in: .pageTitle) {
        return left
      }
    }
    return nameGluedToPage(text) ?? nameBehindPage(text)
  }

  /// `罗伊简历`: the name in two or three letters before a word for the page, and nothing between;
  /// `应届生简历` says of what kind somebody is.
  private func nameGluedToPage(_ text: String) -> String? {
    guard text.count <= 10, text.unicodeScalars.allSatisfy(isCJK),
      !WordLists.all.contains(folded(text), in: .pageTitle)
    else { return nil }
    return (2...3).reversed().lazy.filter { $0 < text.count }.map { String(text.prefix($0)) }
      .first { name in
        let page = folded(String(text.dropFirst(name.count)))
        return WordLists.all.contains(page, in: [.pageTitle, .ownCV]) && PersonName.isName(name)
          && WordLists.all.lists(in: [name]).isDisjoint(with: [.role, .degree, .graduate])
      }
  }

  /// `前端开发简历`: whether letters without spaces end with a word for the page.
  func endsWithPage(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy(isCJK)
      && (2...4).contains { count in
        WordLists.all.contains(folded(String(text.suffix(count))), in: [.pageTitle, .ownCV])
      }
  }

  /// `Lebenslauf Ada Roe`: the name behind one or two words for the page.
  func nameBehindPage(_ text: String) -> String? {
    let words = text.split(separator: " ")
    return (1...2).lazy.filter { $0 + 1 < words.count }.compactMap { count -> String? in
      let name = words[count...].joined(separator: " ")
      let page = folded(words[..<count].joined(separator: " "))
      return WordLists.all.contains(page, in: .ownCV) && PersonName.isName(name) ? name : nil
    }.first
  }

  /// `Ada Roe, Ph.D. Candidate`: the name before a comma and a few words of what she is.
  func nameBeforeRole(_ text: String) -> String? {
    guard let comma = text.firstRange(of: ", "), case let name = String(text[..<comma.lowerBound]),
      PersonName.isName(name), !Gazetteer.isPlace(name),
      case let post = String(text[comma.upperBound...]), isRole(post),
      // `Rain Maps, Senior Engineer Notes`
      foldedWords(post).last.map({ WordLists.all.contains($0, in: [.role, .degree]) }) == true
    else { return nil }
    return name
  }
}

extension TextScan {
  /// Where `I'm` or another introduction ends; behind a greeting it may begin small: `Hi, I am …`.
  func endOfIntroduction(_ phrase: String) -> Int? {
    if let found = firstRange(of: phrase) { return found.upperBound }
    guard let first = phrase.first, first.isUppercase else { return nil }
    let small = first.lowercased() + phrase.dropFirst()
    let start = scalars.indices.prefix(longestGreeting).dropFirst(2).first { index in
      isSpace(scalars[index - 1]) && ",!，".unicodeScalars.contains(scalars[index - 2])
        && stands(small, at: index)
    }
    return start.map { $0 + small.unicodeScalars.count }
  }
}

extension RichText {
  /// `Hi, I'm Ada Roe`: whether the words greet, introduce their author by her whole name, and say
  /// no more.
  var introducesOwner: Bool {
    let line = collapsed()
    guard 3...8 ~= wordCount(line), line.isUnlinked else { return false }
    let scan = TextScan(line)
    return NameFinder.introductions.contains { phrase in
      scan.endOfIntroduction(phrase).map { start in
        PersonName.isName(
          scan.string(scan.trim(start..<scan.count, also: { "!.,".unicodeScalars.contains($0) })))
      } == true
    }
  }
}

/// The most characters before an introduction that only greet: `Hello there 👋, `.
private let longestGreeting = 20
