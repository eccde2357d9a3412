// SPDX-License-Identifier: MIT
import CVDiagnostics
import Testing

@testable import CVMarkup

/// The subset of Liquid that is evaluated over the data of a site.
@Suite struct LiquidTests {
  private static let data = """
    name: Ada Roe
    draft: false
    jobs:
      - {role: Clerk, from: 2011, to: 2015, tags: [a, b]}
      - {role: Chief, from: 2019}
      - {role: Engineer, from: 2015, to: 2019, tags: [b]}
    kinds:
      one: {title: First}
      two: {title: Second}
    date: "2019-06-01 12:00"
    """

  /// Evaluates a template with the data above as `site`.
  private func evaluate(
    _ template: String, includes: [String: String] = [:], documents: [String] = []
  ) throws -> (result: LiquidResult, sources: SourceSet) {
    var sources = SourceSet()
    var log = DiagnosticLog()
    let text = { (name: String, source: String) throws -> EditedText in
      try #require(decode(Array(source.utf8), name: name, into: &sources, log: &log))
    }
    let page = try text("page.md", template)
    var partials: [String: EditedText] = [:]
    for (name, source) in includes { partials[name] = try text(name, source) }
    let site = readDataFile(Array(Self.data.utf8), name: "data.yml", into: &sources, log: &log)
    var scope = LiquidScope(sources: sources)
    scope.values["site"] = site
    scope.includes = partials
    scope.documents = documents
    return (evaluateLiquid(page, in: scope), sources)
  }

  private func check(
    _ template: String, _ expected: String, includes: [String: String] = [:],
    location: SourceLocation = #_sourceLocation
  ) throws {
    let text = try evaluate(template, includes: includes).result.text
    #expect(text.string(0..<text.count) == expected, sourceLocation: location)
  }

  @Test func writesValues() throws {
    try check(
      "{{ site.name }}, {{ site.jobs[1].role }} {{ site.jobs.last.from }}", "Ada Roe, Chief 2015")
    try check("{{ site.nothing.more }}|{{ 'x' }}|{{ 3 }}", "|x|3")
    try check("{% assign who = site.name | upcase %}{{ who }}", "ADA ROE")
    try check("{% assign s = 'a' %}{% assign s = s | append: s %}{{ s }}", "aa")
    try check("{% capture c %}a{{ 1 }}{% endcapture %}{{ c }}{{ c }}", "a1a1")
    try check("a  {%- assign x = 1 -%}  b", "ab")
  }

  @Test(arguments: [
    ("site.name | downcase | capitalize", "Ada roe"), ("'a,b' | split: ',' | join: '+'", "a+b"),
    ("site.jobs | size", "3"), ("site.jobs | sort: 'from' | map: 'role' | first", "Clerk"),
    ("site.jobs | where: 'role', 'Chief' | map: 'from' | join", "2019"),
    ("site.jobs | where: 'tags', 'b' | size", "2"),
    ("site.date | date: '%B %-d, %Y'", "June 1, 2019"),
    ("site.nothing | default: 'none'", "none"), ("site.draft | default: 'd'", "d"),
    ("' x ' | strip | append: '!' | prepend: '?'", "?x!"), ("'abab' | replace: 'a', 'c'", "cbcb"),
    ("'abab' | replace_first: 'a', 'c'", "cbab"), ("'<b>x</b>' | strip_html", "x"),
    ("'one two three' | truncatewords: 2", "one two..."),
    ("'one two three' | truncate: 8", "one t..."), ("7 | divided_by: 2 | plus: 1", "4"),
    ("site.jobs | reverse | map: 'role' | last", "Clerk"),
    ("'b a b' | split: ' ' | uniq | join", "b a"),
    ("site.jobs | group_by: 'to' | map: 'name' | join: '/'", "2015//2019"),
  ])
  func applies(expression: String, expected: String) throws {
    try check("{{ \(expression) }}", expected)
  }

  @Test func chooses() throws {
    try check("{% if site.draft %}a{% elsif site.name == 'Ada Roe' %}b{% else %}c{% endif %}", "b")
    try check("{% unless site.draft %}a{% else %}b{% endunless %}", "a")
    try check("{% if site.jobs.size > 2 and site.name contains 'Roe' %}a{% endif %}", "a")
    try check("{% if site.nothing == empty or site.nothing == nil %}a{% endif %}", "a")
    try check("{% if 2019 >= 2020 %}a{% endif %}{% if 'b' != 'c' %}d{% endif %}", "d")
  }

