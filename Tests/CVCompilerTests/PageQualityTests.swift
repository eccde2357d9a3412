// SPDX-License-Identifier: MIT
import CVModel
import Foundation
import TestSupport
import Testing

@testable import CVCompiler
@testable import CVTypesetting

/// No title at a foot, no lone line, no runt, no overfull line on any page of any profile.
@Suite struct PageQualityTests {
  /// How a document is set.
  struct Setting: Sendable {
    var paper = Paper.a4
    var isJustified = false
  }

  private static let papers = Paper.allCases.map { Setting(paper: $0) }

  static let settings = [
    Setting(), Setting(paper: .letter), Setting(isJustified: true),
    Setting(paper: .letter, isJustified: true),
  ]

  private func faults(_ demo: DemoProfile, _ setting: Setting) throws -> PageFaults {
    var demo = demo
    demo.options.paper = setting.paper
    if setting.isJustified {
      demo.theme.theme.paragraphs.setting = .justified
      demo.theme.theme.paragraphs.hyphenates = true
      demo.theme.dictionaries = [
        "en-US": checkout.appending(path: "Templates/hyphenation/en-US.dic").path
      ]
    }
    let (document, _) = try demo.compiler.pages(
      demo.profile, theme: demo.theme, options: demo.options)
    let tree = demo.compiler.layout(demo.profile, theme: demo.theme.theme, options: demo.options)
    let theme = tree.hasSide ? demo.theme.theme : demo.theme.theme.withoutSide()
    return PageFaults(document, theme: theme, paper: setting.paper)
  }

  /// Sets a profile, which is read once, in themes.
  private func check(_ demo: DemoProfile, in themes: [String], _ settings: [Setting]) throws {
    for theme in themes {
      let demo = try demo.inTheme(theme)
      for setting in settings {
        let faults = try faults(demo, setting)
        let place: Comment = "\(theme), \(setting)"
        #expect(faults.strandedTitles.isEmpty, place)
        #expect(faults.loneLines.isEmpty, place)
        #expect(faults.runts.isEmpty, place)
        #expect(faults.overfullLines.isEmpty, place)
      }
    }
  }

  @Test(arguments: DemoProfile.names)
  func setsDemoProfilesWithoutFault(name: String) throws {
    try check(DemoProfile(name), in: ["classic"], Self.settings)
  }

  @Test(arguments: demoProfiles)
  func setsDemoProfilesInEachTheme(profile: String) throws {
    // All settings of classic are tried above.
    let others = themes(of: profile).filter { $0 != "classic" }
    try check(DemoProfile(profile + ".md"), in: others, Self.papers)
  }

  /// The pages of all shapes that people write in letters that the bundled faces have.
  @Test(arguments: shapes)
  func setsEachShapeInATheme(profile: String, themes: [String]) throws {
    let page = try testFile("Profiles/Shapes/\(profile).md")
    let languages = Set(String(decoding: page, as: UTF8.self).unicodeScalars.map(\.usualLanguage))
    guard languages.isSubset(of: [nil, "ru", "el"]) else { return }
    try check(DemoProfile(page: page), in: themes, [Setting()])
  }

  /// A CV of twelve pages; in a quick run, in two themes.
  @Test func setsALongProfile() throws {
    let themes = triesEveryCombination ? installedThemes : ["academic", "sidebar"]
    try check(DemoProfile("Long/academic.md"), in: themes, Self.papers)
  }

  /// Wider than any column for them, and some than the page.
  private static let longContacts = """
    # Ada Roe

    Engineer of rather long-distance steam transport

    the.department.of.steam.engines.and.their.makers@mail.long-distance-transport.example.org

    - https://www.linkedin.com/in/ada-roe-example-1234567890-of-steam-engines-and-their-makers-and-more
    - https://www.example.org/departments/of-steam/engines/people/ada-roe/pages/index-of-pages.html
    - +44 20 5550 1000

    ## Work

    - **Steam Ltd**, Engineer, 2019 – 2021
    """

