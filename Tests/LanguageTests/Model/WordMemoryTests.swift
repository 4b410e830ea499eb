import TestSupport
import Testing

@testable import Language

@Suite struct WordMemoryTests {
  private static func word(_ number: Int) -> ArraySlice<UInt8> { Array("w\(number)".utf8)[...] }

  @Test func knowsAWordAgain() {
    let memory = WordMemory(width: 16)
    memory.beginPass()
    let first = memory.slot(of: Self.word(1))
    #expect(first.isNew)
    let second = memory.slot(of: Self.word(2))
    #expect(second.isNew && second.slot != first.slot)
    #expect(memory.slot(of: Self.word(1)) == (first.slot, false))
    memory.beginPass()
    #expect(memory.slot(of: Self.word(2)) == (second.slot, false))
  }

  /// Words of the running pass keep their slots; of the others the longest unused one makes room.
  @Test func forgetsTheLongestUnused() {
    let memory = WordMemory(width: 16)
    for number in 0..<WordMemory.capacity {
      memory.beginPass()
      _ = memory.slot(of: Self.word(number))
    }
    memory.beginPass()
    #expect(!memory.slot(of: Self.word(0)).isNew)
    let slots = (1...NetworkScratch.capacity).map { memory.slot(of: Self.word(100_000 + $0)) }
    #expect(slots.allSatisfy { $0.isNew })
    #expect(Set(slots.map(\.slot)).count == NetworkScratch.capacity)
    #expect(!memory.slot(of: Self.word(0)).isNew)
    #expect(!memory.slot(of: Self.word(WordMemory.capacity - 1)).isNew)
    memory.beginPass()
    #expect(memory.slot(of: Self.word(1)).isNew)
  }
}
