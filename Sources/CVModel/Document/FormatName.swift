// SPDX-License-Identifier: MIT

/// The formats of documents, by the names that settings have for them.
public enum FormatName: String, CaseIterable, Hashable, Sendable {
  case pdf, latex, html, text, markdown, json, png, svg
}