  @Test(arguments: installedThemes)
  func keepsLongContactsOnThePage(theme: String) throws {
    var demo = try DemoProfile(page: Array(Self.longContacts.utf8), theme: theme)
    #expect(try faults(demo, Setting()).overfullLines.isEmpty)
    let (document, _) = try demo.compiler.pages(
      demo.profile, theme: demo.theme, options: demo.options)
    let lines = document.pages.flatMap(\.items).compactMap { placed in
      if case .text(let run) = placed.item { run.text } else { nil }
    }
    #expect(document.pages.count == 1 && lines.first == "Ada Roe")
  }

  @Test(.needsSharedProfiles, arguments: realProfiles)
  func setsRealProfilesWithoutFault(file: URL) throws {
    let demo = try DemoProfile(page: Array(Data(contentsOf: file)))
    try check(demo, in: ["classic"], Self.settings)
  }

  @Test(.needsSharedProfiles, arguments: realProfiles)
  func setsRealProfilesInEachTheme(file: URL) throws {
    var demo = try DemoProfile(page: Array(Data(contentsOf: file)))
    demo.options.with = [.news]
    try check(demo, in: installedThemes, triesEveryCombination ? Self.papers : [Setting()])
  }

  private static let realProfiles: [URL] = {
    let files = try? FileManager.default.contentsOfDirectory(
      at: sharedProfiles, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
  }()
}

/// The count itself, on frames made by hand.
@Suite struct PageFaultTests {
  /// Lines of text by page; each has its element, its baseline and its width.
  private func document(
    _ kinds: [StructureTree.Kind], _ pages: [[(element: Int, y: Double, width: Double)]]
  ) -> TypesetDocument {
    var structure = StructureTree()
    for kind in kinds { _ = structure.add(kind) }
    let made = pages.map { lines in
      Page(
        width: .pt(595), height: .pt(842),
        items: lines.map { line in
          let run = GlyphRun(
            font: FontID(number: 0, size: .pt(10)),
            glyphs: [Glyph(id: 1, advance: line.width)], clusters: [.init(bytes: 1, glyphs: 1)],
            text: "x", isRightToLeft: false, colour: .black, element: line.element, link: nil)
          return Placed(x: .mm(22), y: .pt(line.y), item: .text(run))
        })
    }
    return TypesetDocument(
      pages: made, outline: [], structure: structure, title: "", author: nil, language: "en")
  }

  private func faults(
    _ kinds: [StructureTree.Kind], _ pages: [[(element: Int, y: Double, width: Double)]]
  ) throws -> PageFaults {
    let theme = try DemoProfile(page: Array("# Ada Roe\n".utf8)).theme.theme
    return PageFaults(document(kinds, pages), theme: theme, paper: .a4)
  }

  @Test func findsATitleAtTheFoot() throws {
    let title = StructureTree.Kind.heading(level: 2)
    let found = try faults([title, .paragraph], [[(1, 700, 80)], [(2, 60, 300)]])
    #expect(found.strandedTitles.count == 1 && found.runts.isEmpty)
  }

  @Test func findsTheHeadOfAnEntryAtTheFoot() throws {
    let width = Paper.a4.size.width.points - 2 * Length.mm(22).points
    let found = try faults([.paragraph, .list], [[(1, 700, width)], [(2, 60, 300)]])
    #expect(found.strandedTitles.count == 1)
  }

  @Test func findsLoneLinesOnEitherSide() throws {
    let orphan = try faults([.paragraph], [[(1, 700, 300)], [(1, 60, 300), (1, 72, 300)]])
    let widow = try faults([.paragraph], [[(1, 688, 300), (1, 700, 300)], [(1, 60, 300)]])
    let whole = try faults(
      [.paragraph], [[(1, 688, 300), (1, 700, 300)], [(1, 60, 300), (1, 72, 300)]])
    #expect(orphan.loneLines.count == 1 && widow.loneLines.count == 1)
    #expect(whole.isEmpty)
  }

  @Test func findsARuntAndAnOverfullLine() throws {
    #expect(try faults([.paragraph], [[(1, 60, 300), (1, 72, 40)]]).runts.count == 1)
    #expect(try faults([.paragraph], [[(1, 60, 40)]]).isEmpty, "one line is none")
    #expect(try faults([.paragraph], [[(1, 60, 480)]]).overfullLines.count == 1)
    #expect(try faults([.paragraph], [[(1, 830, 300)]]).overfullLines.count == 1)
  }
}
