internal import Glibc

/// A file mapped read-only; unmapped when the last view of it is gone.
///
/// The file must not be cut short while it is mapped: stores are replaced by renaming, never written in place. When
/// another program does so, the system sends SIGBUS where a lost page is read; ``path(holding:)`` tells of which file.
// Sendable: the mapping is read-only and fixed from `init` to `deinit`.
@safe
public final class MappedFile: @unchecked Sendable {
  public let path: String
  /// Size in bytes, at least 1.
  public let count: Int
  /// The file as it was when it was mapped.
  public let state: FileState
  private let base: UnsafeMutableRawPointer

  /// Maps the file at `path` without reading it.
  ///
  /// - Throws: when it is missing, unreadable, a directory, empty, or nothing that can be mapped.
  /// - Complexity: O(1).
  public convenience init(path: String) throws(BytesError) {
    // Without O_NONBLOCK, opening a pipe would wait for a writer.
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw BytesError.opening(path, errno) }
    defer { _ = Glibc.close(descriptor) }
    try self.init(descriptor: descriptor, path: path)
  }

  /// Maps the file that is written by `content`, has no name, and takes its space in `folder`.
  ///
  /// - Throws: when the file cannot be written, and what `content` throws.
  /// - Complexity: O(1) beside `content`.
  public convenience init(
    namelessIn folder: String,
    writing content: (_ write: ([UInt8]) throws(BytesError) -> Void) throws(BytesError) -> Void
  ) throws(BytesError) {
    let descriptor = try NamelessFile.open(in: folder)
    defer { _ = Glibc.close(descriptor) }
    try content { piece throws(BytesError) in
      try unsafe writeWhole(piece, path: folder, action: "write a temporary file in it") { rest, _ in
        unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
    }
    try self.init(descriptor: descriptor, path: folder)
  }

  /// Maps an open file, which the caller closes.
  private init(descriptor: Int32, path: String) throws(BytesError) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw BytesError.opening(path, errno) }
    let kind = status.st_mode & S_IFMT
    guard kind != S_IFDIR else { throw .directory(path: path) }
    guard kind == S_IFREG else { throw .notAFile(path: path) }
    guard status.st_size > 0 else { throw .empty(path: path) }
    let size = Int(status.st_size)
    let address = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let address = unsafe address, unsafe address != UnsafeMutableRawPointer(bitPattern: -1) else {
      throw .io(path: path, action: "map", errno: errno)
    }
    self.path = path
    count = size
    state = FileState(status)
    unsafe base = address
    unsafe FileMappings.shared.add(start: UInt(bitPattern: base), count: count, path: path)
  }

  deinit {
    unsafe FileMappings.shared.remove(start: UInt(bitPattern: base))
    unsafe munmap(base, count)
  }

  /// The path of the file that is mapped at `address`, as a C string; nil when none is.
  ///
  /// A signal handler may ask, if it was asked once before the signal.
  @unsafe
  public static func path(holding address: UInt) -> UnsafePointer<CChar>? {
    unsafe FileMappings.shared.path(at: address)
  }

  /// All bytes of the file; the view keeps the mapping alive.
  public var bytes: ByteView { unsafe ByteView(base: UnsafeRawPointer(base), count: count, owner: self) }
}
