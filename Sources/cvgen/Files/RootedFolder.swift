// SPDX-License-Identifier: MIT
import CVCompiler
import Glibc

/// A folder that nothing leads out of: no `..`, no absolute path, no link, and no link that
/// somebody puts in place of a folder while it is read.
///
/// A path is resolved first, so that links inside the folder work; then its folders are opened one
/// by one from the root down, and none of them may be a link any more.
struct RootedFolder: Sendable {
  /// Resolved, without a slash at its end.
  let path: String

  /// Reads a regular file below the folder, unless it is larger than a limit.
  func read(_ path: String, limit: Int) -> Result<[UInt8], ReadFailure> {
    open(path, O_RDONLY | O_NONBLOCK).flatMap { descriptor in
      var status = stat()
      let kind = fstat(descriptor, &status) == 0 ? status.st_mode & S_IFMT : 0
      guard kind == S_IFREG || kind == S_IFDIR else {
        close(descriptor)
        return .failure(.other("it is no regular file"))
      }
      return DiskFiles.read(descriptor, limit: limit)
    }
  }

  /// The names in a folder, in no order; those of folders end in a slash.
  ///
  /// Links to folders are none, so that no walk goes in circles.
  @Sendable func names(in path: String) -> Result<[String], ReadFailure> {
    open(path, O_RDONLY | O_DIRECTORY).flatMap { descriptor in
      guard let folder = fdopendir(descriptor) else {
        close(descriptor)
        return .failure(.other(systemWords()))
      }
      defer { closedir(folder) }
      var names: [String] = []
      while let entry = readdir(folder) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        var status = stat()
        guard name != ".", name != "..",
          fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0
        else { continue }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: names.append(name + "/")
        case S_IFREG, S_IFLNK: names.append(name)
        default: continue
        }
      }
      return .success(names)
    }
  }

  private func open(_ path: String, _ mode: Int32) -> Result<Int32, ReadFailure> {
    guard let real = DiskFiles.realPath(path) else {
      return .failure(DiskFiles.isBelow(self.path, path) ? .missing : .outsideRoot)
    }
    let start = self.path == "/" ? "/" : self.path + "/"
    guard real == self.path || real.hasPrefix(start) else { return .failure(.outsideRoot) }
    var descriptor = Glibc.open(self.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    let parts = real.dropFirst(start.count).split(separator: "/")
    for (index, part) in parts.enumerated() where descriptor >= 0 {
      let isLast = index == parts.count - 1
      let how = isLast ? mode : O_RDONLY | O_DIRECTORY
      let next = openat(descriptor, String(part), how | O_NOFOLLOW | O_CLOEXEC)
      let code = errno
      close(descriptor)
      errno = code
      descriptor = next
    }
    if descriptor >= 0 { return .success(descriptor) }
    switch errno {
    case ENOENT: return .failure(.missing)
    case ELOOP, ENOTDIR: return .failure(.outsideRoot)
    default: return .failure(.other(systemWords()))
    }
  }
}
