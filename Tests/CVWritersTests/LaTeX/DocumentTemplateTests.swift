// SPDX-License-Identifier: MIT
import Testing

@testable import CVWriters

@Suite struct DocumentTemplateTests {
  private func render(_ template: String, _ values: [String: TemplateValue] = [:]) throws -> String
  {
    try DocumentTemplate(template).render(values, body: "\\body{}")
  }

  @Test func escapesEveryValue() throws {
    #expect(try render("{{x}}", ["x": "a_b\\"]) == "a\\_b\\textbackslash{}")
    #expect(try render("{{=<% %>=}}\n<%x%>%{{", ["x": "%"]) == "\\%{}%{{")
    #expect(
      try render("{{#list}}{{x}};{{/list}}", ["list": .list([["x": "#"], ["x": "&"]])])
        == "\\#;\\&;")
    #expect(try render("{{#x}}{{.}}{{/x}}", ["x": "$"]) == "\\$")
  }

  @Test func insertsTheBodyAsItStands() throws {
    #expect(try render("{{{body}}}") == "\\body{}")
    #expect(try render("{{=<% %>=}}<%& body %>") == "\\body{}")
  }

  @Test func writesSectionsForEachValueAndInvertedOnesForNone() throws {
    let template =
      "{{#on}}on {{/on}}{{^on}}off {{/on}}{{#list}}{{x}}{{y}} {{/list}}{{^list}}none{{/list}}"
    #expect(try render(template, ["on": true, "list": .list([]), "x": "-"]) == "on none")
    #expect(
      try render(template, ["on": false, "y": "!", "list": .list([["x": "1"], ["x": "2"]])])
        == "off 1! 2! ")
    #expect(try render("{{#a}}{{^b}}x{{/b}}{{/a}}|{{#t}}y{{/t}}", ["a": [:], "t": ""]) == "x|")
  }

  @Test func findsNamesInValuesAndInWhatIsAroundThem() throws {
    let values: [String: TemplateValue] = ["a": ["b": ["c": "1"]], "d": "2"]
    #expect(try render("{{a.b.c}}{{a.x}}{{a.b.c.d}}{{x}}", values) == "1")
    #expect(try render("{{#a}}{{#b}}{{c}}{{d}}{{/b}}{{/a}}", values) == "12")
  }

  @Test func takesTheLinesOfTagsThatWriteNothing() throws {
    let template =
      "a\n  {{#on}}\nb\n{{/on}}\n{{! of two\nlines }}\nc {{! here }} d\n{{^on}}\ne\n{{/on}}"
    #expect(try render(template, ["on": true]) == "a\nb\nc  d\n")
    #expect(try render("a {{#on}}b{{/on}}\n{{x}}\n", ["on": true]) == "a b\n\n")
    #expect(try render("{{#on}}\r\na\r\n{{/on}}\r\nb", ["on": true]) == "a\r\nb")
  }

  @Test(arguments: [
    ("{{{title}}}", "“title” would go in unescaped; only the body may"),
    ("{{&title}}", "“title” would go in unescaped; only the body may"),
    ("{{=<% %>=}}<%&title%>", "“title” would go in unescaped; only the body may"),
    ("{{=<% %>=}}<%{title%>}", "“title” would go in unescaped; only the body may"),
    ("{{% CONTENT_TYPE:TEXT}}", "a template cannot change the way values are escaped"),
    ("{{>other}}", "a template can take in no other but “characters”"),
    ("{{<other}}{{/other}}", "a template can take in no other but “characters”"),
    ("{{x}}{{=<% %>=}}", "the delimiters are changed by the first tag or not at all"),
    ("{{#a}}{{=<% %>=}}<%/a%>", "the delimiters are changed by the first tag or not at all"),
    ("{{x", "a tag is not closed"), ("{{}}", "a tag is empty"),
    ("{{#x}}", "the section “x” is not closed"),
    ("{{#x}}{{/y}}", "“y” is closed where it is not open"),
    ("{{/x}}", "“x” is closed where it is not open"),
  ])
  func refusesWhatCouldLetTextInUnescaped(template: String, message: String) {
    let error = #expect(throws: TemplateError.self) { try render(template) }
    #expect(error?.message == message)
  }

  @Test func namesTheLine() {
    let error = #expect(throws: TemplateError.self) { try render("a\nb {{x}}\n{{{y}}}\n") }
    #expect(error?.line == 3)
    let other = #expect(throws: TemplateError.self) { try render("a\n{{#x}}\n{{/y}}\n") }
    #expect(other?.line == 3)
  }
}
