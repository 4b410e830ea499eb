import Glibc

/// The keys of the terminal, in place of libedit's own reading, which neither tells when the program was stopped and
/// goes on nor how long nothing was typed.
@safe final class TerminalInput {
  /// What may happen while a key is waited for.
  enum Event { case resumed, resized }

  private var bytes: [UInt8] = []
  private var next = 0

  /// The next character; nil at the end of the input. What is no UTF-8 becomes U+FFFD.
  ///
  /// - Parameter signalled: called before anything is read when the program goes on after it was stopped, or the
  ///   terminal has got another width.
  func character(signalled: (Event) -> Void) -> Unicode.Scalar? {
    guard let first = byte(signalled) else { return nil }
    if first < 0x80 { return Unicode.Scalar(first) }
    var sequence = [first]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    while sequence.count < length, let byte = byte(signalled) {
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

  private func byte(_ signalled: (Event) -> Void) -> UInt8? {
    if next == bytes.count, !fill(signalled) { return nil }
    next += 1
    return bytes[next - 1]
  }

  private func fill(_ signalled: (Event) -> Void) -> Bool {
    while true {
      if TerminalGuard.shared.takeResumption() { signalled(.resumed) }
      if TerminalGuard.shared.takeResizing() { signalled(.resized) }
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

  /// Waits for a key; false when a signal came before. SIGCONT and SIGWINCH come at no other time, so that none is
  /// missed between looking for it and waiting.
  private static func wait() -> Bool {
    var awaited = sigset_t()
    unsafe sigemptyset(&awaited)
    unsafe sigaddset(&awaited, SIGCONT)
    unsafe sigaddset(&awaited, SIGWINCH)
    var before = sigset_t()
    unsafe pthread_sigmask(SIG_BLOCK, &awaited, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    if TerminalGuard.shared.isResumed || TerminalGuard.shared.isResized { return false }
    var ready = fd_set()
    ready.__fds_bits.0 = 1
    return unsafe pselect(1, &ready, nil, nil, nil, &before) >= 0
  }
}
