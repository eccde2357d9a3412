// SPDX-License-Identifier: MIT
import Glibc

/// The date of creation that a PDF states; never the clock's.
struct CreationDate {
  /// ISO 8601 with a time, in UTC.
  var iso: String

  /// - Parameter text: `YYYY-MM-DD`.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], let year = Int32(parts[0]),
      let month = Int32(parts[1]), let day = Int32(parts[2]), 1...12 ~= month, 1...31 ~= day
    else { return nil }
    var date = tm()
    (date.tm_year, date.tm_mon, date.tm_mday) = (year - 1900, month - 1, day)
    // The system's calendar turns 30 February into 2 March.
    guard let same = CreationDate(epoch: timegm(&date)), same.iso.hasPrefix(text) else {
      return nil
    }
    iso = same.iso
  }

  /// - Parameter seconds: Since 1970-01-01, UTC.
  private init?(epoch seconds: Int) {
    var time = time_t(seconds)
    var parts = tm()
    guard gmtime_r(&time, &parts) != nil, 0...9999 ~= Int(parts.tm_year) + 1900 else { return nil }
    let pad = { (value: Int32, width: Int) in
      String(repeating: "0", count: max(0, width - "\(value)".count)) + "\(value)"
    }
    let day = [pad(parts.tm_year + 1900, 4), pad(parts.tm_mon + 1, 2), pad(parts.tm_mday, 2)]
    let hour = [pad(parts.tm_hour, 2), pad(parts.tm_min, 2), pad(parts.tm_sec, 2)]
    iso = day.joined(separator: "-") + "T" + hour.joined(separator: ":") + "Z"
  }

  /// The user's date, else SOURCE_DATE_EPOCH (reproducible-builds.org), else none.
  static func chosen(_ text: String?) -> String? {
    if let date = text.flatMap({ CreationDate($0) }) { return date.iso }
    let epoch = getenv("SOURCE_DATE_EPOCH").flatMap { Int(String(cString: $0)) }
    return epoch.flatMap { CreationDate(epoch: $0) }?.iso
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
