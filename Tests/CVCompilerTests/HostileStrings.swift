// SPDX-License-Identifier: MIT

/// Texts that programs stumble over, by class.
enum HostileStrings {
  static let all =
    words + numbers + letters + marks + directions + invisible + controls + quotes + markup
    + commands + paths + templates + long

  /// What languages and formats of data take for something else than a text.
  private static let words = [
    "null", "NULL", "nil", "None", "undefined", "NaN", "Infinity", "-Infinity", "true", "False",
    "yes", "NO", "on", "~", "-", "--", "---", "...", "N/A", "constructor", "__proto__", "hasOwn",
    "CON", "PRN", "AUX", "COM1", "LPT9", "con.txt", "name", "title", "About", "Present", "Skills",
    "TRUE FALSE", "undef", "then", "\\", "\\\\", "!!str x", "&anchor *anchor", "<<: *x", "|", ">-",
    "? key", "[a, b]", "{a: b}", "a: b", "@type", "%YAML 1.2", "=1+1", "+1-1", "@SUM(1)", "\t=2",
  ]

  private static let numbers = [
    "0", "-0", "1.00", "$1.00", "1/2", "1E2", "1E+02", "-1E-9", "0x1F", "0b1", "0o17", "1e400",
    "999999999999999999999999", "2147483648", "-9223372036854775809", "1,000.5", "1 000,5", "1'000",
    "00012", "08", "1_000", "٠١٢٣٤", "１２３", "²³¹", "½ ⅓", "Ⅷ", "2020-13-45", "31.02.2020",
    "2020-", "0000", "9999 – 10000", "12:60:61", "-1", "١٢٫٥",
  ]

  private static let letters = [
    "田中さんにあげて下さい", "사회과학원 어학연구소", "表ポあ㍻鷗𠮷", "𝔄𝔡𝔞 𝓡𝓸𝓮 𝟚", "ÅÍÎÏ˝ÓÔ˚ÒÚÆ☃",
    "œ∑´®†¥¨ˆøπ", "ЁЂЃЄЅІЇЈ", "İıßẞſ ŉ ǆ ǅ", "ﬁ ﬂ ﬃ", "נִקּוּד", "مُناقَشة", "हिन्दी क्षत्रिय",
    "ཨོཾ་མཎི", "ᚠᛇᚻ", "𓀀𓂀", "가각힣", "ไทยก็", "Ω≈ç√∫µ≤≥÷", "ⓐⓑ ㊙ ㋿", "⁰¹²₀₁₂", "ʞɔɐq",
  ]

  private static let marks = [
    "Z\u{351}\u{36B}\u{343}A\u{334}\u{335}\u{321}L\u{36F}\u{301}G\u{35C}\u{35D}O\u{338}",
    "e" + String(repeating: "\u{301}", count: 60), "\u{301}\u{302} first", "a\u{20DD}b\u{20E3}",
    "👩‍👩‍👧‍👦 🏳️‍🌈 👨🏿‍🚀", "🇦🇷🇧 🇽🇽", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 🫥 👾", "❤️ ♥︎ ♥️", "0️⃣ #️⃣ *️⃣", "🅰️🅱️", "\u{1F3FF}\u{1F3FF}",
    "♥\u{FE0E}\u{FE0F}", "\u{200D}👩\u{200D}",
  ]

  private static let directions = [
    "\u{202E}desrever\u{202C}", "\u{202E}never closed", "\u{2067}apart",
    "\u{2066}a\u{2069}\u{2069}",
    "\u{202A}\u{202B}\u{202D}deep", "שלום world 123 עולם", "(עברית) [abc]", "\u{200F}mark\u{200E}",
    "\u{61C}12", "ألف – 2020", "a\u{202E}gpj.exe", String(repeating: "\u{202B}", count: 130) + "x",
  ]

  private static let invisible = [
    "a\u{200B}b\u{200C}c\u{200D}d\u{2060}e", "\u{FEFF}mark\u{FEFF}",
    noncharacters, "\u{E000}\u{F8FF} own", "\u{10FFFD}", "\u{FFFD}\u{FFFD}", "\u{AD}soft\u{AD}",
    " ",
    "\u{A0}", "\u{3000}", "\u{2028}line\u{2029}", "\u{180E}\u{115F}\u{3164}", "\u{E0001}\u{E0041}",
    "\u{2000}\u{2001}\u{2009}\u{200A}", "\u{34F}\u{17B4}", "x\u{FFF9}y\u{FFFA}z\u{FFFB}",
  ]

  /// Swift has no literals for them.
  private static let noncharacters = String(
    String.UnicodeScalarView(
      [0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFF].compactMap { Unicode.Scalar($0 as UInt32) }))

  private static let controls = [
    "nul\u{0}byte", "\u{1}\u{2}\u{3}\u{4}", "bell\u{7}back\u{8}", "del\u{7F}", "\u{80}\u{85}\u{9F}",
    "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;title\u{7}", "\u{9B}2J", "\u{1B}]8;;https://e.org\u{1B}\\x",
    "\u{1B}]52;c;eA==\u{7}", "a\rb", "a\u{B}b\u{C}c", "\u{1B}", "\u{1B}c\u{1B}(0", "a\u{1A}b",
  ]

