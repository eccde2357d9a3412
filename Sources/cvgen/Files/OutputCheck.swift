// SPDX-License-Identifier: MIT
import CVCompiler
import Glibc

/// Finds, before anything is read, outputs that would destroy something: a page, another output,
/// or what the terminal shows.
struct OutputCheck {
  let format: DocumentFormat
  /// Each page with its output.
  let outputs: [(page: String, output: OutputPath)]

  /// What is wrong, or `nil`.
  func fault() -> String? {
    var pageOfPath: [String: String] = [:]
    for (page, output) in outputs {
      guard let path = output.path else { continue }
      if let same = outputs.first(where: { Self.isSameFile($0.page, path) }) {
        return
          "The \(format.noun) would take the place of the page “\(same.page)”; name another file with -o."
      }
      if let other = pageOfPath.updateValue(page, forKey: Self.place(of: path)) {
        if page == other { return "“\(page)” is named twice." }
        return "“\(other)” and “\(page)” would both become “\(path)”; write them to two folders."
      }
    }
    return standardOutputFault()
  }

  private func standardOutputFault() -> String? {
    let count = outputs.count { $0.output.path == nil }
    if count > 1 { return "Standard output takes one \(format.noun) only." }
    if count == 1, !format.isText, isatty(STDOUT_FILENO) == 1 {
      return "A \(format.noun) is not for a terminal to show; name a file with -o."
    }
    return nil
  }

  static func isSameFile(_ a: String, _ b: String) -> Bool {
    var first = stat()
    var second = stat()
    guard DiskFiles.isFile(a), stat(a, &first) == 0, stat(b, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  /// One name for all ways to write a path, its last part aside.
  private static func place(of path: String) -> String {
    let folder = DiskFiles.folder(of: path)
    let name = path.split(separator: "/").last ?? ""
    return (DiskFiles.realPath(folder) ?? folder) + "/" + name
  }
}
