// SPDX-License-Identifier: MIT
import CVModel

/// Texts that mean something to TeX, to its packages or to its fonts.
enum Payloads {
  static let all = short + long

  static let short = commands + characters + fonts

  private static let long = [
    "an \(String(repeating: "endless", count: 40)) word",
    "https://example.org/\(String(repeating: "a-path/", count: 30))?x=%20&y=1#z_~",
  ]

  private static let commands = [
    #"\input{/etc/passwd}"#, #"\include{cv}"#, #"\write18{id}"#, #"\immediate\write18{id >x}"#,
    #"\openout5=x \closeout5"#, #"\openin5=cv.tex \read5 to\x"#, #"\csname input\endcsname"#,
    #"\end{document}"#, #"\begin{document}"#, #"\catcode`\%=12 \catcode`\\=12"#,
    #"\def\x{\x}\x"#, #"\let\cventry\relax"#, #"\verb|x|"#, #"\begin{verbatim}"#,
    #"\iffalse x \fi \else"#, #"\par \bye \end"#, #"\loop\iftrue\repeat"#,
    #"\special{ps: x}"#, #"\directlua{os.exit(1)}"#, #"\pdfliteral{Q}"#, #"\XeTeXglyph 5"#,
    #"\begin{cvlist}\item"#, #"\item [x]"#, #"\textbf{open"#, #"\expandafter\uppercase{x}"#,
    #"\string~ \noexpand\x"#, #"\usepackage{x}"#, #"\PassOptionsToPackage{x}{y}"#,
    #"\newwrite\x \shipout"#, #"\font\x=cmr10 \x"#, #"\char`\\ \number0"#, #"\cvsection{x}"#,
    #"\makeatletter\@input{x}"#, #"\ExplSyntaxOn \sys_shell_now:n"#,
  ]

  private static let characters = [
    "^^5cinput{x}", "^^M ^^41 ^^^^0041", "100% sure % and more", "%", "~ a~b", "#1 ## #",
    "$x^2$ $$",
    "a & b && c", "a_b __ c", "{ open", "close }", "{}{}}{", "x \\", "\\ x \\\\ \\\\[1cm]",
    "[x] first [y]", "*starred", "\"a \"o \"= \"-", "'single' `grave` ``two''",
    "<a href=\"x\">b</a>",
    "| < > @ / * + = ; :", "a\u{0}b", "a\u{2028}b\u{2029}c", "a\u{7F}b\u{1B}[31mc\u{85}d",
    "\u{202E}turned\u{202C} \u{2066}apart\u{2069}", "zero\u{200B}width\u{200D}joined\u{FEFF}",
    "soft\u{AD}hyphen", "tab\tline\nend\r\nhere", "no\u{A0}break\u{202F}blanks\u{2009}thin",
  ]

  private static let fonts = [
    "-- --- ----", "?` !`", "<< >>", ",, ;; ..", "'' `` ’’ ‘‘ ‚‚", "?‘ !‘", "–- -– —-",
    "ff fi fl ffi ffl Th", "e\u{301} u\u{308} Å s\u{323}", "ßœæøłđþ ŒÆØŁĐÞ ẞ ı",
    "ṣ ḥ ț ș ễ ọ ǎ ī ņ",
    "α β Ω → ≤ ≥ ≈ × ± ∑ ∞", "… ‑ − ‐ ′ № ™ © ® § ¶ † ‡", "½ ² ³ ¹ ⁴ ₂ ° µ ‰ € £ ¥ %",
  ]
}

/// A profile whose name, headline and contacts say payloads.
func head(saying payloads: [String]) -> Profile {
  var profile = Profile()
  profile.name = RichText(payloads.joined(separator: " "))
  profile.headline = RichText(payloads.joined(separator: " "))
  profile.contacts = payloads.map { Contact(.location, text: $0) }
  return profile
}

/// A profile that says payloads in every other field that holds text.
func profile(saying payloads: [String]) -> Profile {
  var profile = Profile()
  profile.name = RichText("Ada Roe")
  let entries: [(kind: SectionKind, entry: (String) -> Entry)] = [
    (.about, { .paragraph(Paragraph(RichText($0), group: RichText($0))) }),
    (.experience, { .record(record(.position, $0)) }),
    (.education, { .record(record(.education, $0)) }),
    (.awards, { .record(record(.award, $0)) }),
    (.skills, { .record(record(.skill, $0)) }),
    (.other, { .record(record(.item, $0)) }),
    (.publications, { .publication(publication($0)) }),
  ]
  profile.sections = entries.enumerated().map { number, kind in
    // Each payload is in one title. As a small capital a dotless i is the same glyph as one with a
    // dot.
    let own = stride(from: number, to: payloads.count, by: entries.count).map { payloads[$0] }
    let title = own.joined(separator: " ").replacing("ı", with: "")
    var section = Section(title: RichText(title), kind: kind.kind)
    section.lead = own.prefix(3).map { RichText($0) }
    section.entries = payloads.map(kind.entry)
    return section
  }
  return profile
}

private func record(_ kind: Record.Kind, _ payload: String) -> Record {
  var record = Record(kind)
  record.title = kind == .position ? nil : RichText(payload, .init(.emphasis))
  record.role = kind == .position ? RichText(payload) : nil
  record.organisation = RichText(payload, .init(link: "https://example.org/a_b%20?c&d#e~"))
  record.location = RichText(payload)
  record.text = RichText(payload, .init(.strong))
  record.dates = Dates([.init(PartialDate(2020, 3), .present)], words: "")
  record.bullets = [
    Bullet(RichText(payload), children: [Bullet(RichText(payload, .init(.superscript)))])
  ]
  record.links = [Link(label: payload, url: "https://example.org/x")]
  return record
}

private func publication(_ payload: String) -> Publication {
  var publication = Publication(title: RichText(payload))
  publication.authors = [Author(payload), Author(payload)]
  publication.venue = RichText(payload)
  publication.volume = payload
  publication.pages = payload
  publication.location = RichText(payload)
  publication.status = RichText(payload)
  publication.awards = [RichText(payload)]
  publication.note = RichText(payload)
  publication.dates = Dates([.init(PartialDate(2020))], words: "")
  publication.links = [Link(label: payload, url: "https://example.org/y")]
  return publication
}
