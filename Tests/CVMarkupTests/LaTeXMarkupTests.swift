// SPDX-License-Identifier: MIT
import Testing

/// Commands of LaTeX in Markdown: what they set, and what they hide.
@Suite struct LaTeXMarkupTests {
  private func check(
    _ source: String, _ expected: String, location: SourceLocation = #_sourceLocation
  ) {
    #expect(ReadPage(source).dump == expected, sourceLocation: location)
  }

  @Test(arguments: [
    #"{\color{white} secret} rain"#, "\\color{white}\nsecret\n\\color{black}\nrain",
    #"$\color{white}secret$ rain"#, #"$\color{white}{secret}$ rain"#,
    #"\textcolor{white} {secret} rain"#, "\\textcolor{white}{secret\n\nsecret} rain",
    "rain\n\n\\color{white} secret\n\n- secret", #"\textcolor[rgb]{1,1,1}{secret} rain"#,
    #"\textcolor[HTML]{ffffff}{secret} rain"#, #"\textcolor[gray]{1}{secret} rain"#,
    #"\textcolor[RGB]{255, 255, 255}{secret} rain"#, #"\textcolor[cmyk]{0,0,0,0}{secret} rain"#,
    #"\textcolor{white!100}{secret} rain"#, #"\textcolor{white!50}{secret} rain"#,
    #"\textcolor{blue!0}{secret} rain"#, #"\textcolor{black!0!white}{secret} rain"#,
    #"\definecolor{paper}{rgb}{1,1,1}\textcolor{paper}{secret} rain"#,
    #"\textcolor{red}{rain \color{white} secret}"#, #"{\color{red} rain {\color{white}secret}}"#,
    #"\textcolor{white}{secret {secret} \textcolor{white}{secret} secret} rain"#,
    "\\textcolor{white}{secret <!-- } --> secret} rain",
    "\\textcolor{white}{secret `}` secret} rain",
    "\\begin{center}\n\\color{white} secret\n\\end{center}\n\nrain", #"\phantom{secret} rain"#,
    #"\begin{tabular}{l} rain & \textcolor{white}{secret} \\ \color{white}secret & dew \end{tabular}"#,
    "rain\n\n\\textcolor{white}{secret never ends",
    "\\textcolor{white}{::: secret\nsecret\n:::\n} rain",
    #"\(\color{white}secret\) rain"#, #"\[\color{white}{secret}\] rain"#,
    #"\definecolor {pap} {rgb} {1,1,1}\textcolor{pap}{secret} rain"#,
    #"\colorlet{paper}{white}\textcolor{paper}{secret} rain"#,
    #"\colorlet{paper}{white}$\textcolor{paper}{\text{secret}}$ rain"#,
    "\\definecolor{paper}{rgb}{1,1,1}\n\n\\begin{tabular}{l}rain & \\textcolor{paper}{secret}"
      + "\\end{tabular}",
    #"\colorbox{white}{\textcolor{white}{secret} rain}"#,
    #"\colorbox{navy}{rain} \textcolor{white}{secret}"#,
    #"\begin{tabular}{l}\rowcolor{blue} rain \\ \color{white}secret \end{tabular}"#,
    #"\begin{tabular}{l}\cellcolor{blue} rain & \color{white}secret \end{tabular}"#,
  ])
  func hidesWhiteWords(source: String) {
    let page = ReadPage(source)
    #expect(!page.dump.contains("secret") && !page.dump.contains("color"), "\(page.dump)")
    #expect(page.dump.contains("rain"), "\(page.dump)")
    #expect(page.codes.contains(.hiddenText))
    #expect(page.account.entries.contains { $0.fate == .hidden && $0.text.contains("secret") })
  }

