internal import Bytes

/// The front-coded names of a ``NameIndex``, every read checked.
struct NameBytes {
  let bytes: ByteView

  /// A name: the number of bytes that it shares with the one before, and where its others lie.
  struct Entry {
    let shared: Int
    let start: Int
    let count: Int

    var end: Int { start + count }
  }

  /// The name at `position`; nil outside.
  func entry(at position: Int) -> Entry? {
    guard let shared = bytes.byte(position), let count = bytes.byte(position + 1) else { return nil }
    let entry = Entry(shared: Int(shared), start: position + 2, count: Int(count))
    return entry.end <= bytes.count ? entry : nil
  }

  /// A byte of the entry; 0 outside.
  func byte(_ entry: Entry, _ offset: Int) -> UInt8 { bytes.byte(entry.start + offset) ?? 0 }

  /// How many bytes of `key` from `first` on are those of the entry.
  func common(_ key: [UInt8], from first: Int, _ entry: Entry) -> Int {
    var count = 0
    while first + count < key.count, count < entry.count, byte(entry, count) == key[first + count] { count += 1 }
    return count
  }

  /// Whether the first name of a block is `key` or stands before it.
  func isUpTo(_ key: [UInt8], at position: Int) -> Bool {
    guard let entry = entry(at: position) else { return false }
    let same = common(key, from: 0, entry)
    return same == entry.count || (same < key.count && byte(entry, same) < key[same])
  }

  /// Whether the first name of a block begins with `key` and is longer.
  func begins(with key: [UInt8], at position: Int) -> Bool {
    guard let entry = entry(at: position) else { return false }
    return entry.count > key.count && common(key, from: 0, entry) == key.count
  }
}
