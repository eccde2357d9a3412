// SPDX-License-Identifier: MIT

/// The files that a compilation may read; the compiler itself has no other way to any.
///
/// The program makes one over the disk, rooted at a folder that nothing can leave; tests make one
/// over a dictionary.
public struct SourceFiles: Sendable {
  /// The bytes of a file, or why there are none.
  public var read: @Sendable (String) -> Result<[UInt8], ReadFailure>

  public init(read: @escaping @Sendable (String) -> Result<[UInt8], ReadFailure>) {
    self.read = read
  }

  /// Files in memory, by path.
  public init(_ files: [String: [UInt8]]) {
    read = { path in files[path].map { .success($0) } ?? .failure(.missing) }
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
