// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVTypesetting

extension Compiler {
  /// Says what was done for the budget of pages, or what it would still take.
  mutating func report(_ report: BudgetReport, _ options: CompileOptions) {
    guard let budget = options.pages else { return }
    if report.pages > budget {
      note(
        .overBudget(report, budget: budget, severity: options.keepsBestAttempt ? .warning : .error))
    } else if !report.steps.isEmpty || !report.dropped.isEmpty {
      note(.fitted(report))
    }
  }
}

extension Diagnostic {
  fileprivate static func overBudget(
    _ report: BudgetReport, budget: Int, severity: Severity
  ) -> Diagnostic {
    let message =
      "the CV takes \(pageCount(report.pages)), and \(pageCount(budget)) \(budget == 1 ? "was" : "were") asked for"
    guard !report.excess.isEmpty else {
      return Diagnostic(severity, .pageBudget, message, help: "allow more pages with --pages")
    }
    return Diagnostic(
      severity, .pageBudget, message,
      help: "--drop would leave out " + list(report.excess, report.counts)
        + "; the front matter's “cvgen: priority:” says what to spare")
  }

  fileprivate static func fitted(_ report: BudgetReport) -> Diagnostic {
    let steps = report.steps.map { ($0.step.rawValue, Int($0.saved.rounded())) }
      .filter { $0.1 > 0 }.map { "\($0.0) (\($0.1) pt)" }
    var parts: [String] = []
    if !steps.isEmpty { parts.append("less " + steps.joined(separator: ", ")) }
    if !report.dropped.isEmpty { parts.append("left out: " + list(report.dropped, report.counts)) }
    return Diagnostic(
      .note, .pageBudget,
      "fitted to \(pageCount(report.pages)) instead of \(report.pagesAsDesigned): "
        + parts.joined(separator: "; "))
  }

  private static func pageCount(_ count: Int) -> String { count == 1 ? "1 page" : "\(count) pages" }

  /// What is left out by its titles; where these are too many to be read, by its sections.
  private static func list(_ titles: [String], _ counts: [BudgetReport.Count]) -> String {
    guard titles.count > mostTitles else {
      return titles.map { "“\($0)”" }.joined(separator: ", ")
    }
    return counts.map { count in
      let section = count.section.map { "“\($0)”" } ?? "the text before the first title"
      return "\(count.entries) of \(section)"
    }.joined(separator: ", ")
  }

  private static var mostTitles: Int { 24 }
}
