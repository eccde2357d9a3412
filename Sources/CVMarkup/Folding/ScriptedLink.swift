// SPDX-License-Identifier: MIT
import CVModel

extension DOMNode {
  /// Where a link leads; what only calls a script leads nowhere.
  ///
  /// Against robots, a script may take a letter out of the address when the mouse comes near:
  /// `onmouseover="this.href=this.href.replace(/x/g,'')"`.
  var linkAddress: String? {
    guard let address = attribute("href") else {
      return attribute("onclick").map { _ in "javascript:" }
    }
    guard let script = attribute("onmouseover"), let letter = removedLetter(script) else {
      return address
    }
    return String(address.filter { $0 != letter })
  }
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
