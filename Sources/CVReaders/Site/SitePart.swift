// SPDX-License-Identifier: MIT
import CVModel

/// What a file is to a site, by its path alone.
package enum SitePart: Hashable, Sendable {
  /// `_config.yml` of Jekyll, `hugo.yaml` and `params.yaml` of Hugo.
  case settings
  /// A page; the earlier ranks come first.
  case page(rank: Int)
  /// A file of `_data`, and others that may hold a whole CV.
  case data
  /// A file of a collection, by the collection's name.
  case document(String)
  case bibliography
  /// A file of `_includes`.
  case partial
  /// A file that a page may include from beside it.
  case sibling
  /// The page of a person in Hugo, by her user name.
  case author(String)
  /// A landing page of Hugo, with lists in its front matter.
  case landing

  /// What a file is, by its path from the site's folder; `nil` for what no CV is made of.
  package init?(_ path: String) {
    let parts = path.split(separator: "/").map(String.init)
    guard let file = parts.last else { return nil }
    let (stem, ending) = Self.split(file)
    let folders = parts.dropLast()
    switch folders.first {
    case nil: self.init(top: file, stem, ending)
    case "content"?: self.init(content: Array(parts.dropFirst()), stem, ending)
    case "config"? where folders.dropFirst().first == "_default":
      guard ["params", "config", "hugo"].contains(stem), Self.dataEndings.contains(ending) else {
        return nil
      }
      self = .settings
    case "_pages"?:
      guard Self.pageEndings.contains(ending) else { return nil }
      self = folders.count == 1 ? .page(rank: Self.rank(of: stem)) : .sibling
    case "_includes"?: self = .partial
    case "_data"?, "data"?:
      guard Self.dataEndings.contains(ending) else { return nil }
      self = .data
    case "assets"? where ending == "json" && folders.count < 3: self = .data
    case "_bibliography"?, "bibliography"?, "bib"?:
      guard ending == "bib" else { return nil }
      self = .bibliography
    case "includes"?: self = .sibling
    case let folder?: self.init(collection: folder, ending)
    }
  }

  private static let pageEndings: Set<String> = ["md", "markdown", "html"]
  private static let dataEndings: Set<String> = ["yml", "yaml", "json"]

  /// `_talks/2023.md`; the folders that Jekyll has other uses for are no collections.
  private init?(collection folder: String, _ ending: String) {
    let others: Set<String> = [
      "_layouts", "_sass", "_site", "_plugins", "_posts", "_drafts", "_scripts",
    ]
    guard folder.hasPrefix("_"), !others.contains(folder), Self.pageEndings.contains(ending) else {
      return nil
    }
    self = .document(String(folder.dropFirst()))
  }

  private init?(top file: String, _ stem: String, _ ending: String) {
    if ending == "bib" {
      self = .bibliography
    } else if ["_config.yml", "_config.yaml", "hugo.yaml", "config.yaml"].contains(file) {
      self = .settings
    } else if Self.dataEndings.contains(ending) {
      self = .data
    } else if Self.pageEndings.contains(ending) {
      self = .page(rank: Self.rank(of: stem))
    } else {
      return nil
    }
  }

  /// The parts of Hugo's `content`.
  private init?(content parts: [String], _ stem: String, _ ending: String) {
    let isIndex = stem == "index" || stem == "_index"
    let isPage = Self.pageEndings.contains(ending)
    switch (parts.count, parts[0]) {
    case (1, _) where stem == "_index" && isPage: self = .landing
    case (1, _) where isPage: self = .page(rank: Self.rank(of: stem))
    case (2, "home") where isPage: self = .landing
    case (3, "authors") where isIndex && isPage: self = .author(parts[1])
    case (2, _) where isIndex && isPage && SiteCollection.of(parts[0]) == nil:
      self = .page(rank: Self.rank(of: parts[0]))
    case (2, let folder) where stem != "_index" && isPage && SiteCollection.of(folder) != nil,
      (3, let folder) where isIndex && isPage && SiteCollection.of(folder) != nil:
      self = .document(folder)
    case (3, let folder) where ending == "bib" && SiteCollection.of(folder) != nil:
      self = .bibliography
    default: return nil
    }
  }

  /// The home page first, then those about the person, her CV, and what has a section's name.
  private static func rank(of stem: String) -> Int {
    let word = stem.lowercased()
    switch word {
    case "index", "home", "_index": return 0
    case "about", "bio", "about-me", "aboutme": return 1
    case "cv", "resume", "vita", "curriculum-vitae", "lebenslauf": return cv
    case "readme": return unknown + 1
    default:
      let words = word.map { $0 == "-" || $0 == "_" ? " " : String($0) }.joined()
      let title = SectionTitle(RichText(words))
      guard title.isExact, let kind = title.kind else { return unknown }
      return cv + 1 + (SectionKind.allCases.firstIndex(of: kind) ?? 0)
    }
  }

  /// The rank of the page with her CV; those of sections follow in the order of their kinds.
  static let cv = 2
  /// The rank of pages whose name says nothing: they are read only where they are the home page.
  static let unknown = 100

  /// The name of a file without its ending, and the ending in lower case.
  static func split(_ file: String) -> (stem: String, ending: String) {
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return (file, "") }
    return (String(file[..<dot]), file[file.index(after: dot)...].lowercased())
  }

  /// Folders in which nothing of a person stands, or only what was made of the rest.
  package static func isSkipped(_ folder: String) -> Bool {
    let skipped: Set<String> = [
      "node_modules", "vendor", "_site", "public", "_sass", "_layouts", "_plugins", "_posts",
      "_drafts", "static", "themes", "images", "img", "files", "js", "css", "resources",
    ]
    return folder.hasPrefix(".") || skipped.contains(folder)
  }
}
