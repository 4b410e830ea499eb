import Bytes
import Glibc

/// A program between two pipes, to which lines are written and from which lines are read while it runs.
public final class PipedProgram {
  private var input: ProgramPipe
  private var output: ProgramPipe
  private let child: RunningProgram
  private var status: Int32?
  private var bytes: [UInt8] = []

  /// - Throws: when the program cannot be started.
  public init(_ program: String, _ arguments: [String]) throws {
    guard let input = ProgramPipe(), let output = ProgramPipe() else {
      throw BytesError.io(path: "a pipe", action: "open", errno: errno)
    }
    self.input = input
    self.output = output
    child = try RunningProgram(
      [program] + arguments, environment: ProcessRun.variables([:]),
      descriptors: [(0, .copy(input.reading)), (1, .copy(output.writing)), (2, .file("/dev/null", flags: O_WRONLY))])
    self.input.closeReading()
    self.output.closeWriting()
  }

  deinit {
    if status == nil {
      kill(child.id, SIGKILL)
      _ = child.wait()
    }
    input.close()
    output.close()
  }

  /// Writes `bytes`, of which the pipe takes 64 KiB without waiting.
  public func send(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { unsafe _ = write(input.writing, $0.baseAddress, $0.count) }
  }

  public func send(_ text: String) { send(Array(text.utf8)) }

  /// The next line without its end; nil when none comes within `seconds`, or there is none.
  public func line(within seconds: Double = 60) -> String? {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < deadline {
      if let end = bytes.firstIndex(of: 0x0A) {
        defer { bytes.removeSubrange(...end) }
        return String(decoding: bytes[..<end], as: UTF8.self)
      }
      if !read(for: 100) { return nil }
    }
    return nil
  }

  /// Kills it.
  public func end() {
    kill(child.id, SIGKILL)
    status = child.wait()
  }

  /// All bytes so far, once they are enough; nil when they are not within `seconds`.
  public func bytes(until isEnough: ([UInt8]) -> Bool, within seconds: Double = 60) -> [UInt8]? {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < deadline {
      if isEnough(bytes) { return bytes }
      if !read(for: 100) { return nil }
    }
    return nil
  }

  /// Closes its input and waits for its end; its status and the bytes that were not read.
  public func finish() -> (status: Int32, rest: [UInt8]) {
    input.closeWriting()
    while read(for: 60_000) {}
    let status = child.wait()
    self.status = status
    return (status, bytes)
  }

  /// Closes both pipes and waits for its end.
  public func leave() -> Int32 {
    output.closeReading()
    input.closeWriting()
    let status = child.wait()
    self.status = status
    return status
  }

  /// False at the end.
  private func read(for milliseconds: Int32) -> Bool {
    var polled = pollfd(fd: output.reading, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&polled, 1, milliseconds) > 0 else { return true }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe piece.withUnsafeMutableBytes {
      unsafe Glibc.read(output.reading, $0.baseAddress, $0.count)
    }
    guard count > 0 else { return false }
    bytes += piece[..<count]
    return true
  }
}
