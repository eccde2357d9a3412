// SPDX-License-Identifier: MIT
package import CVMarkup

extension DataNode {
  /// The tree with the values of another over its own: mappings are joined key by key, anything
  /// else is replaced.
  package func overlaid(with other: DataNode) -> DataNode {
    guard case .mapping(let own) = value, case .mapping(let members) = other.value else {
      return other
    }
    var joined = own
    for member in members {
      if let index = joined.lastIndex(where: { $0.key == member.key }) {
        let below = joined[index].value
        joined[index] = member
        joined[index].value = below.overlaid(with: member.value)
      } else {
        joined.append(member)
      }
    }
    return DataNode(.mapping(joined), span: other.span ?? span)
  }

  /// The mapping without a key.
  package func without(_ key: String) -> DataNode {
    guard case .mapping(let members) = value else { return self }
    return DataNode(.mapping(members.filter { $0.key != key }), span: span)
  }
}
