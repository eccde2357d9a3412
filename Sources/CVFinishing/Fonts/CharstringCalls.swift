// SPDX-License-Identifier: MIT

/// The operators of a charstring that matter for finding its end and its calls (Adobe Technical
/// Note 5177); all others only use up their operands.
enum CharstringOperator: UInt8 {
  case horizontalStems = 1
  case verticalStems = 3
  case callLocal = 10
  case `return` = 11
  case escape = 12
  case endGlyph = 14
  case horizontalStemsBeforeMask = 18
  case hintMask = 19
  case counterMask = 20
  case verticalStemsBeforeMask = 23
  case callGlobal = 29
}

/// Finds the subroutines that the glyphs of a face call, those too that subroutines call.
struct CharstringCalls {
  /// Of the global subroutines, then of the local ones.
  private(set) var isCalled: [[Bool]]

  private let bytes: [UInt8]
  private let subroutines: [[Range<Int>]]
  /// Hints so far, and the operands that wait for an operator; only the last is ever looked at.
  private var stems = 0
  private var operands = 0
  private var lastOperand: Int?
  /// What is left of the operators and operands that all glyphs together may have.
  private var budget = 4_000_000

  /// The standard allows no deeper calls.
  private static let deepestCall = 10

  init(bytes: [UInt8], globals: [Range<Int>], locals: [Range<Int>]) {
    self.bytes = bytes
    subroutines = [globals, locals]
    isCalled = subroutines.map { Array(repeating: false, count: $0.count) }
  }

  /// Follows the charstring of a glyph.
  ///
  /// - Returns: Whether all of its calls are known; a charstring that reckons is not followed.
  mutating func follow(_ glyph: Range<Int>) -> Bool {
    (stems, operands, lastOperand) = (0, 0, nil)
    return follow(glyph, depth: 0) != .unknown
  }

  /// How a stretch of a charstring ended.
  private enum Outcome { case goesOn, ends, unknown }

  private mutating func follow(_ range: Range<Int>, depth: Int) -> Outcome {
    var place = range.lowerBound
    while place < range.upperBound {
      budget -= 1
      guard budget > 0 else { return .unknown }
      let byte = bytes[place]
      if byte >= 32 || byte == 28 {
        // A number with a fraction has five bytes, and calls nothing.
        let number = byte == 255 ? (value: nil, size: 5) : integer(at: place)
        guard let number, place + number.size <= range.upperBound else { return .unknown }
        operands += 1
        lastOperand = number.value
        place += number.size
        continue
      }
      place += 1
      switch CharstringOperator(rawValue: byte) {
      case .callLocal, .callGlobal:
        let kind = byte == CharstringOperator.callGlobal.rawValue ? 0 : 1
        let outcome = call(kind, depth: depth)
        if outcome != .goesOn { return outcome }
      case .return: return .goesOn
      case .endGlyph: return .ends
      case .horizontalStems, .verticalStems, .horizontalStemsBeforeMask, .verticalStemsBeforeMask:
        takeStems()
      case .hintMask, .counterMask:
        takeStems()
        place += (stems + 7) / 8
      case .escape:
        // All but the four kinds of flex reckon with the operands.
        guard place < range.upperBound, 34...37 ~= bytes[place] else { return .unknown }
        place += 1
        operands = 0
      case nil: operands = 0
      }
    }
    return place == range.upperBound ? .goesOn : .unknown
  }

  private func integer(at place: Int) -> (value: Int?, size: Int)? {
    shortNumber(in: bytes, at: place).map { ($0.value, $0.size) }
  }

  /// Hints have two operands each; the first may stand behind the width of the glyph.
  private mutating func takeStems() {
    stems += operands / 2
    operands = 0
  }

  private mutating func call(_ kind: Int, depth: Int) -> Outcome {
    let list = subroutines[kind]
    let bias = list.count < 1240 ? 107 : list.count < 33_900 ? 1131 : 32_768
    guard depth < Self.deepestCall, operands > 0, let operand = lastOperand,
      list.indices.contains(operand + bias)
    else { return .unknown }
    isCalled[kind][operand + bias] = true
    operands -= 1
    lastOperand = nil
    return follow(list[operand + bias], depth: depth + 1)
  }
}
