// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Works as lawyers cite them: the volume before the venue, the page behind it, then the year.
@Suite struct VolumeTests {
  private func check(
    _ source: String, _ expected: String, location: SourceLocation = #_sourceLocation
  ) {
    #expect(ReadProfile.publications(source).map(\.summary) == [expected], sourceLocation: location)
  }

  @Test func readsAVolumeBeforeItsVenue() {
    check(
      "Fog Note, The Fens: New Mist and Old Dew, 28 _Olm Journal of Rain_ 644 (1996)",
      "title=Fog Note, The Fens: New Mist and Old Dew; venue=Olm Journal of Rain; vol=28; pp=644; "
        + "year=1996")
  }

  @Test func tellsAPageFromTheYear() {
    check(
      "[Rain and Fog](https://e.org), 83 _Fen Review_ 2019 (2008); reprinted in 29 _Olm Review_ 45 "
        + "(2008); cited in Roe v. Poe, 662 F.3d 265 (4th Cir. 2011)",
      "title=Rain and Fog; venue=Fen Review; note=reprinted in 29 Olm Review 45 (2008); cited in "
        + "Roe v. Poe, 662 F.3d 265 (4th Cir. 2011); vol=83; pp=2019; year=2008")
  }

  @Test func takesTheYearOfABracketWithMoreWords() {
    check(
      "Rain and Fog Under the Law, with Ada R. Roe, in _The Mist Handbook_ (B. Poe, ed., 2002)",
      "title=Rain and Fog Under the Law; authors=Ada R. Roe; venue=The Mist Handbook; "
        + "note=B. Poe, ed.; year=2002")
    check(
      "Rain and Fog, with Mist and Dew, _The Mist Handbook_ (Moss Press, 2002)",
      "title=Rain and Fog, with Mist and Dew; venue=The Mist Handbook; note=Moss Press; year=2002")
  }

  @Test func takesALinkThatBeginsWithAQuoteWhole() {
    check(
      "[“When It Rained”: Fog and Dew in Court](https://e.org), with Ada Roe, 25 _Fen Review_ 51 "
        + "(2018)",
      "title=“When It Rained”: Fog and Dew in Court; authors=Ada Roe; venue=Fen Review; vol=25; "
        + "pp=51; year=2018")
  }
}
