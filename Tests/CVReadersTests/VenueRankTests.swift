// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Ranks of venues, and short forms in capitals behind names.
@Suite struct VenueRankTests {
  private func check(
    _ body: String, _ expected: [String], location: SourceLocation = #_sourceLocation
  ) {
    #expect(ReadProfile.publications(body).map(\.summary) == expected, sourceLocation: location)
  }

  @Test func notesTheRanksOfAVenue() {
    check(
      """
      1. Ada Roe, Bo Poe, Cy Moe, Maps for Wet Towns, ACM Rain and Fog Mining (RFM), CCF-A, 2024.
      2. Ada Roe, Bo Poe, Cy Moe, Maps for Dry Towns, Wet Cloud Science (WCS), SCI Q1, CCF-B, 2023.
      3. Ada Roe, Bo Poe, Cy Moe. Maps for Towns. Journal of Rain and Fog, 2022, 中科院一区.
      """,
      [
        "title=Maps for Wet Towns; authors=Ada Roe|Bo Poe|Cy Moe; "
          + "venue=ACM Rain and Fog Mining (RFM); note=CCF-A; year=2024",
        "title=Maps for Dry Towns; authors=Ada Roe|Bo Poe|Cy Moe; "
          + "venue=Wet Cloud Science (WCS); note=SCI Q1, CCF-B; year=2023",
        "title=Maps for Towns; authors=Ada Roe|Bo Poe|Cy Moe; venue=Journal of Rain and Fog; "
          + "note=中科院一区; year=2022",
      ])
  }

  /// A name and a venue that are called as a rank is, and a short form of the work itself.
  @Test func takesNoOtherWordsForARank() {
    check(
      """
      1. Bo Poe, Cy Core. Maps for Wet Towns. Core, 2024.
      2. Ada Roe, Bo Poe, Maps for Wet Towns and a Fog Map (FM), 2023.
      """,
      [
        "title=Maps for Wet Towns; authors=Bo Poe|Cy Core; venue=Core; year=2024",
        "title=Maps for Wet Towns and a Fog Map (FM), 2023; authors=Ada Roe|Bo Poe",
      ])
  }

  @Test func takesCapitalsInTheMidstOfWordsForNoInitials() {
    check(
      "- Ada Roe, Bo Poe, AI with Balanced Rain for Wet Towns, Conference on Rain (CR), 2024.",
      [
        "title=AI with Balanced Rain for Wet Towns; authors=Ada Roe|Bo Poe; "
          + "venue=Conference on Rain (CR); year=2024"
      ])
  }
}
