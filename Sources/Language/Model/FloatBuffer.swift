internal import Glibc

/// Floats aligned for the kernels, of a fixed count, zero at first.
@safe
final class FloatBuffer {
  let start: UnsafeMutablePointer<Float>
  let count: Int
  private let memory: UnsafeMutableRawPointer

  /// Pages that nobody writes cost nothing: `calloc` takes great buffers from the system, zero as they are.
  init(count: Int) {
    let bytes = max(count, 16) * MemoryLayout<Float>.stride
    guard let memory = unsafe calloc(bytes + 64, 1) else { preconditionFailure("out of memory") }
    unsafe self.memory = memory
    unsafe start = memory.alignedUp(toMultipleOf: 64).bindMemory(to: Float.self, capacity: bytes / 4)
    self.count = count
  }

  deinit { unsafe free(memory) }

  /// The numbers, copied.
  func array(_ range: Range<Int>) -> [Float] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe Array(UnsafeBufferPointer(start: start + range.lowerBound, count: range.count))
  }
}
