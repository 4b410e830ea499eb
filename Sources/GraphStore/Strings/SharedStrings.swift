internal import Synchronization

/// Strings of a list that answers repeat, such as types, rules and dates: who asks again gets the same memory, however
/// many rows of a file name one long string.
// Sendable: everything that changes is behind the lock.
final class SharedStrings: @unchecked Sendable {
  /// Strings that are kept, at most 64 KiB each.
  private static let slotCount = 256

  private let list: StringList
  private let slots = Mutex<[(number: Int, string: String)]>(Array(repeating: (-1, ""), count: slotCount))

  init(_ list: StringList) { self.list = list }

  /// String `number`; empty, with the damage remembered, when there is none.
  subscript(number: Int) -> String {
    guard number >= 0 else { return list[number] }
    let slot = number % Self.slotCount
    return slots.withLock { slots in
      if slots[slot].number != number { slots[slot] = (number, list[number]) }
      return slots[slot].string
    }
  }
}