  @Test func walks() throws {
    try check("{% for j in site.jobs reversed %}{{ j.role }} {% endfor %}", "Engineer Chief Clerk ")
    try check("{% for j in site.jobs limit:1 offset:1 %}{{ j.role }}{% endfor %}", "Chief")
    try check("{% for n in (1..4) %}{% if n == 3 %}{% break %}{% endif %}{{ n }}{% endfor %}", "12")
    try check(
      "{% for n in (1..3) %}{% if n == 2 %}{% continue %}{% endif %}{{ n }}{% endfor %}", "13")
    try check(
      "{% for k in site.kinds %}{{ k[0] }}={{ k[1].title }};{% endfor %}", "one=First;two=Second;")
    try check("{% for x in page.none %}a{% else %}b{% endfor %}", "b")
    try check(
      "{% for n in (1..2) %}{{ forloop.index }}/{{ forloop.length }} {% endfor %}", "1/2 2/2 ")
    try check(
      "{% for a in (1..2) %}{% for b in (1..2) %}{{ a }}{{ b }} {% endfor %}{% endfor %}",
      "11 12 21 22 ")
  }

  @Test func leavesWhatTheSubsetDoesNotHave() throws {
    for text in [
      "{% seo %}", "{{ site.name | jsonify }}", "{% for p in site.posts %}x{% endfor %}",
      "{% raw %}{{ site.name }}{% endraw %}", "{% comment %}{{ x }}{% endcomment %}",
      "{% if site.name %}never closed", "{% endif %}", "{% for x y %}{% endfor %}", "{{ }}",
      "{{< figure >}}",
    ] {
      try check(text, text)
    }
    try check("{% assign x = site.jobs | sum: 'from' %}{{ x }}|", "{{ x }}|")
  }

  @Test func includesFilesOfTheSite() throws {
    let includes = [
      "a.md": "[{{ include.who }}]", "b/c.md": "{% include a.md who='in' %}",
      "loop.md": "{% include loop.md %}",
    ]
    try check("{% include a.md who=site.name %}", "[Ada Roe]", includes: includes)
    try check("{% include b/c.md %}", "[in]", includes: includes)
    try check("{% include none.md %}|", "|", includes: includes)
    let looping = try evaluate("{% include loop.md %}", includes: includes).result
    #expect(looping.log.diagnostics.map(\.code) == [.liquidBudget])
    for name in ["../a.md", "b/../a.md", "/a.md", "b/../../a.md"] {
      let (result, _) = try evaluate("x{% include \(name) %}", includes: includes)
      #expect(result.text.string(0..<result.text.count) == "x")
      #expect(result.log.diagnostics.map(\.code) == [.outsideRoot])
    }
  }

  @Test func tellsWhereWordsStand() throws {
    let (result, sources) = try evaluate(
      "a {{ site.jobs[1].role }} {% include a.md %}", includes: ["a.md": "words"])
    for (word, place) in [("Chief", "data.yml:5"), ("words", "a.md:1"), ("a ", "page.md:1")] {
      let bytes = Array(word.utf8)
      let start = try #require(
        result.text.bytes.indices.first { result.text.bytes[$0...].starts(with: bytes) })
      let span = try #require(result.text.span(of: start..<start + bytes.count))
      let found = sources.place(of: span)
      #expect("\(found.file):\(found.position.line)" == place)
    }
  }

  @Test(arguments: [
    "{% for a in (1..1000000) %}{% for b in (1..1000000) %}{% endfor %}{% endfor %}",
    "{% for a in (1..99999999999) %}x{% endfor %}",
    "{% assign s = 'xxxxxxxxxx' %}"
      + String(repeating: "{% assign s = s | append: s %}", count: 40),
    "{% assign s = 'a b' | split: ' ' %}"
      + String(repeating: "{% assign s = s | concat: s %}", count: 40),
    "{% capture c %}xxxxxxxx{% endcapture %}"
      + String(repeating: "{% capture c %}{{ c }}{{ c }}{% endcapture %}", count: 40),
  ])
  func stopsAtItsBudget(bomb: String) throws {
    let (result, _) = try evaluate(bomb)
    #expect(result.log.diagnostics.map(\.code) == [.liquidBudget])
    #expect(result.text.string(0..<result.text.count) == bomb)
  }

  @Test func leavesWhatNestsTooDeep() throws {
    for count in [100, 10_000] {
      let deep = String(repeating: "{% if true %}", count: count)
      try check(
        deep + String(repeating: "{% endif %}", count: count),
        deep
          + String(repeating: "{% endif %}", count: count))
    }
    try check(String(repeating: "{%", count: 5_000), String(repeating: "{%", count: 5_000))
    try check(String(repeating: "{{", count: 5_000), String(repeating: "{{", count: 5_000))
  }
}
