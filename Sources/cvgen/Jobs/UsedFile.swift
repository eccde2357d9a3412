// SPDX-License-Identifier: MIT
import CVCompiler
import Glibc

/// A file that a document was made of, and what it was then.
struct UsedFile: Hashable, Sendable {
  var path: String
  var state: State

  /// What is told of a file to know later whether it has changed.
  enum State: Hashable, Sendable {
    /// The SHA-256 of the bytes.
    case digest(String)
    /// Size and time of change, for large files that are installed: fonts, the program itself.
    case stamp(String)
    /// There was no such file, or it could not be read.
    case absent
  }

  init(path: String, state: State) {
    self.path = path
    self.state = state
  }

  init(_ read: FileRead) {
    path = read.path
    state = (try? read.contents.get()).map { .digest(SHA256.hex($0)) } ?? .absent
  }

  /// A file as it is now, by its size and its time of change.
  init(stampOf path: String) {
    self.path = path
    var status = stat()
    guard stat(path, &status) == 0 else {
      state = .absent
      return
    }
    let time = status.st_mtim
    state = .stamp("\(status.st_size)-\(time.tv_sec).\(time.tv_nsec)")
  }

  /// The state as one word, the same for the same state.
  var word: String {
    switch state {
    case .digest(let hex): "sha256-" + hex
    case .stamp(let stamp): "stat-" + stamp
    case .absent: "absent"
    }
  }

  /// - Parameter word: As `word` gives it.
  init?(path: String, word: String) {
    self.path = path
    if word == "absent" {
      state = .absent
    } else if word.hasPrefix("sha256-") {
      state = .digest(String(word.dropFirst("sha256-".count)))
    } else if word.hasPrefix("stat-") {
      state = .stamp(String(word.dropFirst("stat-".count)))
    } else {
      return nil
    }
  }

  /// The file as it is now, told in the same way.
  var now: UsedFile {
    if case .stamp = state { return UsedFile(stampOf: path) }
    return UsedFile(FileRead(path: path, contents: DiskFiles.read(path)))
  }
}
