import Glibc

/// Text that a test has to reproduce, kept in Tests/Golden.
public struct GoldenFile: Sendable {
  public let path: String

  /// - Parameter name: the file's name in Tests/Golden.
  public init(_ name: String, testFile: String = #filePath) {
    let tests = testFile.split(separator: "/").dropLast(2).joined(separator: "/")
    path = "/\(tests)/Golden/\(name)"
  }

  /// Whether the golden files are to be written anew instead of compared: `TERCET_RECORD=1 swift test`.
  public static var isRecording: Bool { unsafe getenv("TERCET_RECORD") != nil }

  /// Compares `text` with the file; nil when they agree, otherwise the first line that differs.
  public func difference(from text: String) -> String? {
    if Self.isRecording {
      write(text)
      return nil
    }
    guard let expected = read() else { return "\(path) is missing; record it with TERCET_RECORD=1" }
    if expected == text { return nil }
    let (old, new) = (
      expected.split(separator: "\n", omittingEmptySubsequences: false),
      text.split(separator: "\n", omittingEmptySubsequences: false)
    )
    for index in 0..<max(old.count, new.count) {
      let (before, after) = (index < old.count ? String(old[index]) : "∅", index < new.count ? String(new[index]) : "∅")
      if before != after { return "\(path):\(index + 1): expected \(before), got \(after)" }
    }
    return "\(path): the texts differ"
  }

  private func read() -> String? {
    guard let file = unsafe fopen(path, "r") else { return nil }
    defer { unsafe _ = fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe fread($0.baseAddress, 1, $0.count, file) }
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }

  private func write(_ text: String) {
    guard let file = unsafe fopen(path, "w") else { return }
    unsafe _ = fputs(text, file)
    unsafe _ = fclose(file)
  }
}
