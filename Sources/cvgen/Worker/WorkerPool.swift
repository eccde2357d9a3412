// SPDX-License-Identifier: MIT
import CVDiagnostics
import CVMarkup
import Glibc

/// Children that answer requests, watched over: each request gets exactly one reply.
///
/// A child that crashes, takes too long or answers anything but a reply costs its request an error
/// and is replaced. Where a child has several requests, it answers them in their order.
struct WorkerPool {
  /// How long a record may take.
  static let timeLimit = 10_000
  /// How long a stopped run waits for what is on its way.
  static let graceTime = 2_000
  /// How often signals are looked for while nothing happens, in milliseconds.
  private static let pulse = 100

  /// A request with the number that its reply is known by.
  struct Assignment {
    var number: Int
    var request: JobRequest
    /// Whether it may have ended a child that had another one, too.
    fileprivate var isSuspect = false

    init(number: Int, request: JobRequest) {
      self.number = number
      self.request = request
    }

    var line: String {
      let frame = [("v", JSONValue.integer(Reply.version)), ("id", .string("\(number)"))]
      return JSONValue.object(frame + request.members).compact()
    }
  }

  /// A child with what it is doing.
  private struct Worker {
    var process: WorkerProcess
    /// What it has been given and not answered.
    private(set) var tasks: [Assignment] = []
    /// When the first task must be done.
    private(set) var deadline = 0

    init(_ process: WorkerProcess) { self.process = process }

    /// Whether it may be given one more where it has so many; a suspect stays alone.
    func isReady(having count: Int) -> Bool {
      tasks.count == count && tasks.first?.isSuspect != true
    }

    mutating func give(_ task: Assignment) {
      tasks.append(task)
      if tasks.count == 1 { startClock() }
      process.send(task.line)
      process.flush()
    }

    /// The first task is answered.
    mutating func finish() {
      tasks.removeFirst()
      startClock()
    }

    private mutating func startClock() { deadline = monotonicMilliseconds() + timeLimit }
  }

  let program: WorkerProgram
  let size: Int
  private let depth: Int
  private var workers: [Worker] = []
  /// Those that were with a child when it crashed: one of them is to blame.
  private var suspects: [Assignment] = []
  private var stop: (signal: Int32, deadline: Int)?

  /// - Parameters:
  ///   - size: How many children there are at most.
  ///   - depth: How many requests a child is given at once; with two it need not wait for the next.
  init(_ program: WorkerProgram, size: Int, depth: Int) {
    self.program = program
    self.size = size
    self.depth = depth
  }

  /// What the owner of the requests does.
  struct Client {
    /// The next request; `nil` when there is none left, or none shall be made any more.
    var next: () -> Assignment?
    var finish: (Assignment, Reply) -> Void
    /// Called several times a second while requests are on their way.
    var tick: () -> Void = {}
    /// A signal that asks to stop, since the last call.
    var signal: () -> Int32? = { nil }
  }

  /// Answers all requests.
  ///
  /// - Returns: The signal that stopped the run, if one did; what had not been answered by then
  ///   gets no reply.
  /// - Throws: `SpawnFailure` where no child can be started.
  mutating func run(_ client: Client) throws(SpawnFailure) -> Int32? {
    defer { end() }
    while true {
      if stop == nil { try assign(client) }
      let busy = workers.indices.filter { !workers[$0].tasks.isEmpty }
      guard !busy.isEmpty else { return stop?.signal }
      wait(for: busy)
      for index in busy.reversed() { look(at: index, client) }
      client.tick()
      if let signal = client.signal() {
        // The second time nobody waits.
        let grace = stop == nil ? Self.graceTime : 0
        stop = (signal, monotonicMilliseconds() + grace)
      }
      if let stop, monotonicMilliseconds() >= stop.deadline { return stop.signal }
    }
  }

