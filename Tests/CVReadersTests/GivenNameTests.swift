// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Owners of pages who say only their given names.
@Suite struct GivenNameTests {
  @Test func takesAGivenNameOfSomebodyToldOf() {
    let told = ReadProfile("Ada is a postdoctoral scholar at Fen University. She maps rain.")
    #expect(told.profile.name?.text == "Ada")
    #expect(ReadProfile("Hi, I'm Happy!\n\nI map rain.").profile.name == nil)
    #expect(ReadProfile("Fogware is the lead developer of maps. They love it.").profile.name == nil)
    #expect(ReadProfile("Ada is a research assistant for maps of rain.").profile.name == nil)
  }
}
