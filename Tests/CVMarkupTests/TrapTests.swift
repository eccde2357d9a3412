// SPDX-License-Identifier: MIT
import Testing

/// Each trap that has swallowed, leaked or broken text of a real page, and what must come of it.
@Suite struct TrapTests {
  private func check(
    _ source: String, _ expected: String, location: SourceLocation = #_sourceLocation
  ) {
    #expect(ReadPage(source).dump == expected, sourceLocation: location)
  }

  @Test func keepsAHeadingRightBelowATag() {
    check("<div>\nx\n</div>\n# News\ntext", "div\n  p x\nh1 News\np text")
    check("<span id=\"a\"></span>\n# News", "h1 News")
    check("<br>\n# News\n- a", "h1 News\n[-]\n  p a")
    check("<hr>\n- a\n- b", "rule\n[-]\n  p a\n[-]\n  p b")
  }

  @Test func takesSignsWithoutABlankForHeadings() {
    check(
      "#CV#\n\n##Work##\n###[Acme](u) 2020###\n- a", "h1 CV\nh2 Work\nh3 {→u|Acme} 2020\n[-]\n  p a"
    )
    check("##Work\n\n#Ada Roe", "h2 Work\nh1 Ada Roe")
    check("## Rain##\n\n## C#", "h2 Rain\nh2 C#")
    check("#rain #snow", "p #rain #snow")
    check("##Prizes\n\n#1 in rain", "h2 Prizes\np #1 in rain")
    check("```\n##x\n```", "code ##x")
  }

  @Test func goesOnWithANumberThatBeginsALine() {
    check("1. Rain. PMID:\n95553261.\n\n2. Fog", "[1.]\n  p Rain. PMID:⏎95553261.\n[2.]\n  p Fog")
    check("- Fog, *Jars*\n2021.", "[-]\n  p Fog, {I|Jars}⏎2021.")
    check("- Fog\n2021. Dew", "[-]\n  p Fog\n[2021.]\n  p Dew")
    check("```\na\n95553261.\n```", "code a\n95553261.")
  }

  @Test func takesRaisedStarsForMarks() {
    check(
      "**A. Roe<sup>*</sup>**, B. Poe<sup>1,*</sup>, *C*",
      "p {B|A. Roe}{B^|*}, B. Poe{^|1,*}, {I|C}")
    check("a<sup>b</sup> <sup>*c*</sup>", "p a{^|b} {I^|c}")
  }

  @Test func readsMarkdownThatAnHTMLBlockHolds() {
    check("<p>Rain<br>\n_A Roe, B Poe_</p>", "p Rain\np {I|A Roe, B Poe}")
    check("<p>rain_map and _x_y_ of</p>", "p rain_map and _x_y_ of")
    check("<p>[Paper]() of</p>", "p {→#|Paper} of")
  }

  @Test func takesUnknownTagsForText() {
    check("A Vec<T> and <me at x.org> end", "p A Vec<T> and <me at x.org> end")
    check("<p>Map<K> here</p>", "p Map<K> here")
  }

  @Test func takesTheElementsOfACopiedPage() {
    check("<div><heading>Research</heading></div>\n", "div\n  h2 Research")
    check("<p><papertitle>On Rain</papertitle><br>A. Roe</p>", "p {B|On Rain}↵A. Roe")
  }

  @Test func mendsLinksInHTML() {
    check(
      "<div>\na [[PDF](x.pdf)] [b](no) c\n</div>", "div\n  p a [{→x.pdf|PDF}] [b](no) c")
  }

  @Test func endsAnOpenLinkBeforeTheSignBehindIt() {
    check("<p><a href=\"u\">doi &middot; <a href=\"v\">pdf</a></p>", "p {→u|doi} · {→v|pdf}")
  }

  @Test func hidesDefinitionsThatNoPageShows() {
    check("a\n\n*[FIT]: Fen Institute\n\n[^1]: nowhere used\n\nb", "p a\np b")
    check("a[^1]\n\n[^1]: used here", "p a[^1]\np [^1]: used here")
  }

  @Test func keepsLinksOfShortcodesForIcons() {
    check("x [{{< fa file-pdf >}}](a.pdf)", "p x {→a.pdf|\u{FFFC}}")
  }

  @Test func keepsTheAddressBehindAnAddress() {
    check(
      "[https://e.org/c?a=b&u=Q](https://e.org/c?a=b&u=Q&v=l) x",
      "p {→https://e.org/c?a=b&u=Q&v=l|https://e.org/c?a=b&u=Q} x")
  }

  @Test func keepsLinksOfIcons() {
    let icon = "<p><a href=\"https://e.org/a\"><i class=\"fa fa-x\"></i></a>b</p>"
    check(icon, "p {→https://e.org/a|\u{FFFC}}b")
    check("<p><a href=\"#top\"></a>b</p>", "p b")
  }

  @Test func takesAComparisonForText() {
    check("**Rate<5%** and more >5B", "p {B|Rate<5%} and more >5B")
    check("- A (**Rate<5%**)\n- B (size >5B)", "[-]\n  p A ({B|Rate<5%})\n[-]\n  p B (size >5B)")
  }

