// SPDX-License-Identifier: MIT
import Glibc

/// How far a batch is: a bar on a terminal, a line now and then elsewhere.
struct BatchProgress {
  private let total: Int
  private let isBar: Bool
  private let isShown: Bool
  private let start = monotonicMilliseconds()
  private var done = 0
  private var lastShown = 0

  /// How often the bar is drawn, in milliseconds.
  private static let interval = 100
  /// Shorter batches need no lines.
  private static let fewestForLines = 100
  private static let barWidth = 30

  init(total: Int, isShown: Bool) {
    self.total = total
    self.isShown = isShown
    isBar = isatty(STDERR_FILENO) == 1
  }

  mutating func advance() {
    done += 1
    guard isShown, !isBar, total >= Self.fewestForLines else { return }
    if done * 10 / total > (done - 1) * 10 / total { printError(figures + "\n") }
  }

  /// Draws the bar where it is time.
  mutating func show() {
    let now = monotonicMilliseconds()
    guard isShown, isBar, now - lastShown >= Self.interval else { return }
    lastShown = now
    let width = total == 0 ? 0 : done * Self.barWidth / total
    let bar =
      String(repeating: "━", count: width) + String(repeating: "─", count: Self.barWidth - width)
    printError("\r\u{1B}[K\(bar) \(figures)")
  }

  /// Leaves the line for something else.
  func clear() {
    if isShown, isBar { printError("\r\u{1B}[K") }
  }

  /// As in “1200 of 10000, 118 a second, 1:15 left”.
  private var figures: String {
    let elapsed = max(monotonicMilliseconds() - start, 1)
    var text = "\(done) of \(total)"
    guard done > 0 else { return text }
    let rate = Double(done) * 1000 / Double(elapsed)
    let tenths = Int((rate * 10).rounded())
    text += ", \(rate < 10 ? "\(tenths / 10).\(tenths % 10)" : "\(tenths / 10)") a second"
    guard done < total else { return text }
    let left = (total - done) * elapsed / done / 1000
    let seconds = left % 60
    return text + ", \(left / 60):\(seconds < 10 ? "0" : "")\(seconds) left"
  }
}
