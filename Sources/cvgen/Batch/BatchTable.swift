// SPDX-License-Identifier: MIT
import CVDiagnostics

/// A row for each file of a batch: its name, its pages, its size, and what became of it.
struct BatchTable {
  private var rows: [[String]] = []

  init(_ outcomes: [BatchReport.Outcome]) {
    for outcome in outcomes.sorted(by: { $0.number < $1.number }) {
      let state = [outcome.state.rawValue, Self.counted(outcome.warnings, "warning")]
        .compactMap { $0 }.joined(separator: ", ")
      if outcome.outputs.isEmpty { rows.append([outcome.name, "", "", state]) }
      for output in outcome.outputs {
        rows.append([
          output.path, Self.counted(output.pages ?? 0, "page") ?? "",
          "\((output.bytes + 1023) / 1024) KiB", state,
        ])
      }
    }
  }

  /// `nil` for none of them.
  private static func counted(_ count: Int, _ noun: String) -> String? {
    count == 0 ? nil : count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  var text: String {
    let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let blanks = zip(row, widths).map { String(repeating: " ", count: $1 - $0.count) }
      // Numbers stand to the right.
      let cells = [row[0] + blanks[0], blanks[1] + row[1], blanks[2] + row[2], row[3]]
      return cells.filter { !$0.isEmpty }.joined(separator: "  ") + "\n"
    }.joined()
  }
}
