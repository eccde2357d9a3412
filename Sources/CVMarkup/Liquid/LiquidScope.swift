// SPDX-License-Identifier: MIT
package import CVDiagnostics

/// What the templates of a site may ask for.
package struct LiquidScope: Sendable {
  /// The values by their first names: `site`, `page`.
  package var values: [String: DataNode] = [:]
  /// The files of `_includes`, by their paths in it.
  package var includes: [String: EditedText] = [:]
  /// The files beside the page, by their paths from its folder.
  package var siblings: [String: EditedText] = [:]
  /// The paths of documents that are shown as entries, whatever a layout makes of them.
  package var documents: [String] = []
  /// The files that the values were read from.
  package var sources: SourceSet

  package init(sources: SourceSet) { self.sources = sources }

  /// The class of the element that stands for a document until the page is read.
  package static let documentClass = "cv-document"
  /// The key under which a document's path stands, as Jekyll has it.
  package static let pathKey = "path"
}

/// A template evaluated: its text, and what was found out on the way.
package struct LiquidResult: Sendable {
  package var text: EditedText
  package var account = ImportAccount()
  package var log = DiagnosticLog()
  /// The numbers of the documents that the page writes out itself.
  package var written: Set<Int> = []
}

/// Evaluates the tags of Liquid that the subset has; all others stay as they stand.
///
/// The subset: variables, `assign`, `capture`, `if`, `unless`, `for` with `reversed`, `limit` and
/// `offset`, `break`, `continue`, `include`, and the plain filters. Only values of the scope are
/// known, so nothing can be reached but what was read already. A template that is damaged, or asks
/// for more than `Limits.liquidSteps` and `Limits.liquidBytes`, stays as it is.
package func evaluateLiquid(_ text: EditedText, in scope: LiquidScope) -> LiquidResult {
  guard let template = LiquidTemplate(text) else { return LiquidResult(text: text) }
  var evaluator = LiquidEvaluator(scope: scope)
  do throws(LiquidFault) {
    try evaluator.run(template)
    return evaluator.result
  } catch {
    var result = LiquidResult(text: text)
    if error == .overBudget { result.log.add(.liquidBudget(at: text.span(of: 0..<text.count))) }
    return result
  }
}

extension Diagnostic {
  fileprivate static func liquidBudget(at span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      .warning, .liquidBudget,
      "the page's Liquid asks for more than \(Limits.liquidSteps) steps or "
        + "\(Limits.liquidBytes >> 20) MiB; none of it is evaluated",
      at: span.map { SourceSpan(file: $0.file, range: $0.range.lowerBound..<$0.range.lowerBound) },
      help: "take out the loops that no CV needs")
  }
}
