// SPDX-License-Identifier: MIT

/// A site on which people have a page of their own.
struct Network: Hashable, Sendable {
  var name: String
  /// The keys under which settings files hold it.
  var keys: [String]
  /// With `{}` for the user's name; empty where there is no one address.
  var address: String
  var hosts: [String]

  /// The address of a value that is a user name or already an address.
  func url(of value: String) -> String? {
    if value.contains("://") { return value }
    if hosts.contains(where: { value.hasPrefix($0) || value.hasPrefix("www." + $0) }) {
      return "https://" + value
    }
    guard !address.isEmpty else { return nil }
    let user = value.hasPrefix("@") ? String(value.dropFirst()) : value
    return address.replacing("{}", with: user)
  }

  static func read(_ file: [UInt8]) -> [Network] {
    file.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard line.first != UInt8(ascii: "#") else { return nil }
      let parts = line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
      guard parts.count == 4 else { return nil }
      return Network(
        name: trimmed(parts[0]), keys: list(parts[1]), address: trimmed(parts[2]),
        hosts: list(parts[3]))
    }
  }

  private static func list(_ text: ArraySlice<UInt8>) -> [String] {
    text.split(separator: UInt8(ascii: ",")).map(trimmed).filter { !$0.isEmpty }
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> String {
    var view = text.drop { $0 == UInt8(ascii: " ") }
    while view.last == UInt8(ascii: " ") { view.removeLast() }
    return String(decoding: view, as: UTF8.self)
  }
}
