// SPDX-License-Identifier: MIT
import CVDiagnostics
import CYaml

/// A fault in YAML or JSON, at an offset of the text.
struct DataFault: Error {
  var message: String
  var offset: Int
}

/// Reads one YAML document into a tree with places, from libyaml's events.
///
/// Not libyaml's own loader, which is quadratic in the depth. Aliases are copied and counted, so
/// that a small file cannot make a large tree; tags and merge keys have no meaning here.
///
/// - Returns: `nil` for an empty document.
/// - Throws: `DataFault` at the first fault, also beyond the limits of depth and size.
func readYAML(_ text: EditedText) throws(DataFault) -> DataNode? {
  guard text.count <= Limits.yamlBytes else {
    throw DataFault(
      message: "has \(text.count / 1024) kB of settings; \(Limits.yamlBytes / 1024) are allowed",
      offset: 0)
  }
  var parser = yaml_parser_t()
  guard yaml_parser_initialize(&parser) == 1 else { preconditionFailure("no memory for libyaml") }
  defer { yaml_parser_delete(&parser) }
  return try text.bytes.withUnsafeBufferPointer { input throws(DataFault) -> DataNode? in
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(&parser, input.baseAddress, input.count)
    var builder = DataTreeBuilder(text: text)
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else {
        throw builder.fault(of: parser)
      }
      defer { yaml_event_delete(&event) }
      if event.type == YAML_STREAM_END_EVENT || event.type == YAML_DOCUMENT_END_EVENT { break }
      try builder.take(event)
    }
    return builder.root
  }
}

/// Makes a tree of events; collections that are open stand on a stack.
private struct DataTreeBuilder {
  let text: EditedText
  private(set) var root: DataNode?
  private var open: [OpenCollection] = []
  private var anchors: [String: (node: DataNode, count: Int)] = [:]
  /// Values so far, those of aliases counted at each use.
  private var count = 0
  private var marks: MarkReader

  init(text: EditedText) {
    self.text = text
    marks = MarkReader(bytes: text.bytes)
  }

  /// A sequence or a mapping whose end is still to come.
  private struct OpenCollection {
    var isMapping: Bool
    var anchor: String?
    var start: Int
    /// How many values there were before it.
    var countBefore: Int
    var items: [DataNode] = []
    var members: [DataNode.Member] = []
    var key: (text: String, span: SourceSpan?)?
  }

  mutating func take(_ event: yaml_event_t) throws(DataFault) {
    let start = marks.offset(of: event.start_mark)
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let isQuoted = scalar.style != YAML_PLAIN_SCALAR_STYLE
      let end = max(start, marks.offset(of: event.end_mark))
      let node = DataNode(
        .scalar(withoutControls(String(decoding: bytes, as: UTF8.self)), isQuoted: isQuoted),
        span: text.span(of: start..<end))
      try count(1, at: start)
      try add(node, anchor: string(scalar.anchor), count: 1, at: start)
    case YAML_ALIAS_EVENT:
      let name = string(event.data.alias.anchor) ?? ""
      guard let known = anchors[name] else {
        throw DataFault(message: "the alias *\(name) has no anchor", offset: start)
      }
      try count(known.count, at: start)
      try add(known.node, anchor: nil, count: known.count, at: start)
    case YAML_SEQUENCE_START_EVENT:
      try push(isMapping: false, string(event.data.sequence_start.anchor), at: start)
    case YAML_MAPPING_START_EVENT:
      try push(isMapping: true, string(event.data.mapping_start.anchor), at: start)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      try pop(end: marks.offset(of: event.end_mark))
    default: break
    }
  }

  mutating func fault(of parser: yaml_parser_t) -> DataFault {
    let problem = parser.problem.map { String(cString: $0) } ?? "this is not YAML"
    return DataFault(message: problem, offset: marks.offset(of: parser.problem_mark))
  }

  private mutating func push(
    isMapping: Bool, _ anchor: String?, at start: Int
  ) throws(DataFault) {
    guard open.count < Limits.yamlDepth else {
      throw DataFault(message: "nests deeper than \(Limits.yamlDepth) levels", offset: start)
    }
    open.append(
      OpenCollection(isMapping: isMapping, anchor: anchor, start: start, countBefore: count))
    try count(1, at: start)
  }

  private mutating func pop(end: Int) throws(DataFault) {
    let last = open.removeLast()
    let value: DataNode.Value = last.isMapping ? .mapping(last.members) : .sequence(last.items)
    let node = DataNode(value, span: text.span(of: last.start..<max(last.start, end)))
    try add(node, anchor: last.anchor, count: count - last.countBefore, at: last.start)
  }

  private mutating func add(
    _ node: DataNode, anchor: String?, count: Int, at offset: Int
  ) throws(DataFault) {
    if let anchor { anchors[anchor] = (node, count) }
    guard let last = open.indices.last else {
      root = node
      return
    }
    if !open[last].isMapping {
      open[last].items.append(node)
    } else if let key = open[last].key {
      open[last].members.append(.init(key: key.text, keySpan: key.span, value: node))
      open[last].key = nil
    } else if case .scalar(let name, _) = node.value {
      open[last].key = (name, node.span)
    } else {
      throw DataFault(message: "a key must be a word, not a list or a mapping", offset: offset)
    }
  }

  private mutating func count(_ values: Int, at offset: Int) throws(DataFault) {
    count += values
    guard count <= Limits.yamlNodes else {
      throw DataFault(message: "has more than \(Limits.yamlNodes) values", offset: offset)
    }
  }

  private func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }
}

/// Turns libyaml's marks into byte offsets; their `index` counts characters, so only line and
/// column are of use.
private struct MarkReader {
  private let bytes: [UInt8]
  private let lineStarts: [Int]
  /// The last mark: marks mostly ascend, so the next is reached from here.
  private var last = (line: 0, column: 0, offset: 0)

  init(bytes: [UInt8]) {
    self.bytes = bytes
    lineStarts = [0] + bytes.indices.lazy.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }

  mutating func offset(of mark: yaml_mark_t) -> Int {
    guard mark.line < lineStarts.count else { return bytes.count }
    var (column, offset) = (0, lineStarts[mark.line])
    if last.line == mark.line, last.column <= mark.column {
      (column, offset) = (last.column, last.offset)
    }
    while column < mark.column, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      column += 1
    }
    last = (mark.line, column, offset)
    return offset
  }
}
