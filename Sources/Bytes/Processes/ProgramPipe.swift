internal import Glibc

/// The two ends of a pipe to or from another program, which gets none but those that it is given; -1 for an end that is
/// closed.
public struct ProgramPipe {
  public private(set) var reading: Int32 = -1
  public private(set) var writing: Int32 = -1

  /// Nil where there is none to be had; `errno` tells why.
  public init?() {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return nil }
    (reading, writing) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  public mutating func closeReading() { Self.close(&reading) }
  public mutating func closeWriting() { Self.close(&writing) }

  public mutating func close() {
    closeReading()
    closeWriting()
  }

  private static func close(_ end: inout Int32) {
    if end >= 0 { _ = Glibc.close(end) }
    end = -1
  }

  /// From here on ``write(_:)`` and ``read(into:)`` do not wait. The ends of the other program are to be closed before:
  /// it would not wait either.
  func stopWaiting() {
    for end in [reading, writing] where end >= 0 { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
  }

  /// Writes what the other end takes now, and closes this one behind the last byte, or when nobody reads.
  mutating func write(_ bytes: inout ArraySlice<UInt8>) {
    guard writing >= 0 else { return }
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(writing, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EAGAIN || errno == EINTR { return }
        break
      }
      bytes.removeFirst(count)
    }
    closeWriting()
  }

  /// Appends what is there, and closes the end behind the last byte.
  mutating func read(into bytes: inout [UInt8]) {
    guard reading >= 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(reading, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes += buffer[..<count]
        // Who writes without end is looked at in between.
        if count == buffer.count { return }
        continue
      }
      if count < 0, errno == EAGAIN || errno == EINTR { return }
      closeReading()
      return
    }
  }
}
