// SPDX-License-Identifier: MIT

/// A colour of CSS, as far as one asks whether words of it, or on it, can be seen on paper.
struct CSSColour {
  /// The least of its red, green and blue, of 255: the lighter a colour, the greater.
  var least: Double
  /// From 0, which shows what is behind it, to 1.
  var opacity = 1.0

  /// Whether words of it show on nothing.
  var isUnseen: Bool { opacity == 0 || least > 250 }

  /// Whether white words on it do not show.
  var isLight: Bool { least >= 224 }

  /// - Parameter text: Small letters: `white`, `#fff`, `rgb(255 255 255 / 1)`, `hsl(0, 0%, 100%)`.
  /// - Returns: `nil` for other names and other ways to write a colour.
  init?(_ text: some StringProtocol) {
    if let least = Self.names[String(text)] {
      self.init(least: least, opacity: text == "transparent" ? 0 : 1)
    } else if text.hasPrefix("#") {
      self.init(digits: text.dropFirst().map { $0 })
    } else if let open = text.firstIndex(of: "("), text.hasSuffix(")") {
      let name = String(text[..<open])
      let values = String(text[text.index(after: open)...]).dropLast()
        .split { $0.isWhitespace || $0 == "," || $0 == "/" }.map(String.init)
      self.init(model: name.hasSuffix("a") ? String(name.dropLast()) : name, values)
    } else {
      return nil
    }
  }

  private init(least: Double, opacity: Double) {
    (self.least, self.opacity) = (least, opacity)
  }

  /// `fff`, `ffffff`, each with an opacity behind it or without.
  private init?(digits: [Character]) {
    let values = digits.compactMap(\.hexDigitValue)
    guard values.count == digits.count, [3, 4, 6, 8].contains(values.count) else { return nil }
    let isShort = values.count < 6
    let channels =
      isShort
      ? values.map { $0 * 17 }
      : stride(from: 0, to: values.count, by: 2).map {
        values[$0] * 16 + values[$0 + 1]
      }
    least = Double(channels[0..<3].min() ?? 0)
    if channels.count > 3 { opacity = Double(channels[3]) / 255 }
  }

  /// The numbers of `rgb` and `hsl`, between which commas, blanks and a slash may stand.
  private init?(model: String, _ values: [String]) {
    let numbers = values.compactMap { value -> Double? in
      value.hasSuffix("%")
        ? Double(value.dropLast()).map { $0 / 100 }
        : Double(value.hasSuffix("deg") ? String(value.dropLast(3)) : value)
    }
    guard numbers.count == values.count, 3...4 ~= numbers.count else { return nil }
    switch model {
    case "rgb":
      least = zip(numbers, values).prefix(3).map { $1.hasSuffix("%") ? $0 * 255 : $0 }.min() ?? 0
    case "hsl":
      least = 255 * (numbers[2] - numbers[1] * min(numbers[2], 1 - numbers[2]))
    default: return nil
    }
    if numbers.count == 4 { opacity = numbers[3] }
  }

  /// The light ones of CSS's names (CSS Color 4, section 6.1).
  private static let names: [String: Double] = [
    "transparent": 0, "white": 255, "snow": 250, "ghostwhite": 248, "mintcream": 245,
    "whitesmoke": 245, "azure": 240, "aliceblue": 240, "floralwhite": 240, "honeydew": 240,
    "ivory": 240, "lavenderblush": 240, "seashell": 238, "lavender": 230, "linen": 230,
    "oldlace": 230, "lightcyan": 224, "lightyellow": 224,
  ]
}
