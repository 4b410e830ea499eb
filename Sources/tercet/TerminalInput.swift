import Glibc

/// The keys of the terminal, in place of libedit's own reading, which neither tells when the program was stopped and
/// goes on nor how long nothing was typed.
@safe final class TerminalInput {
  private var bytes: [UInt8] = []
  private var next = 0

  /// The next character; nil at the end of the input. What is no UTF-8 becomes U+FFFD.
  ///
  /// - Parameter resumed: called when the program goes on after it was stopped, before anything is read.
  func character(resumed: () -> Void) -> Unicode.Scalar? {
    guard let first = byte(resumed) else { return nil }
    if first < 0x80 { return Unicode.Scalar(first) }
    var sequence = [first]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    while sequence.count < length, let byte = byte(resumed) {
      guard byte & 0xC0 == 0x80 else {
        next -= 1
        break
      }
      sequence.append(byte)
    }
    return String(validating: sequence, as: UTF8.self)?.unicodeScalars.first ?? "\u{FFFD}"
  }

  /// Whether nothing comes for so long.
  func isQuiet(milliseconds: Int32) -> Bool {
    guard next == bytes.count else { return false }
    var ready = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&ready, 1, milliseconds) == 0
  }

  private func byte(_ resumed: () -> Void) -> UInt8? {
    if next == bytes.count, !fill(resumed) { return nil }
    next += 1
    return bytes[next - 1]
  }

  private func fill(_ resumed: () -> Void) -> Bool {
    while true {
      if TerminalGuard.shared.takeResumption() { resumed() }
      guard Self.wait() else { continue }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(0, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else { return false }
      bytes = Array(buffer[..<count])
      next = 0
      return true
    }
  }

  /// Waits for a key; false when a signal came before. SIGCONT comes at no other time, so that none is missed between
  /// looking for it and waiting.
  private static func wait() -> Bool {
    var continuation = sigset_t()
    unsafe sigemptyset(&continuation)
    unsafe sigaddset(&continuation, SIGCONT)
    var before = sigset_t()
    unsafe pthread_sigmask(SIG_BLOCK, &continuation, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    if TerminalGuard.shared.isResumed { return false }
    var ready = fd_set()
    ready.__fds_bits.0 = 1
    return unsafe pselect(1, &ready, nil, nil, nil, &before) >= 0
  }
}