  private static let quotes = [
    "'", "\"", "''", "\"\"", "'\"'", "\"''''\"'\"", "`", "´ ` ‘ ’ ‚ ‛ “ ” „ ‟ ′ ″", "« » ‹ ›",
    "O'Roe",
    "“ never closed", "(", ")", "[", "]]", "{", "}}", "((((((", "<", ">", "&", "&amp;amp;", "&#0;",
    "&#x202E;", "&#xD800;", "&nosuch;", "*", "**", "***a**", "_", "__init__", "~~", "#", "######",
    "a*b*c_d_e", "|a|b|", ":---:", "!", "![", "[]()", "[x]: y", "[^1]", "$", "$$", "$x$", "\\(x\\)",
    "%", "%%", "^", "^^", "+ a", "1. a", "1) a", "- a", "> a", "```", "~~~", "===", "<!--", "-->",
  ]

  private static let markup = [
    "<script>alert(7)</script>", "<ScRiPt src=//e.org/x>", "<img src=x onerror=alert(7)>",
    "\"><script>alert(7)</script>", "' autofocus onfocus=alert(7) x='", "<svg/onload=alert(7)>",
    "<iframe srcdoc='<b>'>", "<a href=\"javascript:alert(7)\">x</a>", "[x](javascript:alert(7))",
    "[x](data:text/html,<script>)", "![x](\" onerror=alert(7))", "<style>*{color:red}</style>",
    "</title></head><body onload=alert(7)>", "<![CDATA[ x ]]>", "<?xml version=\"1.0\"?>",
    "<!DOCTYPE x>",
    "<math href=\"javascript:x\">", "<x:y>", "<b", "</b", "<a b='c", "<plaintext>",
    "<base href=//e.org>",
    "<object data=x>", "<!ENTITY x SYSTEM \"file:///etc/passwd\">&x;",
    "<div style=\"x:expression(1)\">",
    "<input onfocus=alert(7) autofocus>", "<meta http-equiv=refresh>", "\u{FF1C}script\u{FF1E}",
  ]

  private static let commands = [
    "1; DROP TABLE people", "' OR '1'='1", "1' UNION SELECT NULL--", "Robert'); DELETE FROM cv;--",
    "$(touch pwned)", "`touch pwned`", "; touch pwned", "| touch pwned", "&& touch pwned", "$HOME",
    "${IFS}x", "%PATH%", "!!", "-rf", "--help", "--output=/tmp/x", "() { :;}; echo x", "%s%s%n%x",
    "%d%*d", "{0}", "%(name)s", "\\input{/etc/passwd}", "\\write18{id}", "\\immediate\\openout5=x",
    "\\end{document}", "^^5cinput x", "\\csname x\\endcsname", "\\def\\x{\\x}\\x",
    "\\catcode`\\{=12",
    "/JavaScript (app.alert)", ") /S /URI", "endstream endobj", "%PDF-1.7", "<< /Type /Action >>",
    "eval(x)", "__import__('os')", "System.exit(1)", "@import 'x';", "*/ x { } /*",
    "javascript:alert(7)",
  ]

  private static let paths = [
    "../../../etc/passwd", "..\\..\\x", "/dev/zero", "/proc/self/environ", "file:///etc/passwd",
    "C:\\con\\con", "\\\\host\\share", "~root", "a/b/c", ".", "..", ".hidden", "x.", "x ", "*.md",
    "%2e%2e%2f", "http://[::1]/", "http://a@b@c/", "https://e.org/(a)b[c", "mailto:a?x=y",
    "//e.org",
    "tel:+1'2", "http://example.org/%00%ff", "http://" + String(repeating: "a.", count: 50) + "org",
  ]

  private static let templates = [
    "{{ 7 | times: 7 }}", "{% raw %}", "{% endraw %}", "{% for x in (1..9) %}",
    "{% include /etc/passwd %}",
    "{{", "{%", "%}", "{{{x}}}", "{#x#}", "${7*7}", "#{7*7}", "<%= 7 * 7 %>", "[[x]]", "{: .x}",
    "{:toc}",
    "{name}", "{role} for {company}", "{{< x >}}", "{{% x %}}", ":::", "[TOC]", "@@x@@",
    "{tags: a}",
    "{tags=\"a\"}", "\\(", "<?php echo 7*7 ?>", "<#if x>", "*[x]: y",
  ]

  private static let long = [
    String(repeating: "a", count: 3_000), String(repeating: "ab ", count: 1_000),
    String(repeating: "a\u{301}\u{302}\u{303}", count: 500), String(repeating: "中", count: 1_000),
    String(repeating: "-", count: 2_000), String(repeating: ".", count: 2_000),
    String(repeating: "a-", count: 1_000), String(repeating: "(", count: 1_000),
    String(repeating: "*a", count: 1_000), String(repeating: "[a](", count: 500),
    String(repeating: "👩‍👧", count: 300), String(repeating: "a/", count: 1_000),
    String(repeating: "é", count: 2_000), String(repeating: "aBc1", count: 5_000),
    String(repeating: "2019 – 2020Engineer ", count: 1_000),
    String(repeating: "A. Roe, ", count: 500), String(repeating: "2020 ", count: 500),
    String(repeating: "2020-", count: 600), String(repeating: "**2020** ", count: 300),
    String(repeating: "a@e.org ", count: 300), String(repeating: "\\x{", count: 700),
    String(repeating: "[^1]: ", count: 500), String(repeating: "&", count: 3_000),
  ]
}
