// SPDX-License-Identifier: MIT
import CVCompiler
import Glibc

/// The disk as a compilation may see it: the page, and files below the root.
struct DiskFiles {
  /// The page as the user named it; it is read wherever it lies.
  let page: String
  /// Further files that the user named; they are read wherever they lie, too.
  let named: [String]
  /// Without a slash at its end.
  let root: String

  /// - Parameter root: The folder that the user chose; else the site's, else the page's.
  init(page: String, root: String?, named: [String] = []) {
    self.page = page
    self.named = named
    if Self.isFolder(page) {
      self.root = Self.realPath(root ?? page) ?? page
    } else {
      let folder = Self.folder(of: page)
      self.root = Self.realPath(root ?? Self.siteRoot(above: folder) ?? folder) ?? folder
    }
  }

  /// - Parameter contents: The bytes of the page, where it is not read from the disk.
  func sourceFiles(contents: [UInt8]? = nil) -> SourceFiles {
    let tree = RootedFolder(path: root)
    return SourceFiles(
      read: { [page, named] path in
        if path == page {
          if let contents { return .success(contents) }
          return path == "-" ? Self.readAll(STDIN_FILENO) : Self.read(path)
        }
        let limit = Compiler.largestInput(at: path)
        return named.contains(path)
          ? Self.read(path, limit: limit) : tree.read(path, limit: limit)
      }, list: tree.names)
  }

  /// The path of the page from the folder of its site's settings.
  private func pagePath(below settings: String) -> String? {
    guard let page = Self.realPath(page), let site = Self.realPath(Self.folder(of: settings)),
      page.hasPrefix(site + "/")
    else { return nil }
    return String(page.dropFirst(site.count + 1))
  }

  /// The options with the nearest `_config.yml` and `cvgen.yml` from the page upwards.
  func findingSettings(of page: String, _ options: CompileOptions) -> CompileOptions {
    guard page != "-" else { return options }
    let found = { (names: [String]) in
      candidates(names, for: page).first { Self.isFile($0) && Self.isBelow(root, $0) }
    }
    var options = options
    options.sitePath = found(Self.siteNames)
    options.pageInSite = options.sitePath.flatMap(pagePath)
    options.settingsPath = options.settingsPath ?? found(Self.settingsNames)
    return options
  }

  static let settingsNames = ["cvgen.yml", "cvgen.yaml"]
  private static let siteNames = ["_config.yml"]

  /// Where settings of a page may stand, whether or not they do.
  func settingsCandidates(of page: String) -> [String] {
    candidates(Self.siteNames + Self.settingsNames, for: page)
  }

  /// Paths of some names in the folder of a page and in those above it, not above the root.
  private func candidates(_ names: [String], for page: String) -> [String] {
    var paths: [String] = []
    var folder = Self.isFolder(page) ? page : Self.folder(of: page)
    while true {
      paths += names.map { folder == "." ? $0 : "\(folder)/\($0)" }
      guard let here = Self.realPath(folder), here != root, here != "/" else { return paths }
      folder = Self.parent(of: folder)
    }
  }

  /// The folder above another, by the shortest name; a link to a folder has `/..` for it.
  private static func parent(of folder: String) -> String {
    let above = folder == "." ? ".." : folder + "/.."
    let short = Self.folder(of: folder)
    return realPath(short) == realPath(above) ? short : above
  }

  static func isFolder(_ path: String) -> Bool { mode(of: path) == S_IFDIR }

  static func isFile(_ path: String) -> Bool { mode(of: path) == S_IFREG }

  /// Whether a page comes from standard input or from a pipe such as `<(…)`; beside one of
  /// these, even where it leads to a file, nothing can be written.
  static func isStream(_ path: String) -> Bool {
    let isDevice = path == "-" || path.hasPrefix("/dev/")
    return isDevice || [S_IFIFO, S_IFCHR, S_IFSOCK].contains(mode(of: path))
  }

