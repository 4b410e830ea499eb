internal import Glibc

/// A file, pipe or standard input, read from its start to its end; what is packed with gzip is unpacked.
public final class InputStream {
  private static let pieceSize = 1 << 16

  /// What may be opened.
  public enum Kinds: Sendable {
    /// Whatever the user names; opening a pipe waits for its writer.
    case all
    /// Regular files and links to them; nothing is waited for.
    case regularFiles
  }

  /// As people read it.
  public let path: String
  /// Negative where there is none because all bytes are in memory.
  private let descriptor: Int32
  private let unpacks: Bool
  /// Bytes that were read of the file, as they lie in it.
  public private(set) var byteCount = 0
  /// Bytes that a regular file has; nil when nothing tells.
  private let size: Int?
  /// Bytes as they are in the file, those of `pending` not yet passed on.
  private var piece = [UInt8](repeating: 0, count: pieceSize)
  private var pending = 0..<0
  private var hasBegun = false
  private var isAtEnd = false
  private var gunzip: Gunzip?
  private var isBetweenMembers = false
  /// Unpacked bytes that were looked at and are still to be read.
  private var head: ArraySlice<UInt8> = []

  /// - Parameter path: of a file; `-` for standard input.
  /// - Throws: when it cannot be opened.
  public convenience init(path: String) throws(BytesError) { try self.init(FilePath(path)) }

  /// - Parameters:
  ///   - path: of a file; `-` for standard input.
  ///   - unpacks: whether what is packed with gzip is unpacked.
  /// - Throws: when it cannot be opened, is a folder, or is none of `kinds`.
  public init(_ path: FilePath, accepting kinds: Kinds = .all, unpacks: Bool = true) throws(BytesError) {
    self.path = path.text
    self.unpacks = unpacks
    // Without O_NONBLOCK, opening a pipe would wait for a writer.
    let flags = O_RDONLY | O_CLOEXEC | (kinds == .regularFiles ? O_NONBLOCK : 0)
    let isStandardInput = path.text == "-"
    descriptor = isStandardInput ? STDIN_FILENO : unsafe Glibc.open(path.cString, flags)
    let reason = errno
    var status = stat()
    let isKnown = unsafe fstat(descriptor, &status) == 0
    let kind = status.st_mode & S_IFMT
    let done = max(0, descriptor >= 0 ? Int(lseek(descriptor, 0, SEEK_CUR)) : 0)
    size = isKnown && kind == S_IFREG ? max(0, Int(status.st_size) - done) : nil
    guard descriptor >= 0 else { throw BytesError.opening(path.text, reason) }
    if kind == S_IFDIR { throw .directory(path: path.text) }
    if kinds == .regularFiles, kind != S_IFREG { throw .notAFile(path: path.text) }
  }

  /// - Parameter path: what errors call the bytes.
  public init(_ bytes: [UInt8], path: String) {
    self.path = path
    unpacks = true
    descriptor = -1
    size = bytes.count
    piece = bytes
    pending = 0..<bytes.count
    isAtEnd = true
  }

  deinit { if descriptor > STDIN_FILENO { _ = Glibc.close(descriptor) } }

  /// The next bytes, which stay to be read: `count` of them, or fewer at the end.
  ///
  /// - Throws: when the file cannot be read or unpacked.
  public func peek(_ count: Int) throws(BytesError) -> ArraySlice<UInt8> { try peek(count) { _ in false } }

  /// The next bytes, which stay to be read: `count` of them, or fewer at the end or where they are `enough`, for a pipe
  /// whose writer waits for an answer has no more.
  ///
  /// - Throws: when the file cannot be read or unpacked.
  public func peek(
    _ count: Int, enough: (ArraySlice<UInt8>) -> Bool
  ) throws(BytesError) -> ArraySlice<UInt8> {
    while head.count < count, !enough(head) {
      var bytes = Array(head)
      head = []
      let before = bytes.count
      try append(to: &bytes, upTo: count, stopping: true)
      head = bytes[...]
      if bytes.count == before { break }
    }
    return head.prefix(count)
  }

  /// Whether reading would give something at once: bytes, the end, or an error.
  ///
  /// - Complexity: O(1); asks the system where nothing is at hand.
  public var isReady: Bool {
    if descriptor < 0 || size != nil || !head.isEmpty || !pending.isEmpty || isAtEnd { return true }
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&polled, 1, 0) != 0
  }

  /// All bytes that are left.
  ///
  /// - Throws: when they cannot be read or unpacked, or are more than `limit`: what a file says of its size is believed
  ///   before it is read.
  public func readAll(limit: Int) throws(BytesError) -> [UInt8] {
    if !hasBegun { try begin() }
    var expected = 0
    if let size, gunzip == nil {
      guard size <= limit else { throw .tooLarge(path: path, found: size, limit: limit) }
      expected = size
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected + 1)
    try append(to: &bytes, upTo: limit + 1)
    guard bytes.count <= limit else { throw .tooLarge(path: path, found: nil, limit: limit) }
    return bytes
  }

  /// - Parameter stopping: whether what one reading gives is all.
  private func append(to bytes: inout [UInt8], upTo count: Int, stopping: Bool = false) throws(BytesError) {
    var part = [UInt8](repeating: 0, count: min(Self.pieceSize, max(count, 1)))
    while bytes.count < count {
      let most = min(part.count, count - bytes.count)
      let read = try unsafe part.withUnsafeMutableBufferPointer { part throws(BytesError) in
        try unsafe self.read(into: .init(UnsafeMutableBufferPointer(rebasing: part[..<most])))
      }
      if read == 0 { return }
      bytes += part[..<read]
      if stopping { return }
    }
  }

  /// Reads into `buffer`.
  ///
  /// - Returns: how many bytes; 0 only at the end, or when `buffer` is empty.
  /// - Throws: when the file cannot be read or unpacked.
  @unsafe
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(BytesError) -> Int {
    if !hasBegun { try begin() }
    if !head.isEmpty {
      let count = min(head.count, buffer.count)
      unsafe buffer.copyBytes(from: head.prefix(count))
      head = head.dropFirst(count)
      return count
    }
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
    guard unpacks else { return }
    try fill(atLeast: 3)
    guard Gunzip.isGzip(piece[pending]) else { return }
    do { gunzip = try Gunzip() } catch { throw .io(path: path, action: "unpack", errno: ENOMEM) }
  }

  /// Reads until so many bytes are pending, or all are.
  private func fill(atLeast count: Int) throws(BytesError) {
    if pending.count >= count || isAtEnd { return }
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
    if descriptor < 0 { return 0 }
    while true {
      let count = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 {
        byteCount += count
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
          // A piece of input and of output at a time, so that 32-bit counts are enough.
          let input = pending.prefix(1 << 30)
          return try unsafe gunzip.step(
            .init(UnsafeBufferPointer(rebasing: bytes[input])),
            into: .init(rebasing: buffer.prefix(1 << 30)))
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
