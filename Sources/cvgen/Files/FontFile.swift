// SPDX-License-Identifier: MIT

/// A file of a font, as far as its directory of tables tells whether it is whole.
///
/// fontconfig takes a font that lost its end for a good one, and its glyphs are then drawn as
/// nothing at all.
struct FontFile {
  /// As much as holds the directories, in collections of many fonts too.
  private let start: [UInt8]
  private let size: Int

  /// What is wrong with a file, in words that follow its name; `nil` for nothing.
  static func lack(of path: String) -> String? {
    guard let start = DiskFiles.beginning(of: path, count: 16_384),
      let size = DiskFiles.size(of: path)
    else { return DiskFiles.isFile(path) ? "cannot be read" : "is not there" }
    return FontFile(start: start, size: size).lack
  }

  private var lack: String? {
    guard Self.marks.contains(Array(start.prefix(4))) else {
      return "is no font in TrueType or OpenType form"
    }
    guard let needed = neededSize else { return "is cut short in the list of its tables" }
    return needed > size ? "is cut short: it has \(size) of at least \(needed) bytes" : nil
  }

  /// The first bytes of TrueType and OpenType fonts, and of collections of them.
  private static let marks: [[UInt8]] = [
    [0, 1, 0, 0], Array("OTTO".utf8), Array("true".utf8), collectionMark,
  ]
  private static let collectionMark = Array("ttcf".utf8)

  /// Where the last table ends; `nil` where the file ends before its directory does.
  private var neededSize: Int? {
    guard start.starts(with: Self.collectionMark) else { return end(ofDirectoryAt: 0) }
    guard let count = number(at: 8, bytes: 4) else { return nil }
    var needed = 0
    // A list longer than what was read is looked at as far as that goes.
    for index in 0..<min(count, start.count / 4) {
      guard let offset = number(at: 12 + 4 * index, bytes: 4), let end = end(ofDirectoryAt: offset)
      else { return nil }
      needed = max(needed, end)
    }
    return needed
  }

  /// Where the last table of one font ends.
  private func end(ofDirectoryAt offset: Int) -> Int? {
    guard let count = number(at: offset + 4, bytes: 2) else { return nil }
    var needed = offset + 12 + 16 * count
    for record in stride(from: offset + 12, to: needed, by: 16) {
      guard let place = number(at: record + 8, bytes: 4),
        let length = number(at: record + 12, bytes: 4)
      else { return nil }
      needed = max(needed, place + length)
    }
    return needed
  }

  /// A number, its first byte the highest; zero beyond what was read, `nil` beyond the file's end.
  private func number(at offset: Int, bytes: Int) -> Int? {
    guard offset + bytes <= size else { return nil }
    guard offset + bytes <= start.count else { return 0 }
    return start[offset..<offset + bytes].reduce(0) { $0 << 8 | Int($1) }
  }
}