  /// The names in a folder, in no order; none where it cannot be read.
  static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    return names
  }

  /// Deletes a file; that there is none is as good.
  static func remove(_ path: String) { unlink(path) }

  static func exists(_ path: String) -> Bool { mode(of: path) != nil }

  /// Reads a file that is not below the root, such as a theme, unless it is larger than a limit.
  static func read(
    _ path: String, limit: Int = Compiler.largestInput
  ) -> Result<[UInt8], ReadFailure> {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      return .failure(errno == ENOENT || errno == ENOTDIR ? .missing : .other(systemWords()))
    }
    return read(descriptor, limit: limit)
  }

  /// The first bytes of a regular file; `nil` where they cannot be read.
  static func beginning(of path: String, count: Int) -> [UInt8]? {
    guard isFile(path) else { return nil }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: count)
    let length = Glibc.read(descriptor, &buffer, count)
    return length < 0 ? nil : Array(buffer.prefix(length))
  }

  /// The bytes that a file has; `nil` where there is none.
  static func size(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// Reads what is open, and closes it.
  static func read(
    _ descriptor: Int32, limit: Int = Compiler.largestInput
  ) -> Result<[UInt8], ReadFailure> {
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .failure(.other(systemWords())) }
    if status.st_mode & S_IFMT == S_IFDIR { return .failure(.isFolder) }
    let isStream = status.st_mode & S_IFMT == S_IFIFO || status.st_mode & S_IFMT == S_IFCHR
    guard status.st_mode & S_IFMT == S_IFREG || isStream else {
      return .failure(.other("it is no regular file"))
    }
    // A pipe (`cvgen pdf <(…)`) is read as it comes, so it may block now.
    if isStream { _ = fcntl(descriptor, F_SETFL, 0) }
    return status.st_size > limit
      ? .failure(.tooLarge(bytes: Int(status.st_size))) : readAll(descriptor, limit: limit)
  }

  private static func readAll(
    _ descriptor: Int32, limit: Int = Compiler.largestInput
  ) -> Result<[UInt8], ReadFailure> {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return .failure(.other(systemWords())) }
      guard count > 0 else { return .success(bytes) }
      bytes += buffer[..<count]
      if bytes.count > limit { return .failure(.tooLarge(bytes: bytes.count)) }
    }
  }

  /// The nearest folder upwards that is the root of a site or of a repository.
  private static func siteRoot(above folder: String) -> String? {
    guard var path = realPath(folder) else { return nil }
    let marks = ["_config.yml", "hugo.toml", "hugo.yaml", "hugo.json", "config.toml", ".git"]
    while path != "/", !path.isEmpty {
      if marks.contains(where: { exists(path + "/" + $0) }) { return path }
      path = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    }
    return nil
  }

  /// Whether a path lies below the root.
  func mayRead(_ path: String) -> Bool { Self.isBelow(root, path) }

  /// Whether a path, its links followed, lies below a folder.
  ///
  /// One that leads nowhere lies where the nearest folder does that is there: nobody learns which
  /// files there are elsewhere.
  static func isBelow(_ root: String, _ path: String) -> Bool {
    let start = root == "/" ? root : root + "/"
    if let real = realPath(path) { return real.hasPrefix(start) }
    var folder = folder(of: path)
    while realPath(folder) == nil, folder != Self.folder(of: folder) {
      folder = Self.folder(of: folder)
    }
    return realPath(folder).map { $0 == root || $0.hasPrefix(start) } ?? false
  }

  /// The folder that holds a path, by its name alone.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func mode(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  static func realPath(_ path: String) -> String? {
    guard !path.contains("\0"), let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

/// The system's words for the last failure.
func systemWords(_ code: Int32 = errno) -> String { String(cString: strerror(code)) }

extension CompileOptions {
  /// The files that the user named, which are read wherever they lie.
  var namedFiles: [String] { bibliographies + [settingsPath].compactMap { $0 } }
}
