// SPDX-License-Identifier: MIT
import Foundation
import TestSupport
import Testing

/// Nothing outside the root is read: neither by a path nor through a link.
@Suite struct RootedFolderTests {
  private static let canary = "canary-7431"

  /// A site in a folder, beside a file that it must not read.
  private func site() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let site = folder.url.appending(path: "site")
    for name in ["_includes", "_pages", "outside"] {
      let path = name == "outside" ? folder.url.appending(path: name) : site.appending(path: name)
      try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
    }
    let secrets = ["secret.md", "secret.bib", "secret.yml", "secret.json", "outside/about.md"]
    for name in secrets {
      let text =
        name.hasSuffix("bib")
        ? "@article{a, title={\(Self.canary)}, author={A B}, year=2000}"
        : "\(Self.canary): \(Self.canary)\nauthor: {name: \(Self.canary)}\n"
      try Data(text.utf8).write(to: folder.url.appending(path: name))
    }
    try Data("title: Ada Roe\n".utf8).write(to: site.appending(path: "_config.yml"))
    return folder
  }

  /// Runs commands over the site, and holds that the canary shows nowhere.
  private func check(_ folder: TemporaryFolder, _ path: String) throws {
    for command in [["text", "-o", "-"], ["model"], ["inspect"], ["html", "-o", "-"]] {
      let result = try run(
        cvgenProgram, [command[0], path] + command.dropFirst(), folder: folder.url)
      #expect(!result.text.contains(Self.canary), "\(command)")
      #expect(!result.errors.contains(Self.canary), "\(command)")
      #expect([0, 1, 66].contains(result.status), "\(result.errors)")
    }
  }

  /// Ways to write the path of a file outside, of Markdown.
  private static let vectors = [
    "../secret", "../../secret", "../../../secret", "./../secret", "a/../../secret",
    "_includes/../../secret", "..//secret", "//secret", "/secret", "/../secret", "~/secret",
    "%2e%2e/secret", "..%2fsecret", "%2e%2e%2fsecret", "..\\secret", "file:../secret",
    "file:///secret", "....//secret", "..;/secret", ".. /secret", "../secret\u{0}",
    "..\u{0}/secret", "\u{202E}../secret", "．．/secret", "../SECRET/../secret", "..%00/secret",
    "..%c0%afsecret", "\\\\..\\secret", "$HOME/../secret", "`../secret`", "../outside/../secret",
  ]

  @Test(arguments: vectors)
  func leadsNowhere(path: String) throws {
    let folder = try site()
    let absolute = folder.url.appending(path: "secret").path
    let page = folder.url.appending(path: "site/_pages/about.md")
    for way in path == "/secret" ? [path, absolute] : [path] {
      let text = """
        ---
        cvgen:
          bibliography: ["\(way.replacing("\\", with: "\\\\")).bib"]
        ---
        # About

        Some text.

        {% include \(way).md %}
        {% include_relative \(way).md %}
        {% assign p = "\(way).md" %}
        {% include {{ p }} %}
        """
      try Data(text.replacing("\u{0}", with: "\\0").utf8).write(to: page)
      try check(folder, "site")
      try check(folder, "site/_pages/about.md")
    }
    try checkBuild(folder)
  }

  /// Builds the page with its manifest, and holds that the canary is in no file.
  private func checkBuild(_ folder: TemporaryFolder) throws {
    let site = folder.url.appending(path: "site")
    let settings = "profiles: [_pages/about.md]\nformats: [html, json]\noutput: out/{name}\n"
    try Data(settings.utf8).write(to: site.appending(path: "cvgen.yml"))
    let result = try run(cvgenProgram, ["build", "site/cvgen.yml"], folder: folder.url)
    #expect(!(result.text + result.errors).contains(Self.canary))
    let output = site.appending(path: "out")
    let names = try FileManager.default.subpathsOfDirectory(atPath: output.path)
    #expect(names.contains("manifest.json"), "\(result.errors)")
    for name in names {
      // A folder has no contents.
      let bytes = FileManager.default.contents(atPath: output.appending(path: name).path)
      #expect(bytes?.firstRange(of: Data(Self.canary.utf8)) == nil, "\(name)")
    }
  }

  /// Ways in which a link can lead out.
  private static let links: [(name: String, target: String)] = [
    ("site/_pages/about.md", "../../secret.md"), ("site/_config.yml", "../secret.yml"),
    ("site/_pages/cv.md", "../../outside/about.md"), ("site/resume.json", "../secret.json"),
    ("site/pubs.bib", "../secret.bib"), ("site/_data", "../outside"),
    ("site/_includes/x.md", "../../secret.md"), ("site/_talks", ".."),
    ("site/loop.md", "loop.md"), ("site/_pages/index.md", "nowhere.md"),
    ("site/content", "../outside"),
  ]

  @Test(arguments: 0..<links.count)
  func followsNoLinkOut(number: Int) throws {
    let folder = try site()
    let (name, target) = Self.links[number]
    let home = folder.url.appending(path: "site/index.md")
    try Data("# Text\n\nWords.\n\n{% include x.md %}\n".utf8).write(to: home)
    let link = folder.url.appending(path: name)
    try? FileManager.default.removeItem(at: link)
    try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: target)
    try check(folder, "site")
  }

  /// The folder of a theme, which the page names, is a root of its own.
  @Test(arguments: ["theme.yaml", "document.tex", "fonts/x.ttf"])
  func followsNoLinkOutOfATheme(name: String) throws {
    let folder = try site()
    let theme = folder.url.appending(path: "site/theme")
    let link = theme.appending(path: name)
    try FileManager.default.createDirectory(
      at: link.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("extends: classic\n".utf8).write(to: theme.appending(path: "theme.yaml"))
    try? FileManager.default.removeItem(at: link)
    let up = String(repeating: "../", count: name.split(separator: "/").count + 1)
    try FileManager.default.createSymbolicLink(
      atPath: link.path, withDestinationPath: up + "secret.yml")
    let page = folder.url.appending(path: "site/index.md")
    let text = "---\nname: Ada Roe\ncvgen: {theme: ./theme}\n---\n# Text\n\nWords.\n"
    try Data(text.utf8).write(to: page)
    try check(folder, "site/index.md")
    for arguments in [
      ["latex", "site/index.md", "-o", "-"], ["pdf", "site/index.md", "-o", "cv.pdf"],
      ["themes", "show", "site/theme"], ["themes", "validate", "site/theme"],
    ] {
      let result = try run(cvgenProgram, arguments, folder: folder.url)
      #expect(!(result.text + result.errors).contains(Self.canary), "\(arguments)")
    }
  }

  @Test(arguments: ["../outside/x.ttf", "../../../../../../../../outside/x.ttf"])
  func takesNoFaceOutsideATheme(path: String) throws {
    let folder = try site()
    let theme = folder.url.appending(path: "site/theme")
    try FileManager.default.createDirectory(at: theme, withIntermediateDirectories: true)
    let face = checkout.appending(path: "Fonts/EBGaramond/EBGaramond-Regular.ttf")
    try FileManager.default.copyItem(at: face, to: folder.url.appending(path: "outside/x.ttf"))
    let text = "extends: classic\nfonts: {files: [../\(path)]}\n"
    try Data(text.utf8).write(to: theme.appending(path: "theme.yaml"))
    let result = try run(cvgenProgram, ["themes", "validate", "site/theme"], folder: folder.url)
    #expect(result.status == 1 && result.errors.contains("outside the folder"), "\(result.errors)")
  }

  @Test func followsALinkInside() throws {
    let folder = try site()
    let page = folder.url.appending(path: "site/text.txt")
    try Data("# Text\n\nWords.\n".utf8).write(to: page)
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "site/_pages/about.md").path,
      withDestinationPath: "../text.txt")
    let result = try run(cvgenProgram, ["text", "site", "-o", "-"], folder: folder.url)
    #expect(result.text.contains("Words."))
  }

  @Test func refusesWhatIsNoFile() throws {
    let folder = try site()
    try Data("# Text\n\nWords.\n".utf8).write(to: folder.url.appending(path: "site/index.md"))
    #expect(mkfifo(folder.url.appending(path: "site/pubs.bib").path, 0o600) == 0)
    let result = try run(cvgenProgram, ["text", "site", "-o", "-"], folder: folder.url)
    #expect(result.status == 0 && result.text.contains("Words."), "\(result.errors)")
  }
}
