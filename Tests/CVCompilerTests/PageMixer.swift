// SPDX-License-Identifier: MIT
import Foundation
import TestSupport

/// Makes pages of parts of the fictional profiles and of pieces of its own.
///
/// Each piece has words that occur nowhere else: some that readers of the page see, and some that
/// nobody sees.
struct PageMixer {
  private(set) var page = ""
  private(set) var visible: [String] = []
  private(set) var hidden: [String] = []

  /// - Parameter isWild: Whether parts are cut from profiles anywhere, through open comments and
  ///   blocks of code; then nobody can say what is seen.
  init(seed: Int, isWild: Bool = false) {
    var random = SeededGenerator(seed: UInt64(seed))
    var parts: [String] = []
    for _ in 0..<Int.random(in: 3...14, using: &random) {
      if Int.random(in: 0..<3, using: &random) == 0 {
        parts.append(Self.part(isWild: isWild, &random))
      } else {
        let piece = Self.pieces.randomElement(using: &random) ?? ""
        parts.append(filled(piece, &random))
      }
    }
    page = parts.joined(separator: "\n\n") + "\n"
  }

  /// A piece with a word of its own for each sign that stands for one.
  private mutating func filled(_ piece: String, _ random: inout SeededGenerator) -> String {
    var text = ""
    for character in piece {
      guard character == "¤" || character == "§" else {
        text.append(character)
        continue
      }
      var letters = ""
      for _ in 0..<8 { letters.append(Self.letters.randomElement(using: &random) ?? "a") }
      if character == "¤" {
        visible.append("V" + letters)
        text += "V" + letters
      } else {
        hidden.append("zz" + letters)
        text += "zz" + letters
      }
    }
    return text
  }

  /// Without those that make words: names, plurals, roman numbers.
  private static let letters = Array("bdfghklmnprtwaeou")

  /// Some blocks of a profile that follow each other.
  private static func part(isWild: Bool, _ random: inout SeededGenerator) -> String {
    let blocks = profiles.randomElement(using: &random) ?? []
    let start = Int.random(in: 0..<max(1, blocks.count), using: &random)
    let part = blocks[start...].prefix(Int.random(in: 1...6, using: &random))
      .joined(separator: "\n\n")
    return isWild || isBalanced(part) ? part : ""
  }

  /// Whether what a part opens is closed in it.
  private static func isBalanced(_ part: String) -> Bool {
    let lower = part.lowercased()
    func count(_ text: String) -> Int { lower.components(separatedBy: text).count }
    return count("<!--") == count("-->") && count("```") % 2 == 1 && count("~~~") % 2 == 1
      && count("{%") == count("%}")
      && ![
        "<script", "<style", "<pre", "<textarea", "comment", "hidden", "none", "raw", "<?", ":::",
      ]
      .contains(where: lower.contains)
  }

  /// The pages of the fictional profiles without their front matter, in blocks.
  private static let profiles: [[String]] = fictionalPages.compactMap { name in
    guard let bytes = try? testFile("Profiles/\(name)") else { return nil }
    var text = String(decoding: bytes, as: UTF8.self)
    if text.hasPrefix("---\n"), let end = text.dropFirst(4).firstRange(of: "\n---\n") {
      text = String(text[end.upperBound...])
    }
    return text.components(separatedBy: "\n\n")
  }

  /// `¤` stands for a word that is seen, `§` for one that is not.
  private static let pieces = titles + lists + tables + containers + comments + concealed + inline

  private static let titles = [
    "# Experience", "## Education", "# Publications", "**Awards**", "Skills\n======", "## 🔥 News",
    "<h2>Talks</h2>", "# 教育经历", "## Veröffentlichungen", "### ¤ Lab", "# ¤", "## Service {#§}",
    "<h3>Teaching <small>¤</small></h3>", "__Projects__", "# About Me\n¤ right below",
  ]

  private static let lists = [
    "- ¤, ¤, 2019 – 2020\n  - ¤\n    1. ¤ ¤\n- ¤", "* ¤\n\n* ¤\n\n  ¤ in a paragraph",
    "1. **¤, A.**, ¤ and Roe, C. “¤ ¤ ¤.” *¤ Letters*, 2020. [[pdf]](https://example.org/¤)",
    "2. A. ¤, B. ¤. ¤ of ¤. In Proc. ¤, pp. 3–9, 2021.", "- **¤:** ¤, ¤; ¤", "- ¤ | ¤ | ¤ | 2018",
    "¤\n: ¤ ¤\n: ¤", "- [x] ¤\n- [ ] ¤", "2021. ¤ Prize\n2020. ¤ Prize", "- *2024.02*: 🎉 ¤ ~~¤~~",
    "- ¤\n1. ¤\n+ ¤", "<ul><li>¤<li>¤ <ul><li>¤</ul></ul>", "* * * ¤",
  ]

