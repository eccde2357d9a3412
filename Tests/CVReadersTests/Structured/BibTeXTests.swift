// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel
import TestSupport
import Testing

@testable import CVReaders

@Suite struct BibTeXTests {
  private func read(_ source: String) -> (Bibliography, SourceSet) {
    var sources = SourceSet()
    var log = DiagnosticLog()
    guard let text = decode(Array(source.utf8), name: "x.bib", into: &sources, log: &log) else {
      return (Bibliography(), sources)
    }
    return (readBibTeX(text), sources)
  }

  /// The works, each in one line.
  private func works(_ source: String) -> [String] { read(source).0.works.map(\.summary) }

  /// The one work of an article with a title and these fields.
  private func work(_ fields: String, type: String = "article") -> String {
    works("@\(type){k, title = {T}, \(fields)}").joined(separator: "\n")
  }

  private func messages(_ source: String) -> [String] {
    let (bibliography, sources) = read(source)
    return bibliography.log.diagnostics.map { diagnostic in
      let place = diagnostic.span.map { sources.place(of: $0).position }
      return "\(place?.line ?? 0):\(place?.column ?? 0): \(diagnostic.message)"
    }
  }

  // MARK: Text

  @Test(arguments: [
    (#"{\'e}t\'e \'{E} {\'{e}} \'\i {\'\i} \"{\i}"#, "été É é í í ï"),
    (#"Stra{\ss}e \ss Gr\"o{\ss}e"#, "Straße ßGröße"), (#"\~n {\~n} \~{n}"#, "ñ ñ ñ"),
    (
      #"\c{c} \c c {\c{C}} \v{s} \v s \u{g} \H{o} \k{a} \r{a} \d{s} \b{d} \.z \=a"#,
      "ç ç Ç š š ğ ő ą å ṣ ḏ ż ā"
    ),
    (#"\O re{\o}l \AA{} {\L}odz \ae{}r \oe \dh{} \th"#, "Øreøl Å Łodz ær œð þ"),
    (##"a \& b \% c \_ d \$ e \# f \{g\}"##, "a & b % c _ d $ e # f {g}"),
    ("1--2 --- a", "1–2 — a"), ("``a'' `b'", "“a” `b'"), ("a~b", "a\u{A0}b"),
    (
      #"$\alpha$-$\Omega$ $x^2$ H$_2$O CO$_{2}$ $10^{-3}$ $a \times b$"#,
      "α-Ω x2 H2O CO2 10-3 a ×b"
    ),
    (#"\emph{A} \textbf{B} {\it C} {\bf D} \textsc{E} \texttt{F}"#, "A B C D E F"),
    (#"{{CVPR}} {N}eur{IPS}"#, "CVPR NeurIPS"), (#"\foo{bar} \relax baz"#, "bar baz"),
    (#"\textcopyright{} 2020 \copyright 2020"#, "© 2020 ©2020"),
    (#"\LaTeX{} and \TeX"#, "LaTeX and TeX"),
    (#"\v{x} \'{q} \"q"#, "x\u{30C} q\u{301} q\u{308}"), (#"\"#, ""), (#"a\"#, "a"), (#"\'"#, ""),
    ("}}}a{{{", "a"), (#"\url{https://e.org/a_b}"#, "https://e.org/a_b"),
    (#"\href{https://e.org}{site}"#, "site"), ("naïve 漢字", "naïve 漢字"), ("$", ""), ("a$b", "ab"),
    (#"Erd\H{o}s--R\'enyi"#, "Erdős–Rényi"), (#"\noopsort{a}b"#, "ab"), (#"x\ y\,z"#, "x y z"),
  ])
  func turnsLaTeXIntoText(source: String, text: String) {
    let file = SourceFile(name: "x", text: Array(source.utf8))
    #expect(LaTeXText.rich([EditedText(file, id: FileID(0))]).text == text)
  }

  @Test func keepsEmphasisLinksAndPlaces() {
    let source = "@misc{k, title = {A \\emph{bc} \\href{https://e.org}{d}$^{2}$ e}}"
    let (bibliography, sources) = read(source)
    var runs: [String] = []
    bibliography.works[0].title.forEachRun { run, part in
      let link = run.attributes.link.map { " " + $0 } ?? ""
      runs.append("\(part)|\(run.attributes.marks.rawValue)\(link)")
      if let span = run.span { #expect(sources.text(of: span) == part) }
    }
    #expect(runs == ["A |0", "bc|2", " |0", "d|0 https://e.org", "2|16", " e|0"])
  }

  // MARK: Names

  @Test(arguments: [
    ("Roe, Ada and Poe, Bo", "Ada Roe|Bo Poe"), ("Ada Roe AND Bo Poe", "Ada Roe|Bo Poe"),
    ("von Roe, Ada", "Ada von Roe"), ("von Roe, Jr, Ada", "Ada von Roe, Jr"),
    ("Ada von Roe", "Ada von Roe"),
    ("{Acme and Sons, Ltd} and Roe, A.", "Acme and Sons, Ltd|A. Roe"),
    ("Roe, A. and others", "A. Roe|…"), ("Roe, A.\n and\n Poe, B.", "A. Roe|B. Poe"),
    (#"{\'E}lan, {\O}ystein"#, "Øystein Élan"), ("Roe*, Ada and Poe, Bo*", "Ada Roe=|Bo Poe="),
    (#"\textbf{Roe, A.} and Poe, B."#, "Roe, A.!|B. Poe"),
    ("Andy Band and Ann Dand", "Andy Band|Ann Dand"),
    ("family=Roe, given=Ada, prefix=von", "Ada von Roe"), ("", ""), (" and ", ""), ("Roe", "Roe"),
    ("{Roe}, {Ada}", "Ada Roe"), ("罗, 伊", "伊 罗"), ("a, b, c, d", "c a d, b"),
  ])
  func readsNames(source: String, names: String) {
    let summary = work("author = {\(source)}")
    #expect(summary == (names.isEmpty ? "title=T" : "title=T; authors=\(names)"))
  }

  @Test func takesNamesBetweenBracesOfOnePairForBodies() {
    let source = #"@misc{k, title = {T}, author = {{Acme Rain} and {\O}ystein {Roe}}}"#
    let authors = read(source).0.works.flatMap(\.authors)
    #expect(authors.map(\.name) == ["Acme Rain", "Øystein Roe"])
    #expect(authors.map(\.family) == ["Acme Rain", nil])
  }

  @Test(arguments: [
    ("award = {Best Paper Award}, award_name = {Award}", "Best Paper Award"),
    ("award = {One of 300}, award_name = {Oral}", "Oral|One of 300"),
    ("award_name = {Oral}", "Oral"),
  ])
  func readsAwardsBehindTheirButton(fields: String, awards: String) {
    let (bibliography, _) = read("@misc{k, title = {T}, \(fields)}")
    #expect(bibliography.works[0].awards.map(\.text).joined(separator: "|") == awards)
  }

  // MARK: Fields

  @Test(arguments: [
    (
      "journal = {J}, volume = 1, number = {2}, pages = {3--4}, year = 2020",
      "title=T; venue=J; vol=1; no=2; pp=3–4; year=2020"
    ),
    ("journaltitle = {J}, date = {2020-03-04}", "title=T; venue=J; year=2020"),
    ("year = {to appear}", "title=T; status=to appear"),
    ("note = {in press}", "title=T; status=in press"),
    ("note = {Best Paper Award}", "title=T; awards=[\"Best Paper Award\"]"),
    ("note = {A word}", "title=T; note=A word"), ("number = {}, volume = \"\"", "title=T"),
    ("doi = {https://doi.org/10.5555/a_b}", "title=T; doi=10.5555/a_b; links=[\"DOI\"]"),
    (
      #"doi = {10.5555/a\_b}, url = {https://doi.org/10.5555/a_b}"#,
      "title=T; doi=10.5555/a_b; links=[\"DOI\"]"
    ),
    ("url = {https://doi.org/10.5555/c}", "title=T; doi=10.5555/c; links=[\"DOI\"]"),
    (
      "eprint = {2101.00001}, archivePrefix = {arXiv}",
      "title=T; venue=arXiv:2101.00001; links=[\"arXiv\"]"
    ),
    ("arxiv = {arXiv:2101.00001v2}, journal = {J}", "title=T; venue=J; links=[\"arXiv\"]"),
    (
      "pdf = {https://e.org/a.pdf}, code = {https://github.com/a/b}, slides = {https://e.org/s}, website = {https://e.org}",
      "title=T; links=[\"PDF\", \"Code\", \"Slides\", \"Website\"]"
    ),
    (#"howpublished = {\url{https://e.org/x}}"#, "title=T; links=[\"Link\"]"),
    ("publisher = {P}", "title=T; venue=P"), ("abbr = {ABC}", "title=T; venue=ABC"),
    ("booktitle = {B}, publisher = {P}, address = {Ort}", "title=T; venue=B; at=Ort"),
    ("subtitle = {S}, abstract = {Long.}", "title=T: S; about=[\"Long.\"]"),
    ("selected = {true}, keywords = {a}, preview = {x.png}", "title=T"),
    ("editor = {Roe, A.}", "title=T; authors=A. Roe"), ("title = {U}", "title=U"),
  ])
  func readsFields(fields: String, summary: String) {
    #expect(work(fields) == summary)
  }

  @Test(arguments: [
    ("phdthesis", "school = {U}", "title=T; venue=U; note=PhD thesis"),
    ("thesis", "institution = {U}, type = {mathesis}", "title=T; venue=U; note=Master’s thesis"),
    ("techreport", "institution = {U}, number = {TR-1}", "title=T; venue=U; no=TR-1"),
    ("book", "publisher = {P}", "title=T; venue=P"),
    ("inproceedings", "booktitle = {B}, series = {S}", "title=T; venue=B"),
    ("online", "url = {https://e.org}", "title=T; links=[\"Link\"]"),
    (
      "unpublished", "note = {Manuscript in preparation}",
      "title=T; status=Manuscript in preparation"
    ),
    ("anything", "journal = {J}", "title=T; venue=J"),
  ])
  func readsTypes(type: String, fields: String, summary: String) {
    #expect(work(fields, type: type) == summary)
  }

  @Test(arguments: [
    ("year = 2020, month = mar", "2020-03"), ("year = 2020, month = {March}", "2020-03"),
    ("year = 2020, month = 3", "2020-03"), ("year = 2020, month = \"15~\" # mar", "2020-03-15"),
    ("date = {2020-05}", "2020-05"), ("date = {2020-05-01/2020-05-04}", "2020-05-01..2020-05-04"),
    ("year = {2020a}", "2020"), ("date = {2020}, year = 2019", "2020"),
  ])
  func readsDates(fields: String, dates: String) {
    let (bibliography, _) = read("@misc{k, title={T}, \(fields)}")
    #expect(bibliography.works.first?.dates?.summary == dates)
  }

  // MARK: Files

  @Test func resolvesStringsAndReferences() {
    #expect(
      works(
        """
        words outside of entries, with an ada@example.org
        @comment{ @article{no, title={No}} }
        @preamble{"\\newcommand{\\x}[1]{}"}
        @string{j = "Journal " # {of }}
        @string(k = j # "Rain")
        @article(a, title = k # { and } # "Wind", journal = k, year = 2001)
        @inproceedings{b, title = "T {"} U", crossref = {P}, year = 2000}
        @proceedings{P, title = {The Rain Days}, publisher = {Wet}, year = 1999}
        """) == [
          "title=Journal of Rain and Wind; venue=Journal of Rain; year=2001",
          "title=T \" U; venue=The Rain Days; year=2000",
        ])
  }

  @Test(arguments: [
    (
      "@article{a, title = {T, author = {Roe, A.},\n year = 2020}\n@misc{b, title = {U}}", 2,
      "1:21: this brace is never closed"
    ),
    (
      "@article{a,\n title = {T,\n author = {Roe, A.}\n}\n@misc{b, title = {U}}", 2,
      "2:10: this brace is never closed"
    ),
    (
      "@article{a,\n title = \"T,\n author = {Roe, A.}\n}\n@misc{b, title = {U}}", 2,
      "2:10: this quote is never closed"
    ),
    (
      "@article{a,\n title = {T}},\n year = 2020\n}\n@misc{b, title = {U}}", 2,
      "2:13: one brace too many; the entry goes on behind it"
    ),
    (
      "@article{a, title = {T},\n@misc{b, title = {U}}", 2,
      "2:1: the entry “a” is not closed before the next"
    ),
    ("@article{a, title = {T}", 1, "1:23: the entry “a” is never closed"),
    (
      "@misc{a, title = {T}, journal = foo}", 1,
      "1:33: no @string “foo” is defined; the word itself is read"
    ),
    ("@misc{a, title = {T}, year}", 1, "1:27: expected a field with a sign “=”"),
    ("@misc{a, title = {T}, crossref = {b}}", 1, "1:35: no entry “b” is there to refer to"),
    ("@misc{a, year = 2000}", 0, "1:1: the entry “a” has no title, and is left out"),
    (
      "@misc{a, title = {T}, jounral = {J}}", 1,
      "1:23: the field “jounral” of “a” is not known; it is left out"
    ),
  ])
  func mendsAndTells(source: String, count: Int, message: String) {
    #expect(works(source).count == count)
    #expect(messages(source) == [message])
  }

  @Test func refusesBombs() {
    let doubled = (1..<60).map { "@string{a\($0) = a\($0 - 1) # a\($0 - 1)}" }
      .joined(separator: "\n")
    let source = "@string{a0 = {\(String(repeating: "x", count: 100))}}\n" + doubled
    #expect(messages(source + "\n@misc{k, title = {T} # a59}").contains { $0.contains("too long") })
    let cycle = "@misc{a, title={T}, crossref={b}}\n@misc{b, title={U}, crossref={a}}"
    #expect(works(cycle).count == 2)
    #expect(messages(cycle).allSatisfy { $0.contains("without end") })
    #expect(read(cycle).0.log.diagnostics.allSatisfy { $0.code == .badBibTeX })
    let deep = String(repeating: "{", count: 20_000)
    #expect(works("@misc{k, title = {\(deep)T").count <= 1)
    for unit in [#"\'{"#, #"\href{"#, "@misc{", "a = {", "\"", "$^", "@string{a = "] {
      _ = works("@misc{k, title = {" + String(repeating: unit, count: 3_000))
    }
  }

  @Test(arguments: seeds(0..<200))
  func survivesDamage(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var bytes = try testFile("Profiles/Structured/pubs.bib")
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let index = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: index)
      default: bytes.insert(contentsOf: #"{}"@#\'$%,="#.utf8.shuffled(using: &random), at: index)
      }
    }
    var sources = SourceSet()
    var log = DiagnosticLog()
    guard let text = decode(bytes, name: "x", into: &sources, log: &log) else { return }
    _ = readBibTeX(text)
  }

  // MARK: Beside a profile

  /// The titles of the works after a bibliography was added to a page.
  private func titles(_ page: String, adding source: String) -> [String] {
    var profile = ReadProfile(page).profile
    _ = profile.add(read(source).0.works)
    return profile.sections.flatMap(\.entries).compactMap { entry in
      if case .publication(let work) = entry { return work.title.text }
      return nil
    }
  }

  @Test(arguments: [
    "@misc{a, title={Other}, doi={10.5555/A}}", "@misc{a, title={Other}, arxiv={2101.00001v3}}",
    "@misc{a, title={{Wet} stones: {\\'a} tale}}",
  ])
  func saysNoWorkTwice(source: String) {
    let page = """
      # Publications

      - A. Roe, B. Poe. “Wet Stones – á Tale.” *Rain*, 2021. [doi](https://doi.org/10.5555/a)
        [arXiv](https://arxiv.org/abs/2101.00001)
      """
    #expect(titles(page, adding: source) == ["Wet Stones – á Tale"])
  }

  @Test func putsWorksWhereTheirDatesBelong() {
    let page = """
      # Publications

      - A. Roe, B. Poe. “New.” *Rain*, 2023.
      - A. Roe, B. Poe. “Old.” *Rain*, 2019.

      # Awards

      - Prize, 2020
      """
    let source =
      "@misc{a, title={Oldest}, year=2010} @misc{b, title={Middle}, year=2021} @misc{c, title={Soon}}"
    #expect(titles(page, adding: source) == ["Soon", "New", "Middle", "Old", "Oldest"])
    #expect(titles("# Ada Roe", adding: source) == ["Soon", "Middle", "Oldest"])
  }
}
