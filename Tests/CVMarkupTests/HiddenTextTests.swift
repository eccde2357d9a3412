// SPDX-License-Identifier: MIT
import CVDiagnostics
import Testing

@Suite struct HiddenTextTests {
  private func check(
    _ source: String, _ expected: String, location: SourceLocation = #_sourceLocation
  ) {
    #expect(ReadPage(source).dump == expected, sourceLocation: location)
  }

  @Test func removesCommentsWithTheirLines() {
    check("- a\n<!-- - old -->\n- b", "[-]\n  p a\n[-]\n  p b")
    check("a <!-- x --> b", "p a  b")
    check("a\n<!-- multi\n\n# Old\n-->\nb", "p a⏎b")
    check("<!-->a<!--->b", "p ab")
  }

  @Test(arguments: [
    "<ul><li style='display:none'>old</li><li>b</li></ul>",
    "<ol><li>b</li><li class='d-none'>old</li></ol>",
    "<dl><dt hidden>old</dt><dd hidden>older</dd><dd>b</dd></dl>",
    "<dl><div hidden><dt>old</dt><dd>older</dd></div><dt>b</dt></dl>",
    "<div><dt style='color:white'>old</dt><dd style='font-size:0'>older</dd><dd>b</dd></div>",
    "<table><tr hidden><td>old</td></tr><tr><td>b</td></tr></table>",
    "<table><tr><td>b</td><td style='display:none'>old</td></tr></table>",
    "<table><tbody hidden><tr><td>old</td></tr></tbody><tr><td>b</td></tr></table>",
  ])
  func hidesPartsOfListsAndTables(source: String) {
    let page = ReadPage(source)
    #expect(!page.dump.contains("old") && page.dump.contains("b"))
    #expect(page.codes.contains(.hiddenText))
  }

  @Test func showsWhiteWordsOnTheColourOfACell() {
    check(
      "<table><tr><td style='background:#333'><span style='color:white'>b</span></td></tr></table>",
      "row b")
  }

  @Test func hidesImportsOfStyleSheets() {
    check("@import \"page.css\";\n\n# Ada\n@import of grain", "h1 Ada\np @import of grain")
  }

  @Test func hidesCitationsThatAProcessorReplaces() {
    check("Rain [@roe2020][@poe2019b], *fog* [@dew].", "p Rain, {I|fog}.")
    check("Rain [-@roe2020; @poe] and fog", "p Rain  and fog")
    check("Ask [@ada] of [@roe](https://e.org)", "p Ask [@ada] of {→https://e.org|@roe}")
    check("Ask `[@roe2020]`", "p Ask {C|[@roe2020]}")
  }

  @Test func hidesACardBehindThreeComments() {
    let source = """
      <div>shown</div>
      <!-- <div class='card'>
      [old](u) -->

      <!-- complaint -->

      <!-- *names*
      <p>secret</p>
      </div> -->

      after
      """
    check(source, "div\n  p shown\np after")
  }

  @Test func endsCodeWithItsParagraph() {
    for block in ["```\nx `y\n```", "## Fog `n", "- a `n", "> a `n", "~~~\n`\n~~~"] {
      let page = ReadPage("It `s\n\(block)\n\nb {: .lead}\n\n{% if a %}\n\nc")
      #expect(!page.dump.contains("{%") && page.dump.hasSuffix("p c"), "\(page.dump)")
    }
    check("a `b\nc {: .x}` d", "p a {C|b}{C| }{C|c {: .x}} d")
    check("a `b\n-c {: .x}` d", "p a {C|b}{C| }{C|-c {: .x}} d")
  }

  @Test func warnsOfACommentThatNeverEnds() {
    let page = ReadPage("a\n\n<!-- b\n\nc")
    #expect(page.dump == "p a")
    #expect(page.codes == [.unclosedComment])
  }

