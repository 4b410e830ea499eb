public import Bytes

extension PackedArray {
  /// Collects values whose number and largest are known beforehand, and appends them as an array.
  public struct Builder {
    private let expected: Int
    let width: Int
    private var bits = BitWriter()
    private var count = 0

    /// - Parameter largest: below 2^56.
    public init(count: Int, largest: UInt64) { self.init(count: count, width: PackedArray.width(of: largest)) }

    init(count: Int, width: Int) {
      precondition(count <= UInt32.max && width <= widestWidth)
      expected = count
      self.width = width
      bits.reserve(count * width)
    }

    /// Adds a value, not over the largest.
    public mutating func append(_ value: UInt64) {
      precondition(value >> UInt64(width) == 0, "a value is wider than was said")
      bits.append(value, width: width)
      count += 1
    }

    /// Appends the array to `writer`, which stands at a multiple of 8.
    public func finish(into writer: inout ByteWriter) {
      precondition(count == expected && writer.bytes.count % 8 == 0)
      writer.append(UInt32(count))
      writer.append(UInt32(width))
      guard width > 0 else { return }
      bits.finish(into: &writer)
      writer.align(to: 8)
      writer.append(UInt64(0))
    }
  }

  /// Appends `values`, each below 2^56.
  public static func encode(_ values: [some BinaryInteger], into writer: inout ByteWriter) {
    var builder = Builder(count: values.count, largest: UInt64(values.max() ?? 0))
    for value in values { builder.append(UInt64(value)) }
    builder.finish(into: &writer)
  }
}
