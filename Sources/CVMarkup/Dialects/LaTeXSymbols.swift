// SPDX-License-Identifier: MIT

/// What commands of LaTeX stand for, where they stand for signs.
package enum LaTeXSymbols {
  /// Commands without an argument.
  package static let signs: [String: String] = {
    var signs = [
      "ss": "ß", "SS": "SS", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø",
      "aa": "å", "AA": "Å", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð",
      "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
      "textcopyright": "©", "copyright": "©", "textregistered": "®", "texttrademark": "™",
      "textendash": "–", "textemdash": "—", "dots": "…", "ldots": "…", "textellipsis": "…",
      "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
      "textquotedblright": "”", "guillemotleft": "«", "guillemotright": "»", "quotedblbase": "„",
      "textquotesingle": "'", "textasciitilde": "~", "textasciicircum": "^", "textbackslash": "\\",
      "textunderscore": "_", "textbar": "|", "textless": "<", "textgreater": ">", "textmu": "µ",
      "textdegree": "°", "degree": "°", "textperiodcentered": "·", "textbullet": "•",
      "textexclamdown": "¡", "textquestiondown": "¿", "pounds": "£", "textsterling": "£",
      "euro": "€", "texteuro": "€", "textordfeminine": "ª", "textordmasculine": "º", "S": "§",
      "P": "¶", "dag": "†", "ddag": "‡", "textdagger": "†", "LaTeX": "LaTeX", "TeX": "TeX",
      "BibTeX": "BibTeX", "lq": "‘", "rq": "’", "slash": "/", "textsuperscript": "",
      "times": "×", "pm": "±", "cdot": "·", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥",
      "neq": "≠", "approx": "≈", "sim": "∼", "to": "→", "rightarrow": "→", "leftarrow": "←",
      "infty": "∞", "ell": "ℓ", "partial": "∂", "nabla": "∇", "sum": "∑", "prod": "∏",
      "int": "∫", "in": "∈", "subset": "⊂", "cup": "∪", "cap": "∩", "circ": "°", "prime": "′",
      "sqrt": "√", "dagger": "†", "ddagger": "‡", "ast": "*", "star": "⋆", "cdots": "⋯",
      "hbar": "ℏ",
      "quad": " ", "qquad": " ", "space": " ", "newline": " ", "par": " ", "langle": "⟨",
      "rangle": "⟩", "lbrace": "{", "rbrace": "}", "ll": "≪", "gg": "≫", "propto": "∝",
      "oplus": "⊕", "otimes": "⊗", "clubsuit": "♣", "spadesuit": "♠",
      "heartsuit": "♥", "diamondsuit": "♦", "bigstar": "★", "sharp": "♯", "flat": "♭",
      "natural": "♮",
      "perp": "⊥", "parallel": "∥", "forall": "∀", "exists": "∃",
    ]
    for (index, name) in greek.enumerated() where !name.isEmpty {
      let small = Unicode.Scalar(0x3B1 + UInt32(index)).map { String($0) } ?? ""
      signs[name] = small
      let capital = Unicode.Scalar(0x391 + UInt32(index)).map { String($0) } ?? ""
      signs[name.prefix(1).uppercased() + name.dropFirst()] = capital
    }
    signs.merge(
      ["varepsilon": "ε", "vartheta": "ϑ", "varphi": "φ", "phi": "φ", "varsigma": "ς"],
      uniquingKeysWith: { $1 })
    return signs
  }()

  /// In the order of Unicode from U+03B1; the place of the final sigma is empty.
  private static let greek = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
    "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "", "sigma", "tau", "upsilon", "phi",
    "chi", "psi", "omega",
  ]

  /// The letter with an accent; where Unicode has none, the letter and the combining accent.
  package static func accented(_ base: String, _ accent: String) -> String? {
    guard let row = accents[accent] else { return nil }
    let letter = base == "ı" ? "i" : base == "ȷ" ? "j" : base
    guard let first = letter.first else { return row.alone }
    if let composed = row.pairs[first] { return String(composed) + letter.dropFirst() }
    return String(first) + String(row.combining) + letter.dropFirst()
  }

  /// One accent: its letters, its combining form, and how it stands alone.
  private struct Accent {
    var pairs: [Character: Character]
    var combining: Unicode.Scalar
    var alone: String

    init(_ letters: String, _ combining: Unicode.Scalar, alone: String) {
      let signs = Array(letters)
      pairs = Dictionary(
        stride(from: 0, to: signs.count - 1, by: 2).map { (signs[$0], signs[$0 + 1]) },
        uniquingKeysWith: { $1 })
      self.combining = combining
      self.alone = alone
    }
  }

  private static let accents: [String: Accent] = [
    "'": Accent(
      "aáeéiíoóuúyýcćlĺnńrŕsśzźgǵmḿpṕwẃkḱAÁEÉIÍOÓUÚYÝCĆLĹNŃRŔSŚZŹGǴMḾPṔWẂKḰ", "\u{301}",
      alone: "´"),
    "`": Accent("aàeèiìoòuùnǹwẁyỳAÀEÈIÌOÒUÙNǸWẀYỲ", "\u{300}", alone: "‘"),
    "^": Accent(
      "aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷzẑAÂEÊIÎOÔUÛCĈGĜHĤJĴSŜWŴYŶZẐ", "\u{302}", alone: "^"),
    "\"": Accent("aäeëiïoöuüyÿwẅxẍhḧtẗAÄEËIÏOÖUÜYŸWẄXẌHḦ", "\u{308}", alone: "¨"),
    "~": Accent("aãnñoõiĩuũeẽyỹvṽAÃNÑOÕIĨUŨEẼYỸVṼ", "\u{303}", alone: "~"),
    "=": Accent("aāeēiīoōuūgḡyȳAĀEĒIĪOŌUŪGḠYȲ", "\u{304}", alone: "¯"),
    ".": Accent("zżcċeėgġaȧoȯnṅmṁsṡtṫyẏZŻCĊEĖGĠIİAȦOȮNṄMṀSṠTṪYẎ", "\u{307}", alone: "˙"),
    "u": Accent("aăeĕgğiĭoŏuŭAĂEĔGĞIĬOŎUŬ", "\u{306}", alone: "˘"),
    "v": Accent(
      "cčdďeělľnňrřsštťzžaǎiǐoǒuǔgǧkǩjǰhȟCČDĎEĚLĽNŇRŘSŠTŤZŽAǍIǏOǑUǓGǦKǨHȞ", "\u{30C}", alone: "ˇ"),
    "H": Accent("oőuűOŐUŰ", "\u{30B}", alone: "˝"),
    "c": Accent("cçsştţeȩgģkķlļnņrŗdḑhḩCÇSŞTŢEȨGĢKĶLĻNŅRŖDḐHḨ", "\u{327}", alone: "¸"),
    "d": Accent(
      "aạeẹiịoọuụyỵsṣtṭdḍhḥlḷmṃnṇrṛzẓkḳAẠEẸIỊOỌUỤYỴSṢTṬDḌHḤLḶMṂNṆRṚZẒKḲ", "\u{323}", alone: "."),
    "b": Accent("dḏkḵlḻnṉrṟtṯzẕDḎKḴLḺNṈRṞTṮZẔ", "\u{331}", alone: "_"),
    "k": Accent("aąeęiįoǫuųAĄEĘIĮOǪUŲ", "\u{328}", alone: "˛"),
    "r": Accent("aåuůwẘyẙAÅUŮ", "\u{30A}", alone: "˚"),
    "t": Accent("", "\u{361}", alone: "⁀"),
  ]
}
