// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler
import CVModel

/// A format by its name.
func parsedFormat(_ word: String) throws -> DocumentFormat {
  if let format = DocumentFormat(word) { return format }
  let names = FormatName.allCases.map(\.rawValue)
  let near = suggestion(for: word.lowercased(), among: names).map { "; did you mean “\($0)”?" }
  throw ValidationError(
    "There is no format “\(word)”\(near ?? ".") The formats are \(names.joined(separator: ", ")).")
}
