// SPDX-License-Identifier: MIT
import Foundation
import TestSupport

/// A Swift file of the project, read once for all tests.
struct SwiftFile: Sendable {
  /// From the root of the checkout.
  let path: String
  let lines: [String]
  /// The lines of the code alone: comments and the texts of literals are blanks.
  let codeLines: [String]
  let literals: [SwiftText.Literal]
  let functions: [FunctionExtent]

  /// `Sources/CVModel/…` belongs to CVModel.
  var target: String { String(path.split(separator: "/")[1]) }
  var isSource: Bool { path.hasPrefix("Sources/") }
  var name: String { String(path.split(separator: "/").last ?? "") }

  /// A line, counted from 1, as tests name it: `Sources/CVModel/Text/Length.swift:12`.
  func place(_ line: Int) -> String { "\(path):\(line)" }

  static let all: [SwiftFile] = ["Sources", "Tests"].flatMap(files).map(SwiftFile.init)
  static let sources = all.filter(\.isSource)

  private init(path: String) {
    self.path = path
    let source = (try? String(contentsOf: checkout.appending(path: path), encoding: .utf8)) ?? ""
    let text = SwiftText(source)
    lines = Self.lines(source)
    codeLines = Self.lines(String(decoding: text.code, as: UTF8.self))
    literals = text.literals
    functions = FunctionExtent.find(in: text.code)
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static func files(below folder: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: checkout.appending(path: folder).path)
    return (names?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".swift") && !$0.contains(".build/") }.map { "\(folder)/\($0)" }
      .sorted()
  }
}