  @Test(arguments: [
    "<script> b", "<style> b", "<title> b", "<?php b", "{% comment %} b", "{::comment} b",
  ])
  func warnsOfHiddenTextThatNeverEnds(opening: String) {
    let page = ReadPage("a\n\n\(opening)\n\nc")
    #expect(page.dump == "p a")
    #expect(page.codes == [.unclosedComment])
  }

  @Test(arguments: ["<video> b", "{% raw %} b", "<? b", "<object> b"])
  func keepsTextBehindWhatNeverEnds(opening: String) {
    let page = ReadPage("a\n\n\(opening)\n\nc")
    #expect(page.words.contains("b") && page.words.contains("c"))
    #expect(page.codes == [])
  }

  /// Whatever an element that never ends does to what follows, the words are somewhere.
  @Test(arguments: [
    "a", "address", "audio", "b", "bdo", "body", "button", "canvas", "caption", "center", "col",
    "dd",
    "details", "dialog", "dl", "dt", "fieldset", "figure", "font", "form", "frameset", "head",
    "html",
    "iframe", "label", "legend", "li", "listing", "map", "marquee", "math", "menu", "meter", "nobr",
    "noembed", "noframes", "noscript", "ol", "optgroup", "option", "picture", "plaintext", "pre",
    "progress", "rp", "rt", "ruby", "select", "summary", "svg", "table", "tbody", "td", "template",
    "textarea", "th", "tr", "video", "xmp",
  ])
  func losesNoWordBehindATagThatNeverEnds(tag: String) {
    for source in ["- one <\(tag)> two\n- three\n\nfour", "<\(tag)>\n\none two\n\nthree four"] {
      let page = ReadPage(source)
      let said = page.words + " " + page.account.entries.map(\.text).joined(separator: " ")
      for word in ["one", "two", "three", "four"] {
        #expect(said.contains(word), "\(word) is lost: \(page.dump)")
      }
    }
  }

  @Test func leavesOutTheTitleOfTheWindow() {
    let page = ReadPage("<html><head><title>Home</title></head><body><p>a</p></body></html>")
    #expect(page.words == "a" && page.codes == [])
    #expect(page.account.entries.contains { $0.fate == .hidden })
  }

  @Test func leavesOutOnlyTheTagOfALoopThatNeverEnds() {
    let page = ReadPage("a\n\n{% for p in x %}\n\nb\n\n{% for p in x %}c{% endfor %}")
    #expect(page.dump == "p a\np b")
    #expect(page.codes == [.liquidLoop, .liquidLoop])
  }

  /// Each of these took the square of its length once; the suite would not end.
  @Test(arguments: [
    "<video>", "<? ", "{% for x %}", "{% raw %}", "<b \"", "<a '", "{{< a", "<svg>",
    "{% comment",
  ])
  func readsWhatNeverEndsInOnePass(opening: String) {
    let page = ReadPage("a " + String(repeating: opening, count: 60_000 / opening.utf8.count))
    #expect(page.words.contains("a"))
  }

  @Test func readsBackticksInOnePass() {
    let runs = (1...400).map { String(repeating: "`", count: $0) }
    #expect(ReadPage("a " + runs.joined(separator: " ")).words.contains("a"))
    check("a `` ` <!-- x --> `` b `c", "p a {C|` <!-- x -->} b `c")
  }

  @Test func removesLiquid() {
    check("{% if site.x %}\n{% assign y = 1 %}\n{% endif %}\n\na {{ site.name }} b", "p a  b")
    check("{% comment %}x{% endcomment %}y", "p y")
    check("{% raw %}{{ x }}{% endraw %}", "p {{ x }}")
    check("{% raw %}{{ x }} {% include y.html z=\"1\" %}{% endraw %} {{ v }}a", "p {{ x }}  a")
    check("{{< youtube id >}}a", "p a")
  }

