internal import Bytes
internal import CKernels

/// A table of the weights with four bits a number: a scale for each row, then the codes, two in a byte.
///
/// The greatest table of the model takes half the room this way; training rounds it from the start.
struct HalfCodeMatrix: Sendable {
  let rows: Int
  let columns: Int
  private let section: ByteView

  /// - Parameter isTrusted: whether the bytes are part of the program: reading the whole table for its checksum would cost
  ///   more than everything else that a short text needs.
  /// - Throws: when the section `name` is missing or of another size.
  init(_ container: Container, _ name: String, rows: Int, columns: Int, isTrusted: Bool) throws(ModelError) {
    section = try container.modelSection(name, bytes: rows * 4 + rows * columns / 2, isTrusted: isTrusted)
    self.rows = rows
    self.columns = columns
  }

  /// The sum of the chosen rows, written to `sum`.
  func sumRows(_ chosen: [UInt32], _ kernels: Kernels, into sum: UnsafeMutablePointer<Float>) {
    precondition(chosen.allSatisfy { $0 < rows })
    unsafe section.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      unsafe chosen.withUnsafeBufferPointer { chosen in
        guard let first = chosen.baseAddress else { return }
        unsafe kernels.table.sum_half_rows(
          (base + rows * 4).assumingMemoryBound(to: UInt8.self), base.assumingMemoryBound(to: Float.self), columns,
          first, chosen.count, sum)
      }
    }
  }
}
