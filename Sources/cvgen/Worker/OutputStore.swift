// SPDX-License-Identifier: MIT
import CVCompiler
import Glibc

/// The folder that a worker writes to.
struct OutputStore {
  /// Without a slash at its end.
  let folder: String

  /// Writes the files of a record.
  ///
  /// - Parameter name: Their name without its end; without one each is named by its digest, below
  ///   a folder of the first two digits, and is written only where it is not there yet.
  /// - Throws: `OutputFailure` for the first that cannot be written.
  func write(
    _ documents: [RenderedDocument], name: FileName?
  ) throws(OutputFailure) -> [StoredOutput] {
    var outputs: [StoredOutput] = []
    for document in documents {
      for (index, bytes) in document.parts.enumerated() {
        let isPage = document.format.isPicture
        var output = StoredOutput(
          format: document.format.name, path: "", contents: bytes,
          pages: isPage ? nil : document.pages)
        let suffix = document.format.suffix
        if let name {
          output.path = name.text + (isPage ? ".\(index + 1)" : "") + ".\(suffix)"
          try write(bytes, to: output.path)
        } else {
          output.path = "\(output.sha256.prefix(2))/\(output.sha256).\(suffix)"
          try writeOnce(bytes, to: output.path)
        }
        outputs.append(output)
        if let companion = document.companion {
          outputs.append(try write(companion, beside: output.path))
        }
      }
    }
    return outputs
  }

  private func write(
    _ companion: CompanionFile, beside path: String
  ) throws(OutputFailure) -> StoredOutput {
    let own = path.prefix(upTo: path.lastIndex(of: ".") ?? path.endIndex) + companion.ending
    try write(companion.bytes, to: String(own))
    return StoredOutput(
      format: "photo", path: String(own), contents: companion.bytes, pages: nil)
  }

  private func write(_ bytes: [UInt8], to path: String) throws(OutputFailure) {
    try OutputPath(file: "\(folder)/\(path)").write(bytes)
  }

  private func writeOnce(_ bytes: [UInt8], to path: String) throws(OutputFailure) {
    let file = "\(folder)/\(path)"
    if case .success(let same) = DiskFiles.read(file, limit: bytes.count), same == bytes { return }
    guard mkdir(DiskFiles.folder(of: file), 0o777) == 0 || errno == EEXIST else {
      throw OutputFailure(path: file, code: errno)
    }
    try write(bytes, to: path)
  }
}
