// SPDX-License-Identifier: MIT
import Testing

/// Each way to hide words, in each place where words may stand.
@Suite struct HiddenPlaceTests {
  /// Looks that no reader sees, as declarations of a style.
  private static let styles = [
    "display:none", "display: none !important", "visibility:hidden", "opacity:0", "font-size:0",
    "color:white", "color:#FFF", "color: White !important", "color: rgb(255, 255, 255)",
  ]
  private static let classes = ["d-none", "sr-only", "visually-hidden"]

  private func check(_ source: String, location: SourceLocation = #_sourceLocation) {
    let page = ReadPage(source)
    let dump = page.dump
    #expect(!dump.contains("secret"), "\(source)\n\(dump)", sourceLocation: location)
    #expect(dump.contains("shown"), "\(source)\n\(dump)", sourceLocation: location)
    for sign in ["cvgen", "{:", "}", "none"] {
      #expect(!dump.contains(sign), "\(source)\n\(dump)", sourceLocation: location)
    }
    #expect(page.codes.contains(.hiddenText), "\(source)", sourceLocation: location)
    let said = page.account.entries.filter { $0.fate == .hidden }.map(\.text).joined()
    #expect(said.contains("secret"), "\(source)\n\(said)", sourceLocation: location)
  }

  @Test(arguments: [
    "<ul><li $>secret</li><li>shown</li></ul>", "<ol><li>shown</li><li $>secret</li></ol>",
    "<p $>secret</p>\n\nshown", "<h3 $>secret</h3>\n\nshown", "shown <span $>secret</span>",
    "shown <a href='u' $>secret</a>", "shown <b $>secret</b>", "<div $>secret</div>\n\nshown",
    "<div $>\n\nsecret\n\n</div>\n\nshown", "<section $><p>secret</p></section>\n\nshown",
    "<blockquote $>secret</blockquote>\n\nshown",
    "<table><tr><td $>secret</td><td>shown</td></tr></table>",
    "<table><tr $><td>secret</td></tr><tr><td>shown</td></tr></table>",
    "<table $><tr><td>secret</td></tr></table>\n\nshown",
    "<dl><dt>shown</dt><dd $>secret</dd></dl>", "<dl $><dt>secret</dt></dl>\n\nshown",
  ])
  func hidesElements(place: String) {
    for style in Self.styles { check(place.replacing("$", with: "style=\"\(style)\"")) }
    for name in Self.classes { check(place.replacing("$", with: "class=\"\(name)\"")) }
    check(place.replacing("$", with: "hidden"))
  }

  @Test(arguments: [
    "- secret\n$\n\nshown", "- secret\n- secret\n$\n\nshown", "- secret\n$\n- shown",
    "- shown\n- $ secret", "- shown\n\n- $ secret", "- shown\n- secret $", "- shown\n\n- secret $",
    "- shown\n  - secret\n  $\n- shown", "1. shown\n\n   secret\n   $\n", "$\n- secret\n\nshown",
    "secret\n$\n\nshown", "secret\n$\nshown", "$\nsecret\n\nshown", "shown\n\n$\nsecret",
    "secret\n{: .wide}\n$\n\nshown", "### secret $\n\nshown", "### secret\n$\n\nshown",
    "secret\n===\n$\n\nshown", "shown *secret*$", "shown **secret**$ too", "shown [secret](u)$",
    "shown `secret`$ too", "shown [secret]$ too", "shown <b>secret</b>$",
    "> secret\n$\n\nshown", "> secret\n> $\n>\n> shown", "```\nsecret\n```\n$\n\nshown",
    "| shown | secret $ |\n|---|---|\n| shown | too |", "| secret |\n|---|\n| secret |\n$\n\nshown",
    "shown\n: secret $", "secret\n: secret\n$\n\nshown",
  ])
  func hidesWhatListsOfKramdownHide(place: String) {
    let lists =
      Self.styles.map { "{: style=\"\($0)\"}" } + Self.classes.map { "{: .wide .\($0)}" }
    for list in lists + ["{:.\(Self.classes[0]) #x}", "{: hidden}"] {
      check(place.replacing("$", with: list))
    }
  }

  @Test(arguments: [
    "shown [secret]$ too", "shown [*secret* and [a](u)]$", "shown [secret](u)$ too",
    "shown [secret][a]$\n\n[a]: u", "shown `secret`$ too", "## secret $\n\nshown",
    "secret\n---\n$\n\nshown", "::: $\nsecret\n:::\n\nshown",
    "::: $\n- secret\n\n::: {.in}\nsecret\n:::\n\nsecret\n:::\n\nshown", "secret\n$\n\nshown",
  ])
  func hidesWhatListsOfPandocHide(place: String) {
    let lists =
      Self.styles.flatMap { ["{style=\"\($0)\"}", "{style='\($0)'}"] }
      + Self.classes.map { "{#x .\($0)}" }
    for list in lists + ["{.wide hidden=\"\"}"] { check(place.replacing("$", with: list)) }
  }

