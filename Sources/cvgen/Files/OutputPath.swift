// SPDX-License-Identifier: MIT
import Glibc

/// An output that could not be written.
struct OutputFailure: Error, CustomStringConvertible {
  var path: String
  /// The `errno` of the failed call.
  var code: Int32

  var description: String { "cannot write “\(path)”: \(systemWords(code))" }

  /// The reader of a pipe went away, which is its right.
  var isClosedPipe: Bool { code == EPIPE }
}

/// Where an output goes, and the way to write it whole or not at all.
struct OutputPath {
  private let path: String?

  static let standardOutput = OutputPath(path: nil)

  private init(path: String?) { self.path = path }

  /// - Parameters:
  ///   - input: The page; its stem names the output where the user named none.
  ///   - output: What the user named: a file, a folder, or `-`.
  init(of input: String, output: String?, extension suffix: String) {
    let name = input.split(separator: "/").last.map(String.init) ?? input
    let dot = name.lastIndex(of: ".").flatMap { $0 == name.startIndex ? nil : $0 }
    let stem = dot.map { String(name[..<$0]) } ?? name
    if output == "-" || output == nil && input == "-" {
      path = nil
    } else if let output, DiskFiles.isFolder(output) {
      path = (output.hasSuffix("/") ? output : output + "/") + "\(stem).\(suffix)"
    } else {
      path = output ?? input.dropLast(name.count) + "\(stem).\(suffix)"
    }
  }

  /// Writes an output: the old file stays until the new one is whole and on the disk.
  func write(_ bytes: [UInt8]) throws(OutputFailure) {
    guard let path else {
      guard let code = writeAll(bytes, to: STDOUT_FILENO) else { return }
      throw OutputFailure(path: "standard output", code: code)
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
    let temporary = folder + ".cvgen-\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw OutputFailure(path: path, code: errno) }
    var code = writeAll(bytes, to: descriptor)
    if code == nil, fchmod(descriptor, Self.fileMode) != 0 { code = errno }
    if code == nil, fsync(descriptor) != 0 { code = errno }
    if close(descriptor) != 0, code == nil { code = errno }
    if code == nil, rename(temporary, path) != 0 { code = errno }
    if let code {
      unlink(temporary)
      throw OutputFailure(path: path, code: code)
    }
    Self.synchronise(folder)
  }

  /// The mode that the user's mask gives new files.
  private static var fileMode: mode_t {
    let mask = umask(0)
    umask(mask)
    return 0o666 & ~mask
  }

  /// Makes the rename durable; a file system that cannot do so has still the whole file.
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
