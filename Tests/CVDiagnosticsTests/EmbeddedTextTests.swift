// SPDX-License-Identifier: MIT
import Foundation
import TestSupport
import Testing

@testable import CVDiagnostics

/// The files that `Sources/CTexts/texts.c` makes part of the program.
@Suite struct EmbeddedTextTests {
  @Test(arguments: [
    "CVDiagnostics/Explanations", "CVReaders/Words/Lists", "CVSettings/Locales",
    "CVSettings/References", "CVCompiler/Starter",
  ])
  func holdsEveryFile(folder: String) throws {
    let url = checkout.appending(path: "Sources/\(folder)")
    for name in try FileManager.default.contentsOfDirectory(atPath: url.path) {
      let file = try Data(contentsOf: url.appending(path: name))
      #expect(embeddedText(name) == Array(file), "\(name)")
    }
  }
}
