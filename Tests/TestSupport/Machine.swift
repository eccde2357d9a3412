// SPDX-License-Identifier: MIT
public import Foundation

/// What a program printed, and how it ended.
public struct ProgramResult: Sendable {
  public var status: Int32
  public var output: Data
  public var errors: String

  public init(status: Int32, output: Data, errors: String) {
    self.status = status
    self.output = output
    self.errors = errors
  }

  public var text: String { String(decoding: output, as: UTF8.self) }
}

/// Runs a program to its end.
///
/// - Parameters:
///   - program: A path, or a name that `env` finds.
///   - input: What it reads on standard input.
public func run(
  _ program: String, _ arguments: [String], input: Data? = nil, folder: URL? = nil,
  environment: [String: String] = [:]
) throws -> ProgramResult {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = [program] + arguments
  process.currentDirectoryURL = folder
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  // Files and not pipes: a program that prints much on both would block on a full pipe.
  let scratch = try TemporaryFolder()
  let (out, err) = (scratch.url.appending(path: "out"), scratch.url.appending(path: "err"))
  for file in [out, err] { try Data().write(to: file) }
  process.standardOutput = try FileHandle(forWritingTo: out)
  process.standardError = try FileHandle(forWritingTo: err)
  if let input {
    let file = scratch.url.appending(path: "in")
    try input.write(to: file)
    process.standardInput = try FileHandle(forReadingFrom: file)
  } else {
    process.standardInput = FileHandle.nullDevice
  }
  try process.run()
  process.waitUntilExit()
  return ProgramResult(
    status: process.terminationStatus, output: try Data(contentsOf: out),
    errors: String(decoding: try Data(contentsOf: err), as: UTF8.self))
}

/// A folder that goes with the test.
public final class TemporaryFolder: Sendable {
  public let url: URL

  public init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "cvgen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}

/// The program that is tested: `CVGEN_PROGRAM`, else the one built with the tests.
///
/// `make test` names the optimised program, which is what people install and takes a seventh of the
/// time.
public let cvgenProgram: String = {
  if let program = ProcessInfo.processInfo.environment["CVGEN_PROGRAM"] { return program }
  let tests = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
  var folder = tests.deletingLastPathComponent()
  while folder.path != "/" {
    let program = folder.appending(path: "cvgen").path
    if FileManager.default.isExecutableFile(atPath: program) { return program }
    folder = folder.deletingLastPathComponent()
  }
  return checkout.appending(path: ".build/debug/cvgen").path
}()

/// Whether a program is on this machine: a name that the search path holds.
public func isInstalled(_ program: String) -> Bool {
  let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
  return path.split(separator: ":").contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
  }
}