  @Test func endsALinkWithThePage() {
    check("A [b](https://e.org", "p A [b]({→https://e.org|https://e.org}")
    check("A [b](https://e.org \"t", "p A [b]({→https://e.org|https://e.org} \"t")
    check("A [b][c", "p A [b][c")
  }

  @Test func keepsYearsThatNumberItems() {
    check("2021. Award\n2020. Award", "[2021.]\n  p Award\n[2020.]\n  p Award")
  }

  @Test func endsUnclosedInlineTagsWithTheirBlock() {
    check("a <b>bold\n\nplain", "p a {B|bold}\np plain")
    check("- <span style=\"font-weight:bold\">x\n- y", "[-]\n  p {B|x}\n[-]\n  p y")
    check("<div><i>x</div>\n\nplain", "div\n  p {I|x}\np plain")
  }

  @Test func pairsBoldThatCommonMarkDoesNot() {
    check("**Mentor:**Dr. X", "p {B|Mentor:}Dr. X")
    check("**粗体：**后文", "p {B|粗体：}后文")
    check("<p>**raw** text</p>", "p {B|raw} text")
    check("~~gone~~ but 5~10 and 7~8", "p {S|gone} but 5~10 and 7~8")
    check("2 ** 3 is 8", "p 2 ** 3 is 8")
  }

  @Test func leavesOutLinksThatOnlyRunAScript() {
    check("<p><a href=\"javascript:show(0)\">all</a> a <a role=\"button\">Abs</a></p>", "p a")
    check(
      "<p><a href=\"#\" onclick=\"print()\">Print</a> a <a href=\"#b\">b</a></p>", "p a {→#b|b}")
    check("<p><a href=\"javascript:void(0)\">Ada</a></p>", "p {→javascript:void(0)|Ada}")
    let script = "this.href=this.href.replace(/x/g,'');"
    check(
      "<p><a href=\"mailto:axda@xe.oxrg\" onmouseover=\"\(script)\">ada</a></p>",
      "p {→mailto:ada@e.org|ada}")
  }

  @Test func nestsChildrenWithOneSpace() {
    check("- a\n - b\n - c\n- d", "[-]\n  p a\n  [-]\n    p b\n  [-]\n    p c\n[-]\n  p d")
  }

  @Test func dropsStyleSheetsWhoseSelectorsLookLikeHeadings() {
    check("<style>\n#main, #page {\n  x: y;\n}\n\n# h1 { }\n</style>\n\ntext", "p text")
  }

  @Test func readsMarkdownInsideMarkedContainers() {
    check("<div class='x' markdown=\"1\">\n**a** [b](u)\n</div>", "div\n  p {B|a} {→u|b}")
    check("<td markdown=\"span\">*a*</td>", "p {I|a}")
  }

  @Test func keepsIndentedHTMLAfterABlankLine() {
    check("<div>\n\n      <p>a</p>\n\n      <p>b</p>\n</div>", "div\n  p a\n  p b")
  }

  @Test func keepsEscapedMarksApart() {
    check(#"***Ada Roe**\*, Bo Poe\*, Cy Moe*"#, "p {BI|Ada Roe}{I|*}{I|, Bo Poe}{I|*}{I|, Cy Moe}")
    check(#"Roe, A.\*\*, Poe, B.\*\*"#, "p Roe, A.**, Poe, B.**")
  }

  @Test func readsLaTeXInText() {
    check(
      #"A \textbf{Oral} and \emph{more \textbf{x}} \vspace{2mm}end"#,
      "p A {B|Oral} and {I|more }{BI|x} end")
    check(#"\href{https://e.org}{site} \unknown{x}"#, #"p {→https://e.org|site} \unknown{x}"#)
  }

  @Test func keepsNoBreakSpaces() {
    let page = ReadPage("*2024*: &nbsp;text")
    #expect(page.blocks.first?.texts.first?.text == "2024: \u{A0}text")
  }

  @Test func readsBoldFromStyles() {
    check(
      "<p style=\"font-weight: 600\">a</p><p style=\"font-style:italic\">b</p>", "p {B|a}\np {I|b}")
  }

  @Test func partsWhatAStyleSheetParts() {
    check("<div><b>Acme</b><time>2019</time></div>", "div\n  p {B|Acme} 2019")
    check("<div><span>Java</span><span>script</span></div>", "div\n  p Javascript")
    check("<div><b>Ada</b><sup>1</sup></div>", "div\n  p {B|Ada}{^|1}")
    check("<div>Acme<b>2019</b></div>", "div\n  p Acme{B|2019}")
  }

  @Test func addsTheSpaceThatALinkHides() { check("Prof.[Ada](u) x", "p Prof. {→u|Ada} x") }

  /// md4c 0.4.8 loses the end of emphasis behind an address in brackets, and nests what follows.
  @Test func endsEmphasisBehindALink() {
    #expect(
      ReadPage("- “**[Fog](https://e.org/1)**” is out\n- next").dump
        == ReadPage("- “**[Fog](e.org/1)**” is out\n- next").dump
        .replacing("e.org/1", with: "https://e.org/1"))
  }
}
