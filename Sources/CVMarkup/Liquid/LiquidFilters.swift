// SPDX-License-Identifier: MIT
import CVDiagnostics

/// Applies a filter to a value; those that the subset does not have are `unknown`.
func applyFilter(
  _ name: String, _ value: DataNode?, _ arguments: [DataNode?], _ budget: inout LiquidBudget
) throws(LiquidFault) -> DataNode? {
  try budget.step(1 + (value?.items.count ?? 0))
  let result: DataNode?
  if let filter = textFilters[name] {
    result = value.texted(filter(value?.liquidText ?? "", arguments.map { $0?.liquidText ?? "" }))
  } else if let filter = listFilters[name] {
    result = filter(value, arguments)
  } else if let filter = numberFilters[name] {
    let left = value?.liquidNumber ?? 0
    guard let number = filter(left, arguments.first??.liquidNumber ?? 0) else { throw .unknown }
    result = value.numbered(number)
  } else {
    throw .unknown
  }
  try budget.bytes(result?.text?.utf8.count ?? 0)
  return result
}

private typealias TextFilter = @Sendable (String, [String]) -> String
private typealias ListFilter = @Sendable (DataNode?, [DataNode?]) -> DataNode?

private let textFilters: [String: TextFilter] = [
  "upcase": { text, _ in text.uppercased() },
  "downcase": { text, _ in text.lowercased() },
  "capitalize": { text, _ in text.prefix(1).uppercased() + text.dropFirst().lowercased() },
  "strip": { text, _ in text.stripped() },
  "lstrip": { text, _ in String(text.drop(while: \.isWhitespace)) },
  "rstrip": { text, _ in String(text.reversed().drop(while: \.isWhitespace).reversed()) },
  "strip_newlines": { text, _ in text.filter { !$0.isNewline } },
  "newline_to_br": { text, _ in text.split(separator: "\n").joined(separator: "<br />\n") },
  "strip_html": { text, _ in withoutTags(text) },
  "append": { text, arguments in text + (arguments.first ?? "") },
  "prepend": { text, arguments in (arguments.first ?? "") + text },
  "remove": { text, arguments in replacing(text, arguments.first ?? "", "") },
  "remove_first": { text, arguments in replacing(text, arguments.first ?? "", "", once: true) },
  "replace": { text, arguments in
    replacing(text, arguments.first ?? "", arguments.dropFirst().first ?? "")
  },
  "replace_first": { text, arguments in
    replacing(text, arguments.first ?? "", arguments.dropFirst().first ?? "", once: true)
  },
  "date": { text, arguments in LiquidDate(text)?.formatted(arguments.first ?? "") ?? text },
  "date_to_string": { text, _ in LiquidDate(text)?.formatted("%d %b %Y") ?? text },
  "date_to_long_string": { text, _ in LiquidDate(text)?.formatted("%d %B %Y") ?? text },
  "truncate": { text, arguments in
    let length = arguments.first.flatMap { Int($0) } ?? 50
    return text.count <= length ? text : text.prefix(max(0, length - 3)) + "..."
  },
  "truncatewords": { text, arguments in
    let words = text.split(whereSeparator: \.isWhitespace)
    let count = max(1, arguments.first.flatMap { Int($0) } ?? 15)
    return words.count <= count ? text : words.prefix(count).joined(separator: " ") + "..."
  },
  // What is Markdown or an address already stays so: the page is read as Markdown.
  "markdownify": { text, _ in text }, "smartify": { text, _ in text },
  "relative_url": { text, _ in text }, "absolute_url": { text, _ in text },
  "normalize_whitespace": { text, _ in
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  },
  "escape": { text, _ in
    replacing(replacing(replacing(text, "&", "&amp;"), "<", "&lt;"), ">", "&gt;")
  },
]

private let numberFilters: [String: @Sendable (Double, Double) -> Double?] = [
  "plus": { $0 + $1 }, "minus": { $0 - $1 }, "times": { $0 * $1 },
  "divided_by": { $1 == 0 ? nil : ($0 / $1).rounded(.down) },
  "modulo": { $1 == 0 ? nil : $0.truncatingRemainder(dividingBy: $1) },
]

