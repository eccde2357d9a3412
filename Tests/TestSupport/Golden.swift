// SPDX-License-Identifier: MIT
public import Foundation
public import Testing

/// The root of the checkout, found from this file.
public let checkout = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// Whether this run rewrites what tests expect (`UPDATE_GOLDEN=1`).
public let isUpdatingGolden = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"

/// Compares a text with the file `Tests/Golden/<name>`.
///
/// With `UPDATE_GOLDEN=1` in the environment the file is written instead, and the test fails, so
/// that no run passes by rewriting its own expectations.
public func expectGolden(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = checkout.appending(path: "Tests/Golden/\(name)")
  if isUpdatingGolden {
    try Data(text.utf8).write(to: file)
    Issue.record("rewrote \(name)", sourceLocation: sourceLocation)
    return
  }
  let expected = try String(contentsOf: file, encoding: .utf8)
  #expect(text == expected, "differs from Tests/Golden/\(name)", sourceLocation: sourceLocation)
}

/// The bytes of a file below `Tests/`.
public func testFile(_ path: String) throws -> [UInt8] {
  [UInt8](try Data(contentsOf: checkout.appending(path: "Tests/\(path)")))
}
