// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel

/// How the documents of a build are named: `Output/{name}-{variant}`.
struct OutputPattern {
  /// From the folder of the settings; without a slash at its end.
  let folder: String
  /// The name of a document without its end.
  private let stem: String

  private static let usual = "Output/{name}-{variant}"
  private static let fields = ["name", "variant"]

  /// - Parameter stated: What the settings say; what is wrong with it goes to the log.
  init?(_ stated: Preferences.Titled<Bool>?, log: inout DiagnosticLog) {
    var pattern = stated?.selector ?? Self.usual
    // The end of a name is that of its format, whether or not the pattern says so.
    if pattern.hasSuffix(".{format}") { pattern.removeLast(".{format}".count) }
    let slash = pattern.lastIndex(of: "/")
    folder = slash.map { String(pattern[..<$0]) } ?? "."
    stem = slash.map { String(pattern[pattern.index(after: $0)...]) } ?? pattern
    let parts = folder.split(separator: "/", omittingEmptySubsequences: false)
    let leaves = parts.contains("..") || folder.isEmpty || folder.hasPrefix("/")
    let names = stem.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
      .map { $0.prefix { $0 != "}" } }
    let fault: String? =
      if leaves {
        "“output” must lie below the folder of its file"
      } else if folder.contains("{") {
        "the folder of “output” must be the same for all documents"
      } else if stem.isEmpty || !names.allSatisfy({ Self.fields.contains(String($0)) }) {
        "“output” must be a name with {name} and {variant} in it"
      } else {
        nil
      }
    guard let fault else { return }
    log.add(
      Diagnostic(
        .error, .badValue, fault, at: stated?.span,
        help: "write for example “output: \(Self.usual)”"))
    return nil
  }

  /// The name of a document without its end.
  ///
  /// - Parameters:
  ///   - name: The stem of its profile.
  ///   - variant: Where there is none, the sign before it in the pattern goes, too.
  func name(of name: String, variant: String?) -> String {
    var text = stem
    if variant == nil, let field = text.firstRange(of: "{variant}") {
      let before = text[..<field.lowerBound].last
      let isSign = before.map { "-_.".contains($0) } ?? false
      let start = isSign ? text.index(before: field.lowerBound) : field.lowerBound
      text.removeSubrange(start..<field.upperBound)
    }
    return text.replacing("{variant}", with: variant ?? "").replacing("{name}", with: name)
  }
}
