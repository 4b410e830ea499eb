internal import Bytes
internal import Synchronization

/// Decodes blocks of evidence and keeps some: the rows of an edge and of its neighbors are mostly asked for together.
// Sendable: everything that changes is behind the lock.
final class EvidenceBlockCache: @unchecked Sendable {
  private struct State {
    /// Nil until a block is read; then nil when the tables are damaged.
    var tables: FrequencyTables??
    var slots: [(number: Int, rows: [EvidenceRow])]
  }

  /// Blocks that are kept, about 10 KB each.
  private static let capacity = 128

  private let section: PagedView
  private let tables: Range<Int>
  private let form: FrequencyTables.Form
  private let contextLimit: Int
  private let model: EvidenceModel
  private let state: Mutex<State>

  /// - Parameter tables: where the frequency tables stand in `section`; they are read when the first block is.
  init(
    section: PagedView, tables: Range<Int>, form: FrequencyTables.Form, contextLimit: Int, model: EvidenceModel,
    blocks: Int
  ) {
    self.section = section
    self.tables = tables
    self.form = form
    self.contextLimit = contextLimit
    self.model = model
    state = Mutex(State(slots: Array(repeating: (-1, []), count: min(blocks, Self.capacity))))
  }

  /// The `rows` of block `number`, which stands at `bytes` of the section; nil, with the damage remembered, when they
  /// cannot be had.
  func block(
    _ number: Int, rows: Range<Int>, at bytes: Range<Int>, settings: (Range<Int>) -> [EvidenceModel.Setting]
  ) -> [EvidenceRow]? {
    state.withLock { state in
      let slot = number % state.slots.count
      if state.slots[slot].number == number { return state.slots[slot].rows }
      let tables = state.tables ?? readTables()
      state.tables = .some(tables)
      guard let tables, let bytes = section.bytes(bytes) else { return nil }
      var decoder = BlockDecoder(tables, bytes)
      var recent = EvidenceModel.Recent()
      let settings = settings(rows)
      var decoded = [EvidenceRow](repeating: EvidenceRow(), count: rows.count)
      for row in decoded.indices { model.code(row, of: &decoded, settings[row], &recent, &decoder) }
      guard decoder.isWhole else {
        section.recordDamage("block \(number) of the evidence cannot be read")
        return nil
      }
      state.slots[slot] = (number, decoded)
      return decoded
    }
  }

  private func readTables() -> FrequencyTables? {
    let unpacker = FrameUnpacker(dictionary: nil)
    let content = section.bytes(tables).flatMap {
      unsafe unpacker.withUnpacked($0, atMost: FrequencyTables.longestEncoding) { unsafe Array($0) }
    }
    let fields = EvidenceField.all(hasEvents: model.hasEvents)
    let read = content.flatMap {
      switch form {
      case .columns: FrequencyTables(ByteView(copying: $0), contextLimit: contextLimit, fields: fields)
      case .rows: FrequencyTables(rows: ByteView(copying: $0), contextLimit: contextLimit, fields: fields)
      }
    }
    if read == nil { section.recordDamage("the frequencies of the evidence") }
    return read
  }
}
