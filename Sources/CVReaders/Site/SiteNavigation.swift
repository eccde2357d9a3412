// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import CVModel

extension SiteReader {
  /// Takes the lines that only lead to other pages of the site out of a page.
  func removeNavigation(from document: inout MarkupDocument) {
    var taken: [RichText] = []
    document.blocks = document.blocks.compactMap { withoutNavigation($0, &taken) }
    for text in taken { document.account.add(.homepageMatter, text.text, at: text.span) }
  }

  private func withoutNavigation(_ block: MarkupNode, _ taken: inout [RichText]) -> MarkupNode? {
    var block = block
    switch block.kind {
    case .paragraph(let text) where leadsOn(text):
      taken.append(text)
      return nil
    case .list(var list):
      list.items = list.items.compactMap { item in
        var item = item
        item.blocks = item.blocks.compactMap { withoutNavigation($0, &taken) }
        return item.blocks.isEmpty ? nil : item
      }
      block.kind = .list(list)
      return list.items.isEmpty ? nil : block
    case .group(var group):
      group.children = group.children.compactMap { withoutNavigation($0, &taken) }
      block.kind = .group(group)
      return group.children.isEmpty ? nil : block
    default: return block
    }
  }

  /// Whether all words of a text are links to pages of the site.
  private func leadsOn(_ text: RichText) -> Bool {
    var links: [String] = []
    var hasOtherWords = false
    text.forEachRun { run, words in
      if let link = run.attributes.link {
        links.append(link)
      } else if words.unicodeScalars.contains(where: isWordScalar) {
        hasOtherWords = true
      }
    }
    return !hasOtherWords && !links.isEmpty && links.allSatisfy(isPage)
  }

  /// `cv.md`, `/cv/`, `./cv.html#talks`: by the name of a page's file or its own address.
  private func isPage(_ link: String) -> Bool {
    let path = link.split(separator: "#", omittingEmptySubsequences: false)[0]
    guard !link.contains(":"), !path.isEmpty else { return false }
    let parts = path.split(separator: "/").filter { $0 != "." && $0 != ".." }
    guard let last = parts.last else { return true }
    let stem = SitePart.split(String(last)).stem
    return pages.contains { page in
      let own = page.settings["permalink"]?.text?.split(separator: "/").last
      return page.file.stem == stem || own.map { String($0) == stem } == true
    }
  }
}