  private static let tables = [
    "| ¤ | ¤ |\n|---|---|\n| 2019 | ¤ |\n| 2020 | ¤ ¤ |", "| ¤ |\n|---|\n",
    "<table><tr><td>¤<td>¤<tr><td>2020<td>¤</table>",
    "<table><thead><tr><th>Year</th><th>¤</th></tr></thead><tr><td>2020</td><td><ul><li>¤</ul>"
      + "</td></tr></table>", "¤ ¤\t2020\n¤\t2021", "|¤|¤",
  ]

  private static let containers = [
    "<div class='card'><h3>¤</h3><p>¤, ¤</p><ul><li>¤ 2020</li></ul></div>",
    "<div class='row'><p><b>¤</b> ¤", "</div>", "> ¤\n> ¤\n\n> ¤", "::: {.card}\n¤\n:::",
    "<details><summary>¤</summary>¤ ¤</details>", "```\n¤ ¤\n```", "    ¤ code", "---", "***",
    "### ¤ at ¤\n*2019 – 2020*, ¤\n\n- ¤\n- ¤", "**¤** — ¤\n*¤*\n¤", "<section><p>¤</section>",
    "<dl><dt>¤</dt><dd>¤</dd></dl>", "<center>¤<br>¤</center>",
  ]

  private static let comments = [
    "<!-- § -->", "<!--\n## §\n\n- § and §\n-->", "¤ <!-- § --> ¤", "- ¤\n<!-- - § -->\n- ¤",
    "{% comment %} § {% endcomment %}", "[//]: # (§)", "{::comment}\n§\n{:/comment}",
    "| ¤ | <!-- § --> ¤ |\n|---|---|\n| 1 | 2 |", "<!-- § --><!-- § -->\n## ¤ <!-- § -->",
    "<div><!-- § --><p>¤</p></div>", "<!--§-->- ¤", "[comment]: <> (§)",
  ]

  private static let concealed = [
    "<span style='display:none'>§</span> ¤", "<p hidden>§ §</p>",
    "<div style=\"color:#fff; font-size:1px\">§</div>",
    "<script>var § = '¤¤'</script>"
      .replacing("¤", with: "§"), "<style>.§ { color: red }</style>", "<?php echo '§' ?> ¤",
    "¤\n{: .§ #§}", "{% for post in site.posts %}\n- §\n{% endfor %}", "{% include § %} ¤",
    "<p style=\"visibility: hidden\">§</p>", "<template>§</template>", "<title>§</title> ¤",
    "<noscript>§</noscript>",
    "{{ site.§ }} ¤", "<a id=\"§\"></a>¤", "<span class=\"§\">¤</span>",
    "<div style=\"opacity:0\">\n\n- §\n\n</div>", "<svg><text>§</text></svg> ¤",
  ]

  private static let inline = [
    "[¤](https://example.org/x) and [¤][ref]\n\n[ref]: https://example.org", "$\\alpha_¤$ ¤",
    "&nbsp;¤&nbsp;&amp;&nbsp;¤", "**¤ *¤* ¤** `¤`", "<b>¤ <i>¤", "¤[^1]\n\n[^1]: ¤", "¤  \n¤\\\n¤",
    "\\begin{itemize}\\item ¤ \\item ¤\\end{itemize}", "¤@example.org, ¤", "Dr. ¤ ¤, PhD (¤)",
    "<font color=red>¤</font><sup>¤</sup>", "https://example.org/¤ ¤", "¤ – ¤, Sept 2019 - now",
    "*¤**¤**¤*", "“¤ ¤” — ¤", "¤ <kbd>¤</kbd> &lt;¤&gt; 中文¤", "{ ¤ } [ ¤ ] ( ¤ ) < ¤ >",
  ]
}

/// The paths of all fictional pages below `Tests/Profiles`.
let fictionalPages: [String] = {
  let folder = checkout.appending(path: "Tests/Profiles")
  let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
  return (names ?? []).filter { $0.hasSuffix(".md") }.sorted()
}()
