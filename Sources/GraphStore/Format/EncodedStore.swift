public import Bytes

/// A store in memory, to be written.
public struct EncodedStore: Sendable {
  private let parts: [[UInt8]]

  init(_ parts: [[UInt8]]) { self.parts = parts }

  public var bytes: [UInt8] { Array(parts.joined()) }

  /// Writes the store to `path`: it appears whole, or what was there stays.
  ///
  /// - Parameter replaced: what may be replaced.
  /// - Throws: ``StoreError/file(_:)`` when `path` is a directory or the file cannot be written, or `replaced` is not
  ///   what is there.
  /// - Complexity: O(size of the store).
  public func write(to path: String, inPlaceOf replaced: ReplacedFile = .anything) throws(StoreError) {
    do {
      try AtomicFile.replace(path, withParts: parts, inPlaceOf: replaced)
    } catch {
      throw StoreError(error)
    }
  }
}