  @Test func showsTheWordsThatLiquidOnlyMarksUp() {
    let page = ReadPage(
      "{{ \"I am **Ada**.\" | strip | markdownify }}\n\n{{\n'\n- Wet maps\n'|markdownify}}")
    #expect(page.dump == ReadPage("I am **Ada**.\n\n\n\n- Wet maps\n").dump)
    for other in [
      "{{ '/a.pdf' | relative_url }}", "{{ \"a b\" | upcase }}", "{{ \"a b\" }}",
      "{{ a b | strip }}",
    ] {
      #expect(ReadPage(other).dump.isEmpty, "\(other)")
    }
    #expect(ReadPage("a {{ \"b c\" | strip").dump == ReadPage("a \\{{ \"b c\" | strip").dump)
  }

  @Test func saysThatALoopIsLeftOut() {
    let page = ReadPage("a\n\n{% for p in site.pubs %}\n- {{ p.title }} by\n{% endfor %}\n\nb")
    #expect(page.dump == "p a\np b")
    #expect(page.codes == [.liquidLoop])
  }

  @Test func removesCodeThatRuns() {
    check("a<?php echo 'x > y'; ?>b", "p ab")
    check("x\n\n<script src=\"a.js?v=<?php t(); ?>\">if (a < b) { '</p>' }</script>", "p x")
    check("<video><source src=\"a\">no video</video>text", "p text")
  }

  @Test func keepsFootnotesOfOneWord() {
    check("Rain[^1]\n\n[^1]: Fog\n", "p Rain[^1]\np [^1]: Fog")
    check("Rain[^1]\n\n[^1]: Fog <!-- old -->\n", "p Rain[^1]\np [^1]: Fog")
    check("Rain[^[^1]\n\n[^1]: Fog\n", "p Rain[^[^1]\np [^1]: Fog")
  }

  @Test func removesAttributesBehindLinks() {
    check("[x](u){ width=200px .wide }", "p {→u|x}")
    check("f(x){ a, b }", "p f(x){ a, b }")
  }

  @Test func removesKramdownAttributes() {
    check("# A {#top}\n\ntext\n{: .lead}\n\n[x](u){:target=\"_blank\"}", "h1 A\np text\np {→u|x}")
    check("a set {1, 2} stays", "p a set {1, 2} stays")
    check("## A { #top }\n\ntext\n{ .lead }\n", "h2 A\np text")
    check("a set { .5 } stays", "p a set { .5 } stays")
  }

  @Test(arguments: [
    "* Contents\n{:toc}\n\na", "1. TOC\n{:toc}\n\na", "- Contents\n  {:toc}\n\na",
    "* Contents [x](#y)\n{:toc}\n\na", "* **Contents**\n{:toc .big}\n\na",
    "* Contents `x`\n{:toc}\n{: .big}\n\na",
  ])
  func leavesOutThePointThatATableOfContentsReplaces(source: String) {
    let page = ReadPage(source)
    #expect(page.dump == "p a")
    #expect(page.account.entries.contains { $0.fate == .homepageMatter && !$0.text.isEmpty })
  }

  @Test func keepsPointsThatNoTableReplaces() {
    check("- Rain\n  - Fog\n  {: .x}\n\na {:toc}", "[-]\n  p Rain\n  [-]\n    p Fog\np a")
    check("Rain\n{:toc}\n\n- \n{:toc}", "p Rain")
  }

  @Test func leavesCodeAlone() {
    check("`<!-- x -->` and `{{ y }}`", "p {C|<!-- x -->} and {C|{{ y }}}")
    check("```\n<!-- x -->\n{% y %}\n```", "code <!-- x -->\n{% y %}")
  }

  @Test(arguments: [
    "<span style=\"display:none\">hush</span>", "<p hidden>hush</p>",
    "<span style=\"font-size: 1px\">hush</span>", "<div style=\"color: #FFF\">hush</div>",
    "<span style=\"opacity:0\">hush</span>", "<span class=\"sr-only\">hush</span>",
  ])
  func dropsInvisibleTextWithAWarning(source: String) {
    let page = ReadPage("shown \(source)")
    #expect(!page.words.contains("hush"))
    #expect(page.codes == [.hiddenText])
    #expect(page.log.diagnostics.first?.message.contains("hush") == true, "the warning quotes it")
  }

