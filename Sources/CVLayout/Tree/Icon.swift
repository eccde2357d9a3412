// SPDX-License-Identifier: MIT
package import CVModel

/// A sign of a bundled face of icons that stands for a way to reach somebody.
package struct Icon: Hashable, Sendable {
  /// The character by which the face has the sign; of Unicode's private use area.
  package var character: Unicode.Scalar
  package var face: Face

  /// The faces of icons.
  package enum Face: String, CaseIterable, Hashable, Sendable {
    case solid, brands, academic

    /// The family and weight by which the face is found.
    package var family: (name: String, weight: Int) {
      switch self {
      case .solid: ("Font Awesome 5 Free", 900)
      case .brands: ("Font Awesome 5 Brands", 400)
      case .academic: ("Academicons", 400)
      }
    }
  }

  /// - Parameter kind: A kind without a sign gives `nil`; its name is then printed.
  package init?(_ kind: Contact.Kind) {
    let sign: (UInt32, Face)? =
      switch kind {
      case .email: (0xF0E0, .solid)
      case .phone: (0xF879, .solid)
      case .website: (0xF0AC, .solid)
      case .location: (0xF3C5, .solid)
      case .network(let name): Self.networks[name.lowercased()]
      }
    guard let sign, let scalar = Unicode.Scalar(sign.0) else { return nil }
    (character, face) = (scalar, sign.1)
  }

  private static let networks: [String: (UInt32, Face)] = [
    "github": (0xF09B, .brands), "orcid": (0xF8D2, .brands), "gitlab": (0xF296, .brands),
    "linkedin": (0xF0E1, .brands), "twitter": (0xF099, .brands), "mastodon": (0xF4F6, .brands),
    "bitbucket": (0xF171, .brands), "stack overflow": (0xF16C, .brands),
    "stackoverflow": (0xF16C, .brands), "youtube": (0xF167, .brands), "medium": (0xF23A, .brands),
    "facebook": (0xF39E, .brands), "instagram": (0xF16D, .brands), "telegram": (0xF3FE, .brands),
    "whatsapp": (0xF232, .brands), "skype": (0xF17E, .brands), "xing": (0xF168, .brands),
    "weibo": (0xF18A, .brands), "weixin": (0xF1D7, .brands), "wechat": (0xF1D7, .brands),
    "zhihu": (0xF63F, .brands), "researchgate": (0xF4F8, .brands), "docker": (0xF395, .brands),
    "kaggle": (0xF5FA, .brands), "dev": (0xF6CC, .brands), "google scholar": (0xE9D4, .academic),
    "dblp": (0xE94F, .academic), "semantic scholar": (0xE96E, .academic),
    "arxiv": (0xE974, .academic), "scopus": (0xE91E, .academic), "publons": (0xE937, .academic),
    "academia": (0xE9AF, .academic), "codepen": (0xF1CB, .brands), "dribbble": (0xF17D, .brands),
    "behance": (0xF1B4, .brands), "keybase": (0xF4F5, .brands), "inspire": (0xE9E9, .academic),
    "zenodo": (0xE911, .academic), "osf": (0xE9EF, .academic),
  ]
}
