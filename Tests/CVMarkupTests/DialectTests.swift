// SPDX-License-Identifier: MIT
import Testing

/// What Hugo, pandoc, kramdown and LaTeX say of entries becomes blocks that the readers know.
@Suite struct DialectTests {
  private func check(
    _ source: String, _ expected: String, location: SourceLocation = #_sourceLocation
  ) {
    #expect(ReadPage(source).dump == expected, sourceLocation: location)
  }

  @Test func readsShortcodesWithAttributes() {
    check(
      """
      {{% job title="Engineer" company="Acme" from="2020" to="now" logo="a.png" %}}
      - Built a gauge
      {{% /job %}}

      {{< edu degree="MSc" school="Example University" year="2019" />}}
      """,
      "div\n  p Engineer Acme 2020 – now\n  [-]\n    p Built a gauge\np MSc Example University 2019"
    )
  }

  @Test(arguments: [
    ("[Rain]{.title} and [*mud* [x]{.a}]{#b}", "p Rain and {I|mud} x"),
    ("- [Rain of\n  mud]{.small}", "[-]\n  p Rain of⏎mud"),
    ("[Rain](https://e.org){.btn}", "p {→https://e.org|Rain}"),
    ("[Rain][m]{.x} \\[no]{.y}", "p [Rain][m] [no]"),
    ("`[c]{.x}` [1] {.z}", "p {C|[c]{.x}} [1]"),
  ])
  func takesTheBracketsOffSpansOfPandoc(source: String, expected: String) {
    check(source, expected)
  }

  @Test func readsTagsThatAreEntries() {
    let tag = { (words: String, year: Int) in
      "{{< tag title=\"Engineer\" company=\"Fen Ltd\" date=\"\(year)\" >}}\(words){{< /tag >}}"
    }
    check(
      tag("Built rain", 2020) + "\n" + tag("Built fog", 2019),
      "div\n  p Engineer Fen Ltd 2020\n  p Built rain\n"
        + "div\n  p Engineer Fen Ltd 2019\n  p Built fog")
    check("{{< tag >}}Rust{{< /tag >}} {{< tag >}}Go{{< /tag >}}", "p Rust, Go")
  }

  @Test func readsItemsOfTimelines() {
    check(
      "{{< timelineItem icon=\"x\" badge=\"2019\" header=\"Engineer\" subheader=\"Fen Ltd\" >}}",
      "p 2019 ↵{B|Engineer} ↵Fen Ltd")
    check("a\n\n{{< figure header=\"Figure 1\" title=\"Fens\" >}}", "p a")
    check("::: {header=\"yes\" badge=\"no\"}\nrain\n:::", "div\n  p rain")
  }

  @Test func hidesShortcodesThatDescribeNoEntry() {
    check("a {{< icon fas user >}} b\n\n{{< figure src=\"x.png\" title=\"A cat\" >}}", "p a  b")
    check("<!-- {{% job title=\"A\" company=\"B\" %}}x{{% /job %}} -->\n\ntext", "p text")
    check("`{{% job title=\"A\" company=\"B\" %}}`", "p {C|{{% job title=\"A\" company=\"B\" %}}}")
  }

  @Test func readsFencedBlocks() {
    check(
      "::: {.item date=\"2019 -- now\"}\n**Post**, *Acme*\n\n- a\n:::\n\nend",
      "div\n  p {C|2019 -- now}\n  p {B|Post}, {I|Acme}\n  [-]\n    p a\np end")
    check("::: note\ntext\n:::", "div\n  p text")
    check("so ::: it is", "p so ::: it is")
    check(":::tip[A title]\ntext\n:::", "div\n  p {B|A title}\n  p text")
    check(":::note My title\ntext\n:::", "div\n  p {B|My title}\n  p text")
    check(":::tip[]\ntext\n:::", "div\n  p text")
  }

