// SPDX-License-Identifier: MIT
import Testing

@testable import CVFinishing

/// Faces made by hand, of a few glyphs and subroutines.
@Suite struct CompactFontTests {
  /// The parts of a face; charstrings and subroutines without their last operator.
  private struct Face {
    var glyphs: [[UInt8]] = [[14]]
    var globals: [[UInt8]] = []
    var locals: [[UInt8]] = []
    /// Further bytes of the top DICT.
    var top: [UInt8] = []

    /// The number that calls a subroutine of a short list.
    static func call(_ number: Int, _ operation: CharstringOperator = .callLocal) -> [UInt8] {
      [UInt8(number - 107 + 139), operation.rawValue]
    }

    private static func index(_ items: [[UInt8]]) -> [UInt8] {
      guard !items.isEmpty else { return [0, 0] }
      var offsets: [UInt8] = [1]
      for item in items { offsets.append((offsets.last ?? 0) + UInt8(item.count)) }
      return [0, UInt8(items.count), 1] + offsets + items.flatMap { $0 }
    }

    private static func number(_ value: Int) -> [UInt8] { [29, 0, 0, 0, UInt8(value)] }

    var bytes: [UInt8] {
      let names = [1, 0, 4, 1] + Self.index([[65]])
      let globals = Self.index(self.globals)
      let glyphs = Self.index(self.glyphs)
      let top = { (place: Int) in
        Self.index([
          Self.number(place) + [17] + Self.number(6) + Self.number(place + glyphs.count) + [18]
            + self.top
        ])
      }
      let start = names.count + top(0).count + 2 + globals.count
      let locals = Self.number(6) + [19] + Self.index(self.locals)
      return names + top(start) + [0, 0] + globals + glyphs + locals
    }

    /// The bytes that blanking has changed.
    func blanked() throws -> [UInt8] {
      var face = try #require(CompactFont(bytes))
      face.blankUnusedSubroutines()
      #expect(face.bytes.count == bytes.count)
      return zip(bytes, face.bytes).filter { $0 != $1 }.map(\.0)
    }
  }

  @Test func blanksSubroutinesThatNoGlyphCalls() throws {
    let face = Face(
      glyphs: [Face.call(1) + [14], Face.call(0, .callGlobal) + [14]],
      globals: [Face.call(2) + [11], [200, 201, 11]], locals: [[202, 11], [203, 11], [204, 11]])
    #expect(try face.blanked() == [200, 201, 202])
  }

  @Test func followsGlyphsPastTheirHints() throws {
    // Nine stems: the mask has two bytes, which look like calls and are none.
    let stems = [UInt8](repeating: 140, count: 10) + [18] + [UInt8](repeating: 140, count: 8)
    let face = Face(
      glyphs: [stems + [19, 10, 10] + Face.call(1) + [14]], locals: [[202, 11], [203, 11]])
    #expect(try face.blanked() == [202])
    // A fraction, and a width before the first hint.
    let other = Face(
      glyphs: [[255, 0, 10, 10, 0, 140, 140, 1, 19, 10] + Face.call(0) + [14]],
      locals: [[202, 11], [203, 11]])
    #expect(try other.blanked() == [203])
  }

  @Test(arguments: [
    [140, 140, 12, 10, 10, 14], [10, 14], [239, 10, 14], [28, 1], [12],
    [140, 140, 12, 10] + Face.call(1) + [14],
  ])
  func leavesAloneWhatItCannotFollow(glyph: [UInt8]) throws {
    #expect(try Face(glyphs: [glyph], locals: [[202, 11]]).blanked().isEmpty)
  }

  @Test func endsWhereSubroutinesCallEachOther() throws {
    let face = Face(
      glyphs: [Face.call(0) + [14]], locals: [Face.call(0) + Face.call(0) + [11], [203, 11]])
    #expect(try face.blanked().isEmpty)
  }

  @Test func refusesWhatIsNoSuchFace() {
    #expect(CompactFont([]) == nil)
    #expect(CompactFont(Array("OTTO and more than that".utf8)) == nil)
    // Charstrings of the first type.
    #expect(CompactFont(Face(top: [140, 12, 6]).bytes) == nil)
  }

  /// Any damage gives a face of the same length, or none.
  @Test func survivesDamage() {
    let face = Face(
      glyphs: [Face.call(1) + [14], Face.call(0, .callGlobal) + [14]],
      globals: [Face.call(2) + [11], [200, 201, 11]], locals: [[202, 11], [203, 11], [204, 11]]
    ).bytes
    for place in face.indices {
      for byte in [0, 1, 2, 12, 28, 30, 127, 255] as [UInt8] {
        var damaged = face
        damaged[place] = byte
        for bytes in [damaged, Array(damaged[...place])] {
          guard var font = CompactFont(bytes) else { continue }
          font.blankUnusedSubroutines()
          #expect(font.bytes.count == bytes.count)
        }
      }
    }
  }
}
