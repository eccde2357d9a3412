// SPDX-License-Identifier: MIT
import TestSupport
import Testing

/// Pages of pieces that begin and end what the removers and the dialects look for, in any order:
/// whatever overlaps, there is a tree or a diagnostic.
@Suite struct MarkupMixtureTests {
  private static let pieces = [
    "% Rain\n", "% !TEX root = fog\n", "<!-- ", "-->", "{: .x}", "{: hidden}", "\n{: .d-none}\n",
    "{#y .d-none}", "{% if a %}", "{% comment %}", "{% endcomment %}", "{{ page.x }}",
    "{{< fa x >}}",
    "{{% job title=\"A\" company=\"B\" %}}", "{{% /job %}}", "<script>", "</script>", "<style>",
    "</style>", "<?php ", "?>", "==rain==", "==", "\n*[FIT]: Fen\n", "\n[^1]: Fen\n", "[^1]",
    "\n@import \"x.css\"\n", "\\documentclass{article}", "\\textcolor{red}{", "\\textcolor{white}{",
    "\\color{white}", "\\color{black}", "{", "}", "`", "``", "\n```\n", "\n```{=html}\n",
    "\n```{r}\n", "\n::: x\n", "\n::: {.d-none}\n", "\n:::\n", "\\begin{tabular}{ll}", " & ",
    " \\\\\n", "\\end{tabular}", "\\begin{center}", "\\end{center}", "\\item ", "$", "$x^2$",
    "$\\color{white}a$", "[a](http://x.org/})", "[", "]", "](u)", "**[a](https://e.org)**",
    "[@roe2020]", "\n| a | b |\n|-|-|\n", "\n- ", "\n> ", "\n# ", "<sup>*</sup>", "<b>", "</b>",
    "<p>", "</p>", "\n", "\n\n", " ", "a", "Ada Roe", "\n* Contents\n{:toc}\n", "\n=== \"T\"\n    ",
    "\nTerm\n: ", "\\phantom{",
    "\\(\\color{white}", "\\)", "\\colorbox{navy}{", "\\pagecolor{black}", "\\rowcolor{blue}",
    "\\iffalse ", "\\ifx", "\\fi ", "% a", "[x]{style=\"color:white\"}", "{style='color:white'}",
    "\n::: {style=\"background:navy\"}\n", "\n> [!NOTE] a\n", "\\everypar{", "é", "\0",
  ]

  private static func page(_ random: inout SeededGenerator) -> String {
    var page = Bool.random(using: &random) ? "% Ada Roe\n" : ""
    for _ in 0..<Int.random(in: 2...24, using: &random) {
      page += pieces.randomElement(using: &random) ?? ""
    }
    return page
  }

  @Test(arguments: seeds(0..<40))
  func readsAnyMixture(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<100 {
      let page = ReadPage(Self.page(&random))
      #expect(!page.dump.contains("cvgen"))
    }
  }

  @Test(arguments: [
    "<!-- c -->", "{: .x}", "{% if a %}b{% endif %}", "{{ page.x }}", "<script>a</script>",
    "<style>a</style>", "<?php a ?>", "==rain==", "*[FIT]: Fen", "[^1]: Fen", "@import \"x.css\"",
    "\\documentclass{article}",
  ])
  func readsWhatIsHiddenBelowATitleBlock(line: String) {
    let page = ReadPage("% Rain\n\(line)\nText")
    #expect(page.words.hasPrefix("Rain") && page.words.hasSuffix("Text"), "\(page.dump)")
    #expect(page.blocks.count > 1, "the title is a block of its own: \(page.dump)")
  }

  @Test func readsATitleBlockInAComment() {
    #expect(ReadPage("% Rain <!--\n% Fog -->\n\nDew").words == "Rain Dew")
  }
}
