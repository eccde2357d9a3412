// SPDX-License-Identifier: MIT

/// The quotation marks of a language, outer and inner (CLDR 44, `delimiters`).
struct QuoteSigns {
  var open, close, innerOpen, innerClose: String

  init(language: String) {
    let parts = language.split { $0 == "-" || $0 == "_" }
    let primary = parts.first.map { $0.lowercased() } ?? ""
    let region = parts.dropFirst().first { $0.count == 2 }?.uppercased()
    self =
      switch (primary, region) {
      case ("de", "CH"), ("de", "LI"), ("fr", "CH"), ("it", "CH"): Self("«", "»", "‹", "›")
      case ("de", _): Self("„", "“", "‚", "‘")
      case ("fr", _): Self("«\u{A0}", "\u{A0}»", "“", "”")
      case ("pl", _): Self("„", "”", "«", "»")
      case ("ru", _): Self("«", "»", "„", "“")
      case ("he", _): Self("”", "”", "’", "’")
      case ("ar", _): Self("”", "“", "’", "‘")
      case ("es", _), ("it", _), ("pt", "PT"): Self("«", "»", "“", "”")
      // Dutch in single quotes is a matter of house style; double ones stay double.
      default: Self("“", "”", "‘", "’")
      }
  }

  private init(_ open: String, _ close: String, _ innerOpen: String, _ innerClose: String) {
    (self.open, self.close, self.innerOpen, self.innerClose) = (open, close, innerOpen, innerClose)
  }
}
