// SPDX-License-Identifier: MIT

/// Where the loops of Hugo's templates on a page end: `{{ range .Params.work }} … {{ end }}`.
struct GoTemplateLoops {
  /// The loops that stand in no other, by the offset of the tag that opens them.
  private(set) var ends: [Int: Range<Int>] = [:]
  /// The tags that open them.
  private(set) var opening: [Int: Range<Int>] = [:]

  init(_ scan: ByteScan) {
    guard scan.find("{{", from: 0) != nil else { return }
    var open: [(name: String, start: Int)] = []
    var from = 0
    while from < scan.lastBrace, let next = scan.find("{{", from: from) {
      let limit = min(scan.count, next + LiquidTag.longest)
      guard let end = scan.find("}}", from: next + 2, before: limit) else {
        from = next + 2
        continue
      }
      var start = next + 2
      while start < end, [0x2D, 0x20, 0x09].contains(scan.bytes[start]) { start += 1 }
      from = end + 2
      switch scan.name(at: start) {
      case "range":
        if !open.contains(where: { $0.name == "range" }) { opening[next] = next..<end + 2 }
        open.append(("range", next))
      case "if", "with", "block", "define": open.append(("", next))
      case "end":
        guard let last = open.popLast(), last.name == "range", opening[last.start] != nil else {
          break
        }
        ends[last.start] = next..<end + 2
      default: break
      }
    }
  }
}
