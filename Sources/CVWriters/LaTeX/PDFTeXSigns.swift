// SPDX-License-Identifier: MIT
import CVLayout

/// The characters of a tree that pdfTeX's fonts lack or name wrongly, with what is set for each.
///
/// xelatex and lualatex have the theme's own faces and need none of it. Each sign is given by
/// names only, so that the template builds the source: the code of the character, and one of a
/// command of text or mathematics, a letter with accents, plain characters, or nothing, where its
/// number is printed.
func signs(in tree: LayoutTree) -> [PDFTeXSign] {
  var scalars: Set<Unicode.Scalar> = []
  var tree = tree
  tree.forEachText { text in
    for run in text.runs {
      // As the source has them: composed, without blanks and what is left out.
      scalars.formUnion(latexText(run.text).unicodeScalars.lazy.filter { $0.value >= 0x80 })
    }
  }
  scalars.formUnion(latexText(tree.title).unicodeScalars.lazy.filter { $0.value >= 0x80 })
  return scalars.filter { !isNative($0) }.sorted().map(PDFTeXSign.init)
}

/// The part of every template that has pdfTeX draw what it lacks.
///
/// A drawn character keeps its own code in the PDF (`ActualText`) and in bookmarks.
let signsTemplate = #"""
  {{=<% %>=}}
  <%#hasSigns%>

  % --- Characters that pdflatex lacks, drawn; each keeps its own code in the PDF
  \ifpdftex
  <%#needsAMSSymbols%>
    \usepackage{amssymb}
  <%/needsAMSSymbols%>
    \newcommand\cvsign[3]{\texorpdfstring{\cvdrawn{#2}{#3}}{\unichar{"#1}}}
    \newcommand\cvdrawn[2]{\leavevmode\pdfliteral direct{/Span<</ActualText<FEFF#1>>>BDC}#2%
      \pdfliteral direct{EMC}}
    \newcommand\cvunseen[1]{\pdfliteral direct{3 Tr}#1\pdfliteral direct{0 Tr}}
  <%#signs%>
  <%#number%>
    \DeclareUnicodeCharacter{<%code%>}{U+<%code%>}
  <%/number%>
  <%#drawn%>
    \DeclareUnicodeCharacter{<%code%>}{\cvsign{<%code%>}{<%utf16%>}{<%! one line
  %><%#mathematics%>\ensuremath{\<%command%>}<%/mathematics%><%! by its command
  %><%#text%>\<%command%><%/text%><%! of letters
  %><%#letters%><%letters%><%/letters%><%! raised or lowered
  %><%#raised%>\textsuperscript{<%letters%>}<%/raised%><%!
  %><%#lowered%>\textsubscript{<%letters%>}<%/lowered%><%! a letter with accents
  %><%#accented%><%#isBelow%>\rlap{<%/isBelow%><%#accents%>\<%#grave%>`<%/grave%><%#acute%>'<%/acute%><%!
  %><%#circumflex%>^<%/circumflex%><%#tilde%>~<%/tilde%><%#diaeresis%>"<%/diaeresis%><%!
  %><%#macron%>=<%/macron%><%#dot%>.<%/dot%><%command%>{<%/accents%><%!
  %><%#isDotless%>\<%/isDotless%><%letter%><%#accents%>}<%/accents%><%!
  %><%#isBelow%>}\cvunseen{<%letter%>}<%/isBelow%><%/accented%>}}
  <%/drawn%>
  <%/signs%>
  \fi
  <%/hasSigns%>

  """#

/// A character that pdfTeX's fonts lack or name wrongly.
struct PDFTeXSign {
  private let scalar: Unicode.Scalar
  private let drawing: SignDrawing?

  fileprivate init(_ scalar: Unicode.Scalar) {
    self.scalar = scalar
    drawing = CVWriters.drawing(of: scalar)
  }

  /// Whether it is one of the symbols of the American Mathematical Society.
  var needsAMSSymbols: Bool {
    guard case .mathematics(let name)? = drawing else { return false }
    return amsCommands.contains(name)
  }

  var templateValue: TemplateValue {
    let utf16 = String(Character(scalar)).utf16.map { padded(String($0, radix: 16)) }.joined()
    var sign: [String: TemplateValue] = [
      "code": .text(padded(String(scalar.value, radix: 16))), "utf16": .text(utf16),
      drawing == nil ? "number" : "drawn": true,
    ]
    switch drawing {
    case .mathematics(let name)?: sign["mathematics"] = ["command": .text(name)]
    case .command(let name)?: sign["text"] = ["command": .text(name)]
    case .letters(let letters)?: sign["letters"] = ["letters": .text(letters)]
    case .raised(let letters)?: sign["raised"] = ["letters": .text(letters)]
    case .lowered(let letters)?: sign["lowered"] = ["letters": .text(letters)]
    case .accented(let accents, let letter)?:
      // An accent above takes the place of a dot. What hangs below is drawn last, so that a reader
      // would see the letter end there: an unseen letter behind it says where it does.
      let isDotted = letter == "i" || letter == "j"
      sign["accented"] = [
        "accents": .list(
          accents.reversed().map { [$0.isSign ? $0.name : "command": .text($0.name)] }),
        "letter": .text(letter),
        "isDotless": .flag(isDotted && !accents.allSatisfy(\.isBelow)),
        "isBelow": .flag(accents.contains(where: \.isBelow)),
      ]
    case nil: break
    }
    return .group(sign)
  }
}

private func padded(_ digits: String) -> String {
  String(repeating: "0", count: max(0, 4 - digits.count)) + digits.uppercased()
}

// MARK: Drawings

/// How pdfTeX draws a character.
private enum SignDrawing {
  case mathematics(String)
  case command(String)
  case letters(String)
  case raised(String)
  case lowered(String)
  /// The innermost accent first.
  case accented([Accent], letter: String)
}

/// A command for an accent; one of a sign, as `\~`, has a name only in the template.
private struct Accent {
  var name: String
  var isSign: Bool
  var isBelow: Bool { ["d", "c", "b", "k", "textcommabelow"].contains(name) }
}

private func drawing(of scalar: Unicode.Scalar) -> SignDrawing? {
  if let name = mathematics[scalar] { return .mathematics(name) }
  if let name = textCommands[scalar] { return .command(name) }
  if let letters = plainLetters[scalar] { return .letters(letters) }
  if let digit = scriptDigit(scalar, zero: 0x2080) { return .lowered(digit) }
  if let digit = scriptDigit(scalar, zero: 0x2070) { return .raised(digit) }
  return accented(scalar)
}

private func scriptDigit(_ scalar: Unicode.Scalar, zero: UInt32) -> String? {
  switch scalar {
  case "¹": zero == 0x2070 ? "1" : nil
  case "²": zero == 0x2070 ? "2" : nil
  case "³": zero == 0x2070 ? "3" : nil
  default:
    zero..<zero + 10 ~= scalar.value ? String(scalar.value - zero) : nil
  }
}

/// A letter with accents, told by its name: `LATIN SMALL LETTER E WITH CIRCUMFLEX AND TILDE`.
private func accented(_ scalar: Unicode.Scalar) -> SignDrawing? {
  guard let name = scalar.properties.name, let with = name.firstRange(of: " WITH ") else {
    return nil
  }
  let words = name[..<with.lowerBound].split(separator: " ")
  guard words.count == 4, words[0] == "LATIN", words[2] == "LETTER", words[3].count == 1 else {
    return nil
  }
  var accents: [Accent] = []
  for mark in name[with.upperBound...].split(separator: " AND ") {
    if let letter = letterAccents[String(mark)] {
      accents.append(Accent(name: letter, isSign: false))
    } else if signAccents.contains(String(mark)) {
      accents.append(Accent(name: mark.split(separator: " ")[0].lowercased(), isSign: true))
    } else {
      return nil
    }
  }
  let letter = words[1] == "SMALL" ? words[3].lowercased() : String(words[3])
  return .accented(accents, letter: letter)
}

// MARK: Tables

private let letterAccents = [
  "DOT BELOW": "d", "CEDILLA": "c", "OGONEK": "k", "CARON": "v", "BREVE": "u", "RING ABOVE": "r",
  "DOUBLE ACUTE": "H", "LINE BELOW": "b", "MACRON BELOW": "b", "COMMA BELOW": "textcommabelow",
]
private let signAccents: Set<String> = [
  "GRAVE", "ACUTE", "CIRCUMFLEX", "TILDE", "DIAERESIS", "MACRON", "DOT ABOVE",
]

private let textCommands: [Unicode.Scalar: String] = [
  "Đ": "DJ", "ẞ": "SS", "−": "textminus", "‱": "textpertenthousand", "₦": "textnaira",
  "₱": "textpeso", "℗": "textcircledP", "℞": "textrecipe", "℠": "textservicemark",
  "Ω": "textohm", "℧": "textmho", "฿": "textbaht", "⟨": "textlangle", "⟩": "textrangle",
  "◦": "textopenbullet", "⁎": "textasteriskcentered", "‒": "textendash", "―": "textemdash",
]

private let plainLetters: [Unicode.Scalar: String] = [
  "…": "...", "‐": "-", "‑": "-", "′": "’", "″": "”", "‥": "..", "‣": "•", "∙": "•", "∶": ":",
  "∕": "/", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
  "Ǆ": "DŽ", "ǅ": "Dž", "ǆ": "dž", "Ǉ": "LJ", "ǈ": "Lj", "ǉ": "lj", "Ǌ": "NJ", "ǋ": "Nj",
  "ǌ": "nj", "⅓": "1/3", "⅔": "2/3", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8",
  "Ⅰ": "I", "Ⅱ": "II", "Ⅲ": "III", "Ⅳ": "IV", "Ⅴ": "V", "Ⅵ": "VI", "Ⅶ": "VII", "Ⅷ": "VIII",
  "Ⅸ": "IX", "Ⅹ": "X", "‼": "!!", "⁇": "??", "⁈": "?!", "⁉": "!?", "Å": "Å", "K": "K",
  "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N",
  "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X", "ο": "o",
]

/// Pairs of a character and its command, in mathematics.
private let mathematics: [Unicode.Scalar: String] = {
  let words = """
    α alpha β beta γ gamma δ delta ε varepsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda
    μ mu ν nu ξ xi π pi ρ rho σ sigma ς varsigma τ tau υ upsilon φ varphi χ chi ψ psi ω omega
    ϵ epsilon ϕ phi ϑ vartheta Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Φ Phi Ψ Psi
    Ω Omega ↔ leftrightarrow ↕ updownarrow ↗ nearrow ↘ searrow ↖ nwarrow ↙ swarrow ⇒ Rightarrow
    ⇐ Leftarrow ⇔ Leftrightarrow ⇑ Uparrow ⇓ Downarrow ↦ mapsto ∀ forall ∃ exists ∅ emptyset
    ∂ partial ∆ Delta ∇ nabla ∈ in ∉ notin ∋ ni ∏ prod ∑ sum ∓ mp ∗ ast ∘ circ √ surd
    ∝ propto ∞ infty ∠ angle ∣ mid ∥ parallel ∧ wedge ∨ vee ∩ cap ∪ cup ∫ int ∼ sim ≅ cong
    ≈ approx ≠ neq ≡ equiv ≤ leq ≥ geq ≪ ll ≫ gg ⊂ subset ⊃ supset ⊆ subseteq ⊇ supseteq
    ⊕ oplus ⊖ ominus ⊗ otimes ⊘ oslash ⊢ vdash ⊣ dashv ⊤ top ⊥ bot ⋅ cdot ⋯ cdots ⋆ star
    ℓ ell ℜ Re ℑ Im ℵ aleph ⟂ perp △ triangle ▽ bigtriangledown ▷ triangleright ◁ triangleleft
    ◇ diamond ◊ lozenge ○ bigcirc ● bullet ◯ bigcirc ♠ spadesuit ♣ clubsuit ♥ heartsuit ♡
    heartsuit ♦ diamondsuit ♭ flat ♮ natural ♯ sharp ■ blacksquare □ square ▪ blacksquare ▫ square
    ▲ blacktriangle ▶ blacktriangleright ► blacktriangleright ▸ blacktriangleright ◀
    blacktriangleleft ▼ blacktriangledown ◆ blacklozenge ★ bigstar ☆ star ✓ checkmark ✔ checkmark
    ☑ checkmark ℏ hbar
    """.split { $0 == " " || $0 == "\n" }
  var table: [Unicode.Scalar: String] = [:]
  for index in stride(from: 0, to: words.count - 1, by: 2) {
    if let scalar = words[index].unicodeScalars.first { table[scalar] = String(words[index + 1]) }
  }
  return table
}()

/// Commands of the package amssymb.
private let amsCommands: Set<String> = [
  "blacksquare", "square", "blacktriangle", "blacktriangleright", "blacktriangleleft",
  "blacktriangledown", "blacklozenge", "lozenge", "bigstar", "checkmark",
]

/// Whether T1 and TS1 in Latin Modern have a character and `pdftotext` reads it back as itself.
///
/// Found by setting every character of `t1enc.dfu` and `ts1enc.dfu` (LaTeX of 2021) with cmap.
private func isNative(_ scalar: Unicode.Scalar) -> Bool {
  nativeRanges.contains { $0 ~= scalar.value }
}

private let nativeRanges: [ClosedRange<UInt32>] = [
  0xA1...0xAC, 0xAE...0xB1, 0xB4...0xB7, 0xBA...0xFF, 0x102...0x107, 0x10C...0x10F,
  0x111...0x111, 0x118...0x11B, 0x11E...0x11F, 0x130...0x133, 0x139...0x13A, 0x13D...0x13E,
  0x141...0x144, 0x147...0x148, 0x14A...0x14B, 0x150...0x155, 0x158...0x15B, 0x15E...0x161,
  0x164...0x165, 0x16E...0x171, 0x178...0x17E, 0x192...0x192, 0x237...0x237, 0x2C7...0x2C7,
  0x2D8...0x2D9, 0x2DD...0x2DD, 0x2013...0x2014, 0x2016...0x2016, 0x2018...0x201A,
  0x201C...0x201E, 0x2020...0x2022, 0x2030...0x2030, 0x2039...0x203B, 0x203D...0x203D,
  0x2044...0x2044, 0x20A1...0x20A1, 0x20A4...0x20A4, 0x20A9...0x20A9, 0x20AB...0x20AC,
  0x2103...0x2103, 0x2116...0x2116, 0x2122...0x2122, 0x212E...0x212E, 0x2190...0x2193,
  0x2423...0x2423, 0x25E6...0x25E6, 0x266A...0x266A,
]
