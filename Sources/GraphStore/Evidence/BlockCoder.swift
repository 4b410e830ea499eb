internal import Bytes

/// The state of an asymmetric numeral system: a number from 2^16 up to 2^32 that passes 16 bits at a time to or from
/// the bytes. J. Duda, "Asymmetric numeral systems", arXiv:1311.2540; the range variant.
private enum CoderState {
  static let lowest: UInt32 = 1 << 16
}

/// Writes the symbols of a block. They are read in the order in which they were added.
struct BlockEncoder: EvidenceCoder {
  static let isReading = false

  private let tables: FrequencyTables
  /// What each step takes of the 2^12 slots.
  private var steps: [(start: UInt32, frequency: UInt32)] = []

  init(_ tables: FrequencyTables) { self.tables = tables }

  mutating func symbol(_ field: EvidenceField, context: Int, _ value: inout Int) {
    var start: UInt32 = 0
    for entry in tables.range(field, context: context) {
      let frequency = UInt32(tables.frequencies[entry])
      if Int(tables.symbols[entry]) == value { return steps.append((start, frequency)) }
      start += frequency
    }
    preconditionFailure("a symbol was not counted")
  }

  mutating func bits(_ width: Int, _ value: inout Int) {
    let size = UInt32(FrequencyTables.scale >> width)
    steps.append((UInt32(value) * size, size))
  }

  /// The bytes of the block, after which another may begin: the state (4 bytes), then what it takes in, 2 bytes at a
  /// time.
  mutating func finish() -> [UInt8] {
    var state = CoderState.lowest
    var words: [UInt16] = []
    for (start, frequency) in steps.reversed() {
      while UInt64(state) >= UInt64(frequency) << 20 {
        words.append(UInt16(truncatingIfNeeded: state))
        state >>= 16
      }
      state = (state / frequency) << UInt32(FrequencyTables.scaleBits) + state % frequency + start
    }
    steps.removeAll(keepingCapacity: true)
    var writer = ByteWriter()
    writer.append(state)
    for word in words.reversed() { writer.append(word) }
    return writer.bytes
  }
}

/// Reads the symbols of a block. Bytes that are not there read as zeros, and ``isWhole`` tells so at the end.
struct BlockDecoder: EvidenceCoder {
  static let isReading = true

  private let tables: FrequencyTables
  private let bytes: ByteView
  private var offset = 4
  private var state: UInt32
  private var isDamaged = false

  init(_ tables: FrequencyTables, _ bytes: ByteView) {
    self.tables = tables
    self.bytes = bytes
    state = bytes.load(0, as: UInt32.self) ?? 0
  }

  /// Whether everything was there, and nothing more.
  var isWhole: Bool { !isDamaged && state == CoderState.lowest && offset == bytes.count }

  @inline(__always)
  mutating func symbol(_ field: EvidenceField, context: Int, _ value: inout Int) {
    let slot = UInt16(truncatingIfNeeded: state & UInt32(FrequencyTables.scale - 1))
    // Slots are below 2^12: what is wrong in a damaged file wraps around and ends at its last entry.
    var start: UInt16 = 0
    for entry in tables.range(field, context: context) {
      let frequency = tables.frequencies[entry]
      if slot &- start < frequency {
        value = Int(tables.symbols[entry])
        return advance(slot: slot, start: start, frequency: frequency)
      }
      start &+= frequency
    }
    isDamaged = true
    value = 0
  }

  @inline(__always)
  mutating func bits(_ width: Int, _ value: inout Int) {
    let shift = UInt16(FrequencyTables.scaleBits - width)
    let slot = UInt16(truncatingIfNeeded: state & UInt32(FrequencyTables.scale - 1))
    value = Int(slot >> shift)
    advance(slot: slot, start: (slot >> shift) << shift, frequency: 1 << shift)
  }

  @inline(__always)
  private mutating func advance(slot: UInt16, start: UInt16, frequency: UInt16) {
    state = UInt32(frequency) &* (state >> UInt32(FrequencyTables.scaleBits)) &+ UInt32(slot &- start)
    guard state < CoderState.lowest else { return }
    guard let word = bytes.load(offset, as: UInt16.self) else {
      isDamaged = true
      return
    }
    state = state << 16 | UInt32(word)
    offset += 2
  }
}
