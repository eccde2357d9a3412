// SPDX-License-Identifier: MIT

/// How a plain text shows the addresses of links.
public enum TextLinks: String, CaseIterable, Hashable, Sendable {
  /// `label <https://example.org>`.
  case inline
  /// `label [1]`, with the addresses at the end.
  case footnotes
  case none
}
