// SPDX-License-Identifier: MIT
import ArgumentParser

/// What is said of a run, and in which form.
struct MessageOptions: ParsableArguments {
  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Option(help: ArgumentHelp("The form of messages.", valueName: "form"))
  var diagnostics: MessageFormat = .human

  @Flag(name: .shortAndLong, help: "Print errors only.")
  var quiet = false
}

/// The forms of messages.
enum MessageFormat: String, ExpressibleByArgument, CaseIterable {
  case human, short, json, github, sarif
}
