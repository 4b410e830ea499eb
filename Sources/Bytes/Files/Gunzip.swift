internal import CZlib

/// Unpacks gzip (RFC 1952), or the packed data alone (RFC 1951), piece by piece, by zlib.
// Safe to use: the stream keeps no address of a caller between two calls.
@safe
public final class Gunzip {
  public enum Problem: Error {
    case outOfMemory, damaged
  }

  /// What a step did, in bytes.
  public struct Step {
    public var taken: Int
    public var made: Int
    /// Whether a member ended; what follows may be the next one, for which there is ``begin()``.
    public var endsMember: Bool
  }

  private var stream: UnsafeMutablePointer<z_stream>

  /// - Parameter isBare: whether the data has no head and no checksum, as zip archives have it.
  public init(isBare: Bool = false) throws(Problem) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // A deinitializer runs only for what was initialized whole, which this is by now.
    let code = unsafe isBare ? tercet_inflate_begin(stream) : tercet_gunzip_begin(stream)
    guard code == Z_OK else { throw .outOfMemory }
  }

  deinit {
    _ = unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Whether `start` begins as gzip does.
  public static func isGzip(_ start: some Collection<UInt8>) -> Bool {
    start.count > 2 && start.starts(with: [0x1F, 0x8B])
  }

  /// Makes ready for the next member.
  public func begin() { _ = unsafe inflateReset(stream) }

  /// Unpacks what there is, until `input` is used up or `output` is full; neither is over 4 GiB.
  @unsafe
  public func step(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) throws(Problem) -> Step {
    unsafe stream.pointee.next_in = UnsafeMutablePointer(
      mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
    unsafe stream.pointee.avail_in = UInt32(input.count)
    unsafe stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.pointee.avail_out = UInt32(output.count)
    let code = unsafe inflate(stream, Z_NO_FLUSH)
    guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else { throw .damaged }
    return unsafe Step(
      taken: input.count - Int(stream.pointee.avail_in), made: output.count - Int(stream.pointee.avail_out),
      endsMember: code == Z_STREAM_END)
  }
}
