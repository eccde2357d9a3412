// SPDX-License-Identifier: MIT
public import CVModel
import CVWriters

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
