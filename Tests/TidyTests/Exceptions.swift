// SPDX-License-Identifier: MIT

/// What breaks a house rule, each with its reason.
///
/// The lists should only shrink.
enum Exceptions {
  /// Names that end in an empty word.
  static let names: [String: String] = [:]

  /// Functions for other modules that need no description, since their names say it all.
  static let plainNames: Set<String> = ["add", "append", "insert", "pt"]

  /// Functions with more than five parameters.
  static let parameters = [
    "compose": "one call for a whole stage: four values, an account and a log",
    "bracket": "the two brackets and the two states of the printer belong to every call",
    "template": "it is private to one file and passes on what its caller was given",
  ]

  /// Codes of diagnostics that no test names.
  static let untestedCodes: [String: String] = [:]

  /// Phrases of the readers that one real profile alone holds.
  static let phrases = [
    " is an ": "how a page speaks of its owner in the third person",
    "with a ": "how a clause behind a job begins",
    "corresponding author": "the title of a list of words",
  ]
}
