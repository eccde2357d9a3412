// SPDX-License-Identifier: MIT
public import CVModel
import CVWriters

extension DocumentFormat {
  /// Plain text.
  ///
  /// - Parameters:
  ///   - width: The columns of a line; `nil` puts each paragraph on one line.
  ///   - links: How the addresses of links are shown.
  public static func text(
    width: Int? = defaultTextWidth, links: TextLinks = .inline
  ) -> DocumentFormat {
    DocumentFormat(.text, "\(width ?? 0) \(links)", noun: "text", suffix: "txt", isPrinted: true) {
      (compiler, profile, theme, options) throws(CompileFailure) in
      let text = compiler.text(
        profile, theme: theme, options: options, width: width, links: links)
      return [Array(text.utf8)]
    }
  }

  public static let defaultTextWidth = 80
}

extension Compiler {
  /// The profile as plain text.
  ///
  /// - Parameters:
  ///   - width: The columns of a line; `nil` puts each paragraph on one line.
  ///   - links: How the addresses of links are shown.
  public mutating func text(
    _ profile: Profile, theme: LoadedTheme, options: CompileOptions, width: Int?, links: TextLinks
  ) -> String {
    let tree = layout(profile, theme: theme.theme, options: options)
    return writeText(tree, width: width, links: links)
  }
}