  @Test func opensRawBlocksOfPandoc() {
    check(
      """
      ```{=html}
      <div style="display: grid">

          <div><b>MSc, Rain</b><br>Fen University</div>

          <div>2024</div>
      </div>
      ```
      ## Posts
      """,
      "div\n  div\n    p {B|MSc, Rain}↵Fen University\n  div\n    p 2024\nh2 Posts")
    check("a\n\n``` {=latex}\n\\newpage\n```\n\nb", "p a\np b")
    check("a\n```{=html}\n<style>x { }</style>\n```\nb", "p a\np b")
  }

  @Test func dropsCodeThatIsRun() {
    check("a\n\n```{r setup, include=FALSE}\nlibrary(fog)\n\n1\n```\nb", "p a\np b")
    check("```{python}\n#| echo: false\n```\nb", "p b")
    check("```{.python}\nx\n```", "code x")
    check("```{rain}\nx\n```", "code x")
    check("```python\nx\n```", "code x")
    check("~~~\n```{r}\nx\n```\n~~~", "code ```{r}\nx\n```")
  }

  @Test func dropsCodeThatIsRunInItemsAndQuotations() {
    check("```{R}\nx\n```\nb", "p b")
    check("> a\n>\n> ```{r}\n> x\n> ```\n>\n> b", "quote\n  p a\n  p b")
    check("1. a\n\n   ```{r}\n   x\n\n   y\n   ```\n2. b", "[1.]\n  p a\n[2.]\n  p b")
    check("- ```{r}\n  x\n  ```\n  b", "[]\n  p b")
    check("```{r}\n\n# Rain\nx\n```\nb", "p b")
  }

  @Test func keepsWhatStandsBelowAFenceWithoutEnd() {
    check("- a\n\n  ```{r}\n  x\n\n- b\n\n```\nc\n```", "[-]\n  p a\n  code x\n[-]\n  p b\ncode c")
    check("```{r}\nx\n\n## Rain\n\n- b", "code x\n\n## Rain\n\n- b")
    check("```{r}\nx\n\n## Rain\n\n```\nb", "code x\n\n## Rain\np b")
    check("```{r}\nx\n```{r}\ny\n```\nb", "code x\n```{r}\ny\np b")
    check("> ```{r}\n> x\n\nb\n\n```\nc\n```", "quote\n  code x\np b\ncode c")
    check("```{=html}\n<p>x</p>\n\nb", "code <p>x</p>\n\nb")
  }

  @Test func keepsTheBlankLinesOfMarkdown() {
    check(
      "```{=markdown}\n## Rain\n\n- a\n- b\n\nc\n\nd\n```\ne",
      "h2 Rain\n[-]\n  p a\n[-]\n  p b\np c\np d\np e")
    check("```{=html}\n<p>\n\na\n</p>\n```", "p a")
  }

  @Test func opensTheBlocksOfMkDocs() {
    check(
      "=== \"Tools\"\n    - Saws\n\n=== \"Fog\"\n    words\nafter",
      "p {B|Tools}\n[-]\n  p Saws\np {B|Fog}\np words\np after")
    check(
      "???+ info inline \"Rain\"\n  one\n\n    ~~~\n    === \"x\"\n    ~~~\n\nend",
      "p {B|Rain}\np one\ncode === \"x\"\np end")
    check("!!! note\n    bare", "p bare")
    check("!!! note \"A\"\n    === \"B\"\n        c\n    d", "p {B|A}\np {B|B}\np c\np d")
    check("Rain!!! \"Fog\"\n===", "h1 Rain!!! \"Fog\"")
    check("!!! rain", "p !!! rain")
    check("!!! What a rain\n    fell", "p !!! What a rain⏎fell")
  }

  @Test func readsATagWithAStrayQuotationMark() {
    check("<div align=\"left\" left;\">\n<b>Rain</b>\n</div>", "div\n  p {B|Rain}")
    check("<div title='a\">b'>\n<b>Rain</b>\n</div>", "div\n  p {B|Rain}")
    check("<p data-x=\n\"p>q\">Words of rain.</p>", "p Words of rain.")
  }

  @Test func opensTheNotesOfGitHub() {
    check("> [!NOTE] On leave\n> Words", "quote\n  p {B|On leave}\n  p Words")
    check("> [!TIP]\n> More\n> words", "quote\n  p More⏎words")
    check("> [!] More", "quote\n  p [!] More")
  }

