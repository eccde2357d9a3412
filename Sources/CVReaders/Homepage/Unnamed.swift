// SPDX-License-Identifier: MIT
package import CVDiagnostics
package import CVModel

/// Names the owner after the author of her works, in a profile of which no source says whose it is.
///
/// - Returns: What to tell the user: the name that is taken, or that there is none.
package func nameAfterWorks(_ profile: inout Profile) -> Diagnostic {
  let author = SigningAuthor(of: profile.works)
  profile.name = author?.name.map { RichText($0) }
  if let author { markOwner(in: &profile, aliases: [author.form]) }
  guard let name = author?.name, let count = author?.count else { return .noName(profile) }
  return .guessedName(name, works: count)
}

extension Diagnostic {
  fileprivate static func guessedName(_ name: String, works: Int) -> Diagnostic {
    Diagnostic(
      .warning, .guessedName,
      "no source says whose page this is; \(name), who signs \(works) of its works, is taken",
      help: "write “name: \(name)” into the front matter, or whose it is")
  }

  fileprivate static func noName(_ profile: Profile) -> Diagnostic {
    let guess = profile.contacts.lazy.compactMap(nameGuess).first ?? "First Last"
    return Diagnostic(
      .warning, .noName, "no source says whose page this is; the CV has no name on it",
      help: "write “name: \(guess)” into the front matter, or run with --name \"\(guess)\"")
  }

  /// `ada.roe@…` may be the address of an Ada Roe; only the help line says so.
  private static func nameGuess(_ contact: Contact) -> String? {
    guard contact.kind == .email, let local = contact.text.split(separator: "@").first else {
      return nil
    }
    let parts = local.split { ".-_".contains($0) }
    guard parts.count == 2, parts.allSatisfy({ $0.count > 1 && $0.allSatisfy(\.isLetter) }) else {
      return nil
    }
    return parts.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }
}
