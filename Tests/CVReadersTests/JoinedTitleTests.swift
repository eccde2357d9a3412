// SPDX-License-Identifier: MIT
import CVModel
import Testing

/// Sections whose title joins those of deeper headings, and titles that only look joined.
@Suite struct JoinedTitleTests {
  private func kinds(_ source: String) -> [SectionKind] {
    ReadProfile(source).profile.sections.map(\.kind)
  }

  @Test(arguments: [
    ("## 資格・表彰\n\n### 資格\n\n- 雨の資格\n\n### 表彰・奨学金\n\n- 霧の賞\n", 2),
    ("## Certificates and Awards\n\n### Certificates\n\n- Rain\n\n### Awards\n\n- Fog Prize\n", 2),
    // What stands above the headings is of both.
    ("## Certificates and Awards\n\nAll from Fen.\n\n### Awards\n\n- Fog Prize\n", 1),
    // Parts of one kind are groups in it.
    ("## Honors and Awards\n\n### Honors\n\n- Rain\n\n### Awards\n\n- Fog Prize\n", 1),
    ("## Grants and Awards\n\n### Grants\n\n- Rain\n\n### Awards\n\n- Fog Prize\n", 1),
    ("## Teaching & Work\n\n### Teaching\n\n- Rain\n\n### Other work\n\n- Fog Ltd\n", 1),
    ("## Certificates and Awards\n\n### Rain Week\n\n- Rain\n\n### Awards\n\n- Fog Prize\n", 1),
  ])
  func splitsATitleThatJoinsThoseBelowIt(body: String, count: Int) {
    #expect(kinds("# CV\n\n\(body)\n## Skills\n\n- Rust\n").count == count + 1)
  }

  @Test func keepsProjectsThatAreNamedAsSections() {
    let page = ReadProfile(
      """
      ## Proyectos destacados

      ### Divulgación científica y educación

      Cuento la lluvia.

      ### Tern

      Un mapa de la lluvia.

      ### Investigación en lluvia con niebla fina

      Un estudio de la niebla.

      ## Contacto

      - ada@example.org
      """)
    #expect(page.profile.sections.map(\.kind) == [.projects, .contact])
    #expect(page.summaries.count == 3)
  }

  @Test(arguments: [
    ("Onderwijs en begeleiding", SectionKind.teaching), ("Compétences en langues", .skills),
    ("A qué me dedico", .about), ("Últimos vídeos", .media),
  ])
  func knowsTitlesOfTwoLanguages(title: String, kind: SectionKind) {
    #expect(ReadProfile.section(title, "- Fog and rain\n").kind == kind)
  }
}