  @Test(arguments: [
    (#"{\color{red} rain} fog"#, "p rain fog"),
    (#"\textcolor{white!20!black}{rain} \textcolor[rgb]{1,0,0}{fog}"#, "p rain fog"),
    (#"\textcolor{white}{} rain \color{blue} fog"#, "p rain  fog"),
    (#"{rain} and {fog}"#, "p {rain} and {fog}"),
    (#"\textcolor{white} rain \iffalse dew \fi fog"#, "p rain  fog"),
    (#"$\color{red}rain$ fog"#, "p $rain$ fog"),
  ])
  func showsWordsInOtherColours(source: String, expected: String) {
    let page = ReadPage(source)
    #expect(page.dump == expected)
    #expect(page.codes == [])
  }

  @Test func endsTheGroupOfAFormulaInBrackets() {
    check("A \\(\\color{white}x\\) word.\n\n## Posts", "p A  word.\nh2 Posts")
    check("A \\[\\color{white} x\\] word.\n\n## Posts", "p A  word.\nh2 Posts")
    check(#"A \(x\) and \[y\], the \(\color of words"#, #"p A (x) and [y], the (\color of words"#)
  }

  @Test func endsWhiteWordsWithTheirParagraphAboveAHeading() {
    check(
      "\\textcolor{white}{secret\n\nrain\n\n## Posts\n\nfog}", "p rain\nh2 Posts\np fog}")
  }

  /// Black words stand for white ones on a ground that paper does not show.
  @Test func showsWhiteWordsOnAColour() {
    check("\\pagecolor{black}\\color{white}\n\n# Rain\n\n\\textcolor{white}{fog}", "h1 Rain\np fog")
    check(
      #"\begin{tabular}{ll}\rowcolor{blue}\textcolor{white}{Rain} & \color{white}fog \\"#
        + #" a & \cellcolor{black}\color{white} Fen Ltd \end{tabular}"#,
      "row Rain | fog\nrow a | Fen Ltd")
    check("## \\colorbox{navy}{\\textcolor{white}{Rain}}", "h2 Rain")
    check(#"\fcolorbox{white}{blue}{\color{white} Mud} and fog"#, "p Mud and fog")
    check(#"\color{white}secret \colorbox[rgb]{0,0,0}{rain} secret"#, "p rain")
    check(#"\colorbox{black}{$\textcolor{white}{x}$} and \colorbox of"#, #"p x and \colorbox of"#)
  }

  @Test func hidesInAFormulaWhatIsInColourAlone() {
    check(#"$\textcolor{white}{}xy$ rain"#, "p xy rain")
    check(#"$\textcolor{white}ab$ rain"#, "p b rain")
  }

  @Test func endsConditionalsWhereTheyEnd() {
    check(#"a \iffalse \first \figure secret \fi b"#, "p a  b")
    check(#"a \iffalse x \ifx y \fi secret \fi b"#, "p a  b")
    check(#"a \iffalse \ifthenelse{x} secret \fi b"#, "p a  b")
    check(#"a \iffalse secret \ifx \fi b"#, "p a  b")
    check(#"a \iffalsehood b \fi"#, #"p a \iffalsehood b \fi"#)
  }

  @Test func tellsOfWhatACommentInATableTakesAway() {
    let page = ReadPage(
      #"\begin{tabular}{ll} a 50% & b \\ \end{tabular} visible words behind."#)
    #expect(page.dump == "row a 50\np visible words behind.")
    #expect(page.account.entries.contains { $0.fate == .comment && $0.text.contains("& b") })
    check("\\begin{tabular}{l}\na % x\n\n% y\n\nb \\\\\n% z\n\\end{tabular}", "row a b")
  }

  @Test func showsWordsInAColourWithinWhite() {
    check(#"\color{white}secret \textcolor{black}{rain} secret"#, "p rain")
    check(#"{\color{white}secret {\color{red}rain} secret} fog"#, "p rain fog")
    check(#"\textcolor{white}{secret \textcolor{red}{rain} secret} fog"#, "p rain fog")
    check(
      #"\textcolor{white}{secret {\color{red}rain {\color{white}secret}} secret} fog"#,
      "p rain  fog")
  }

  @Test func endsAColourOutsideOfCommentsAndCode() {
    check(#"\textcolor{red}{a <!-- } --> b"#, "p a  b")
    check(#"\textcolor{red}{a <script>x}</script> d"#, "p a  d")
    check(#"\textcolor{red}{a <style>} </style>} d"#, "p a  d")
    check(#"\textcolor{red}{a {% if x } %} b"#, "p a  b")
    check("\\textcolor{red}{a\n::: x}\nb\n:::", "p a\ndiv\n  p b")
    check("\\textcolor{red}{a `b} c` d", "p a {C|b} c} d")
    check("\\textcolor{red}{a\n\n```\n}\n```\n\nb", "p a\ncode }\np b")
    check(#"\textcolor{red}{[a](http://x.org/}) b"#, "p {→http://x.org/}|a} b")
    check(#"\textcolor{red}{<a href="}">a</a>} b"#, "p {→}|a} b")
    #expect(!ReadPage(#"\textcolor{red}{a <!-- unclosed }"#).dump.contains("textcolor"))
    #expect(
      ReadPage("\\textcolor{red}{\\begin{tabular}{ll}\na & b} \\\\\n\\end{tabular}").dump
        .contains("a | b"))
  }

  @Test func leavesOutSettingsWithTheirArgumentsAlone() {
    check(
      #"\thispagestyle{empty}[Ada's site](https://e.org)"#, "p {→https://e.org|Ada's site}")
    check(#"\selectfont{Rain words}"#, "p {Rain words}")
    check(#"\usepackage[utf8]{inputenc}[2020/01/01] Rain"#, "p Rain")
    check(#"\usepackage{rain}[fog](u)"#, "p {→u|fog}")
    check(#"\AtBeginDocument{\setlength{\parindent}{0pt}} Rain"#, "p Rain")
    check(#"\everydisplay{\parskip=0pt} \advance{\parindent}{2pt} Rain"#, "p Rain")
    check(#"\newcommand\foo[1]{secret} \setlength\parindent{0pt} Rain"#, "p Rain")
    check(
      #"\titleformat*{\section}{\large} \titlespacing*{\section}{0pt}{1ex}{2ex} Rain"#, "p Rain")
    check(#"\titleformat{\section}{\large}{}{0em}{}[\titlerule] Rain"#, "p Rain")
    let page = ReadPage(#"\newcommand{\foo}{fog words} Rain"#)
    #expect(page.account.entries.contains { $0.text.contains("fog words") })
  }

  @Test func keepsWordsThatLookLikeSettings() {
    check(#"C:\geometry\maps is where"#, #"p C:\geometry\maps is where"#)
    check(#"The \Geometry of rain"#, #"p The \Geometry of rain"#)
    check(#"In D:\color\maps and \geometry alone"#, #"p In D:\color\maps and \geometry alone"#)
  }
}
