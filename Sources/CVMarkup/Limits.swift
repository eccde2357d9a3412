// SPDX-License-Identifier: MIT

/// How much a source may ask of the program; beyond each stands a diagnostic.
package enum Limits {
  /// The largest profile, in bytes: far beyond any CV (the longest seen has 0.2 MB).
  package static let inputBytes = 2 << 20
  /// The largest table or list of records for a batch, in bytes: a hundred thousand records.
  package static let manifestBytes = 64 << 20
  /// The largest photo, in bytes and in pixels: the header tells before anything is decoded.
  package static let pictureBytes = 20 << 20
  package static let picturePixels = 40_000_000
  /// The largest front matter or settings file, in bytes.
  package static let yamlBytes = 256 << 10
  /// The deepest nesting of lists, quotes and elements (typst's parser has the same).
  package static let markupDepth = 256
  /// The deepest nesting of YAML (robustness: libyaml's own loader is quadratic in it).
  package static let yamlDepth = 64
  /// The most nodes of a YAML file, aliases counted each time they are used.
  package static let yamlNodes = 100_000
  /// The most tables and dotted keys of TOML, each of which is looked for in its place.
  package static let tomlTables = 1_000
  /// How many bytes the strings of a bibliography may bring (robustness: doubling by `#`).
  package static let bibTeXExpansion = 1 << 20
  /// How many entries may refer to each other in a row.
  package static let crossReferences = 8
  /// How many steps the Liquid of a page may take (robustness: loops in loops).
  package static let liquidSteps = 1_000_000
  /// How many bytes the Liquid of a page may make.
  package static let liquidBytes = 4 << 20
  /// The deepest nesting of Liquid's blocks, and of includes in includes.
  package static let liquidDepth = 64
  package static let liquidIncludes = 8
  /// How many files of a site are read at most, and how many of its folders are looked into.
  package static let siteFiles = 4_000
  package static let siteFolders = 1_000
}