  /// Gives each idle child a request, then each another one; suspects are tried alone.
  private mutating func assign(_ client: Client) throws(SpawnFailure) {
    for load in 0..<(suspects.isEmpty ? depth : 1) {
      for index in 0..<size
      where index >= workers.count || workers[index].isReady(having: load) {
        guard let task = suspects.popLast() ?? client.next() else { return }
        if index >= workers.count { workers.append(Worker(try program.start())) }
        workers[min(index, workers.count - 1)].give(task)
      }
    }
  }

  /// Sleeps until a child can go on, or a little while.
  private func wait(for busy: [Int]) {
    var polls = busy.flatMap { index -> [pollfd] in
      let process = workers[index].process
      let reading = pollfd(fd: process.output, events: Int16(POLLIN), revents: 0)
      guard process.isSending else { return [reading] }
      return [reading, pollfd(fd: process.input, events: Int16(POLLOUT), revents: 0)]
    }
    poll(&polls, nfds_t(polls.count), Int32(Self.pulse))
  }

  /// Takes what a child has answered, or answers in its place.
  private mutating func look(at index: Int, _ client: Client) {
    workers[index].process.flush()
    while let task = workers[index].tasks.first {
      switch workers[index].process.receive() {
      case .waiting:
        guard monotonicMilliseconds() >= workers[index].deadline else { return }
        return fail(index, client, .timeout)
      case .line(let line):
        guard let reply = Self.reply(in: line), reply.id == "\(task.number)" else {
          return fail(index, client, .crash("the worker answered something else than a reply"))
        }
        workers[index].finish()
        client.finish(task, reply)
      case .ended: return bury(index, client)
      }
    }
  }

  /// Answers in the place of a child that has ended, where it is clear which request ended it.
  private mutating func bury(_ index: Int, _ client: Client) {
    let worker = workers.remove(at: index)
    let ending = worker.process.reap()
    worker.process.hangUp()
    guard worker.tasks.count == 1 else { return suspect(worker.tasks) }
    client.finish(worker.tasks[0], Reply(outcome: .failed(.crash("the worker \(ending)"))))
  }

  /// Ends a child and answers its first request in its place.
  private mutating func fail(_ index: Int, _ client: Client, _ failure: RecordFailure) {
    let worker = workers.remove(at: index)
    worker.process.kill()
    worker.process.hangUp()
    _ = worker.process.reap()
    suspect(worker.tasks.dropFirst())
    client.finish(worker.tasks[0], Reply(outcome: .failed(failure)))
  }

  private mutating func suspect(_ tasks: some Sequence<Assignment>) {
    for var task in tasks {
      task.isSuspect = true
      suspects.append(task)
    }
  }

  private static func reply(in line: LineBuffer.Line) -> Reply? {
    guard case .whole(let bytes) = line else { return nil }
    var log = DiagnosticLog()
    let file = SourceFile(name: "<reply>", text: bytes)
    let node = readJSONLine(EditedText(file, id: FileID(0)), log: &log)
    return node.flatMap { Reply($0) }
  }

  /// Lets idle children end, and ends those that are still at work.
  private mutating func end() {
    for worker in workers {
      if !worker.tasks.isEmpty { worker.process.kill() }
      worker.process.hangUp()
      _ = worker.process.reap()
    }
    workers = []
  }
}

extension RecordFailure {
  fileprivate static let timeout = RecordFailure(
    kind: .limit, code: Code.recordTimeout.rawValue,
    message: "it took longer than \(WorkerPool.timeLimit / 1000) seconds")

  fileprivate static func crash(_ words: String) -> RecordFailure {
    RecordFailure(kind: .internal, code: Code.workerCrash.rawValue, message: words)
  }
}

/// The signals that ask a run to stop, kept back until they are asked for.
struct StopSignals {
  private var set = sigset_t()

  /// From now on they no longer end the process by themselves.
  init() {
    sigemptyset(&set)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&set, number) }
    sigprocmask(SIG_BLOCK, &set, nil)
  }

  /// A signal that has come since, or `nil`.
  func next() -> Int32? {
    var (set, now) = (set, timespec())
    let number = sigtimedwait(&set, nil, &now)
    return number > 0 ? number : nil
  }
}
