// SPDX-License-Identifier: MIT

/// A PDF could not be finished or read.
package enum FinishingError: Error, Hashable, Sendable {
  /// libqpdf is not on this machine.
  case noLibrary
  /// The colour profile that PDF/A needs is empty.
  case noColourProfile
  /// The words of libqpdf for what it cannot read or write.
  case library(String)
  /// What the PDF holds differs from what was drawn; never the user's fault.
  case mismatch(String)

  /// One phrase for people, without a full stop.
  package var words: String {
    switch self {
    case .noLibrary:
      "libqpdf is not installed (Debian: libqpdf29); without it PDFs have --pdf-standard none"
    case .noColourProfile: "the colour profile sRGB.icc is missing; install cvgen again"
    case .library(let words): words
    case .mismatch(let words): "the PDF is not what was drawn: \(words)"
    }
  }
}
