// SPDX-License-Identifier: MIT
import Testing

/// The scanner that the other suites stand on.
@Suite struct ScannerTests {
  private func functions(_ source: String) -> [FunctionExtent] {
    FunctionExtent.find(in: SwiftText(source).code)
  }

  @Test func blanksCommentsAndLiterals() {
    let source = "let a = \"{ b\" // }\nlet c = #\"x\"y\"# /* } /* } */ } */"
    let code = String(decoding: SwiftText(source).code, as: UTF8.self)
    #expect(!code.contains("{") && !code.contains("}"))
    #expect(SwiftText(source).literals.map(\.text) == ["{ b", "x\"y"])
  }

  @Test func keepsTheCodeOfInterpolations() {
    let text = SwiftText("f(\"one \\(two(\"three\") + 4) five\")\nlet six = \"seven\"")
    #expect(text.literals.map(\.text) == ["one ", "three", " five", "seven"])
    #expect(text.literals.map(\.line) == [1, 1, 1, 2])
    #expect(String(decoding: text.code, as: UTF8.self).contains("two("))
  }

  @Test func readsMultiLineLiterals() {
    let text = SwiftText("let a = \"\"\"\n  say \"b\"\n  \"\"\"\nfunc c() {}")
    #expect(text.literals.map(\.text) == ["\n  say \"b\"\n  "])
    #expect(functions("let a = \"\"\"\n{\n\"\"\"\nfunc c() {}").map(\.lines) == [4...4])
  }

  @Test func measuresFunctions() {
    let source = """
      protocol P {
        func a(b: Int) -> Int
        init()
      }
      struct S: P {
        init?<T>(
          _ a: [Int: T], b: (Int, Int) -> Void = { _, _ in }, c: Dictionary<Int, Int>
        )
          where T: P
        {
          self.init()
        }
        deinit {}
        subscript(i: Int) -> Int { i }
      }
      """
    #expect(functions(source).map(\.lines) == [2...2, 3...3, 6...12, 13...13, 14...14])
    #expect(functions(source).map(\.parameters) == [1, 0, 3, 0, 1])
  }
}
