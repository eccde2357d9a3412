// SPDX-License-Identifier: MIT
import Testing

/// No file, function, line or list of parameters grows too long to take in.
@Suite struct SizeTests {
  @Test func keepsFilesShort() {
    for file in SwiftFile.all {
      #expect(file.lines.count - 1 <= 400, "\(file.path)")
    }
  }

  @Test func keepsFunctionsShort() {
    for file in SwiftFile.all {
      for function in file.functions where function.lines.count > 40 {
        Issue.record("\(file.place(function.lines.lowerBound)): \(function.lines.count) lines")
      }
    }
  }

  @Test func keepsParametersFew() {
    for file in SwiftFile.all {
      for function in file.functions where function.parameters > 5 && function.name != "init" {
        let place = file.place(function.lines.lowerBound)
        #expect(Exceptions.parameters[function.name] != nil, "\(place): \(function.name)")
      }
    }
  }

  /// Texts in quotes may be longer, since breaking them makes them no clearer.
  @Test func keepsLinesShort() {
    for file in SwiftFile.all {
      for (index, line) in file.lines.enumerated() where line.utf8.count > 100 {
        let isComment = line.drop { $0 == " " }.hasPrefix("//")
        let words = file.codeLines[index].split(separator: " ")
        let indentation = line.prefix { $0 == " " }.count
        let width = isComment ? line.count : words.joined(separator: " ").count + indentation
        #expect(width <= 100, "\(file.place(index + 1))")
      }
    }
  }
}
