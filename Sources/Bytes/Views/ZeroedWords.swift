internal import Glibc

/// Many numbers that begin as 0; memory that was never written takes no room.
// A pure value in one owner's hands: the buffer is never shared.
@safe
public struct ZeroedWords<Word: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>: ~Copyable {
  @usableFromInline let words: UnsafeMutablePointer<Word>
  public let count: Int

  /// - Parameter count: when there is no memory for so many, the program ends, as with any array.
  public init(count: Int) {
    guard let memory = unsafe calloc(max(count, 1), MemoryLayout<Word>.stride) else {
      fatalError("no memory for \(count) marks")
    }
    unsafe words = memory.bindMemory(to: Word.self, capacity: max(count, 1))
    self.count = count
  }

  deinit { unsafe free(words) }

  /// The word at `index`, below ``count``.
  @inlinable
  public subscript(index: Int) -> Word {
    @inline(__always)
    get {
      precondition(index >= 0 && index < count)
      return unsafe words[index]
    }
    @inline(__always)
    nonmutating set {
      precondition(index >= 0 && index < count)
      unsafe words[index] = newValue
    }
  }

  /// Makes all words 0 again.
  public func clear() { unsafe memset(words, 0, MemoryLayout<Word>.stride * count) }
}