  @Test func keepsWhiteTextOnABadge() {
    check("<span style=\"background:#333\"><b style=\"color:white\">Oral</b></span>", "p {B|Oral}")
  }

  @Test func dropsDecoration() {
    let pill = "<span style=\"background:#fd0\"><i class=\"fas fa-star\"></i> 3k+</span>"
    let page = ReadPage("Built [X](u) \(pill), then Y 🎉🎉 !")
    #expect(page.dump == "p Built {→u|X}, then Y!")
    #expect(page.account.entries.contains { $0.fate == .decoration && $0.text == "3k+" })
    #expect(page.account.entries.contains { $0.fate == .emoji })
  }

  @Test func keepsSignsThatAreNoEmoji() {
    check("A ★ B ✓ © 2024 ™ → x", "p A ★ B ✓ © 2024 ™ → x")
  }

  @Test func keepsOneImageOfALinkWithoutWords() {
    let page = ReadPage("<a href=\"https://e.org\"><img alt=\"Code\" src=\"a\"><img alt=\"b\"></a>")
    let text = page.blocks.first?.texts.first
    #expect(text?.text == "\u{FFFC}")
    #expect(text?.runs.first?.attributes.image?.alternative == "Code")
  }

  @Test func hidesWhatTheStyleSheetOfThePageHides() {
    let page = """
      <style> .hid, p.old { display: none } @media print { .seen { display: none } }
      .late { display: none } </style>

      <p class="hid">rain rain rain</p>
      <p class="old">older rain</p>
      <p class="seen">seen rain</p>
      <p class="late">late rain</p>
      """
    #expect(ReadPage(page).dump == "p seen rain")
  }

  @Test func showsWhatTheStyleSheetShowsInAnotherState() {
    let page = """
      <style> .pane, .leaf, .old, .entry { display: none }
      .pane.active, #a:checked ~ .leaf { display: block } .entry.public { display: block }
      .old::before { display: block } /* .old.active { display: block } */
      .old.show { display: inherit; visibility: hidden } </style>

      <p class="pane">rain</p>
      <p class="leaf">leaves</p>
      <p class="old">older rain</p>
      <p class="entry">dew</p>
      """
    #expect(ReadPage(page).dump == "p rain\np leaves")
  }

  @Test func takesAwayTheSignsOfMarkedWords() {
    check("A ==big rain== fell", "p A big rain fell")
    check("if a==b and c==d, or a == b == c", "p if a==b and c==d, or a == b == c")
    check("Rain ==big\n\nfog== x", "p Rain ==big\np fog== x")
    check("(==) and (!=) or (==)", "p (==) and (!=) or (==)")
    for page in ["==a $x==^2$ b", "==a [{{< fa x== >}}](b) b", "==a\n:::{.x==}\nb\n:::"] {
      #expect(!ReadPage(page).blocks.isEmpty)
    }
  }

  @Test func raisesWhatPandocRaises() {
    let source = ReadPage("the 4<sup>th</sup> Rain Week, 10<sup>6</sup> drops").dump
    #expect(ReadPage("the 4^th^ Rain Week, 10^6^ drops").dump == source)
    check(
      "hi ^_^ and 3 ^ 4 ^ 5, a^b^c, x^2+y^2, 2^n", "p hi ^_^ and 3 ^ 4 ^ 5, a^b^c, x^2+y^2, 2^n")
    check("[rain](http://e.org/4^th^) of `4^th^`", "p {→http://e.org/4^th^|rain} of {C|4^th^}")
  }

  @Test func hidesLoopsOfGoTemplates() {
    let page =
      "{{ range .Params.work }}\n- {{ .role }} {{ with .to }}x{{ else }}now{{ end }}\n{{ end }}\n\nrain"
    let read = ReadPage(page)
    #expect(read.dump == "p rain")
    #expect(read.log.diagnostics.map(\.code) == [.liquidLoop])
  }
}
