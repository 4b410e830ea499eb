internal import Glibc

/// A file, pipe or standard input, read from its start to its end; what is packed with gzip is unpacked.
public final class InputStream {
  private static let pieceSize = 1 << 16

  private let path: String
  private let descriptor: Int32
  /// Bytes as they are in the file, those of `pending` not yet passed on.
  private var piece = [UInt8](repeating: 0, count: pieceSize)
  private var pending = 0..<0
  private var hasBegun = false
  private var isAtEnd = false
  private var gunzip: Gunzip?
  private var isBetweenMembers = false

  /// - Parameter path: of a file; `-` for standard input.
  /// - Throws: when it cannot be opened.
  public init(path: String) throws(BytesError) {
    self.path = path
    descriptor = path == "-" ? STDIN_FILENO : unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw BytesError.opening(path, errno) }
  }

  deinit { if descriptor != STDIN_FILENO { _ = Glibc.close(descriptor) } }

  /// Reads into `buffer`.
  ///
  /// - Returns: how many bytes; 0 only at the end, or when `buffer` is empty.
  /// - Throws: when the file cannot be read or unpacked.
  @unsafe
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(BytesError) -> Int {
    if !hasBegun { try begin() }
    if gunzip != nil { return try unsafe unpack(into: buffer) }
    if pending.isEmpty { return try unsafe readFile(into: buffer) }
    let count = min(pending.count, buffer.count)
    unsafe piece.withUnsafeBytes {
      unsafe buffer.copyMemory(from: .init(rebasing: $0[pending.lowerBound..<pending.lowerBound + count]))
    }
    pending = pending.lowerBound + count..<pending.upperBound
    return count
  }

  private func begin() throws(BytesError) {
    hasBegun = true
    try fill(atLeast: 3)
    guard Gunzip.isGzip(piece[pending]) else { return }
    do { gunzip = try Gunzip() } catch { throw .io(path: path, action: "unpack", errno: ENOMEM) }
  }

  /// Reads until so many bytes are pending, or all are.
  private func fill(atLeast count: Int) throws(BytesError) {
    piece.replaceSubrange(0..<pending.count, with: piece[pending])
    pending = 0..<pending.count
    while pending.count < count, !isAtEnd {
      let end = pending.upperBound
      // Taken out, because reading changes this object while the piece is written to.
      var bytes: [UInt8] = []
      swap(&bytes, &piece)
      defer { swap(&bytes, &piece) }
      let read = try unsafe bytes.withUnsafeMutableBufferPointer { bytes throws(BytesError) in
        try unsafe readFile(into: .init(UnsafeMutableBufferPointer(rebasing: bytes[end...])))
      }
      pending = 0..<end + read
    }
  }

  @unsafe
  private func readFile(into buffer: UnsafeMutableRawBufferPointer) throws(BytesError) -> Int {
    while true {
      let count = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 {
        isAtEnd = count == 0
        return count
      }
      if errno == EINTR { continue }
      throw errno == EISDIR ? .directory(path: path) : .io(path: path, action: "read", errno: errno)
    }
  }

  @unsafe
  private func unpack(into buffer: UnsafeMutableRawBufferPointer) throws(BytesError) -> Int {
    guard let gunzip, unsafe !buffer.isEmpty else { return 0 }
    while true {
      if isBetweenMembers {
        try fill(atLeast: 3)
        // What is no further member is not looked at, as by gzip itself.
        guard Gunzip.isGzip(piece[pending]) else { return 0 }
        gunzip.begin()
        isBetweenMembers = false
      }
      if pending.isEmpty { try fill(atLeast: 1) }
      let step: Gunzip.Step
      do {
        step = try unsafe piece.withUnsafeBufferPointer { bytes throws(Gunzip.Problem) in
          try unsafe gunzip.step(.init(UnsafeBufferPointer(rebasing: bytes[pending])), into: buffer)
        }
      } catch {
        throw .damaged(place: path, section: "the packed data", detail: "does not unpack")
      }
      pending = pending.lowerBound + step.taken..<pending.upperBound
      isBetweenMembers = step.endsMember
      if step.made > 0 { return step.made }
      guard isBetweenMembers || !pending.isEmpty || !isAtEnd else {
        throw .damaged(place: path, section: "the packed data", detail: "ends too early")
      }
    }
  }
}
