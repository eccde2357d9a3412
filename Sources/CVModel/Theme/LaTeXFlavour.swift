// SPDX-License-Identifier: MIT

/// The classes that a LaTeX document may be written for.
public enum LaTeXFlavour: String, CaseIterable, Hashable, Sendable {
  /// LaTeX's own class with a few macros; compiles with pdflatex, xelatex and lualatex.
  case article
  /// The class moderncv, with its own entries and its own look.
  case moderncv
}
