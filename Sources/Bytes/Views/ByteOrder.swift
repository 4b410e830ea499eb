internal import Glibc

/// -1, 0 or 1 as `a` stands before, at or after `b` in byte order.
public func byteOrder(_ a: [UInt8], _ b: [UInt8]) -> Int {
  unsafe a.withUnsafeBytes { a in unsafe b.withUnsafeBytes { b in unsafe byteOrder(a, b) } }
}

/// The same for parts of arrays.
public func byteOrder(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Int {
  unsafe a.withUnsafeBytes { a in unsafe b.withUnsafeBytes { b in unsafe byteOrder(a, b) } }
}

/// The same for memory.
@unsafe
package func byteOrder(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Int {
  // Both have an address when the shorter one is not empty.
  let shorter = min(a.count, b.count)
  let order = shorter == 0 ? 0 : unsafe memcmp(a.baseAddress!, b.baseAddress!, shorter)
  return order != 0 ? Int(order.signum()) : (a.count - b.count).signum()
}
