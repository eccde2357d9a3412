// SPDX-License-Identifier: MIT

/// A text with tags of Liquid, taken apart.
struct LiquidTemplate {
  let text: EditedText
  private(set) var nodes: [Node] = []

  /// A piece of a template.
  indirect enum Node {
    /// Text, comments and what the subset does not know: as it stands.
    case text(Range<Int>)
    case output(LiquidExpression, Range<Int>)
    case assign(String, LiquidExpression?, Range<Int>)
    case capture(String, [Node], Range<Int>)
    /// The first branch whose condition holds; `else` has none.
    case branches([(condition: LiquidCondition?, body: [Node])], Range<Int>)
    case loop(Loop, Range<Int>)
    case include(Include, Range<Int>)
    case leave(isBreak: Bool, Range<Int>)
    /// `{% bibliography %}`: the works are read from their own file.
    case bibliography(Range<Int>)
  }

  /// `{% for … in … %}` with its body.
  struct Loop {
    var variable: String
    var sequence: LiquidExpression.Operand
    var isReversed = false
    var limit: LiquidExpression.Operand?
    var offset: LiquidExpression.Operand?
    var body: [Node] = []
    /// What stands where there is nothing to walk over.
    var otherwise: [Node] = []
  }

  /// `{% include … %}`: a file of the site's, with values for it.
  struct Include {
    /// A name as written, or a value.
    var name: Name
    var isRelative: Bool
    var parameters: [(key: String, value: LiquidExpression.Operand)] = []

    /// How a file is named.
    enum Name {
      case written(String)
      case value(LiquidExpression.Operand)
    }
  }

  /// - Returns: `nil` where blocks are not closed, or nest too deep.
  init?(_ text: EditedText) {
    self.text = text
    var parser = LiquidParser(ByteScan(text.bytes))
    guard let nodes = parser.parse() else { return nil }
    self.nodes = nodes
  }
}

/// Makes nodes of tags; blocks that are open stand on a stack.
private struct LiquidParser {
  private typealias Node = LiquidTemplate.Node
  private let scan: ByteScan
  private var open: [Block] = [Block(kind: .root, start: 0)]
  private var textStart = 0

  init(_ scan: ByteScan) { self.scan = scan }

  /// A block whose end is still to come.
  private struct Block {
    var kind: Kind
    var start: Int
    var nodes: [Node] = []
    /// The branches that are done, and the condition of the one that is being read.
    var branches: [(condition: LiquidCondition?, body: [Node])] = []
    var condition: LiquidCondition?
    var loop: LiquidTemplate.Loop?
    var name = ""

    /// What a block does; the root is the template itself.
    enum Kind { case root, branch, loop, capture }
  }

  mutating func parse() -> [LiquidTemplate.Node]? {
    var index = 0
    while index < scan.count {
      guard scan.bytes[index] == UInt8(ascii: "{") else {
        index += 1
        continue
      }
      if let tag = LiquidTag(scan, at: index) {
        guard let end = take(tag) else { return nil }
        index = end
      } else if scan.has("{{", at: index), let end = outputEnd(from: index) {
        takeOutput(index..<end)
        index = end
      } else {
        index += 1
      }
    }
    endText(at: scan.count)
    return open.count == 1 ? open[0].nodes : nil
  }

  private func outputEnd(from start: Int) -> Int? {
    let isShortcode = scan.has("{{<", at: start) || scan.has("{{%", at: start)
    guard !isShortcode, start < scan.lastBrace else { return nil }
    let limit = min(scan.count, start + LiquidTag.longest)
    return scan.find("}}", from: start + 2, before: limit).map { $0 + 2 }
  }

  private mutating func takeOutput(_ range: Range<Int>) {
    var words = LiquidWords(inner(range))
    guard let expression = words.expression(), words.isAtEnd else { return }
    endText(at: range.lowerBound, isTrimmed: trimsLeft(range))
    add(.output(expression, range))
    begin(after: range)
  }

  /// The words between the signs of a tag.
  private func inner(_ range: Range<Int>) -> String {
    var words = scan.string(range.lowerBound + 2..<range.upperBound - 2)
    if words.hasPrefix("-") { words.removeFirst() }
    if words.hasSuffix("-") { words.removeLast() }
    return words
  }

  // MARK: Text

  private func trimsLeft(_ range: Range<Int>) -> Bool { scan.has("-", at: range.lowerBound + 2) }

  /// Ends the text that is being read; `{%-` takes the blanks before it.
  private mutating func endText(at end: Int, isTrimmed: Bool = false) {
    var end = end
    while isTrimmed, end > textStart, scan.isBlank(end - 1..<end) { end -= 1 }
    if end > textStart { add(.text(textStart..<end)) }
  }

  private mutating func begin(after range: Range<Int>) {
    textStart = range.upperBound
    guard scan.has("-", at: range.upperBound - 3) else { return }
    while textStart < scan.count, scan.isBlank(textStart..<textStart + 1) { textStart += 1 }
  }

  private mutating func add(_ node: Node) { open[open.count - 1].nodes.append(node) }

  // MARK: Tags

  /// Takes a tag, and gives the offset behind what it takes; `nil` where it cannot stand here.
  private mutating func take(_ tag: LiquidTag) -> Int? {
    if tag.name == "comment" || tag.name == "raw" { return verbatimEnd(of: tag) }
    var words = LiquidWords(inner(tag.range))
    _ = words.word()
    return take(tag, &words) == nil ? nil : tag.range.upperBound
  }

