// SPDX-License-Identifier: MIT
import Glibc

/// Work on a thread of its own, beside what its owner does.
///
/// It is joined when its owner waits for it, at the latest when the owner is gone. Where the system
/// gives no thread, the owner does the work itself then.
final class BackgroundWork {
  private var thread: pthread_t?
  /// What no thread does.
  private var left: Unmanaged<Task>?

  /// In bytes, as the first thread has them: readers go as deep as a page nests.
  private static let stackSize = 8 << 20

  /// What a thread is handed.
  private final class Task {
    let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }

  init(_ work: @escaping @Sendable () -> Void) {
    let task = Unmanaged.passRetained(Task(work))
    var thread = pthread_t()
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, Self.stackSize)
    let status = pthread_create(
      &thread, &attributes,
      { task in
        if let task { Unmanaged<Task>.fromOpaque(task).takeRetainedValue().work() }
        return nil
      }, task.toOpaque())
    if status == 0 { self.thread = thread } else { left = task }
  }

  /// Waits until the work is done.
  func wait() {
    if let thread { pthread_join(thread, nil) }
    left?.takeRetainedValue().work()
    (thread, left) = (nil, nil)
  }

  deinit { wait() }
}
