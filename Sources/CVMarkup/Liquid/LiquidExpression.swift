// SPDX-License-Identifier: MIT

/// A value of Liquid as it is written: a word or path, perhaps with filters behind it.
struct LiquidExpression: Hashable {
  var operand: Operand
  var filters: [Filter] = []

  /// What stands before the filters.
  indirect enum Operand: Hashable {
    case literal(DataNode?)
    /// `site.data.jobs`, `category[1].title`.
    case path(root: String, steps: [Operand])
    case range(Operand, Operand)
    /// `empty` and `blank`, which only comparisons know.
    case empty
  }

  /// A filter with its arguments.
  struct Filter: Hashable {
    var name: String
    var arguments: [Operand]
  }
}

/// A condition of `if` and `unless`.
indirect enum LiquidCondition: Hashable {
  case value(LiquidExpression.Operand)
  case comparison(LiquidExpression.Operand, String, LiquidExpression.Operand)
  /// From right to left and without precedence, as Liquid has it.
  case all(LiquidCondition, LiquidCondition)
  case any(LiquidCondition, LiquidCondition)
  case not(LiquidCondition)
}

/// Reads the words of one tag.
struct LiquidWords {
  private let tokens: [Token]
  private var index = 0

  /// A word, a sign or a text in quotes.
  enum Token: Hashable {
    case word(String)
    case number(String)
    case text(String)
    case sign(String)
  }

  init(_ words: String) { tokens = Self.tokens(of: words) }

  var isAtEnd: Bool { index >= tokens.count }

  private var next: Token? { isAtEnd ? nil : tokens[index] }

  mutating func take(_ token: Token) -> Bool {
    guard next == token else { return false }
    index += 1
    return true
  }

  mutating func word() -> String? {
    guard case .word(let word)? = next else { return nil }
    index += 1
    return word
  }

  // MARK: Expressions

  /// A value with its filters; `nil` where there is none.
  mutating func expression() -> LiquidExpression? {
    guard let operand = operand() else { return nil }
    var expression = LiquidExpression(operand: operand)
    while take(.sign("|")) {
      guard let name = word() else { return nil }
      var filter = LiquidExpression.Filter(name: name, arguments: [])
      if take(.sign(":")) {
        repeat {
          guard let argument = self.operand() else { return nil }
          filter.arguments.append(argument)
        } while take(.sign(","))
      }
      expression.filters.append(filter)
    }
    return expression
  }

  mutating func operand() -> LiquidExpression.Operand? {
    guard let token = next else { return nil }
    index += 1
    switch token {
    case .text(let text): return .literal(DataNode(.scalar(text, isQuoted: true)))
    case .number(let text): return .literal(DataNode(.scalar(text, isQuoted: false)))
    case .sign("("):
      guard let low = operand(), take(.sign("..")), let high = operand(), take(.sign(")")) else {
        return nil
      }
      return .range(low, high)
    case .sign: return nil
    case .word(let word):
      switch word {
      case "true", "false": return .literal(DataNode(.scalar(word, isQuoted: false)))
      case "nil", "null": return .literal(nil)
      case "empty", "blank": return .empty
      default: return path(from: word)
      }
    }
  }

  private mutating func path(from root: String) -> LiquidExpression.Operand? {
    var steps: [LiquidExpression.Operand] = []
    while true {
      if take(.sign(".")) {
        guard let name = word() else { return nil }
        steps.append(.literal(DataNode(.scalar(name, isQuoted: true))))
      } else if take(.sign("[")) {
        guard let step = operand(), take(.sign("]")) else { return nil }
        steps.append(step)
      } else {
        return .path(root: root, steps: steps)
      }
    }
  }

  /// A condition up to the end of the tag.
  mutating func condition() -> LiquidCondition? {
    guard let left = operand() else { return nil }
    var condition = LiquidCondition.value(left)
    let signs = ["==", "!=", "<>", "<=", ">=", "<", ">"]
    if case .sign(let sign)? = next, signs.contains(sign) {
      index += 1
      guard let right = operand() else { return nil }
      condition = .comparison(left, sign, right)
    } else if take(.word("contains")) {
      guard let right = operand() else { return nil }
      condition = .comparison(left, "contains", right)
    }
    if take(.word("and")) { return self.condition().map { .all(condition, $0) } }
    if take(.word("or")) { return self.condition().map { .any(condition, $0) } }
    return isAtEnd ? condition : nil
  }

  // MARK: Words

  private static func tokens(of words: String) -> [Token] {
    let characters = Array(words.unicodeScalars)
    var tokens: [Token] = []
    var index = 0
    while index < characters.count {
      let first = characters[index]
      var end = index + 1
      let string = { (range: Range<Int>) in
        String(String.UnicodeScalarView(characters[range]))
      }
      if first == "\"" || first == "'" {
        while end < characters.count, characters[end] != first { end += 1 }
        tokens.append(.text(string(index + 1..<end)))
        end = min(end + 1, characters.count)
      } else if isDigit(first) || first == "-" && end < characters.count && isDigit(characters[end])
      {
        while end < characters.count, isDigit(characters[end]) || isPoint(characters, at: end) {
          end += 1
        }
        tokens.append(.number(string(index..<end)))
      } else if isWord(first) {
        while end < characters.count, isWord(characters[end]) || characters[end] == "-" { end += 1 }
        tokens.append(.word(string(index..<end)))
      } else if !first.properties.isWhitespace {
        let pair = end < characters.count ? string(index..<end + 1) : ""
        if ["==", "!=", "<>", "<=", ">=", ".."].contains(pair) { end += 1 }
        tokens.append(.sign(string(index..<end)))
      }
      index = end
    }
    return tokens
  }

  /// The point of a number, and not the first of a range's two.
  private static func isPoint(_ characters: [Unicode.Scalar], at index: Int) -> Bool {
    characters[index] == "." && index + 1 < characters.count && isDigit(characters[index + 1])
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic || isDigit(scalar)
  }
}
