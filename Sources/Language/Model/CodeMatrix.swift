internal import Bytes
internal import CKernels

/// A matrix of the weights as it stands in the file: a scale for each row, then int8 codes.
struct CodeMatrix: Sendable {
  let rows: Int
  let columns: Int
  private let section: ByteView

  /// - Throws: when the section `name` is missing or of another size.
  init(_ container: Container, _ name: String, rows: Int, columns: Int) throws(ModelError) {
    section = try container.modelSection(name, bytes: rows * 4 + rows * columns)
    self.rows = rows
    self.columns = columns
  }

  /// Calls `body` with the scales and the codes.
  func withPointers(_ body: (_ scales: UnsafePointer<Float>, _ codes: UnsafePointer<Int8>) -> Void) {
    unsafe section.withUnsafeBytes { bytes in
      // Sections start at multiples of 64 bytes in memory that starts at one; the container checked the first half.
      guard let base = bytes.baseAddress else { return }
      unsafe body(
        base.assumingMemoryBound(to: Float.self),
        (base + rows * 4).assumingMemoryBound(to: Int8.self))
    }
  }

  /// The sum of the chosen rows, written to `sum`.
  func sumRows(_ chosen: [UInt32], _ kernels: Kernels, into sum: UnsafeMutablePointer<Float>) {
    precondition(chosen.allSatisfy { $0 < rows })
    unsafe withPointers { scales, codes in
      unsafe chosen.withUnsafeBufferPointer { chosen in
        guard let first = chosen.baseAddress else { return }
        unsafe kernels.table.sum_rows(codes, scales, columns, first, chosen.count, sum)
      }
    }
  }

  /// All weights, row after row.
  func floats() -> [Float] {
    var result: [Float] = []
    result.reserveCapacity(rows * columns)
    unsafe withPointers { scales, codes in
      for row in 0..<rows {
        let scale = unsafe scales[row]
        for column in 0..<columns { result.append(unsafe scale * Float(codes[row * columns + column])) }
      }
    }
    return result
  }
}

extension Container {
  /// The section `name`, checked against the size that the model's shape asks for and, unless `isTrusted`, its checksum.
  func modelSection(_ name: String, bytes expected: Int, isTrusted: Bool = false) throws(ModelError) -> ByteView {
    let view: ByteView
    do { view = try isTrusted ? section(name) : checkedSection(name) } catch { throw .container(error) }
    guard view.count == expected else {
      throw .sectionSize(place: place, section: name, expected: expected, found: view.count)
    }
    return view
  }
}
