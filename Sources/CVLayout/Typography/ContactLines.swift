// SPDX-License-Identifier: MIT
package import CVModel

extension Theme.Contacts {
  /// The contacts with which lines begin where the theme says which stand together, without the
  /// first; none where they stand on as few lines as fit.
  package func lineStarts(of contacts: [LayoutText]) -> [Int] {
    if let perLine { return Array(stride(from: perLine, to: contacts.count, by: perLine)) }
    let numbers = contacts.map { contact in
      let kind = contact.contactKind
      return lines.firstIndex { kind.map($0.contains) ?? false } ?? lines.count
    }
    return contacts.indices.dropFirst().filter { numbers[$0] != numbers[$0 - 1] }
  }
}
