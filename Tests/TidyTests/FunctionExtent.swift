// SPDX-License-Identifier: MIT

/// Where a function, an initialiser or a subscript stands, and how many parameters it takes.
struct FunctionExtent: Sendable {
  /// Lines from 1, of the keyword and of the last brace.
  var lines: ClosedRange<Int>
  var parameters: Int
  /// `init` for an initialiser; a value's one takes its members, however many.
  var name: String

  /// Finds the functions of a file.
  ///
  /// - Parameter code: Source without comments and texts, as `SwiftText` gives it.
  static func find(in code: [UInt8]) -> [FunctionExtent] {
    var found: [FunctionExtent] = []
    var at = 0
    var line = 1
    var isAfterDot = false
    while at < code.count {
      let byte = code[at]
      guard isLetter(byte) else {
        if byte == UInt8(ascii: "\n") { line += 1 }
        isAfterDot = byte == UInt8(ascii: ".")
        at += 1
        continue
      }
      let word = code[at...].prefix(while: isLetter)
      at = word.endIndex
      if !isAfterDot, keywords.contains(String(decoding: word, as: UTF8.self)) {
        var scan = FunctionScan(code: code, at: at, line: line)
        scan.run()
        let name = scan.name.isEmpty ? String(decoding: word, as: UTF8.self) : scan.name
        found.append(
          FunctionExtent(lines: line...scan.line, parameters: scan.parameters, name: name))
      }
      isAfterDot = false
    }
    return found
  }

  private static let keywords: Set<String> = ["func", "init", "subscript", "deinit"]

  fileprivate static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}

/// Walks from the keyword of a function to its end.
private struct FunctionScan {
  let code: [UInt8]
  var at: Int
  var line: Int
  var parameters = 0
  /// What stands between the keyword and the parameters.
  var name = ""

  /// Ends on the last brace, or on the last line of a requirement without a body.
  mutating func run() {
    guard findParameters() else { return }
    while at < code.count {
      switch code[at] {
      case UInt8(ascii: "{"): return skipBlock()
      case UInt8(ascii: "}"): return
      case UInt8(ascii: "("): skipBlock()
      case UInt8(ascii: "\n"):
        guard continues(after: at + 1) else { return }
      default: break
      }
      advance()
    }
  }

  /// Counts the parameters and stops after them.
  private mutating func findParameters() -> Bool {
    let start = at
    defer {
      let name = code[start...].drop { $0 == UInt8(ascii: " ") }.prefix(
        while: FunctionExtent.isLetter)
      self.name = String(decoding: name, as: UTF8.self)
    }
    while at < code.count, code[at] != UInt8(ascii: "(") {
      if code[at] == UInt8(ascii: "{") || code[at] == UInt8(ascii: "\n") { return true }
      advance()
    }
    var depth = 0
    var isEmpty = true
    while at < code.count {
      let byte = code[at]
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ">") where code[at - 1] != UInt8(ascii: "-"): depth -= 1
      case UInt8(ascii: ",") where depth == 1: parameters += 1
      default: if depth > 0, FunctionExtent.isLetter(byte) { isEmpty = false }
      }
      advance()
      if depth == 0 { break }
    }
    parameters = isEmpty ? 0 : parameters + 1
    return at < code.count
  }

  /// Goes to the bracket that closes the one here.
  private mutating func skipBlock() {
    var depth = 0
    while at < code.count {
      switch code[at] {
      case UInt8(ascii: "{"), UInt8(ascii: "("): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: ")"): depth -= 1
      default: break
      }
      if depth == 0 { return }
      advance()
    }
  }

  /// Whether the next line still belongs to the signature.
  private func continues(after start: Int) -> Bool {
    let words = code[start...].prefix { $0 != UInt8(ascii: "\n") }
    let next = String(decoding: words, as: UTF8.self).drop { $0 == " " }
    return ["{", "->", "where ", "throws", "async", ")"].contains { next.hasPrefix($0) }
  }

  private mutating func advance() {
    if code[at] == UInt8(ascii: "\n") { line += 1 }
    at += 1
  }
}
