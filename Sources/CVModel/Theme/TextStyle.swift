// SPDX-License-Identifier: MIT

/// The look of a run of text.
public struct TextStyle: Hashable, Sendable {
  public var size: Length
  /// 400 is regular, 600 semibold, 700 bold (OpenType `usWeightClass`).
  public var weight: Int
  public var isItalic: Bool
  public var caps: Caps
  /// The form of digits; `nil` for the one that the face has by itself.
  public var figures: Figures?
  /// Letter-spacing in em; above 0.05 text extractors split words.
  public var tracking: Double
  /// The name of a colour of the theme.
  public var colour: String

  public init(
    size: Length, weight: Int = 400, isItalic: Bool = false, caps: Caps = .none,
    figures: Figures? = nil, tracking: Double = 0, colour: String = "ink"
  ) {
    self.size = size
    self.weight = weight
    self.isItalic = isItalic
    self.caps = caps
    self.figures = figures
    self.tracking = tracking
    self.colour = colour
  }

  /// Small capitals by OpenType features; the text itself stays as it is.
  public enum Caps: String, CaseIterable, Hashable, Sendable {
    case none
    /// Lower case as small capitals (`smcp`).
    case small
    /// All letters as small capitals (`smcp` and `c2sc`).
    case allSmall = "all-small"
  }

  /// Forms of digits by OpenType features; a face without one keeps its own.
  public enum Figures: String, CaseIterable, Hashable, Sendable {
    /// As high as capitals, of one width (`lnum`, `tnum`): for columns of numbers.
    case lining = "lining-tabular"
    /// As high as capitals, each of its own width (`lnum`, `pnum`): for text.
    case proportionalLining = "lining-proportional"
    /// With ascenders and descenders, of one width (`onum`, `tnum`).
    case oldStyle = "old-style-tabular"
    /// With ascenders and descenders, each of its own width (`onum`, `pnum`).
    case proportionalOldStyle = "old-style-proportional"

    /// The same form of one width, as dates and numbers want it.
    public var tabular: Figures {
      switch self {
      case .lining, .proportionalLining: .lining
      case .oldStyle, .proportionalOldStyle: .oldStyle
      }
    }
  }
}

/// An opaque colour in sRGB, each part from 0 to 1.
public struct Colour: Hashable, Sendable {
  public var red, green, blue: Double

  public init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  public static let black = Colour(red: 0, green: 0, blue: 0)

  /// - Parameter hex: `#RRGGBB`; anything else gives `nil`.
  public init?(hex: String) {
    let digits = hex.dropFirst()
    guard hex.hasPrefix("#"), digits.utf8.count == 6, let value = UInt32(digits, radix: 16) else {
      return nil
    }
    red = Double(value >> 16 & 0xFF) / 255
    green = Double(value >> 8 & 0xFF) / 255
    blue = Double(value & 0xFF) / 255
  }

  /// The contrast with another colour, 1 to 21 (WCAG 2.2, "contrast ratio").
  public func contrast(with other: Colour) -> Double {
    let light = max(luminance, other.luminance)
    let dark = min(luminance, other.luminance)
    return (light + 0.05) / (dark + 0.05)
  }

  /// Relative luminance, WCAG 2.2.
  private var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// sRGB's transfer function undone; 2.4 is a whole number of fifths, so roots suffice.
  private static func linear(_ part: Double) -> Double {
    if part <= 0.04045 { return part / 12.92 }
    let base = (part + 0.055) / 1.055
    return fifthRoot(base) * fifthRoot(base) * base * base
  }

  /// Newton's method; six steps are exact to a double's precision for 0 < x ≤ 1.
  private static func fifthRoot(_ x: Double) -> Double {
    var y = 1.0
    for _ in 0..<40 { y = (4 * y + x / (y * y * y * y)) / 5 }
    return y
  }
}
