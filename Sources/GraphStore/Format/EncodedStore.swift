public import Bytes

/// A store to be written: in memory, its largest parts on the disk where it was made in bounded memory.
public struct EncodedStore {
  private let parts: [EncodedPart]

  init(_ parts: [EncodedPart]) { self.parts = parts }

  /// The whole store in memory.
  ///
  /// - Throws: ``StoreError/file(_:)`` when what lies on the disk cannot be read.
  /// - Complexity: O(size of the store).
  public var bytes: [UInt8] {
    get throws(StoreError) {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(parts.reduce(0) { $0 + $1.count })
      do {
        for part in parts { try part.forEachPiece { piece throws(BytesError) in bytes += piece } }
      } catch {
        throw StoreError(error)
      }
      return bytes
    }
  }

  /// The store as a graph, in a file without a name.
  ///
  /// - Parameter folder: where the file takes its space.
  /// - Throws: ``StoreError/file(_:)`` when it cannot be written.
  /// - Complexity: O(size of the store).
  func mapped(in folder: String) throws(StoreError) -> ByteView {
    do {
      return try MappedFile(namelessIn: folder) { write throws(BytesError) in
        for part in parts { try part.forEachPiece(write) }
      }.bytes
    } catch {
      throw StoreError(error)
    }
  }

  /// Writes the store to `path`: it appears whole, or what was there stays.
  ///
  /// - Parameter replaced: what may be replaced.
  /// - Throws: ``StoreError/file(_:)`` when `path` is a directory or the file cannot be written, or `replaced` is not
  ///   what is there.
  /// - Complexity: O(size of the store).
  public func write(to path: String, inPlaceOf replaced: ReplacedFile = .anything) throws(StoreError) {
    do {
      try AtomicFile.replace(path, inPlaceOf: replaced) { write throws(BytesError) in
        for part in parts { try part.forEachPiece(write) }
      }
    } catch {
      throw StoreError(error)
    }
  }
}
