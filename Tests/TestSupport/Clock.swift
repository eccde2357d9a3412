// SPDX-License-Identifier: MIT
import Glibc

/// Whether some work comes to its end within two minutes of the processor, on any machine and
/// beside any other test.
///
/// A guard against what grows with the square of its input and takes hours, and no measure. A time
/// limit of the test would count the time for which it waits for its turn.
public func endsSoon(_ work: () throws -> Void) rethrows -> Bool {
  let start = secondsOfThread()
  try work()
  return secondsOfThread() - start < 120
}

/// The time that the processor gave to this thread, which other tests do not lengthen.
private func secondsOfThread() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
