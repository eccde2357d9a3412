// SPDX-License-Identifier: MIT
import CVCompiler
import CVDiagnostics
import Glibc

/// An output that could not be written.
struct OutputFailure: Error {
  /// `nil` for standard output.
  var path: String?
  /// The `errno` of the failed call.
  var code: Int32

  /// The reader of a pipe went away, which is its right.
  var isClosedPipe: Bool { code == EPIPE }

  var diagnostic: Diagnostic {
    guard let path else { return fault("standard output", systemWords(code), help: roomHelp) }
    let folder = DiskFiles.folder(of: path)
    if code == ENOENT, !DiskFiles.exists(folder) {
      return fault(
        "“\(path)”", "there is no folder “\(folder)”",
        help: "make the folder first, or name another place with -o")
    }
    if code == ENOTDIR {
      return fault(
        "“\(path)”", "“\(folder)” is no folder", help: "name another place with -o")
    }
    return fault(
      "“\(path)”", systemWords(code), help: roomHelp ?? "name another place with -o")
  }

  /// What to do where space ran out.
  private var roomHelp: String? {
    [ENOSPC, EDQUOT, EFBIG].contains(code) ? "make room, then run cvgen again" : nil
  }

  private func fault(_ place: String, _ words: String, help: String?) -> Diagnostic {
    Diagnostic(.error, .unwritableFile, "cannot write \(place): \(words)", help: help)
  }
}

/// Where an output goes, and the way to write it whole or not at all.
struct OutputPath {
  /// `nil` for standard output.
  let path: String?

  static let standardOutput = OutputPath(path: nil)

  private init(path: String?) { self.path = path }

  /// A place that is a file, whatever it is called.
  init(file: String) { path = file }

  /// - Parameters:
  ///   - input: The page; its stem names the output where the user named none. What comes from a
  ///     pipe goes to standard output.
  ///   - output: What the user named: a file, a folder, or `-`.
  init(of input: String, output: String?, extension suffix: String) {
    let input = DiskFiles.isFolder(input) ? Self.folderName(input) : input
    let name = input.split(separator: "/").last.map(String.init) ?? input
    let stem = Self.stem(of: input)
    if output == "-" || output == nil && DiskFiles.isStream(input) {
      path = nil
    } else if let output, DiskFiles.isFolder(output) {
      path = (output.hasSuffix("/") ? output : output + "/") + "\(stem).\(suffix)"
    } else {
      path = output ?? input.dropLast(name.count) + "\(stem).\(suffix)"
    }
  }

  /// The name of a file without its folder and its end; that of a folder whole.
  static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last ?? path[...]
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex, !DiskFiles.isFolder(path)
    else { return String(name) }
    return String(name[..<dot])
  }

  /// A folder by a name that an output can have: without a slash at its end, and not `.`.
  private static func folderName(_ folder: String) -> String {
    let last = folder.split(separator: "/").last ?? ""
    if last == "." || last == ".." || last.isEmpty {
      return folder + "/" + (DiskFiles.realPath(folder)?.split(separator: "/").last ?? "site")
    }
    return String(folder.reversed().drop { $0 == "/" }.reversed())
  }

  /// The same place for one of several files: `cv-2.png`.
  func numbered(_ number: Int) -> OutputPath {
    guard let path, let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else {
      return OutputPath(path: path.map { "\($0)-\(number)" })
    }
    return OutputPath(path: "\(path[..<dot])-\(number)\(path[dot...])")
  }

  /// Writes the files of one document: one, or one for each page, and what it needs beside it; on
  /// standard output there is no beside.
  func write(_ document: RenderedDocument) throws(OutputFailure) {
    if let path, let companion = document.companion {
      let folder = path.prefix(path.count - (path.split(separator: "/").last?.count ?? 0))
      try OutputPath(path: folder + Self.stem(of: path) + companion.ending).write(companion.bytes)
    }
    for (index, bytes) in document.parts.enumerated() {
      try (document.parts.count == 1 ? self : numbered(index + 1)).write(bytes)
    }
  }

  /// Writes an output: the old file stays until the new one is whole and on the disk.
  func write(_ bytes: [UInt8]) throws(OutputFailure) {
    guard let path else {
      guard let code = writeAll(bytes, to: STDOUT_FILENO) else { return }
      throw OutputFailure(path: nil, code: code)
    }
    if DiskFiles.exists(path), !DiskFiles.isFile(path), !DiskFiles.isFolder(path) {
      try writeThrough(bytes, path)
    } else {
      try replace(path, with: bytes)
    }
  }

  /// Devices and pipes have no place to put a temporary file beside.
  private func writeThrough(_ bytes: [UInt8], _ path: String) throws(OutputFailure) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputFailure(path: path, code: errno) }
    defer { close(descriptor) }
    if let code = writeAll(bytes, to: descriptor) { throw OutputFailure(path: path, code: code) }
  }

  /// Temporary file, fsync, rename, fsync of the folder; a link at the path is replaced, and its
  /// target left alone.
  private func replace(_ path: String, with bytes: [UInt8]) throws(OutputFailure) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
    let (descriptor, temporary) = Self.newFile(in: folder)
    guard descriptor >= 0 else { throw OutputFailure(path: path, code: errno) }
    var code = writeAll(bytes, to: descriptor)
    if code == nil, fchmod(descriptor, Self.mode(for: path)) != 0 { code = errno }
    if code == nil, fsync(descriptor) != 0 { code = errno }
    if close(descriptor) != 0, code == nil { code = errno }
    if code == nil, rename(temporary, path) != 0 { code = errno }
    if let code {
      unlink(temporary)
      throw OutputFailure(path: path, code: code)
    }
    Self.synchronise(folder)
  }

  /// Opens a file that did not exist; a run that was killed may have left one of our name.
  private static func newFile(in folder: String) -> (descriptor: Int32, path: String) {
    var path = ""
    for attempt in 0..<100 {
      path = folder + ".cvgen-\(getpid())-\(attempt).tmp"
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if descriptor >= 0 || errno != EEXIST { return (descriptor, path) }
    }
    return (-1, path)
  }

  /// The mode of the old file, else the one that the user's mask gives new files.
  private static func mode(for path: String) -> mode_t {
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      return status.st_mode & 0o777
    }
    let mask = umask(0)
    umask(mask)
    return 0o666 & ~mask
  }

  /// Makes the names in a folder durable; a file system that cannot do so has still whole files.
  private static func synchronise(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

/// Writes all bytes, and gives the `errno` of a failure or `nil`.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
  var done = 0
  while done < bytes.count {
    let count = bytes.withUnsafeBytes { buffer in
      Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
    }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return count == 0 ? EIO : errno }
    done += count
  }
  return nil
}