  @Test func partsTheFirstSpanOfPandoc() {
    check("<span>Posts</span> <span>Acme</span>\nEngineer", "p Posts↵ Acme⏎Engineer")
    check("<span>Posts</span> at Acme", "p Posts↵ at Acme")
    check("<span>Posts</span>, <b>all</b>", "p Posts, {B|all}")
    check("<span class=\"a\">Posts</span> at Acme", "p Posts at Acme")
    check("I <span>post</span> letters", "p I post letters")
  }

  @Test func breaksNoLineAtTheEndOfAParagraph() {
    check("one \\\ntwo \\", "p one ↵⏎two")
    check("a word \\", "p a word \\")
    check("- a word\\\n- two\\\n- three", "[-]\n  p a word\n[-]\n  p two\n[-]\n  p three")
    check("- a word\\\n- two", "[-]\n  p a word\\\n[-]\n  p two")
    check("- C:\\\n- D:\\", "[-]\n  p C:\\\n[-]\n  p D:\\")
  }

  @Test func mendsEmphasisWithASpaceBeforeItsEnd() {
    check("*School of Rain *\nBSc", "p {I|School of Rain}⏎BSc")
    check("*A note * and more", "p *A note * and more")
  }

  @Test func readsNamesOfLaTeX() {
    check(#"Rust, \LaTeX{} and \TeX. \LaTeXx"#, #"p Rust, LaTeX and TeX. \LaTeXx"#)
    check(#"In C:\TeX\bin and D:\LaTeX."#, #"p In C:\TeX\bin and D:\LaTeX."#)
    check(#"Tools:\LaTeX{}"#, "p Tools:LaTeX")
  }

  @Test func readsTablesOfLaTeX() {
    check(
      #"""
      \begin{longtable}{@{\extracolsep{\fill}}ll}
      2019 -- now & \textbf{Post}\hfill{\footnotesize Leeds} \newline

        \textit{Salt \& Stone} \\[2pt]
      2018 & \href{https://e.org}{Other} 5\% \\
      \end{longtable}
      """#,
      "row 2019 -- now | {B|Post}↵ Leeds ↵⏎{I|Salt }{I|&}{I| Stone}\n"
        + "row 2018 | {→https://e.org|Other} 5%")
  }

  @Test func hidesOtherEnvironmentsOfLaTeX() {
    check("\\begin{itemize}\n\\item a\n\\item b\n\\end{itemize}", "[-]\n  p a\n[-]\n  p b")
    check(#"\rightline{\footnotesize Right}"#, "p Right")
    check(#"\begin{tabular} never ends"#, #"p never ends"#)
  }

  @Test func keepsPointsBelowDescriptions() {
    check(
      "Maps\n: Leeds\n - a\n - b\n: Ely\n - c\n",
      "term Maps\n  p Leeds\n  [-]\n    p a\n  [-]\n    p b\n  p Ely\n  [-]\n    p c")
  }

  @Test func readsDefinitionLists() {
    check(
      "2021--now\n:   **Post**; Acme\n\n    - a\n\t- b\n\n2020\n: Other\n\nplain",
      """
      term 2021--now
        p {B|Post}; Acme
        [-]
          p a
        [-]
          p b
      term 2020
        p Other
      p plain
      """)
    check("A\n: []()\n: b", "term A\n  p b")
    check("time: 10\n:::\nx | y\n:--|--\n", "p time: 10⏎:::⏎x | y⏎:--|--")
  }

  @Test func dropsCodesOfEmoji() {
    check("## :rocket: Projects", "h2 Projects")
    check("at 10:30:00 and a:b:c", "p at 10:30:00 and a:b:c")
  }

  @Test func takesInventedElementsForElements() {
    check("<p><name>Ada Roe</name></p>", "p Ada Roe")
  }

  @Test func readsTablesWithShortRules() {
    #expect(
      ReadPage("| | |\n|--|:-|\n| a | b |\n").dump == ReadPage("| | |\n|---|:--|\n| a | b |\n").dump
    )
  }

  @Test func dropsChangesOfLookInLaTeX() {
    check("{\\Huge Ada Roe}\n\nPrize \\hfill 2024", "p Ada Roe\np Prize ⇥ 2024")
  }

  @Test func readsWhatLaTeXAligns() {
    check(
      #"\title{\vspace{-3em}\textbf{Ada Roe}}"# + "\n\\maketitle\n\n\\flushleft\n\n"
        + #"\centering{\faEnvelope{} ada \href{https://e.org}{\textsc{\faGithub}}}"#,
      "p {B|Ada Roe}\np ada {→https://e.org|\u{FFFC}}")
  }

  @Test func takesALineOfSignsForARule() {
    check("- a\n\n##########\n\n**\n\nb", "[-]\n  p a\nrule\nrule\np b")
  }

  @Test func setsApartWhatFloatsRight() {
    check(
      "**Acme** <span style=\"float:right\">2020 </span>\nEngineer",
      "p {B|Acme} ⇥2020 ⇥⏎Engineer")
  }

  @Test func mendsAddressesWithBlanks() {
    check("[CV](files/Ada Roe.pdf) of", "p {→files/Ada%20Roe.pdf|CV} of")
    check("[Rain](#Ada -Roe)", "p {→#Ada%20-Roe|Rain}")
    check("f[i](see the fog) and [x](u \"Rain\")", "p f[i](see the fog) and {→u|x}")
  }

  @Test func headsPanelsByTheirTabs() {
    check(
      """
      <button data-tab="work">Work</button>
      <button data-tab="rest">Rest</button>

      <div class="panel" data-tab="work" markdown="1">

      Engineer

      </div>
      <div class="panel" data-tab="rest"><p>Fog</p></div>
      """,
      "div\n  h2 Work\n  p Engineer\ndiv\n  h2 Rest\n  p Fog")
    let panel = "<div class=\"tab-pane\" id=\"w\">Fog</div>"
    let expected = "div\n  h2 Work\n  p Fog"
    check(
      "<ul class=\"nav\"><li><a data-toggle=\"tab\" href=\"#w\">Work</a></li></ul>\n\(panel)",
      expected)
    check("<a role=\"tab\" href=\"#w\">Work</a>\n\n\(panel)", expected)
    check("<ul><li data-tab=\"w\">Work</li></ul>\n\n<div data-tab=\"w\" hidden>Fog</div>", expected)
    check(
      "<ul><li hidden data-tab=\"w\">Work</li></ul>\n\n<div data-tab=\"w\">Fog</div>",
      "div\n  p Fog")
    // A script shows the panel that a style hides.
    check(
      "<a onclick=\"openTab(event, 'w')\">Work</a>\n\n<div id=\"w\" style=\"display:none\">Fog</div>",
      expected)
    check(
      "<a role=\"tab\" href=\"#w\">Work</a>\n\n<div id=\"w\"><h3>Fog</h3></div>", "div\n  h3 Fog")
  }

  @Test func takesNoTabForAHeadingThatIsHiddenOrALink() {
    let panel = "<div class=\"panel\" id=\"w\">Fog</div>"
    check("See <a href=\"#w\">Work</a>.\n\n\(panel)", "p See {→#w|Work}.\ndiv\n  p Fog")
    check(
      "<button hidden data-tab=\"w\">Secret</button>\n\n<div data-tab=\"w\">Fog</div>",
      "div\n  p Fog")
    check(
      "<button data-tab=\"w\">Work<b hidden>Secret</b></button>\n\n<div data-tab=\"w\">Fog</div>",
      "div\n  h2 Work\n  p Fog")
  }

  @Test func readsATitleBlockOfPandoc() {
    check("% Rain\n% Ada Roe\n% June 2020\n\nFog", "h1 Rain\np Ada Roe\np June 2020\np Fog")
    check("%Rain\n%[CV](c.pdf) – ada\nFog", "h1 Rain\np {→c.pdf|CV} – ada\np Fog")
    check("% Rain\n% Ada Roe;\n  Bo Poe\nFog", "h1 Rain\np Ada Roe;⏎Bo Poe\np Fog")
    check("Rain\n% Fog", "p Rain⏎% Fog")
    check("%\n\nRain", "p %\np Rain")
    check("% Ada Roe\n\n# Posts\n\na\n\n# Prizes", "h1 Ada Roe\nh1 Posts\np a\nh1 Prizes")
    check("% Ada Roe\n\n## Posts", "h1 Ada Roe\nh2 Posts")
    check("% Ada Roe\n\n# Curriculum Vitae", "h1 Ada Roe\nh1 Curriculum Vitae")
    check("% Ada van der Roe\n\n# Posts\n\n## Fen", "h1 Ada van der Roe\nh1 Posts\nh2 Fen")
  }

  @Test func hidesRemarksOfTeX() {
    check("% !TEX program = xelatex\n% !TEX root = main\n\n# Ada Roe", "h1 Ada Roe")
    check("% !TEX root = main\n% Rain\n% Ada Roe\n\nFog", "h1 Rain\np Ada Roe\np Fog")
    let page = ReadPage("% last edited by Bo\n\n# Ada Roe\n\n## Posts")
    #expect(page.dump == "h1 Ada Roe\nh2 Posts")
    #expect(page.account.entries.contains { $0.text == "last edited by Bo" })
    check("% last edited by Bo\n\nAda Roe\n===", "h1 Ada Roe")
    check("% Ada Roe\n\n# Ada Roe", "h1 Ada Roe")
    check("% Last edited by Bo\n\n# Ada Roe", "h1 Ada Roe")
  }

  @Test func leavesOutSettingsOfLaTeX() {
    check("\\EveryPar{\\hangafter=1\\hangindent=2em\\relax}\n\nRain", "p Rain")
    check("\\pagenumbering{gobble} Rain\n\n\\usepackage[utf8]{inputenc}", "p Rain")
    check("Rain \\fbox{\\bf 2012}", "p Rain \\fbox{\\bf 2012}")
    check(
      "\\phone{\\small +44 123}, \\cvdate{\\textit{2010}}{2012}",
      "p \\phone+44 123, \\cvdate{{I|2010}}{2012}")
    check("\\textcolor{blue}{Rain} \\color{red} Fog", "p Rain  Fog")
    check("\\textcolor{white}{Rain} Fog, $\\color{transparent}{\\text{dew}}$", "p Fog,")
    check("\\setlength{\\parindent}{0pt} Rain", "p Rain")
    check("\\foo{Rain} \\bar{\\baz{Fog}}", "p \\foo{Rain} \\bar{\\baz{Fog}}")
    check("\\foo{\\bar}{Rain} \\def\\x{\\x}", "p \\foo{\\bar}{Rain} \\def\\x{\\x}")
  }

  @Test func writesShortFormulasAsTheyRead() {
    check(
      "FIT$^2$ of CO$_2$, $O(n^2)$, $\\alpha$-fens, $x^{10}$", "p FIT² of CO₂, O(n²), α-fens, x¹⁰")
    check(
      "We have $\\color{red}{open~posts}$, $\\textcolor{blue}{two}$, $\\color{red}$ none",
      "p We have open posts, two,  none")
    check(
      "Roe$^*$, Poe$^*$, $\\mathcal{L}^{\\text{fog}}$, $k$-means, $α^2$",
      "p Roe{^|*}, Poe{^|*}, L{^|fog}, k-means, α²")
    check("$5 to $10, US$1, $1000 and $2000", "p $5 to $10, US$1, $1000 and $2000")
    check("A$5 or NT$A$90, C$x$", "p A$5 or NT$A$90, Cx")
    check(
      "$HOME_DIR/bin:$PATH, $FOO_BAR/$BAZ, ($_GET/$_POST)",
      "p $HOME_DIR/bin:$PATH, $FOO_BAR/$BAZ, ($_GET/$_POST)")
    check("[a](https://e.org/?p=$id_1$) $a^2<!--$ x --> b", "p {→https://e.org/?p=$id_1$|a} $a^2 b")
    check("$A \\to B_2$, $\\text{well-known}$, $-x$", "p A → B₂, well-known, −x")
    check("$\\frac{a}{b}$ and `$x^2$`", "p $\\frac{a}{b}$ and {C|$x^2$}")
  }
}
