// SPDX-License-Identifier: MIT
import CVModel
import Foundation
import TestSupport
import Testing

@testable import CVMarkup

/// What of a photo is taken, and what is refused before it is decoded.
@Suite struct PictureTests {
  private func file(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: checkout.appending(path: "Tests/Profiles/Photos/\(name)")))
  }

  private func fault(_ bytes: [UInt8]) -> String? {
    do throws(PictureFault) {
      _ = try readPicture(bytes)
      return nil
    } catch {
      return error.words
    }
  }

  private func holds(_ bytes: [UInt8], _ word: String) -> Bool {
    String(decoding: bytes, as: Unicode.ASCII.self).contains(word)
  }

  /// The file says where it was taken, has a comment, and words behind its end.
  @Test func takesOutWhatAPhotoSaysBesideItsPixels() throws {
    let bytes = try file("portrait.jpg")
    #expect(holds(bytes, "GPSSECRET") && holds(bytes, "TRAILSECRET"))
    let picture = try readPicture(bytes)
    #expect(!holds(picture.bytes, "SECRET"))
    #expect(picture.format == .jpeg && picture.storedWidth == 300 && picture.storedHeight == 400)
    #expect(picture.orientation == 6 && picture.aspect == 400.0 / 300)
    #expect(try readPicture(picture.bytes) == picture, "browsers still know how it is turned")
  }

  @Test func takesOutTheTextsOfAPNG() throws {
    var bytes = try file("portrait.png")
    let clean = try readPicture(bytes)
    let end = bytes.count - 12
    bytes.insert(contentsOf: [0, 0, 0, 6] + Array("tEXtSECRET".utf8) + [0, 0, 0, 0], at: end)
    #expect(try readPicture(bytes) == clean)
    #expect(clean.format == .png && clean.aspect == 0.75)
  }

  @Test func refusesWhatIsNoPicture() throws {
    #expect(fault([]) == "is neither PNG nor JPEG")
    #expect(fault(Array("GIF89a".utf8)) == "is neither PNG nor JPEG")
    #expect(fault(Array("<svg/>".utf8)) == "is neither PNG nor JPEG")
    for name in ["portrait.jpg", "portrait.png"] {
      let bytes = try file(name)
      for count in stride(from: 8, to: bytes.count - 12, by: 37) {
        #expect(fault(Array(bytes[..<count])) != nil, "\(name) cut at \(count)")
      }
    }
  }

  /// The header tells: nothing of a bomb is decoded.
  @Test func refusesBombs() throws {
    var png = try file("portrait.png")
    png.replaceSubrange(16..<24, with: [0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30])
    #expect(fault(png) == "has more than 40 million pixels")
    png.replaceSubrange(16..<24, with: [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF])
    #expect(fault(png) == "has more than 40 million pixels")
    png.replaceSubrange(16..<24, with: [0, 0, 0, 0, 0, 0, 0, 1])
    #expect(fault(png) == "is damaged")
    #expect(fault([UInt8](repeating: 0, count: 21 << 20)) == "has more than 20 MB")
    var jpeg = try file("portrait.jpg")
    let frame = try #require(
      jpeg.indices.dropLast().first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 })
    jpeg[frame + 9] = 4
    #expect(fault(jpeg) == "is in the colours of printers (CMYK)")
  }

  @Test(arguments: 0..<200)
  func survivesDamage(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var bytes = try file(seed % 2 == 0 ? "portrait.jpg" : "portrait.png")
    for _ in 0..<8 {
      let place = Int.random(in: 2..<bytes.count, using: &random)
      bytes[place] = UInt8.random(in: 0...255, using: &random)
    }
    if let picture = try? readPicture(bytes) {
      #expect(picture.storedWidth * picture.storedHeight <= Limits.picturePixels)
    }
  }
}