private let listFilters: [String: ListFilter] = [
  "default": { value, arguments in
    value.isTrue && value?.liquidIsEmpty == false ? value : arguments.first ?? nil
  },
  "first": { value, _ in value?.liquidMember("first") },
  "last": { value, _ in value?.liquidMember("last") },
  "size": { value, _ in value?.liquidMember("size") ?? value.numbered(0) },
  "reverse": { value, _ in value.listed(value?.items.reversed() ?? []) },
  "sort": { value, arguments in value.listed(sorted(value, by: arguments)) },
  "sort_natural": { value, arguments in value.listed(sorted(value, by: arguments)) },
  "where": { value, arguments in
    guard let key = arguments.first??.text else { return value }
    return value.listed(
      (value?.liquidItems ?? []).filter { item in
        let found = item.liquidMember(key)
        guard arguments.count > 1 else { return found.isTrue }
        return compare(found, "==", arguments[1])
          || found?.items.contains { compare($0, "==", arguments[1]) } == true
      })
  },
  "map": { value, arguments in
    let key = arguments.first??.text ?? ""
    return value.listed((value?.liquidItems ?? []).compactMap { $0.liquidMember(key) })
  },
  "compact": { value, _ in value.listed((value?.items ?? []).filter { $0.text != "" }) },
  "concat": { value, arguments in
    value.listed((value?.liquidItems ?? []) + (arguments.first??.liquidItems ?? []))
  },
  "uniq": { value, _ in
    var seen: Set<String> = []
    return value.listed((value?.items ?? []).filter { seen.insert($0.liquidText).inserted })
  },
  "group_by": { value, arguments in
    value.listed(grouped(value?.liquidItems ?? [], by: arguments.first??.text ?? ""))
  },
  "join": { value, arguments in
    let words = (value?.liquidItems ?? []).map(\.liquidText)
    return value.texted(words.joined(separator: arguments.first??.text ?? " "))
  },
  "split": { value, arguments in
    let parts = parts(of: value?.liquidText ?? "", between: arguments.first??.text ?? " ")
    return value.listed(parts.map { DataNode(.scalar($0, isQuoted: true), span: value?.span) })
  },
]

private func sorted(_ value: DataNode?, by arguments: [DataNode?]) -> [DataNode] {
  let key = arguments.first??.text
  let items = (value?.liquidItems ?? []).map { item in
    (item: item, key: key.map { item.liquidMember($0) } ?? item)
  }
  return items.enumerated().sorted { a, b in
    guard let first = a.element.key else { return false }
    guard let second = b.element.key else { return true }
    if compare(first, "<", second) { return true }
    return compare(second, "<", first) ? false : a.offset < b.offset
  }.map(\.element.item)
}

private func grouped(_ items: [DataNode], by key: String) -> [DataNode] {
  var names: [String] = []
  var groups: [String: [DataNode]] = [:]
  for item in items {
    let name = item.liquidMember(key)?.liquidText ?? ""
    if groups[name] == nil { names.append(name) }
    groups[name, default: []].append(item)
  }
  return names.map { name in
    DataNode(
      .mapping([
        .init(key: "name", keySpan: nil, value: DataNode(.scalar(name, isQuoted: true))),
        .init(key: "items", keySpan: nil, value: DataNode(.sequence(groups[name] ?? []))),
      ]))
  }
}

private func withoutTags(_ text: String) -> String {
  var result = ""
  var isInside = false
  for character in text {
    if character == "<" { isInside = true }
    if !isInside { result.append(character) }
    if character == ">" { isInside = false }
  }
  return result
}

/// The parts of a text between the places of a separator.
private func parts(of text: String, between separator: String) -> [String] {
  guard !separator.isEmpty else { return text.map(String.init) }
  let (bytes, sign) = (Array(text.utf8), Array(separator.utf8))
  var parts: [String] = []
  var (start, index) = (0, 0)
  while index + sign.count <= bytes.count {
    if bytes[index..<index + sign.count].elementsEqual(sign) {
      parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
      index += sign.count
      start = index
    } else {
      index += 1
    }
  }
  return parts + [String(decoding: bytes[start...], as: UTF8.self)]
}

private func replacing(
  _ text: String, _ part: String, _ new: String, once isOnce: Bool = false
) -> String {
  guard !part.isEmpty else { return text }
  let found = parts(of: text, between: part)
  guard isOnce, found.count > 2 else { return found.joined(separator: new) }
  return found[0] + new + found.dropFirst().joined(separator: part)
}

/// A date as Liquid formats it; words that are none stay as they are.
private struct LiquidDate {
  private let year: Int
  private let month: Int
  private let day: Int

  /// `2019`, `2019-06-01`, perhaps with a time behind it.
  init?(_ text: String) {
    let words = text.split { $0 == " " || $0 == "T" }.first ?? ""
    let parts = words.split(separator: "-").map { Int($0) }
    guard let first = parts.first, let year = first, (1000...9999).contains(year),
      parts.count <= 3, !parts.contains(nil)
    else { return nil }
    self.year = year
    month = parts.count > 1 ? min(max(parts[1] ?? 1, 1), 12) : 1
    day = parts.count > 2 ? parts[2] ?? 1 : 1
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The signs of `strftime` that lists use.
  func formatted(_ pattern: String) -> String {
    var result = ""
    var isSign = false
    var isPlain = false
    for character in pattern {
      if !isSign {
        if character == "%" { isSign = true } else { result.append(character) }
        continue
      }
      if character == "-" {
        isPlain = true
        continue
      }
      result += value(of: character, isPlain: isPlain)
      (isSign, isPlain) = (false, false)
    }
    return result
  }

  private func value(of sign: Character, isPlain: Bool) -> String {
    let padded = { (number: Int) in number < 10 && !isPlain ? "0\(number)" : "\(number)" }
    return switch sign {
    case "Y": String(year)
    case "y": String(String(year).suffix(2))
    case "m": padded(month)
    case "d": padded(day)
    case "e": String(day)
    case "B": Self.months[month - 1]
    case "b", "h": String(Self.months[month - 1].prefix(3))
    case "F": "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    case "%": "%"
    default: ""
    }
  }
}

extension String {
  fileprivate func stripped() -> String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
