// SPDX-License-Identifier: MIT
import Foundation
import TestSupport
import Testing

/// Pages in scripts that the bundled faces do not have, set with the system's.
@Suite(
  .needs("pdftotext", "pdffonts"), .needsFonts("NotoSansCJK-Regular", "NotoNaskhArabic-Regular"))
struct ScriptTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The text of a profile set in a theme; the program must have nothing to say.
  private func text(_ name: String, theme: String = "classic") throws -> String {
    let source = checkout.appending(path: "Tests/Profiles/Scripts/\(name).md").path
    let pdf = folder.url.appending(path: "\(name)-\(theme).pdf").path
    let made = try run(
      cvgenProgram, ["pdf", source, "--system-fonts", "--theme", theme, "-o", pdf],
      environment: ["CVGEN_SHARE": checkout.path])
    #expect(made.status == 0 && made.errors == "")
    // By place, words from right to left are whole; in the order of drawing, those of scripts with
    // signs above and below their letters.
    return try run("pdftotext", ["-layout", pdf, "-"]).text
      + run("pdftotext", ["-raw", pdf, "-"]).text
  }

  @Test(arguments: ["classic", "modern"])
  func setsAllScriptsInOneDocument(theme: String) throws {
    let text = try text("mixed", theme: theme)
    let words = [
      "研究中文、日文和韩文的混合排版", "日本語の組版では", "均等割り付け", "한국어 문장은", "굵은 글씨",
      "Ελληνικά", "Типографика", "การจัดวางตัวอักษรภาษาไทย", "टाइपोग्राफी", "देवनागरी", "الطباعة",
      "הטיפוגרפיה", "东京排版研究所", "東京組版研究所", "Mei Lin (林美)",
    ]
    for word in words { #expect(text.contains(word), "\(word)") }
    #expect(!text.contains("U+"))
  }

  /// A sign for the end of a sentence begins no line, and an opening quote ends none.
  @Test func keepsSignsFromTheEdgesOfLines() throws {
    for name in ["mixed", "chinese"] {
      for line in try text(name).split(separator: "\n") {
        let line = line.trimmingCharacters(in: .whitespaces)
        #expect(line.first.map { !"，。、；：）》”！？".contains($0) } ?? true, "\(line)")
        #expect(line.last.map { !"（《“".contains($0) } ?? true, "\(line)")
      }
    }
  }

  @Test(arguments: ["arabic", "hebrew"], ["classic", "sidebar", "academic"])
  func readsFromRightToLeft(name: String, theme: String) throws {
    let words =
      name == "arabic"
      ? ["مهندسة أولى", "الخبرة العملية", "+20 10 1234 5678"] : ["ניסיון תעסוקתי", "שפת אם"]
    let text = try text(name, theme: theme).filter { $0 != "\u{202B}" && $0 != "\u{202C}" }
    for word in words where word.first != "+" { #expect(text.contains(word), "\(word)") }
  }

  /// Latin faces have quotes, too, but those of Chinese are as wide as its other signs.
  @Test func takesTheQuotesOfChineseFromItsFace() throws {
    let page = folder.url.appending(path: "quotes.md")
    let pdf = folder.url.appending(path: "quotes.pdf").path
    let text = "# 林美\n\n## 工作经历\n\n- 研究“行首行尾”禁则\n- 研究“行首”\n"
    try text.write(to: page, atomically: true, encoding: .utf8)
    let made = try run(
      cvgenProgram, ["pdf", page.path, "--system-fonts", "--theme", "plain", "-o", pdf],
      environment: ["CVGEN_SHARE": checkout.path])
    #expect(made.status == 0)
    let faces = try run("pdffonts", [pdf]).text.split(separator: "\n").dropFirst(2)
    #expect(faces.count == 1 && faces.allSatisfy { $0.contains("CJK") }, "\(faces)")
  }

  /// A family is embedded in its real weights, and is chosen by language and kind.
  @Test func takesFacesThatSuitTheText() throws {
    _ = try text("mixed")
    let pdf = folder.url.appending(path: "mixed-classic.pdf").path
    let faces = try run("pdffonts", [pdf]).text
    for name in [
      "NotoSerifCJK", "NotoNaskhArabic-Bold", "NotoSerifThai", "NotoSerifDevanagari-Bold",
    ] {
      #expect(faces.contains(name), "\(name) in \(faces)")
    }
    #expect(!faces.contains("Type 3"))
    // Debian's Droid Sans Fallback comes before it by name, but has no bold face.
    _ = try text("mixed", theme: "modern")
    let sans = try run("pdffonts", [folder.url.appending(path: "mixed-modern.pdf").path]).text
    #expect(sans.contains("NotoSansCJK") && !sans.contains("Droid"), "\(sans)")
  }
}
