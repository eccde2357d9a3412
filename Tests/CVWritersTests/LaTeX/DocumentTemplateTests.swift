// SPDX-License-Identifier: MIT
import Testing

@testable import CVWriters

@Suite struct DocumentTemplateTests {
  private func render(_ template: String, _ values: [String: Any] = [:]) throws -> String {
    try DocumentTemplate(template).render(values, body: "\\body{}")
  }

  @Test func escapesEveryValue() throws {
    #expect(try render("{{x}}", ["x": "a_b\\"]) == "a\\_b\\textbackslash{}")
    #expect(try render("{{=<% %>=}}\n<%x%>%{{", ["x": "%"]) == "\\%{}%{{")
    #expect(
      try render("{{#list}}{{x}};{{/list}}", ["list": [["x": "#"], ["x": "&"]]]) == "\\#;\\&;")
    #expect(try render("{{#x}}{{.}}{{/x}}", ["x": "$"]) == "\\$")
  }

  @Test func insertsTheBodyAsItStands() throws {
    #expect(try render("{{{body}}}") == "\\body{}")
    #expect(try render("{{=<% %>=}}<%& body %>") == "\\body{}")
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