  @Test func hidesDivisionsByTheirClassAlone() {
    check("::: d-none\nsecret\n:::\n\nshown")
    check("::: {.item .d-none date=\"2020\"}\nsecret\n:::\n\nshown")
  }

  @Test func hidesByListsWhatTheStyleSheetHides() {
    check("<style>.old { display: none }</style>\n\nsecret\n{: .old}\n\nshown")
    check("shown [secret]{.old}\n\n<style>.old { display: none }</style>")
  }

  /// What hides stands in any order: each finds its words, and none brings another's back.
  @Test func hidesInEachWayAtOnce() {
    check("shown [secret]{.d-none}\n\n\\phantom{secret} shown")
    check("shown [secret]{.d-none}\n\n\\phantom{secret} shown\n{: .lead}\n\nsecret\n{: .d-none}")
    check("secret\n{: .d-none}\n\nshown <b hidden>secret</b> and [secret]{.d-none}")
    check("shown [\\phantom{secret} secret]{.d-none}\n\n\\phantom{secret}")
  }

  @Test(arguments: [
    "<style>.a:hover, .b { background: navy } .c { background: #fff }</style>\n\n"
      + "<div class='a c' style='color:white'>secret</div>\n\nshown",
    "<style>body { background: #fdfdfd }</style>\n\n<font color='white'>secret</font> shown",
    "<div style='background:#333'><div style='background:#fff'><font color='white'>secret</font>"
      + "shown</div></div>",
    "<p style='color: white ! important'>secret</p>\n\nshown",
    "<p style='color: rgb(255 255 255)'>secret</p>\n\nshown",
    "<p style='color: hsl(0, 0%, 100%); background: whitesmoke'>secret</p>\n\nshown",
    "<p style='color: rgba(0,0,0,0)'>secret</p>\n\nshown",
    "<font color='white'>secret</font> shown", "<font color=\"#ffffff\">secret</font> shown",
  ])
  func hidesWhiteFonts(source: String) { check(source) }

  /// What only looks like a list that hides, and white words that something stands behind.
  @Test(arguments: [
    ("rain\n{: .lead}\n\nfog", "p rain\np fog"),
    ("- rain\n- {: .big} fog", "[-]\n  p rain\n[-]\n  p fog"),
    ("rain [fog]{.smallcaps}", "p rain fog"),
    ("rain {hidden} fog", "p rain {hidden} fog"),
    ("`{: .d-none}` rain", "p {C|{: .d-none}} rain"),
    ("```\n{: .d-none}\n```", "code {: .d-none}"),
    ("::: {.wide}\nrain\n:::", "div\n  p rain"),
    ("rain\n{: style=\"color:white;background:#333\"}", "p rain"),
    (
      "<div style=\"background:#333\">\n\n[rain](u){: style=\"color:white\"}\n\n</div>",
      "div\n  p {→u|rain}"
    ),
    (
      "<table><tr><td bgcolor=\"#333\"><font color=\"white\">rain</font></td></tr></table>",
      "row rain"
    ),
    ("as does (old){alpha=2} mud", "p as does (old){alpha=2} mud"),
    ("a `f`{n=2} and `f`{.swift} and [a](u(1)){width=2}", "p a {C|f}{n=2} and {C|f} and {→u(1)|a}"),
    ("rain\n\n{: .d-none}\n\nfog", "p rain\np fog"),
    ("{:hide: .hidden}\nrain\n\n> {: .d-none}\n>\n> fog", "p rain\nquote\n  p fog"),
    ("<div style='background:navy'>\n\n[rain]{style='color:white'}\n\n</div>", "div\n  p rain"),
    (
      "::: {style='background:navy'}\n::: {style='color:white'}\nrain\n:::\n:::",
      "div\n  div\n    p rain"
    ),
    (
      "<body bgcolor='black' text='white'><h1><font color='white'>rain</font></h1></body>",
      "h1 rain"
    ),
    (
      "<style>html, body { background: #222 url; color: white }</style>\n\n<p><font color='white'>rain",
      "p rain"
    ),
    ("<p style='color:white;background:rgb(0 0 0 / 50%)'>rain</p>", "p rain"),
    (
      "<style>div.top { background: navy }</style>\n\n<div class='Top'><h1 style='color:#fff'>rain"
        + "</h1></div>",
      "div\n  h1 rain"
    ),
    ("<style>.a { background: #123 }</style>\n\n<p class=a style='color:#fff'>rain", "p rain"),
    ("A set {x='1'} stays", "p A set {x='1'} stays"),
  ])
  func showsTheRest(source: String, expected: String) {
    let page = ReadPage(source)
    #expect(page.dump == expected)
    #expect(!page.codes.contains(.hiddenText))
  }
}
