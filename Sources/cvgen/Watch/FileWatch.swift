// SPDX-License-Identifier: MIT
import CVCompiler
import Glibc

/// Waits until files change, whichever way an editor saves them.
///
/// The folders are watched and not the files: many editors write a new file and rename it over the
/// old one, and a file that is not there yet can only be waited for so.
struct FileWatch {
  /// How long nothing may happen before a change counts as done, in milliseconds; editors save in
  /// several steps.
  static let quietTime: Int32 = 50
  /// A file that is written without a pause is looked at all the same after so many of these.
  private static let mostPauses = 20

  private let descriptor: Int32
  /// The names that matter, by the watched folder.
  private var names: [Int32: Set<String>] = [:]

  /// - Throws: `WatchFailure` where the system gives no more watches.
  init() throws(WatchFailure) {
    descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    guard descriptor >= 0 else { throw WatchFailure(path: nil, code: errno) }
  }

  /// Watches these files and no others; their folders must be there.
  mutating func watch(_ paths: [String]) throws(WatchFailure) {
    var wanted: [Int32: Set<String>] = [:]
    for path in paths {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let number = inotify_add_watch(descriptor, DiskFiles.folder(of: path), Self.events)
      if number < 0, errno == ENOENT || errno == ENOTDIR { continue }
      guard number >= 0 else { throw WatchFailure(path: path, code: errno) }
      wanted[number, default: []].insert(name)
    }
    for number in names.keys where wanted[number] == nil { inotify_rm_watch(descriptor, number) }
    names = wanted
  }

  private static let events = UInt32(
    IN_CLOSE_WRITE | IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_TO | IN_MOVED_FROM
      | IN_DELETE_SELF | IN_MOVE_SELF)

  /// Returns when one of the files has changed and nothing more happens for a moment.
  func wait() throws(WatchFailure) {
    while try !takeEvents(within: -1) {}
    var pauses = 0
    while pauses < Self.mostPauses, try takeEvents(within: Self.quietTime) { pauses += 1 }
  }

  /// Takes what has happened, and says whether any of it is about one of the files.
  ///
  /// - Parameter time: How long to wait for the first event, in milliseconds; below 0 for ever.
  private func takeEvents(within time: Int32) throws(WatchFailure) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let count = poll(&request, 1, time)
    if count < 0, errno != EINTR { throw WatchFailure(path: nil, code: errno) }
    guard count > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let length = read(descriptor, &buffer, buffer.count)
    if length < 0, errno != EAGAIN, errno != EINTR { throw WatchFailure(path: nil, code: errno) }
    return length > 0 && isAboutFiles(buffer[..<length])
  }

  /// Whether events that the system has written one behind the other are about the files.
  private func isAboutFiles(_ bytes: ArraySlice<UInt8>) -> Bool {
    let headLength = MemoryLayout<inotify_event>.size
    return bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset + headLength <= buffer.count {
        let event = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
        let start = offset + headLength
        offset = start + Int(event.len)
        // A full queue has lost events, a folder that is gone has taken its files with it.
        let isLoss = event.mask & UInt32(IN_Q_OVERFLOW | IN_IGNORED) != 0
        guard !isLoss, offset <= buffer.count else { return true }
        let name = String(decoding: buffer[start..<offset].prefix { $0 != 0 }, as: UTF8.self)
        if names[event.wd]?.contains(name) == true || name.isEmpty { return true }
      }
      return false
    }
  }

  func close() { Glibc.close(descriptor) }
}

/// The system cannot tell of changes to files.
struct WatchFailure: Error {
  /// `nil` where no one file is to blame.
  var path: String?
  /// The `errno` of the failed call.
  var code: Int32

  var words: String {
    let file = path.map { "“\($0)”" } ?? "files"
    let help =
      code == ENOSPC || code == EMFILE
      ? "; raise fs.inotify.max_user_watches or max_user_instances" : ""
    return "cannot watch \(file): \(systemWords(code))\(help)"
  }
}
