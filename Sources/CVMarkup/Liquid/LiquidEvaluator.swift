// SPDX-License-Identifier: MIT
import CVDiagnostics

/// Why a template, or a part of it, cannot be evaluated.
enum LiquidFault: Error {
  /// A filter or a value that the subset does not have.
  case unknown
  case overBudget
}

/// Walks a template and writes what it says.
struct LiquidEvaluator {
  private let scope: LiquidScope
  private var output = EditedText.empty
  private var account = ImportAccount()
  private var log = DiagnosticLog()
  private var written: Set<Int> = []
  /// Values by name; `nil` for those that a filter outside the subset would have made.
  private var locals: [String: DataNode?] = [:]
  private let numbers: [String: Int]
  private var budget = LiquidBudget()
  private var includeDepth = 0
  /// The tags of the page that are in the account.
  private var known: Set<Range<Int>> = []
  /// The document that the innermost loop shows, and whether an include has shown it.
  private var document: (number: Int, isShown: Bool)?
  private var exit: Exit?
  /// Whether a list of works from a bibliography stands in what was written last.
  private var listsWorks = false

  /// How a loop's body was left.
  private enum Exit { case next, end }

  init(scope: LiquidScope) {
    self.scope = scope
    numbers = Dictionary(
      scope.documents.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var result: LiquidResult {
    LiquidResult(text: output, account: account, log: log, written: written)
  }

  mutating func run(_ template: LiquidTemplate) throws(LiquidFault) {
    try run(template.nodes, of: template)
  }

  private mutating func run(
    _ nodes: [LiquidTemplate.Node], of template: LiquidTemplate
  ) throws(LiquidFault) {
    for node in nodes where exit == nil {
      try budget.step()
      do throws(LiquidFault) {
        try run(node, of: template)
      } catch {
        guard error == .unknown, let range = node.tagRange else { throw error }
        try copy(range, of: template)
      }
    }
  }

  private mutating func run(
    _ node: LiquidTemplate.Node, of template: LiquidTemplate
  ) throws(LiquidFault) {
    if let range = node.tagRange, includeDepth == 0, known.insert(range).inserted {
      account.add(.liquid, "", at: template.text.span(of: range))
    }
    switch node {
    case .text(let range): try copy(range, of: template)
    case .output(let expression, let range):
      let span = template.text.span(of: range)
      try write(try value(of: expression), at: span)
    case .assign(let name, let expression, _): try assign(name, expression)
    case .capture(let name, let body, let range):
      let text = try captured(body, of: template)
      let span = template.text.span(of: range)
      locals[name] = DataNode(.scalar(text.string(0..<text.count), isQuoted: true), span: span)
    case .branches(let branches, _):
      for branch in branches {
        if let condition = branch.condition, !(try holds(condition)) { continue }
        return try run(branch.body, of: template)
      }
    case .loop(let loop, _): try run(loop, of: template)
    case .include(let include, let range): try run(include, range, of: template)
    case .leave(let isBreak, _): exit = isBreak ? .end : .next
    case .bibliography: listsWorks = true
    }
  }

  /// What a filter outside the subset would have made is not known, and not nothing.
  private mutating func assign(
    _ name: String, _ expression: LiquidExpression?
  ) throws(LiquidFault) {
    var value: DataNode??
    if let expression {
      do throws(LiquidFault) {
        value = try self.value(of: expression)
      } catch {
        if error == .overBudget { throw error }
      }
    }
    let nothing = DataNode(.scalar("", isQuoted: false))
    locals.updateValue(value.map { $0 ?? nothing }, forKey: name)
  }

  private mutating func copy(
    _ range: Range<Int>, of template: LiquidTemplate
  ) throws(LiquidFault) {
    try budget.bytes(range.count)
    output.append(template.text, range)
  }

  /// What a part of a template writes, apart from the output.
  private mutating func captured(
    _ body: [LiquidTemplate.Node], of template: LiquidTemplate
  ) throws(LiquidFault) -> EditedText {
    let before = output
    output = .empty
    defer { output = before }
    try run(body, of: template)
    return output
  }
}

// MARK: Loops

extension LiquidEvaluator {
  private mutating func run(
    _ loop: LiquidTemplate.Loop, of template: LiquidTemplate
  ) throws(LiquidFault) {
    guard let sequence = try value(of: loop.sequence) else {
      // What a site has but cvgen does not read is left out, with a word on it.
      if case .path("site", _) = loop.sequence { throw .unknown }
      return try run(loop.otherwise, of: template)
    }
    var items = sequence.liquidItems
    if let offset = try loop.offset.flatMap({ (node) throws(LiquidFault) in try value(of: node) })?
      .liquidNumber
    {
      items = Array(items.dropFirst(max(0, Int(clamping: offset))))
    }
    if let limit = try loop.limit.flatMap({ (node) throws(LiquidFault) in try value(of: node) })?
      .liquidNumber
    {
      items = Array(items.prefix(max(0, Int(clamping: limit))))
    }
    if loop.isReversed { items.reverse() }
    if items.isEmpty { return try run(loop.otherwise, of: template) }
    let outer = (locals[loop.variable], locals["forloop"], document)
    let written = output
    listsWorks = false
    for (index, item) in items.enumerated() {
      try budget.step()
      locals[loop.variable] = item
      locals["forloop"] = Self.state(index, of: items.count)
      document = number(of: item).map { ($0, false) }
      let start = output.count
      try run(loop.body, of: template)
      note(from: start)
      if exit == .end { break }
      exit = nil
    }
    // Headings over works that are read from their own file would stand over nothing.
    if listsWorks { output = written }
    exit = nil
    (locals[loop.variable], locals["forloop"], document) = outer
  }

  private func number(of item: DataNode) -> Int? {
    item[LiquidScope.pathKey]?.text.flatMap { numbers[$0] }
  }

  /// A document whose words the loop writes itself needs no entry of its own.
  private mutating func note(from start: Int) {
    guard let document, !document.isShown, output.count > start else { return }
    let words = output.bytes[start...].contains { $0 > 0x20 }
    if words { written.insert(document.number) }
  }

  /// `forloop`, as far as lists ask for it.
  private static func state(_ index: Int, of count: Int) -> DataNode {
    let values: [(String, String)] = [
      ("index", String(index + 1)), ("index0", String(index)), ("length", String(count)),
      ("rindex", String(count - index)), ("first", index == 0 ? "true" : "false"),
      ("last", index == count - 1 ? "true" : "false"),
    ]
    return DataNode(
      .mapping(
        values.map {
          .init(key: $0, keySpan: nil, value: DataNode(.scalar($1, isQuoted: false)))
        }))
  }
}

// MARK: Includes

extension LiquidEvaluator {
  private mutating func run(
    _ include: LiquidTemplate.Include, _ range: Range<Int>, of template: LiquidTemplate
  ) throws(LiquidFault) {
    let name: String
    switch include.name {
    case .written(let written): name = written
    case .value(let operand): name = try value(of: operand)?.text ?? ""
    }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.contains(".."), !name.hasPrefix("/") else {
      log.add(.includeOutside(name, at: template.text.span(of: range)))
      return
    }
    let files = include.isRelative ? scope.siblings : scope.includes
    let path = parts.filter { $0 != "." }.joined(separator: "/")
    guard let file = files[path], let partial = LiquidTemplate(file) else {
      // The layout of a theme that is not in the site, around a document that is.
      return try showDocument(at: range, of: template)
    }
    guard includeDepth < Limits.liquidIncludes else { throw .overBudget }
    var values: [DataNode.Member] = []
    for parameter in include.parameters {
      guard let value = try value(of: parameter.value) else { continue }
      values.append(.init(key: parameter.key, keySpan: nil, value: value))
    }
    let outer = locals["include"]
    locals["include"] = DataNode(.mapping(values))
    includeDepth += 1
    let text = try captured(partial.nodes, of: partial)
    includeDepth -= 1
    locals["include"] = outer
    let isBlank = text.bytes.allSatisfy { $0 <= 0x20 }
    if document != nil, !isBlank { return try showDocument(at: range, of: template) }
    try budget.bytes(text.count)
    output.append(text, 0..<text.count)
  }

  /// What a layout makes of a document is the document: its front matter says more than the
  /// layout's HTML, and the reader takes the entry from there.
  private mutating func showDocument(
    at range: Range<Int>, of template: LiquidTemplate
  ) throws(LiquidFault) {
    guard let document, !document.isShown else { return }
    self.document?.isShown = true
    let mark =
      "\n\n<div class=\"\(LiquidScope.documentClass)\">\(document.number)</div>\n\n"
    try budget.bytes(mark.utf8.count)
    if let span = template.text.span(of: range) { output.append(Array(mark.utf8), at: span) }
  }
}

// MARK: Values

extension LiquidEvaluator {
  private mutating func write(_ node: DataNode?, at span: SourceSpan?) throws(LiquidFault) {
    guard let node else { return }
    let words = node.liquidText
    try budget.bytes(words.utf8.count)
    guard !words.isEmpty else { return }
    if let place = node.span, place.file.number < scope.sources.files.count, node.text == words,
      let text = ScalarTexts(place.file, in: scope.sources).text(of: node)
    {
      output.append(text, 0..<text.count)
    } else if let place = node.span ?? span {
      output.append(Array(words.utf8), at: place)
    }
  }

  private mutating func value(
    of expression: LiquidExpression
  ) throws(LiquidFault) -> DataNode? {
    var value = try value(of: expression.operand)
    for filter in expression.filters {
      var arguments: [DataNode?] = []
      for argument in filter.arguments { arguments.append(try self.value(of: argument)) }
      value = try applyFilter(filter.name, value, arguments, &budget)
    }
    return value
  }

  private func value(
    of operand: LiquidExpression.Operand
  ) throws(LiquidFault) -> DataNode? {
    switch operand {
    case .literal(let node): return node
    case .empty: return nil
    case .range(let low, let high):
      let first = Int(clamping: try value(of: low)?.liquidNumber ?? 0)
      let last = Int(clamping: try value(of: high)?.liquidNumber ?? 0)
      guard first <= last else { return DataNode(.sequence([])) }
      guard last - first < Limits.liquidSteps else { throw .overBudget }
      return DataNode(
        .sequence((first...last).map { DataNode(.scalar(String($0), isQuoted: false)) }))
    case .path(let root, let steps):
      var node: DataNode?
      if let local = locals[root] {
        guard let local else { throw .unknown }
        node = local
      } else {
        node = scope.values[root]
      }
      for step in steps {
        guard let key = try value(of: step)?.text, let owner = node else { return nil }
        node = owner.liquidMember(key)
      }
      return node
    }
  }

  private func holds(_ condition: LiquidCondition) throws(LiquidFault) -> Bool {
    switch condition {
    case .value(let operand): return try value(of: operand).isTrue
    case .not(let inner): return !(try holds(inner))
    case .all(let a, let b):
      guard try holds(a) else { return false }
      return try holds(b)
    case .any(let a, let b):
      if try holds(a) { return true }
      return try holds(b)
    case .comparison(let left, let sign, let right):
      let a = try value(of: left)
      if right == .empty { return (a?.liquidIsEmpty ?? true) == (sign == "==") }
      return compare(a, sign, try value(of: right))
    }
  }
}

extension LiquidTemplate.Node {
  /// The range of the tag; `nil` for text.
  fileprivate var tagRange: Range<Int>? {
    switch self {
    case .text: nil
    case .output(_, let range), .assign(_, _, let range), .capture(_, _, let range),
      .branches(_, let range), .loop(_, let range), .include(_, let range), .leave(_, let range),
      .bibliography(let range):
      range
    }
  }
}

/// What is left of what a page may ask for.
struct LiquidBudget {
  private var steps = 0
  private var written = 0

  mutating func step(_ count: Int = 1) throws(LiquidFault) {
    steps += count
    if steps > Limits.liquidSteps { throw .overBudget }
  }

  mutating func bytes(_ count: Int) throws(LiquidFault) {
    written += count
    if written > Limits.liquidBytes { throw .overBudget }
  }
}

extension Diagnostic {
  fileprivate static func includeOutside(_ name: String, at span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      .warning, .outsideRoot, "“\(name)” lies outside the folder that includes are read from",
      at: span, help: "put the file into “_includes”, and name it from there")
  }
}
