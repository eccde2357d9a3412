// SPDX-License-Identifier: MIT
import ArgumentParser
import CVCompiler

/// `cvgen schema`: JSON Schemas for editors.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints the JSON Schema of a format, for editors.",
    discussion: """
      profile is the block “cvgen:” in the front matter of a profile, config the file cvgen.yml, and
      theme a theme.yaml.

      EXAMPLES
        cvgen schema profile > cvgen.schema.json
        cvgen schema config > cvgen-yml.schema.json
        cvgen schema theme > theme.schema.json
      """)

  @Argument(
    help: ArgumentHelp("The format: profile, config or theme.", valueName: "format"),
    transform: format)
  var format: SchemaFormat

  func run() throws {
    let schema =
      switch format {
      case .profile: preferencesSchema()
      case .config: configurationSchema()
      case .theme: themeJSONSchema()
      }
    if let failure = Messages().printOutput(schema) { throw failure }
  }

  private static func format(_ word: String) throws -> SchemaFormat {
    if let format = SchemaFormat(rawValue: word.lowercased()) { return format }
    throw ValidationError("There is no schema of “\(word)”; write profile, config or theme.")
  }
}

/// The formats that have a schema.
enum SchemaFormat: String { case profile, config, theme }
