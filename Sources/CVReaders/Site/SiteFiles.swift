// SPDX-License-Identifier: MIT
package import CVDiagnostics
package import CVMarkup

/// The files of a site that a CV may be made of, decoded.
package struct SiteFiles: Sendable {
  /// In the order of their paths.
  package var files: [File] = []
  package var sources: SourceSet

  /// One file with what it is to the site.
  package struct File: Sendable {
    /// From the site's folder.
    package var path: String
    package var part: SitePart
    package var text: EditedText
    package var id: FileID

    package init(path: String, part: SitePart, text: EditedText, id: FileID) {
      self.path = path
      self.part = part
      self.text = text
      self.id = id
    }

    /// The last part of the path, without its ending.
    var stem: String { SitePart.split(String(path.split(separator: "/").last ?? "")).stem }
  }

  package init(sources: SourceSet) { self.sources = sources }

  func files(_ isWanted: (SitePart) -> Bool) -> [File] { files.filter { isWanted($0.part) } }
}

/// A file of a site with its front matter taken off.
struct SiteDocument {
  var file: SiteFiles.File
  /// With `path`, as templates know it.
  var settings: DataNode
  /// The text below the front matter.
  var body: EditedText

  /// Whether its author keeps it back.
  var isHidden: Bool {
    settings["published"]?.text == "false" || settings["draft"]?.text == "true"
  }

  /// The day of the front matter, else of the file's name; later ones are greater.
  var date: String? {
    if let written = settings["date"]?.text { return String(written.prefix(10)) }
    let start = file.path.split(separator: "/").last.map { String($0.prefix(10)) } ?? ""
    let parts = start.split(separator: "-", omittingEmptySubsequences: false)
    let isDate = parts.count == 3 && parts[0].count == 4 && parts.allSatisfy { Int($0) != nil }
    return isDate ? start : nil
  }

  init(
    _ file: SiteFiles.File, account: inout ImportAccount, log: inout DiagnosticLog
  ) {
    self.file = file
    let page = readFrontMatter(file.text, account: &account, log: &log)
    body = page.body
    let path = DataNode(.scalar(file.path, isQuoted: true))
    let own = (page.settings?.members ?? []).filter { $0.key != LiquidScope.pathKey }
    settings = DataNode(
      .mapping(own + [.init(key: LiquidScope.pathKey, keySpan: nil, value: path)]),
      span: page.settings?.span)
  }

  /// The document as a template sees it.
  var liquid: DataNode {
    var members = settings.members
    let add = { (key: String, text: String) in
      DataNode.Member(
        key: key, keySpan: nil,
        value: DataNode(.scalar(text, isQuoted: true), span: body.span(of: 0..<body.count)))
    }
    if settings["content"] == nil { members.append(add("content", body.string(0..<body.count))) }
    if settings["date"] == nil, let date { members.append(add("date", date)) }
    return DataNode(.mapping(members), span: settings.span)
  }
}
