// SPDX-License-Identifier: MIT
import Glibc

/// The folder of a batch: found fit before the work, and locked while it lasts.
struct OutputFolder {
  /// Without a slash at its end.
  let path: String
  private let lock: Int32

  /// Why no batch can write to a folder.
  enum Failure: Error {
    case output(OutputFailure)
    /// Another run holds the lock.
    case isLocked
  }

  /// The folder of what a batch keeps for itself.
  var ownFolder: String { "\(path)/.cvgen" }
  var manifest: String { "\(path)/manifest.json" }
  var journal: String { "\(ownFolder)/journal.ndjson" }

  /// Makes the folder where it is not there, tries whether files can be made in it, and locks it.
  init(_ path: String) throws(Failure) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    lock = try Self.lockedFile(in: self.path)
    removeLeftovers()
  }

  /// Lets others have the folder.
  func unlock() { close(lock) }

  private static func lockedFile(in folder: String) throws(Failure) -> Int32 {
    for part in [folder, "\(folder)/.cvgen"] {
      guard mkdir(part, 0o777) == 0 || errno == EEXIST && DiskFiles.isFolder(part) else {
        let failure = errno == EEXIST ? ENOTDIR : errno
        throw .output(
          OutputFailure(path: failure == ENOTDIR ? "\(part)/." : part, code: failure))
      }
    }
    do throws(OutputFailure) {
      // What cannot be written now costs a second, and not the work of all records.
      let probe = "\(folder)/.cvgen-\(getpid())-probe.tmp"
      try OutputPath(file: probe).write([0])
      unlink(probe)
    } catch {
      throw .output(error)
    }
    let file = "\(folder)/.cvgen/lock"
    let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .output(OutputFailure(path: file, code: errno)) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw .isLocked
    }
    return descriptor
  }

  /// Deletes temporary files of processes that are no more.
  func removeLeftovers() {
    for name in DiskFiles.names(in: path) {
      let parts = name.split(separator: "-")
      guard name.hasPrefix(".cvgen-"), name.hasSuffix(".tmp"), parts.count == 3,
        let process = pid_t(parts[1]), kill(process, 0) != 0, errno == ESRCH
      else { continue }
      unlink("\(path)/\(name)")
    }
  }
}
