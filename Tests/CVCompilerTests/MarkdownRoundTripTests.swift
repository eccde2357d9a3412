// SPDX-License-Identifier: MIT
import CVModel
import CVWriters
import Foundation
import TestSupport
import Testing

@testable import CVCompiler

@Suite struct MarkdownRoundTripTests {
  private static let profiles: [URL] = {
    let folder = checkout.appending(path: "Tests/Profiles")
    let files =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
      ?? []
    return files.filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
  }()

  private func read(_ bytes: [UInt8]) throws -> (Compiler, Profile) {
    var compiler = Compiler(files: SourceFiles(["cv.md": bytes]))
    let profile = compiler.readProfile("cv.md", options: CompileOptions())
    return (compiler, try #require(profile))
  }

  @Test(arguments: profiles)
  func readsBackTheSameProfile(file: URL) throws {
    let (compiler, profile) = try read(Array(Data(contentsOf: file)))
    let text = compiler.markdown(profile)
    let (again, same) = try read(Array(text.utf8))
    #expect(writeJSONWithoutPlaces(same) == writeJSONWithoutPlaces(profile))
    #expect(again.markdown(same) == text, "a second writing is the same text")
  }
}