  /// The offset behind the end tag of a comment or of raw text; both are dealt with later.
  private func verbatimEnd(of tag: LiquidTag) -> Int {
    var from = tag.range.upperBound
    while let next = scan.find("{%", from: from) {
      guard let end = LiquidTag(scan, at: next) else { return scan.count }
      if end.name == "end" + tag.name { return end.range.upperBound }
      from = end.range.upperBound
    }
    return scan.count
  }

  /// - Returns: Whether the subset has the tag; `nil` where it cannot stand here.
  private mutating func take(_ tag: LiquidTag, _ words: inout LiquidWords) -> Bool? {
    let range = tag.range
    switch tag.name {
    case "if", "unless":
      guard let condition = words.condition() else { return nil }
      return push(.branch, range) {
        $0.condition = tag.name == "if" ? condition : .not(condition)
      }
    case "elsif":
      guard let condition = words.condition() else { return nil }
      return nextBranch(range, condition)
    case "else": return nextBranch(range, nil)
    case "for":
      guard let loop = loop(&words) else { return nil }
      return push(.loop, range) { $0.loop = loop }
    case "capture":
      guard let name = words.word() else { return nil }
      return push(.capture, range) { $0.name = name }
    case "endif", "endunless": return pop(.branch, range)
    case "endfor": return pop(.loop, range)
    case "endcapture": return pop(.capture, range)
    case "assign":
      guard let name = words.word(), words.take(.sign("=")) else { return false }
      let expression = words.expression()
      return put(.assign(name, words.isAtEnd ? expression : nil, range), range)
    case "bibliography": return put(.bibliography(range), range)
    case "break", "continue": return put(.leave(isBreak: tag.name == "break", range), range)
    case "include", "include_relative", "include_cached":
      guard let include = LiquidTemplate.Include(inner(range)) else { return false }
      return put(.include(include, range), range)
    default: return false
    }
  }

  private mutating func put(_ node: Node, _ range: Range<Int>) -> Bool {
    endText(at: range.lowerBound, isTrimmed: trimsLeft(range))
    add(node)
    begin(after: range)
    return true
  }

  private mutating func push(
    _ kind: Block.Kind, _ range: Range<Int>, _ fill: (inout Block) -> Void
  ) -> Bool? {
    guard open.count < Limits.liquidDepth else { return nil }
    endText(at: range.lowerBound, isTrimmed: trimsLeft(range))
    var block = Block(kind: kind, start: range.lowerBound)
    fill(&block)
    open.append(block)
    begin(after: range)
    return true
  }

  private mutating func nextBranch(_ range: Range<Int>, _ condition: LiquidCondition?) -> Bool? {
    endText(at: range.lowerBound, isTrimmed: trimsLeft(range))
    let last = open.count - 1
    switch open[last].kind {
    case .branch:
      let done = (open[last].condition, open[last].nodes)
      open[last].branches.append(done)
      open[last].condition = condition
    case .loop where condition == nil:
      let body = open[last].nodes
      open[last].loop?.body = body
      open[last].name = "else"
    default: return nil
    }
    open[last].nodes = []
    begin(after: range)
    return true
  }

  private mutating func pop(_ kind: Block.Kind, _ range: Range<Int>) -> Bool? {
    guard open[open.count - 1].kind == kind else { return nil }
    endText(at: range.lowerBound, isTrimmed: trimsLeft(range))
    let block = open.removeLast()
    let whole = block.start..<range.upperBound
    switch kind {
    case .root: return nil
    case .branch:
      add(.branches(block.branches + [(block.condition, block.nodes)], whole))
    case .loop:
      guard var loop = block.loop else { return nil }
      if block.name == "else" { loop.otherwise = block.nodes } else { loop.body = block.nodes }
      add(.loop(loop, whole))
    case .capture: add(.capture(block.name, block.nodes, whole))
    }
    begin(after: range)
    return true
  }

  private func loop(_ words: inout LiquidWords) -> LiquidTemplate.Loop? {
    guard let variable = words.word(), words.take(.word("in")), let sequence = words.operand()
    else { return nil }
    var loop = LiquidTemplate.Loop(variable: variable, sequence: sequence)
    while let word = words.word() {
      switch word {
      case "reversed": loop.isReversed = true
      case "limit", "offset":
        guard words.take(.sign(":")), let value = words.operand() else { return nil }
        if word == "limit" { loop.limit = value } else { loop.offset = value }
      default: return nil
      }
      _ = words.take(.sign(","))
    }
    return words.isAtEnd ? loop : nil
  }
}

extension LiquidTemplate.Include {
  /// `include bio.md who=site.author`, `include {{ page.part }}`.
  fileprivate init?(_ words: String) {
    let parts = words.split(maxSplits: 2, omittingEmptySubsequences: true) { $0.isWhitespace }
    guard parts.count > 1 else { return nil }
    isRelative = parts[0] == "include_relative"
    if words.contains("{{") {
      guard let low = words.firstRange(of: "{{"), let high = words.firstRange(of: "}}"),
        low.upperBound <= high.lowerBound
      else { return nil }
      var inner = LiquidWords(String(words[low.upperBound..<high.lowerBound]))
      guard let value = inner.operand() else { return nil }
      name = .value(value)
      return
    }
    name = .written(String(parts[1]).filter { $0 != "\"" && $0 != "'" })
    guard parts.count > 2 else { return }
    var rest = LiquidWords(String(parts[2]))
    while let key = rest.word(), rest.take(.sign("=")), let value = rest.operand() {
      parameters.append((key, value))
    }
  }
}
