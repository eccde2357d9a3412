// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup

/// The members of a mapping, taken one by one; what nobody takes is told of.
///
/// Keys are compared without their case and without `_` and `-`: `startDate` is `start_date`.
struct Fields {
  let node: DataNode
  /// The keys that lead here, for messages: `work[2]`.
  let path: String
  private var isTaken: Set<Int> = []
  private var asked: [String] = []
  /// The members' places, by the marks of their keys.
  private let places: [UInt64: [Int]]

  init(_ node: DataNode, path: String) {
    self.node = node
    self.path = path
    let members = node.members
    places = Dictionary(grouping: members.indices) { Self.mark(of: members[$0].key) }
  }

  /// The value of the first of these keys that has one; empty texts and collections are none.
  mutating func take(_ keys: [String]) -> DataNode? { takeMember(keys)?.value }

  mutating func take(_ keys: String...) -> DataNode? { takeMember(keys)?.value }

  /// As `take`, with the key.
  mutating func takeMember(_ keys: [String]) -> DataNode.Member? {
    asked += keys
    var found: DataNode.Member?
    for key in keys {
      guard let indices = places[Self.mark(of: key)] else { continue }
      let members = node.members
      let name = Self.plain(key)
      // The last of equal keys counts, as YAML loaders have it.
      for index in indices.reversed()
      where !isTaken.contains(index) && Self.plain(members[index].key) == name {
        let isBlank = members[index].value.isBlank
        if isBlank || found == nil { isTaken.insert(index) }
        if !isBlank, found == nil { found = members[index] }
      }
    }
    return found
  }

  /// A number that equal keys share; without it, files with many entries take minutes.
  private static func mark(of key: String) -> UInt64 {
    var mark: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in key.utf8 where byte != 0x5F && byte != 0x2D && byte != 0x20 {
      guard byte < 0x80 else { return UInt64(truncatingIfNeeded: plain(key).hashValue) }
      mark = (mark ^ UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)) &* 0x100_0000_01b3
    }
    return mark
  }

  /// The members that nobody has taken, but empty ones.
  var rest: [DataNode.Member] {
    node.members.indices.filter { !isTaken.contains($0) }.map { node.members[$0] }
      .filter { !$0.value.isBlank }
  }

  /// Takes those members of the rest that are wanted.
  mutating func takeRest(where isWanted: (DataNode.Member) -> Bool) -> [DataNode.Member] {
    let indices = node.members.indices.filter {
      !isTaken.contains($0) && isWanted(node.members[$0])
    }
    isTaken.formUnion(indices)
    return indices.map { node.members[$0] }
  }

  /// The known key that is nearest to an unknown one, if that may be a slip.
  func suggestion(for key: String) -> String? {
    nearestWord(to: key, among: Array(Set(asked)).sorted())
  }

  /// The name of a key in messages.
  func name(_ key: String) -> String { path.isEmpty ? key : path + "." + key }

  static func plain(_ key: String) -> String {
    key.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
  }
}

extension DataNode {
  /// Whether there is nothing in it: null, a text of blanks, collections of nothing.
  var isBlank: Bool {
    switch value {
    case .scalar: text.map { $0.allSatisfy(\.isWhitespace) } ?? true
    case .sequence(let items): items.allSatisfy(\.isBlank)
    case .mapping(let members): members.allSatisfy(\.value.isBlank)
    }
  }

  /// The scalars in it, in order.
  var scalars: [DataNode] {
    switch value {
    case .scalar: [self]
    case .sequence(let items): items.flatMap(\.scalars)
    case .mapping(let members): members.flatMap(\.value.scalars)
    }
  }

  /// The items of a sequence; anything else is the only one.
  var list: [DataNode] {
    if case .sequence(let items) = value { return items }
    return isBlank ? [] : [self]
  }

  var isMapping: Bool {
    if case .mapping = value { return true }
    return false
  }
}

/// The word with the fewest edits from a wrong one, if it may be a slip of it.
func nearestWord(to word: String, among words: [String]) -> String? {
  // What is longer is no slip of a key.
  let bytes = Array(word.utf8)
  guard bytes.count <= longestKey else { return nil }
  let ranked = words.filter { $0.utf8.count <= longestKey }
    .map { ($0, editDistance(bytes, Array($0.utf8))) }
  guard let best = ranked.min(by: { $0.1 < $1.1 }) else { return nil }
  let length = min(word.utf8.count, best.0.utf8.count)
  return best.1 <= (length < 4 ? 1 : max(2, length / 3)) ? best.0 : nil
}

/// In bytes.
private let longestKey = 64
