// SPDX-License-Identifier: MIT
import CVModel

extension Length {
  /// In `rem`, where 1 rem is the size of the theme's body text: the reader may scale it all.
  func rem(_ body: Length) -> String {
    let number = cssNumber(self / body)
    return number == "0" ? number : number + "rem"
  }

  /// In points, for paper.
  var cssPoints: String { cssNumber(points) + "pt" }

  /// In millimetres: 1 mm = 72/25.4 pt.
  var cssMillimetres: String { cssNumber(points * 25.4 / 72) + "mm" }
}

/// A number as style sheets write it: a decimal point, at most four places, no zeros at the end.
func cssNumber(_ value: Double) -> String {
  let tenThousandths = Int((abs(value) * 10_000).rounded())
  let sign = value < 0 && tenThousandths > 0 ? "-" : ""
  var fraction = String(tenThousandths % 10_000)
  fraction = String(repeating: "0", count: 4 - fraction.utf8.count) + fraction
  while fraction.last == "0" { fraction.removeLast() }
  return sign + String(tenThousandths / 10_000) + (fraction.isEmpty ? "" : "." + fraction)
}

extension Colour {
  /// `#RRGGBB`.
  var hex: String {
    "#"
      + [red, green, blue].map { part in
        let digits = String(Int((min(max(part, 0), 1) * 255).rounded()), radix: 16)
        return digits.utf8.count < 2 ? "0" + digits : digits
      }.joined()
  }
}
