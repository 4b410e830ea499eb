internal import Bytes
internal import GraphModel

// Opening, whatever version the file has.
extension GraphFile {
  /// Opens the store at `path`.
  ///
  /// - Throws: when the file cannot be read, is no store, of a newer version, cut short or visibly damaged.
  /// - Complexity: O(1), but for the checksum of the page table: 1 byte in 1024 of the file. A store of
  ///   version 1 is read as a whole.
  public convenience init(path: String) throws(StoreError) {
    do {
      try self.init(reading: MappedFile(path: path).bytes, place: path)
    } catch {
      throw StoreError(error)
    }
  }

  /// Opens the store that `bytes` are.
  ///
  /// - Parameter place: where they came from, for messages; nil when from nowhere a person knows.
  /// - Throws: as ``init(path:)``, but for reading the file.
  /// - Complexity: O(length of `bytes`), which are copied.
  public convenience init(bytes: [UInt8], place: String? = nil) throws(StoreError) {
    do {
      try self.init(reading: ByteView(copying: bytes), place: place)
    } catch {
      throw StoreError(error)
    }
  }

  convenience init(reading bytes: ByteView, place: String?) throws(BytesError) {
    let file = try Container(
      bytes, magic: StoreFormat.magic, newestVersion: StoreFormat.version, place: place)
    if file.version >= StoreFormat.oldestInPlace {
      try self.init(file)
    } else {
      try self.init(Self.translated(file), translatedFrom: file)
    }
  }

  /// A store of version 1 as one of the newest, in memory.
  private static func translated(_ old: Container) throws(BytesError) -> Container {
    let content = try VersionOneReader.content(of: old)
    let bytes: [UInt8]
    do {
      bytes = try GraphWriter.bytes(of: content)
    } catch {
      throw .damaged(place: old.place, section: "the store", detail: error.message)
    }
    return try Container(
      ByteView(copying: bytes), magic: StoreFormat.magic, newestVersion: StoreFormat.version, place: old.place)
  }
}
