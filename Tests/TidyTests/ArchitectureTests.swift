// SPDX-License-Identifier: MIT
import Foundation
import TestSupport
import Testing

/// ARCHITECTURE.md is short enough to be read, and names what there is.
@Suite struct ArchitectureTests {
  private let text: String

  init() throws {
    text = try String(contentsOf: checkout.appending(path: "ARCHITECTURE.md"), encoding: .utf8)
  }

  @Test func staysShort() {
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 151)
  }

  @Test func namesEachTarget() throws {
    let sources = checkout.appending(path: "Sources").path
    for target in try FileManager.default.contentsOfDirectory(atPath: sources) {
      #expect(text.contains("`\(target)`"), "\(target)")
    }
  }
}
