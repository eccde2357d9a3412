// SPDX-License-Identifier: MIT
import Glibc

/// A folder for the time of a run, that nobody else can look into.
struct ScratchFolder {
  let path: String

  /// - Throws: `OutputFailure` where none can be made.
  init() throws(OutputFailure) {
    let place = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(place)/cvgen-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw OutputFailure(path: place + "/.", code: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Deletes the folder with all that is in it.
  func remove() { Self.remove(path) }

  private static func remove(_ path: String) {
    for name in DiskFiles.names(in: path) where name != "." && name != ".." {
      let inner = "\(path)/\(name)"
      if DiskFiles.isFolder(inner) { remove(inner) } else { unlink(inner) }
    }
    rmdir(path)
  }
}
