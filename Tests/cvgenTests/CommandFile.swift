// SPDX-License-Identifier: MIT
import Foundation
import TestSupport

/// A page of `Commands/`: text, files, commands, and what the commands must print.
///
/// `Commands/README.md` describes the form.
struct CommandFile: Equatable {
  private(set) var parts: [Part] = []

  /// A line of text, or a fenced block.
  enum Part: Equatable {
    case text(String)
    case block(Block)

    var isBlank: Bool { self == .text("") }

    /// Whether it is a block that says what a command must do.
    var isExpectation: Bool {
      guard case .block(let block) = self else { return false }
      return block.isExpectation
    }
  }

  /// A fenced block; its label says what it is for.
  struct Block: Equatable {
    var label: String
    var lines: [String]

    var content: String { lines.map { $0 + "\n" }.joined() }

    /// The name of the file that the block holds.
    var fileName: String? { label.hasPrefix("file ") ? String(label.dropFirst(5)) : nil }

    var isExpectation: Bool { ["output", "errors", "status"].contains(label) }

    /// The block with a fence longer than any in it.
    var text: String {
      let ticks = lines.map { $0.prefix { $0 == "`" }.count }.max() ?? 0
      let fence = String(repeating: "`", count: max(3, ticks + 1))
      return "\(fence)\(label)\n\(content)\(fence)"
    }
  }

  struct Fault: Error, CustomStringConvertible {
    var description: String
  }

  init(_ source: String) throws {
    var open: (fence: Substring, block: Block)?
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      let ticks = line.prefix { $0 == "`" }
      if let (fence, block) = open {
        if line == fence {
          parts.append(.block(block))
          open = nil
        } else {
          open?.block.lines.append(String(line))
        }
      } else if ticks.count >= 3 {
        open = (ticks, Block(label: String(line.dropFirst(ticks.count)), lines: []))
      } else {
        parts.append(.text(String(line)))
      }
    }
    if let open { throw Fault(description: "the block “\(open.block.label)” is never closed") }
    try check()
  }

  /// The program of `Needs: NAME`, a line of its own.
  var need: String? {
    for case .text(let line) in parts where line.hasPrefix("Needs: ") {
      return String(line.dropFirst("Needs: ".count))
    }
    return nil
  }

  /// The page as it is written to disk.
  var source: String {
    parts.map { part in
      switch part {
      case .text(let line): line
      case .block(let block): block.text
      }
    }.joined(separator: "\n")
  }

  /// Each label must be known, and each expectation must follow a command.
  private func check() throws {
    var hasCommand = false
    for case .block(let block) in parts {
      guard block.label == "sh" || block.fileName != nil || block.isExpectation else {
        throw Fault(
          description: "“\(block.label)” is none of file NAME, sh, output, errors and status")
      }
      if block.isExpectation, !hasCommand {
        throw Fault(description: "the block “\(block.label)” follows no command")
      }
      hasCommand = block.label == "sh" || hasCommand && block.isExpectation
    }
    if steps.isEmpty { throw Fault(description: "the page has no command") }
  }
}

/// What a command printed, and how it ended.
struct CommandEnding: Equatable, CustomStringConvertible {
  var output = ""
  var errors = ""
  var status = "0"

  init(_ result: ProgramResult) {
    output = Self.ended(result.text)
    errors = Self.ended(result.errors)
    status = String(result.status)
  }

  /// What the blocks behind a command say; what has no block is empty, and the status 0.
  init(_ blocks: [CommandFile.Block]) {
    for block in blocks {
      switch block.label {
      case "output": output = block.content
      case "errors": errors = block.content
      default: status = block.lines.joined()
      }
    }
  }

  var blocks: [CommandFile.Block] {
    [("output", output), ("errors", errors), ("status", status == "0" ? "" : status + "\n")]
      .filter { !$0.1.isEmpty }
      .map { label, text in
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        return CommandFile.Block(label: label, lines: lines.map(String.init))
      }
  }

  var description: String { blocks.map(\.text).joined(separator: "\n") }

  /// Blocks cannot tell whether the last line is ended.
  private static func ended(_ text: String) -> String {
    text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
  }
}

extension CommandFile {
  /// A command with what stands behind it.
  struct Step {
    /// The place of its block in `parts`.
    var index: Int
    var command: String
    var expected: CommandEnding
    /// The parts that say what is expected, blank lines between them included.
    var expectations: Range<Int>
  }

  var steps: [Step] {
    parts.indices.compactMap { index in
      guard case .block(let block) = parts[index], block.label == "sh" else { return nil }
      var end = index + 1
      var next = end
      while next < parts.count, parts[next].isExpectation || parts[next].isBlank {
        next += 1
        if parts[next - 1].isExpectation { end = next }
      }
      let blocks = parts[index + 1..<end].compactMap { part in
        if case .block(let block) = part { block } else { nil }
      }
      return Step(
        index: index, command: block.content, expected: CommandEnding(blocks),
        expectations: index + 1..<end)
    }
  }

  /// The page with what its commands did in the place of what was expected.
  func expecting(_ endings: [CommandEnding]) -> CommandFile {
    var page = self
    for (step, ending) in zip(steps, endings).reversed() {
      let blocks = ending.blocks.flatMap { [Part.text(""), .block($0)] }
      page.parts.replaceSubrange(step.expectations, with: blocks)
    }
    return page
  }
}
