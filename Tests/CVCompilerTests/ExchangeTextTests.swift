// SPDX-License-Identifier: MIT
import CVModel
import CVWriters
import Testing

@testable import CVCompiler

/// Texts that mean something else to formats of data or to Markdown come back as they are.
@Suite struct ExchangeTextTests {
  @Test(arguments: ExchangeFormat.allCases)
  func keepsHostileTexts(format: ExchangeFormat) {
    var changed: [String] = []
    for words in HostileStrings.all + Self.texts {
      let text = RichText(words).collapsed()
      // No profile has controls: what reads a text leaves them out.
      let isText = text.text.contains { $0.isLetter || $0.isNumber }
      // A line with a dash before it is a point, in whatever list of data it stands.
      guard isText, !text.text.hasPrefix("- "), !text.text.unicodeScalars.contains(where: isControl)
      else { continue }
      let profile = profile(of: text)
      var compiler = Compiler(files: SourceFiles([:]))
      // What is lost is told of: `ExchangeTests/keepsAllButWhatItTellsOf`.
      _ = compiler.exchanged(profile, as: format)
      let lost = compiler.log.diagnostics.map(\.message).filter { $0.contains("does not keep") }
      if !lost.isEmpty { changed.append("\(words.prefix(60)): \(lost)") }
    }
    #expect(changed.isEmpty, "\(changed.joined(separator: "\n"))")
  }

  /// A profile with a text wherever free words stand.
  private func profile(of text: RichText) -> Profile {
    var profile = Profile()
    profile.name = RichText("Ada Roe")
    profile.headline = text
    var position = Record(.position)
    position.role = text
    position.organisation = text
    position.location = text
    position.bullets = [Bullet(text)]
    position.dates = Dates([.init(PartialDate(2019, 2), .present)], words: "w")
    var work = Publication(title: text)
    work.authors = [Author("A. Roe")]
    work.authors[0].isOwner = true
    work.venue = text
    work.note = text
    profile.sections = [
      Section(title: RichText("Experience"), kind: .experience),
      Section(title: RichText("Publications"), kind: .publications),
      Section(title: RichText("About"), kind: .about),
    ]
    profile.sections[0].entries = [.record(position)]
    profile.sections[1].entries = [.publication(work)]
    profile.sections[2].entries = [.paragraph(Paragraph(text))]
    return profile
  }

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control || scalar == "\u{FEFF}"
      || scalar.properties.isNoncharacterCodePoint
  }

  private static let texts = [
    "a &amp; b", "&copy; 2020", "&#35;1", "R&D; x", "a & b", "**b**", "a * b * c", "_x_ y_z",
    "__init__", "~~s~~", "x|y", "[t](u)", "![i](u)", "<b>x</b>", "<!-- c -->d", "`t`", "a `b",
    "https://example.org/a_(b)", "www.example.org", "a@example.org", "+ p", "1. p",
    "2) p", "# h", "> q", "std::vector", "a --- b", "\"d\" 'e'", "100 %d", "{{ x }}", "$x^2$ $5",
    "\\* \\\\ \\n",
    "קרח", "مرحبا", "हिन्दी", "a\u{301}", "ok 👩‍🔬 😀", "cafe\u{AD}teria", "a\u{A0}b", "~a",
    "a,b; c.", "(2019)", "2019", "yes", "null", "k: v", "#1 C++", "@me", "'s", "1e3", "0x1f",
    "word\\", "a  b", "Vec<T>", "x < y > z", "C:\\new", "*a", "a*", "**a", "[a", "a]", "`a", "a`b`",
  ]
}
