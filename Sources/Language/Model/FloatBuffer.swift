/// Floats aligned for the kernels, of a fixed count, zero at first.
@safe
final class FloatBuffer {
  let start: UnsafeMutablePointer<Float>
  let count: Int

  init(count: Int) {
    let bytes = max(count, 16) * MemoryLayout<Float>.stride
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
    unsafe memory.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
    unsafe start = memory.assumingMemoryBound(to: Float.self)
    self.count = count
  }

  deinit { unsafe start.deallocate() }

  /// The numbers, copied.
  func array(_ range: Range<Int>) -> [Float] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe Array(UnsafeBufferPointer(start: start + range.lowerBound, count: range.count))
  }
}
