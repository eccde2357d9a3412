// SPDX-License-Identifier: MIT
import Foundation
import TestSupport

/// The programs that make a PDF of LaTeX.
enum TeXProgram: String, CaseIterable, Sendable {
  case pdflatex, xelatex, lualatex

  /// The program whose turn it is.
  static func turn(_ number: Int) -> TeXProgram { allCases[number % allCases.count] }
}

/// A LaTeX document, compiled as on a machine that trusts nobody.
struct TeXRun {
  /// Empty where none was made.
  let pdf: [UInt8]
  /// The lines of the log that speak of a fault, with what follows them.
  let faults: [String]

  /// Runs a program, and once more where the document has page numbers to look up.
  ///
  /// - Parameter files: What the document needs beside it, by the names.
  init(_ source: String, program: TeXProgram, files: [String: [UInt8]] = [:]) throws {
    let folder = try TemporaryFolder()
    for (name, bytes) in files { try Data(bytes).write(to: folder.url.appending(path: name)) }
    try Data(source.utf8).write(to: folder.url.appending(path: "cv.tex"))
    var log = ""
    for _ in 0..<2 where log.isEmpty || log.contains("undefined references") {
      _ = try run(
        program.rawValue,
        ["-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error", "cv.tex"],
        folder: folder.url,
        environment: ["openin_any": "p", "openout_any": "p", "max_print_line": "1000"])
      log = try String(
        decoding: Data(contentsOf: folder.url.appending(path: "cv.log")), as: UTF8.self)
    }
    faults = Self.faults(in: log)
    pdf = (try? Data(contentsOf: folder.url.appending(path: "cv.pdf"))).map(Array.init) ?? []
  }

  /// Errors, boxes that are too wide by more than 2 pt, lost characters and dead references.
  private static func faults(in log: String) -> [String] {
    let lines = log.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.filter { isFault(lines[$0]) }.prefix(8).map { index in
      lines[index...].prefix(4).joined(separator: "\n")
    }
  }

  private static func isFault(_ line: Substring) -> Bool {
    // moderncv's box for the number of the page is as wide as that of the first page.
    if line.hasPrefix("Overfull \\hbox"), line.contains("output is active") { return false }
    if line.hasPrefix("Overfull"), let start = line.firstIndex(of: "(") {
      let width = line[line.index(after: start)...].prefix { $0.isNumber || $0 == "." }
      return Double(width).map { $0 > 2 } ?? true
    }
    return line.hasPrefix("!") || line.hasPrefix("Missing character")
      || line.contains("LaTeX Warning: Reference") || line.contains("undefined references")
  }
}
