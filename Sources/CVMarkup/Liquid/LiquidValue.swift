// SPDX-License-Identifier: MIT

/// Compares two values as Liquid does: numbers as numbers, all else as texts.
func compare(_ a: DataNode?, _ sign: String, _ b: DataNode?) -> Bool {
  if sign == "contains" {
    guard let a, let word = b?.liquidText else { return false }
    if case .sequence(let items) = a.value { return items.contains { $0.liquidText == word } }
    return a.liquidText.holds(word)
  }
  let order: (less: Bool, equal: Bool)
  if let left = a?.liquidNumber, let right = b?.liquidNumber {
    order = (left < right, left == right)
  } else {
    let (left, right) = (a?.liquidText, b?.liquidText)
    order = ((left ?? "") < (right ?? ""), left == right)
  }
  return switch sign {
  case "==": order.equal
  case "!=", "<>": !order.equal
  case "<": order.less
  case "<=": order.less || order.equal
  case ">": !order.less && !order.equal
  default: !order.less
  }
}

extension DataNode {
  /// The words of a value; those of a list follow each other.
  var liquidText: String {
    switch value {
    case .scalar: text ?? ""
    case .sequence(let items): items.map(\.liquidText).joined()
    case .mapping: ""
    }
  }

  var liquidNumber: Double? {
    guard case .scalar(let words, _) = value, words.utf8.count < 20 else { return nil }
    return Double(words)
  }

  var liquidIsEmpty: Bool {
    switch value {
    case .scalar: (text ?? "").isEmpty
    case .sequence(let items): items.isEmpty
    case .mapping(let members): members.isEmpty
    }
  }

  /// What a loop walks over: the pairs of a mapping are key and value.
  var liquidItems: [DataNode] {
    switch value {
    case .scalar: liquidIsEmpty ? [] : [self]
    case .sequence(let items): items
    case .mapping(let members):
      members.map { member in
        let key = DataNode(.scalar(member.key, isQuoted: true), span: member.keySpan)
        return DataNode(.sequence([key, member.value]))
      }
    }
  }

  /// The member under a key, or the item with a number; lists know `first`, `last` and `size`.
  func liquidMember(_ key: String) -> DataNode? {
    if case .mapping = value, let member = self[key] { return member }
    let number = { (count: Int) in DataNode(.scalar(String(count), isQuoted: false)) }
    switch (value, key) {
    case (.sequence(let items), "first"): return items.first
    case (.sequence(let items), "last"): return items.last
    case (.sequence(let items), "size"): return number(items.count)
    case (.mapping(let members), "size"): return number(members.count)
    case (.scalar, "size"): return number(liquidText.count)
    case (.sequence(let items), _):
      guard let index = Int(key) else { return nil }
      let place = index < 0 ? items.count + index : index
      return items.indices.contains(place) ? items[place] : nil
    default: return nil
    }
  }
}

extension DataNode? {
  /// All but nothing and `false`.
  var isTrue: Bool {
    guard let self else { return false }
    guard case .scalar(let words, let isQuoted) = self.value else { return true }
    return isQuoted || self.text != nil && words != "false"
  }

  /// A text that came of this value, with its place.
  func texted(_ text: String) -> DataNode {
    DataNode(.scalar(text, isQuoted: true), span: self?.span)
  }

  func listed(_ items: [DataNode]) -> DataNode { DataNode(.sequence(items), span: self?.span) }

  func numbered(_ number: Double) -> DataNode {
    let isWhole = number == number.rounded() && abs(number) < 1e15
    let text = isWhole ? String(Int(number)) : String(number)
    return DataNode(.scalar(text, isQuoted: false), span: self?.span)
  }
}

extension Int {
  /// The whole number nearest to zero; what is beyond all numbers is the last of them.
  init(clamping number: Double) {
    self = number.isNaN ? 0 : Int(Swift.max(-1e15, Swift.min(1e15, number)))
  }
}

extension String {
  fileprivate func holds(_ part: String) -> Bool {
    let (bytes, wanted) = (Array(utf8), Array(part.utf8))
    guard !wanted.isEmpty else { return true }
    guard wanted.count <= bytes.count else { return false }
    return (0...bytes.count - wanted.count).contains {
      bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }
}
