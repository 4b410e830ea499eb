internal import Bytes
internal import CKernels

/// A table of the weights whose rows are looked up and summed: a scale for each row, then codes of eight or four bits.
///
/// It stays where the file has it. The greatest table has four bits a code, two codes in a byte; training rounds it
/// from the start.
struct FeatureTable: Sendable {
  let rows: Int
  let columns: Int
  private let bits: Int
  private let section: ByteView

  /// - Parameter bits: 4 or 8, of a code.
  /// - Throws: when the section `name` is missing or of another size.
  init(_ file: ModelFile, _ name: String, rows: Int, columns: Int, bits: Int = 8) throws(ModelError) {
    section = try file.section(name, bytes: rows * 4 + rows * columns * bits / 8)
    self.rows = rows
    self.columns = columns
    self.bits = bits
  }

  /// The sum of the chosen rows, written to `sum`, which has room for ``columns`` numbers.
  func sumRows(
    _ chosen: UnsafeBufferPointer<UInt32>, _ kernels: Kernels, into sum: UnsafeMutablePointer<Float>
  ) {
    unsafe precondition(chosen.allSatisfy { $0 < rows })
    unsafe section.withUnsafeBytes { bytes in
      // Sections start at multiples of 64 bytes in memory that starts at one.
      guard let base = bytes.baseAddress, let first = chosen.baseAddress else { return }
      let (scales, codes) = unsafe (base.assumingMemoryBound(to: Float.self), base + rows * 4)
      if bits == 4 {
        unsafe kernels.table.sum_half_rows(
          codes.assumingMemoryBound(to: UInt8.self), scales, columns, first, chosen.count, sum)
      } else {
        unsafe kernels.table.sum_rows(
          codes.assumingMemoryBound(to: Int8.self), scales, columns, first, chosen.count, sum)
      }
    }
  }

  /// One row, written to `result`.
  func copyRow(_ row: Int, _ kernels: Kernels, into result: UnsafeMutablePointer<Float>) {
    unsafe withUnsafePointer(to: UInt32(row)) { chosen in
      unsafe sumRows(UnsafeBufferPointer(start: chosen, count: 1), kernels, into: result)
    }
  }
}
