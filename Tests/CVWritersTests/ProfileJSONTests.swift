// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVModel
import Foundation
import TestSupport
import Testing

@testable import CVWriters

@Suite struct ProfileJSONTests {
  private func json(_ profile: Profile) throws -> [String: Any] {
    let text = writeJSON(profile, sources: SourceSet())
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(value as? [String: Any])
  }

  @Test func saysThatThereIsNoName() throws {
    let value = try json(Profile())
    #expect(value["schema"] as? String == "cvgen-profile/1")
    #expect(value["name"] is NSNull)
    #expect((value["sections"] as? [Any])?.isEmpty == true)
  }

  @Test func partsContactsByKind() throws {
    var profile = Profile()
    profile.name = RichText("Ada \"Roe\" \\ \u{1}")
    profile.contacts = [
      Contact(.email, text: "ada@example.org", url: "mailto:ada@example.org"),
      Contact(.location, text: "Lund", url: nil),
      Contact(.website, text: "example.org", url: "https://example.org"),
    ]
    let value = try json(profile)
    #expect(value["name"] as? String == "Ada \"Roe\" \\ \u{1}", "every string is escaped")
    #expect(value["emails"] as? [String] == ["ada@example.org"])
    #expect(value["phones"] as? [String] == [])
    #expect(value["location"] as? String == "Lund")
    #expect((value["links"] as? [[String: String]])?.first?["url"] == "https://example.org")
  }

  @Test func endsWithALineFeed() {
    #expect(writeJSON(Profile(), sources: SourceSet()).hasSuffix("}\n"))
  }
}
