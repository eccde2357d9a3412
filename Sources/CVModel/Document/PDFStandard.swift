// SPDX-License-Identifier: MIT

/// What a PDF promises to be.
public enum PDFStandard: String, CaseIterable, Hashable, Sendable {
  /// Nothing: the file as it was drawn, without tags.
  case none
  /// Accessible: PDF/UA-1 (ISO 14289-1).
  case ua1 = "ua-1"
  /// Accessible and fit for archives: PDF/UA-1 and PDF/A-2u (ISO 19005-2).
  case a2u = "a-2u"
  /// Accessible, fit for archives and allowed to carry files: PDF/UA-1 and PDF/A-3a (ISO 19005-3).
  case a3a = "a-3a"

  /// The part and the level of PDF/A, such as 2 and `U`; `nil` without it.
  public var archival: (part: Int, level: String)? {
    switch self {
    case .none, .ua1: nil
    case .a2u: (2, "U")
    case .a3a: (3, "A")
    }
  }

  /// Whether the file may carry another file of any kind.
  public var allowsAttachments: Bool { self == .ua1 || self == .a3a }
}
