internal import Bytes

/// The values of one field of some rows, as they lie in memory by the columnar format of Arrow.
///
/// Source: Arrow columnar format 1.5, "Physical memory layout".
struct ArrowColumn {
  private let kind: RowField.Kind
  private var count = 0
  private var nullCount = 0
  /// A bit a value, set where there is one.
  private var validity: [UInt8] = []
  /// Where each text or list begins, and where the last one ends.
  private var offsets = ByteWriter()
  private var values = ByteWriter()
  private var children: [ArrowColumn]

  init(_ kind: RowField.Kind) {
    self.kind = kind
    children =
      switch kind {
      case .list(let element): [ArrowColumn(element)]
      case .structure(let fields): fields.map { ArrowColumn($0.kind) }
      case .text, .integer, .number: []
      }
    if hasOffsets { offsets.append(Int32(0)) }
  }

  private var hasOffsets: Bool {
    switch kind {
    case .text, .list: true
    case .integer, .number, .structure: false
    }
  }

  /// Bytes that it takes.
  var byteCount: Int {
    validity.count + offsets.bytes.count + values.bytes.count + children.reduce(0) { $0 + $1.byteCount }
  }

  /// Adds a value; one of another kind counts as none.
  mutating func append(_ value: RowValue) {
    if count % 8 == 0 { validity.append(0) }
    let isThere: Bool
    switch (kind, value) {
    case (.text, .text(let text)):
      values.append(contentsOf: text.utf8)
      isThere = true
    case (.integer, .integer(let number)):
      values.append(Int32(clamping: number))
      isThere = true
    case (.number, .number(let number)):
      values.append(number.bitPattern)
      isThere = true
    case (.list, .list(let elements)):
      for element in elements { children[0].append(element) }
      isThere = true
    case (.structure, .structure(let members)):
      for (index, member) in members.enumerated() { children[index].append(member) }
      isThere = true
    default:
      appendNothing()
      isThere = false
    }
    switch kind {
    case .text: offsets.append(Int32(values.bytes.count))
    case .list: offsets.append(Int32(children[0].count))
    case .integer, .number, .structure: break
    }
    if isThere { validity[count / 8] |= 1 << UInt8(count % 8) } else { nullCount += 1 }
    count += 1
  }

  /// What stands where there is no value.
  private mutating func appendNothing() {
    switch kind {
    case .integer: values.append(Int32(0))
    case .number: values.append(UInt64(0))
    case .structure: for index in children.indices { children[index].append(.none) }
    case .text, .list: break
    }
  }

  /// Hands on how many values the column and those within it have and how many of them are none, and their bytes.
  func write(node: (Int, Int) -> Void, buffer: ([UInt8]) -> Void) {
    node(count, nullCount)
    buffer(nullCount == 0 ? [] : validity)
    if hasOffsets { buffer(offsets.bytes) }
    switch kind {
    case .text, .integer, .number: buffer(values.bytes)
    case .list, .structure: for child in children { child.write(node: node, buffer: buffer) }
    }
  }
}
