// SPDX-License-Identifier: MIT
import Dispatch
import Synchronization
import TestSupport
import Testing

/// Documents that are made at once, each by a compiler of its own.
@Suite struct ThreadTests {
  /// All threads share the files of faces that Cairo keeps open, which are fewer than the themes'.
  @Test func drawsTheSameInSeveralThreads() throws {
    let alone = try installedThemes.map { try draw(in: $0) }
    let differing = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 2 * alone.count) { turn in
      let index = turn % alone.count
      guard (try? draw(in: installedThemes[index])) != alone[index] else { return }
      differing.withLock { $0.append(installedThemes[index]) }
    }
    #expect(differing.withLock { $0 } == [])
  }

  private func draw(in theme: String) throws -> [UInt8] {
    var demo = try DemoProfile("industry.md", theme: theme)
    return try demo.pdf()
  }
}
