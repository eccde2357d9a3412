// SPDX-License-Identifier: MIT

/// A language as authors write it, as a well-formed BCP 47 tag (RFC 5646, section 2.1).
///
/// - Returns: `en-US` for `en_US`; `nil` for what names no language, such as `English`.
public func languageTag(_ text: String) -> String? {
  let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
  guard let primary = parts.first, 2...3 ~= primary.utf8.count, primary.utf8.allSatisfy(isLetter),
    parts.dropFirst().allSatisfy({ part in
      1...8 ~= part.utf8.count && part.utf8.allSatisfy { isLetter($0) || 0x30...0x39 ~= $0 }
    })
  else { return nil }
  return ([primary.lowercased()] + parts.dropFirst().map(String.init)).joined(separator: "-")
}

/// Whether two tags name one language, whatever the region.
public func isSameLanguage(_ a: String, _ b: String) -> Bool {
  let primary = { (tag: String) in tag.prefix { $0 != "-" && $0 != "_" }.lowercased() }
  return primary(a) == primary(b)
}

/// Whether a language is written from right to left, by the script of its tag or its usual one.
public func isWrittenRightToLeft(_ language: String) -> Bool {
  let tag = language.lowercased()
  let primary = tag.prefix { $0 != "-" && $0 != "_" }
  // `az-Arab`: a subtag of four letters is a script.
  if tag.utf8.count >= primary.utf8.count + 5 {
    let parts = tag.split { $0 == "-" || $0 == "_" }
    if let script = parts.dropFirst().first(where: { $0.utf8.count == 4 }) {
      return rightToLeftScripts.contains(String(script))
    }
  }
  return rightToLeftLanguages.contains(String(primary))
}

private let rightToLeftScripts: Set<String> = ["arab", "hebr", "syrc", "thaa", "nkoo", "adlm"]

private let rightToLeftLanguages: Set<String> = [
  "ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi",
]

private func isLetter(_ byte: UInt8) -> Bool {
  0x41...0x5A ~= byte || 0x61...0x7A ~= byte
}
