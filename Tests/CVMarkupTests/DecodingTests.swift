// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import Testing

@Suite struct DecodingTests {
  @Test func readsPastAByteOrderMarkAndCarriageReturns() {
    let page = ReadPage(
      [0xEF, 0xBB, 0xBF] + Array("---\r\ntitle: A\r\n---\r\n\r\n# Work\r\n- a\r\n- b\r\n".utf8))
    #expect(page.settings?["title"]?.text == "A")
    #expect(page.dump == "h1 Work\n[-]\n  p a\n[-]\n  p b")
    #expect(page.log.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("Publicac\u{327}o\u{303}es em marc\u{327}o", "Publicações em março"),
    ("Vie\u{302}\u{323}t, и\u{306}, か\u{3099}", "Vi\u{1EC7}t, \u{439}, \u{304C}"),
    ("q\u{303} *\u{301}", "q\u{303} *\u{301}"),
  ])
  func composesLettersAndAccents(source: String, words: String) {
    #expect(Array(ReadPage(source).words.unicodeScalars) == Array(words.unicodeScalars))
  }

  @Test func readsWindows1252ByEvidence() {
    let page = ReadPage([0x52, 0xE9, 0x73, 0x75, 0x6D, 0xE9, 0x20, 0x93, 0x78, 0x94])
    #expect(page.words == "Résumé “x”")
    #expect(page.codes == [.notUTF8])
  }

  @Test func replacesWrongBytesInUTF8() {
    let page = ReadPage(Array("é ok ".utf8) + [0xFF] + Array(" end".utf8))
    #expect(page.words == "é ok \u{FFFD} end")
    #expect(page.codes == [.invalidUTF8])
  }

  @Test(arguments: [
    ("a&#27;[31m b&#x7;c &#127;d&#x85;e", "a[31m bc d…e"), ("x&#12;y &#xFEFF;z", "x y z"),
  ])
  func dropsControlsOfEntities(source: String, text: String) {
    #expect(ReadPage(source).words == text)
  }

  @Test(arguments: [
    (#""\e[31mr\x07\0 \x85\u009b1""#, "[31mr 1"), (#""a\rb\r\nc\vd\fe""#, "a b\nc d e"),
    (#""\ta\nb\uFEFF""#, "\ta\nb"),
  ])
  func dropsControlsOfEscapes(source: String, text: String) {
    let page = ReadPage("---\nkey: \(source)\n\(source): key\n---\ntext")
    #expect(page.settings?["key"]?.text == text)
    #expect(page.settings?[text]?.text == "key")
  }

  @Test func readsUTF16() {
    let units = Array("Né 人".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(ReadPage([0xFF, 0xFE] + units).words == "Né 人")
  }

  @Test func dropsControlCharacters() {
    #expect(ReadPage("a\u{1}b\u{7F}c\u{85}d\u{FEFF}e").words == "abcde")
  }

  @Test(arguments: [
    (Array("%PDF-1.5".utf8), "a PDF file"), ([0x50, 0x4B, 3, 4], "a ZIP archive"),
    ([0x89, 0x50, 0x4E, 0x47], "an image"), (Array("text".utf8) + [0, 1, 2], "a binary file"),
  ])
  func namesBinaryFiles(bytes: [UInt8], name: String) {
    let page = ReadPage(bytes)
    #expect(page.codes == [.binaryFile])
    #expect(page.log.diagnostics.first?.message.contains(name) == true)
  }

  @Test func refusesAFileThatIsTooLarge() {
    let page = ReadPage([UInt8](repeating: 0x61, count: 2 * 1024 * 1024 + 1))
    #expect(page.codes == [.inputTooLarge])
  }
}

@Suite struct MojibakeTests {
  /// Writes a text as it looks after being read in a wrong code page.
  private func broken(_ text: String, _ table: (UInt8) -> Unicode.Scalar) -> String {
    String(String.UnicodeScalarView(text.utf8.map { $0 < 0x80 ? Unicode.Scalar($0) : table($0) }))
  }

  @Test func repairsMacRomanRunByRun() {
    // Foundation's table is wrong on Linux, so the expectation is written out.
    let page = ReadPage("models‚Äîparticularly √© and √∫, sound é")
    #expect(page.words == "models—particularly é and ú, sound é")
    #expect(page.codes == [.mojibake], "one warning for all places")
    #expect(page.account.entries.count { $0.fate == .repaired } == 3)
  }

  @Test func repairsWindows1252WithItsHoles() {
    let holes: [UInt8: Unicode.Scalar] = [
      0x80: "€", 0x85: "…", 0x91: "‘", 0x93: "“", 0x94: "”", 0x97: "—", 0x9F: "Ÿ", 0x9A: "š",
      0x8E: "Ž",
    ]
    let page = ReadPage(broken("a — b 50× 🎉 end", { holes[$0] ?? Unicode.Scalar($0) }))
    #expect(page.words == "a — b 50× end")
  }

  @Test(arguments: [
    "l’été à Genève", "«Ô toi» ‘Ò’", "naïve Ã la carte", "√2 ≤ x, ±½ µm", "Привет мир", "中文 é",
  ])
  func leavesSoundTextAlone(text: String) {
    let page = ReadPage(text)
    #expect(page.words == text)
    #expect(page.log.diagnostics.isEmpty)
  }

  @Test func removesWhatLostAByte() {
    let page = ReadPage("good ðŸ‘ work")
    #expect(page.words == "good work")
    #expect(page.codes == [.mojibakeLost])
  }
}
