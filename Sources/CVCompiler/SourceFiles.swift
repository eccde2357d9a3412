// SPDX-License-Identifier: MIT

/// The files that a compilation may read; the compiler itself has no other way to any.
///
/// The program makes one over the disk, rooted at a folder that nothing can leave; tests make one
/// over a dictionary.
public struct SourceFiles: Sendable {
  /// The bytes of a file, or why there are none.
  public var read: @Sendable (String) -> Result<[UInt8], ReadFailure>

  /// The names in a folder, in no order; those of folders end in a slash.
  public var list: @Sendable (String) -> Result<[String], ReadFailure>

  public init(
    read: @escaping @Sendable (String) -> Result<[UInt8], ReadFailure>,
    list: @escaping @Sendable (String) -> Result<[String], ReadFailure> = { _ in
      .failure(.missing)
    }
  ) {
    self.read = read
    self.list = list
  }

  /// Files in memory, by path.
  public init(_ files: [String: [UInt8]]) {
    let names: @Sendable (String) -> Set<String> = { folder in
      let start = folder == "." ? "" : folder + "/"
      return Set(
        files.keys.filter { $0.hasPrefix(start) }.compactMap { path -> String? in
          let parts = path.dropFirst(start.count).split(separator: "/", maxSplits: 1)
          return parts.first.map { $0 + (parts.count > 1 ? "/" : "") }
        })
    }
    read = { path in
      if let bytes = files[path] { return .success(bytes) }
      return .failure(names(path).isEmpty ? .missing : .isFolder)
    }
    list = { names($0).isEmpty ? .failure(.missing) : .success(Array(names($0))) }
  }
}

/// A file that was asked for, and what came of it.
public struct FileRead: Sendable {
  public var path: String
  public var contents: Result<[UInt8], ReadFailure>

  public init(path: String, contents: Result<[UInt8], ReadFailure>) {
    self.path = path
    self.contents = contents
  }
}

/// Why a file could not be read.
public enum ReadFailure: Error, Hashable, Sendable {
  case missing
  case isFolder
  /// The file lies outside the folder that may be read.
  case outsideRoot
  /// A profile of so many bytes is none: `Compiler.largestInput` is the limit.
  case tooLarge(bytes: Int)
  /// The system's own words.
  case other(String)
}
