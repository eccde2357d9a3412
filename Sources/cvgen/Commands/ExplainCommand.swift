// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler
import CVDiagnostics

/// `cvgen explain`: what a message means.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Says what a message means and what to do.",
    discussion: """
      EXAMPLES
        cvgen explain dead-link
        cvgen explain                          lists all codes
      """)

  @Argument(help: ArgumentHelp("The code in the brackets of the message.", valueName: "code"))
  var code: String?

  func validate() throws {
    guard let word = code, Code(rawValue: word) == nil else { return }
    let near = suggestion(for: word, among: Code.allCases.map(\.rawValue))
    let hint = near.map { "; did you mean “\($0)”?" } ?? "; “cvgen explain” lists them all."
    throw ValidationError("There is no code “\(word)”\(hint)")
  }

  func run() throws {
    let all = Code.allCases.map { $0.rawValue + "\n" }.joined()
    let text = code.flatMap { Code(rawValue: $0) }?.explanation ?? all
    if let failure = Messages().printOutput(text) { throw failure }
  }
}

/// `cvgen completions`: a script that completes commands and options in a shell.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Prints a completion script for a shell.",
    discussion: """
      EXAMPLES
        cvgen completions bash > ~/.local/share/bash-completion/completions/cvgen
        cvgen completions zsh > ~/.zfunc/_cvgen
        cvgen completions fish > ~/.config/fish/completions/cvgen.fish
      """)

  @Argument(help: "bash, zsh or fish.", transform: parsedShell)
  var shell: CompletionShell

  func run() throws {
    let script = CVGen.completionScript(for: shell) + "\n"
    if let failure = Messages().printOutput(script) { throw failure }
  }

  private static func parsedShell(_ word: String) throws -> CompletionShell {
    if let shell = CompletionShell(rawValue: word) { return shell }
    throw ValidationError("There is no script for “\(word)”; write bash, zsh or fish.")
  }
}
