// SPDX-License-Identifier: MIT
import Glibc

/// The date of creation that a PDF states; never the clock's.
struct CreationDate {
  /// ISO 8601 with a time, in UTC.
  var iso: String

  /// - Parameter text: `YYYY-MM-DD`.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy(\.isNumber) }),
      let month = Int(parts[1]), let day = Int(parts[2]), 1...12 ~= month, 1...31 ~= day
    else { return nil }
    iso = text + "T00:00:00Z"
  }

  /// - Parameter seconds: Since 1970-01-01, UTC.
  private init(epoch seconds: Int) {
    var time = time_t(seconds)
    var parts = tm()
    gmtime_r(&time, &parts)
    let pad = { (value: Int32) in value < 10 ? "0\(value)" : "\(value)" }
    let day = "\(parts.tm_year + 1900)-\(pad(parts.tm_mon + 1))-\(pad(parts.tm_mday))"
    iso = day + "T\(pad(parts.tm_hour)):\(pad(parts.tm_min)):\(pad(parts.tm_sec))Z"
  }

  /// The user's date, else SOURCE_DATE_EPOCH (reproducible-builds.org), else the epoch.
  static func chosen(_ text: String?) -> String {
    if let date = text.flatMap({ CreationDate($0) }) { return date.iso }
    let epoch = getenv("SOURCE_DATE_EPOCH").flatMap { Int(String(cString: $0)) }
    return CreationDate(epoch: epoch ?? 0).iso
  }
}

/// Prints how long each stage took; off but for benchmarks.
struct StageClock {
  private let isOn: Bool
  private var last: UInt64

  init(isOn: Bool) {
    self.isOn = isOn
    last = isOn ? Self.now : 0
  }

  mutating func ended(_ stage: String) {
    guard isOn else { return }
    let now = Self.now
    printError("\(stage) \((now - last) / 1000) µs\n")
    last = now
  }

  private static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
