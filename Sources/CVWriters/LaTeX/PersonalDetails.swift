// SPDX-License-Identifier: MIT
import CVLayout
import CVModel

/// Sorts contacts into the macros that moderncv has for them.
///
/// A contact becomes one only if the class then prints its text and opens its address unchanged.
struct PersonalDetails {
  /// A macro with its arguments; an optional one is part of the name.
  struct Call {
    var name: String
    var arguments: [String]
  }

  private(set) var calls: [Call] = []
  /// Contacts for which the class has no macro.
  private(set) var others: [LayoutText] = []
  private var hasAddress = false
  private var hasEmail = false
  private var hasHomepage = false

  /// Social networks by the host of their addresses.
  private static let networks = [
    "linkedin.com": "linkedin", "github.com": "github", "gitlab.com": "gitlab",
    "orcid.org": "orcid", "researchgate.net": "researchgate", "twitter.com": "twitter",
    "stackoverflow.com": "stackoverflow", "bitbucket.org": "bitbucket", "xing.com": "xing",
  ]

  mutating func add(_ contact: LayoutText) {
    guard let call = call(for: contact) else {
      others.append(contact)
      return
    }
    calls.append(call)
  }

  private mutating func call(for contact: LayoutText) -> Call? {
    let text = contact.text
    let links = Set(contact.runs.map(\.link))
    guard text.count <= ModernCVWriter.longestDetail else { return nil }
    guard links.count == 1, let link = links.first else { return nil }
    guard let link else {
      guard contact.contactKind == .location, !hasAddress else { return nil }
      hasAddress = true
      return Call(name: "address", arguments: [latexText(text)])
    }
    guard text.allSatisfy(Self.isPlain) else { return nil }
    if link == "mailto:" + text, !hasEmail {
      hasEmail = true
      return Call(name: "email", arguments: [latexText(text)])
    }
    if link.hasPrefix("tel:"), link.dropFirst(4) == text.filter({ $0.isNumber || $0 == "+" }) {
      return Call(name: "phone", arguments: [latexText(text)])
    }
    return webCall(text, link)
  }

  private mutating func webCall(_ text: String, _ link: String) -> Call? {
    guard link.hasPrefix("https://"), link.allSatisfy(Self.isPlain) else { return nil }
    let address = link.dropFirst("https://".count)
    let host = address.prefix { $0 != "/" }
    let name = host.hasPrefix("www.") ? host.dropFirst(4) : host
    if let network = Self.networks[String(name)] {
      return Call(
        name: "social[\(network)][\(latexAddress(String(address)))]", arguments: [latexText(text)])
    }
    // Without its last slash a host is the same address.
    guard address == text || host == text && address.dropFirst(host.count) == "/", !hasHomepage
    else { return nil }
    hasHomepage = true
    return Call(name: "homepage", arguments: [latexText(text)])
  }

  /// Characters that mean themselves in text and in addresses.
  private static func isPlain(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber)
      || "@.-_+/: ()\u{A0}".contains(character)
  }
}
