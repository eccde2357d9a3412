// SPDX-License-Identifier: MIT
import CVModel

extension DOMNode {
  /// Where a link leads, to mail with its scheme; what only calls a script leads nowhere.
  ///
  /// Against robots, a script may take a letter out of the address when the mouse comes near:
  /// `onmouseover="this.href=this.href.replace(/x/g,'')"`.
  var linkAddress: String? {
    guard let address = attribute("href") else {
      return attribute("onclick").map { _ in "javascript:" }
    }
    guard let script = attribute("onmouseover"), let letter = removedLetter(script) else {
      return isMailAddress(address) ? "mailto:" + address : address
    }
    return String(address.filter { $0 != letter })
  }
}

/// `[Mail](ada@example.org)`: whether an address lacks nothing but its scheme.
private func isMailAddress(_ address: String) -> Bool {
  let parts = address.split(separator: "@", omittingEmptySubsequences: false)
  let labels = parts.last?.split(separator: ".", omittingEmptySubsequences: false) ?? []
  // `logo@2x.png` is a picture, `tern@1.0.2` a package.
  let files: Set<Substring> = ["png", "jpg", "jpeg", "gif", "svg", "webp", "js", "css", "pdf"]
  guard let last = labels.last, labels.count > 1, last.count > 1, last.allSatisfy(\.isLetter),
    !files.contains(last)
  else { return false }
  return parts.count == 2 && !parts[0].isEmpty && !labels.contains("")
    && address.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "@.-_+".contains($0)) }
}

/// The letter that a script takes out of an address.
private func removedLetter(_ script: String) -> Character? {
  let plain = script.filter { $0 != " " }
  let (call, ends) = ("this.href=this.href.replace(/", ["/g,'')", "/g,\"\")"])
  guard let start = plain.firstRange(of: call) else { return nil }
  let rest = plain[start.upperBound...]
  guard let letter = rest.first, ends.contains(where: rest.dropFirst().hasPrefix) else {
    return nil
  }
  return letter
}
