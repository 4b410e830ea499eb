internal import Glibc
internal import Synchronization

/// Which files are mapped where, for the handler of the signal by which the system says that a page of one is gone.
///
/// Who asks neither waits nor allocates. Files beyond ``most`` are not known; a command maps two or three.
// Sendable: the words are atomic, and written under the lock.
@safe
final class FileMappings: @unchecked Sendable {
  static let shared = FileMappings()
  private static let most = 64
  private static let slotSize = 3

  /// For each file the address of its first byte, 0 where the slot is free, its length, and the address of its path.
  private let words: UnsafeMutablePointer<Atomic<UInt>>
  private let writing = Mutex<Void>(())

  private init() {
    let count = Self.most * Self.slotSize
    unsafe words = .allocate(capacity: count)
    for index in 0..<count { unsafe (words + index).initialize(to: Atomic(0)) }
  }

  func add(start: UInt, count: Int, path: String) {
    writing.withLock { _ in
      guard let slot = slot(where: 0), let copy = unsafe strdup(path) else { return }
      unsafe words[slot + 1].store(UInt(count), ordering: .relaxed)
      unsafe words[slot + 2].store(UInt(bitPattern: copy), ordering: .relaxed)
      unsafe words[slot].store(start, ordering: .releasing)
    }
  }

  func remove(start: UInt) {
    writing.withLock { _ in
      guard let slot = slot(where: start) else { return }
      unsafe words[slot].store(0, ordering: .releasing)
      unsafe free(UnsafeMutableRawPointer(bitPattern: words[slot + 2].load(ordering: .relaxed)))
    }
  }

  /// The path of the file that is mapped at `address`; nil when none is known to be. It is a C string.
  @unsafe
  func path(at address: UInt) -> UnsafePointer<CChar>? {
    for slot in stride(from: 0, to: Self.most * Self.slotSize, by: Self.slotSize) {
      let start = unsafe words[slot].load(ordering: .acquiring)
      guard start > 0, address >= start, unsafe address - start < words[slot + 1].load(ordering: .relaxed) else {
        continue
      }
      return unsafe UnsafePointer(bitPattern: words[slot + 2].load(ordering: .relaxed))
    }
    return nil
  }

  private func slot(where start: UInt) -> Int? {
    stride(from: 0, to: Self.most * Self.slotSize, by: Self.slotSize).first {
      unsafe words[$0].load(ordering: .relaxed) == start
    }
  }
}
