// SPDX-License-Identifier: MIT
import Glibc

/// A program that answers requests, as a child of this process.
struct WorkerProgram {
  var path: String
  var arguments: [String]

  /// The address space that a child may take, in bytes.
  static let memoryLimit: rlim_t = 1 << 30

  /// cvgen itself, or another program that speaks its protocol, writing to a store.
  init(_ program: String?, store: String) {
    path = program ?? DiskFiles.realPath("/proc/self/exe") ?? CommandLine.arguments[0]
    arguments = ["worker", "--bare", "--store", store]
  }

  /// Starts the program; its standard error is ours.
  ///
  /// It has a process group of its own, so that Ctrl-C on a terminal reaches only its parent.
  ///
  /// - Throws: `SpawnFailure` where the system cannot start it.
  func start() throws(SpawnFailure) -> WorkerProcess {
    var (requests, replies) = ([Int32](repeating: -1, count: 2), [Int32](repeating: -1, count: 2))
    guard pipe(&requests) == 0, pipe(&replies) == 0 else {
      for descriptor in requests where descriptor >= 0 { close(descriptor) }
      throw SpawnFailure(program: path, code: errno)
    }
    // Only what is handed over may be open in this child and in those that follow.
    for descriptor in requests + replies { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    let result = withLimits { spawn(reading: requests[0], writing: replies[1]) }
    close(requests[0])
    close(replies[1])
    guard case .success(let identifier) = result else {
      close(requests[1])
      close(replies[0])
      guard case .failure(let failure) = result else { preconditionFailure("one of two") }
      throw failure
    }
    for descriptor in [requests[1], replies[0]] { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
    return WorkerProcess(identifier: identifier, input: requests[1], output: replies[0])
  }

  private func spawn(reading: Int32, writing: Int32) -> Result<pid_t, SpawnFailure> {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, reading, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, writing, STDOUT_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var environment = Self.environment.map { strdup($0) } + [nil]
    defer { for word in words + environment { free(word) } }
    var identifier: pid_t = 0
    let code = posix_spawnp(&identifier, path, &actions, &attributes, &words, &environment)
    return code == 0 ? .success(identifier) : .failure(SpawnFailure(program: path, code: code))
  }

  /// Our environment; a crash is to end at once, arenas for each thread would fill the limit, and
  /// memory that one document gives back is needed by the next.
  private static var environment: [String] {
    var variables: [String] = []
    var next = environ
    while let variable = next.pointee {
      variables.append(String(cString: variable))
      next += 1
    }
    return variables + [
      "SWIFT_BACKTRACE=enable=no", "MALLOC_ARENA_MAX=2", "MALLOC_TRIM_THRESHOLD_=33554432",
      "MALLOC_MMAP_THRESHOLD_=33554432",
    ]
  }

  /// Starts a child that inherits the limits; ours are as before when it is started.
  private func withLimits<Value>(_ body: () -> Value) -> Value {
    let memory = __rlimit_resource_t(UInt32(RLIMIT_AS.rawValue))
    var old = rlimit()
    getrlimit(memory, &old)
    var limit = old
    limit.rlim_cur = min(Self.memoryLimit, old.rlim_max)
    setrlimit(memory, &limit)
    // A core file would hold a person's data.
    var noCore = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(UInt32(RLIMIT_CORE.rawValue)), &noCore)
    defer { setrlimit(memory, &old) }
    return body()
  }
}

/// A program that could not be started.
struct SpawnFailure: Error {
  var program: String
  var code: Int32

  var words: String { "“\(program)” cannot be started: \(systemWords(code))" }
}

/// A running child: what is still to be sent to it, and what came from it.
struct WorkerProcess {
  let identifier: pid_t
  let input: Int32
  let output: Int32
  private var outgoing: ArraySlice<UInt8> = []
  private var incoming = LineBuffer(limit: RequestLine.limit)

  init(identifier: pid_t, input: Int32, output: Int32) {
    self.identifier = identifier
    self.input = input
    self.output = output
  }

  /// What can be read or written now.
  enum Progress {
    case waiting
    case line(LineBuffer.Line)
    case ended
  }

  var isSending: Bool { !outgoing.isEmpty }

  /// Begins to send a line, behind those that are on their way.
  mutating func send(_ line: String) { outgoing += (line + "\n").utf8 }

  /// Sends as much as the pipe takes; a child that went away is found out by `receive`.
  mutating func flush() {
    while !outgoing.isEmpty {
      let count = outgoing.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return }
      guard count > 0 else {
        outgoing = []
        return
      }
      outgoing = outgoing.dropFirst(count)
    }
  }

  mutating func receive() -> Progress {
    if let line = incoming.next() { return .line(line) }
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(output, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return .waiting }
      guard count > 0 else { return .ended }
      incoming.append(chunk[..<count])
      if let line = incoming.next() { return .line(line) }
      if incoming.isSkipping { return .line(.tooLong) }
    }
  }

  /// Lets the child end by itself: nothing more will come.
  func hangUp() {
    close(input)
    close(output)
  }

  func kill() { _ = Glibc.kill(-identifier, SIGKILL) }

  /// Waits for the end of the child, and says how it ended.
  func reap() -> String {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    if signal == 0 { return "ended with the exit code \(status >> 8 & 0xFF)" }
    return "ended with signal \(signal) (\(String(cString: strsignal(signal))))"
  }
}
