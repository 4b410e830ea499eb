internal import Bytes

/// A store in memory, to be written.
public struct EncodedStore: Sendable {
  private let parts: [[UInt8]]

  init(_ parts: [[UInt8]]) { self.parts = parts }

  public var bytes: [UInt8] { Array(parts.joined()) }

  /// Writes the store to `path`: it appears whole, or what was there stays.
  ///
  /// - Throws: ``StoreError/file(_:)`` when `path` is a directory or the file cannot be written.
  /// - Complexity: O(size of the store).
  public func write(to path: String) throws(StoreError) {
    do {
      try AtomicFile.replace(path, withParts: parts)
    } catch {
      throw StoreError(error)
    }
  }
}
