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
