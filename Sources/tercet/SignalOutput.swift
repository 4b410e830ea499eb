internal import Glibc

/// What a signal's handler may write: bytes that are in the program.
enum SignalOutput {
  /// Writes `text` to standard error, as far as it takes it.
  static func write(_ text: StaticString) {
    unsafe _ = Glibc.write(2, text.utf8Start, text.utf8CodeUnitCount)
  }
}
