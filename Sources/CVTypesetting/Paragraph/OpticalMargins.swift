// SPDX-License-Identifier: MIT

/// How far signs hang over the margins of justified text.
///
/// A full stop or a hyphen at the edge leaves a notch of white; hung out in part, the edge looks
/// straight (Thành 2000, "Micro-typographic extensions to the TeX typesetting system").
struct OpticalMargins {
  private let text: [UInt8]

  init(_ text: String) { self.text = Array(text.utf8) }

  /// Over the left margin, in points, for a line that begins with a cluster.
  func left(_ cluster: ShapedText.Cluster) -> Double {
    part(of: cluster, Self.left)
  }

  /// Over the right margin, in points, for a line that ends with a cluster.
  func right(_ cluster: ShapedText.Cluster) -> Double {
    // What stands for no text is the hyphen of a divided word.
    cluster.text.isEmpty ? Self.hyphen * cluster.advance : part(of: cluster, Self.right)
  }

  private func part(of cluster: ShapedText.Cluster, _ parts: [Unicode.Scalar: Double]) -> Double {
    // In runs from right to left the last sign does not stand at the right edge.
    guard cluster.level % 2 == 0, cluster.text.count <= 3 else { return 0 }
    let scalars = String(decoding: text[cluster.text], as: UTF8.self).unicodeScalars
    guard scalars.count == 1, let scalar = scalars.first else { return 0 }
    return (parts[scalar] ?? 0) * cluster.advance
  }

  /// Half of it, which leaves enough ink in the text's edge.
  private static let hyphen = 0.5
  /// By how much of its width a sign hangs: the less ink it has, and the higher or lower that
  /// stands, the more.
  private static let right: [Unicode.Scalar: Double] = [
    ".": 0.6, ",": 0.6, ":": 0.4, ";": 0.4, "-": hyphen, "‐": hyphen, "–": 0.25, "—": 0.15,
    "’": 0.5, "”": 0.45, "‘": 0.5, "“": 0.45, "»": 0.25, "›": 0.3, "…": 0.2, "!": 0.15, "?": 0.15,
    ")": 0.15, "]": 0.1, "/": 0.15, "*": 0.3, "†": 0.2,
  ]
  private static let left: [Unicode.Scalar: Double] = [
    "“": 0.45, "‘": 0.5, "„": 0.45, "‚": 0.5, "«": 0.25, "‹": 0.3, "”": 0.45, "’": 0.5,
    "–": 0.25, "—": 0.15, "(": 0.15, "[": 0.1,
  ]
}
