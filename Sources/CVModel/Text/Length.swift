// SPDX-License-Identifier: MIT

/// A length in PostScript points: 1 pt = 1/72 inch.
///
/// The only unit inside the program; millimetres, ems and Pango units live in the files that
/// convert them.
public struct Length: Hashable, Comparable, Sendable {
  public var points: Double

  public init(points: Double) { self.points = points }

  public static let zero = Length(points: 0)

  public static func pt(_ points: Double) -> Length { Length(points: points) }

  /// Millimetres: 1 mm = 72/25.4 pt.
  public static func mm(_ millimetres: Double) -> Length {
    Length(points: millimetres * 72 / 25.4)
  }

  public static func < (a: Length, b: Length) -> Bool { a.points < b.points }
  public static func + (a: Length, b: Length) -> Length { .pt(a.points + b.points) }
  public static func - (a: Length, b: Length) -> Length { .pt(a.points - b.points) }
  public static func * (a: Length, factor: Double) -> Length { .pt(a.points * factor) }
  public static func / (a: Length, b: Length) -> Double { a.points / b.points }
  public static func += (a: inout Length, b: Length) { a.points += b.points }
  public static func -= (a: inout Length, b: Length) { a.points -= b.points }
  public static prefix func - (a: Length) -> Length { .pt(-a.points) }
}
