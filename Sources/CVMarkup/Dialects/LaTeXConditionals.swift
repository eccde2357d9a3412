// SPDX-License-Identifier: MIT
import CVDiagnostics

/// Where the conditionals of TeX end, found in one pass: `\iffalse … \ifx … \fi … \fi`.
struct LaTeXConditionals {
  /// The offset behind the end of each, by the place at which it begins.
  private var ends: [Int: Int] = [:]
  /// The offsets behind all ends, in order.
  private var all: [Int] = []

  init(_ scan: ByteScan) {
    var open: [Int] = []
    var index = 0
    while index < scan.count {
      guard scan.bytes[index] == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      let end = scan.lettersEnd(from: index + 1)
      let name = scan.bytes[index + 1..<end]
      // The conditionals of LaTeX's packages have arguments in braces and no such end.
      let hasArguments = end < scan.count && scan.bytes[end] == UInt8(ascii: "{")
      if name.elementsEqual("fi".utf8) {
        all.append(end)
        if let start = open.popLast() { ends[start] = end }
      } else if name.starts(with: "if".utf8), !hasArguments {
        open.append(index)
      }
      index = max(end, index + 1)
    }
  }

  /// The offset behind the conditional that begins at an offset; where one of those within has no
  /// end, behind the next end of any.
  func end(of offset: Int) -> Int? {
    ends[offset] ?? all[all.partitioningIndex { $0 > offset }...].first
  }
}
