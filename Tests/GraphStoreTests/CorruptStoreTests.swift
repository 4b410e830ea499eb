import Bytes
import GraphModel
import GraphStore
import TestSupport
import Testing

@Suite struct CorruptStoreTests {
  static let content = RandomGraph.content(seed: 77, size: 5)

  /// What a reader does with the bytes: everything, through every function.
  static func outcome(of bytes: [UInt8], expecting expected: GraphContent) -> Outcome {
    do {
      let file = try GraphFile(bytes: bytes)
      let content = GraphContent(of: file)
      var buffer: [Adjacency] = []
      for number in 0..<file.entityCount {
        file.adjacency(of: EntityID(UInt32(number)), .both, into: &buffer)
        _ = file.entities(named: file.name(of: EntityID(UInt32(number))))
      }
      for number in 0..<file.documentCount { _ = file.sentence(0, of: DocumentID(UInt32(number))) }
      _ = file.entities(matching: "a", limit: 3)
      _ = file.entities(matching: "zzz", limit: 3)
      if file.damage != nil { return .damageRecorded }
      return content == expected ? .sameAnswers : .wrongAnswers
    } catch {
      return .refused(error)
    }
  }

  enum Outcome: Equatable {
    case refused(StoreError)
    case damageRecorded, sameAnswers, wrongAnswers
  }

  @Test func everyFlippedByteIsRefusedOrRecordedOrHarmless() throws {
    let bytes = try GraphWriter.bytes(of: Self.content)
    let expected = try GraphContent(of: MemoryGraph(Self.content))
    #expect(Self.outcome(of: bytes, expecting: expected) == .sameAnswers)
    var harmless = 0
    for at in bytes.indices {
      for mask in [1 << UInt8(at % 8), 0xFF] as [UInt8] {
        var damaged = bytes
        damaged[at] ^= mask
        let outcome = Self.outcome(of: damaged, expecting: expected)
        if outcome == .wrongAnswers { Issue.record("byte \(at) ^ \(mask): wrong answers unnoticed") }
        if outcome == .sameAnswers { harmless += 1 }
        // The explicit check finds every one, also where no answer depends on it.
        if mask == 0xFF, let file = try? GraphFile(bytes: damaged) {
          #expect(throws: StoreError.self, "byte \(at)") { try file.check() }
        }
      }
    }
    // Only padding between sections changes nothing.
    #expect(harmless < bytes.count)
  }

  @Test func everyTruncationIsRefused() throws {
    let bytes = try GraphWriter.bytes(of: Self.content)
    for length in 0..<bytes.count {
      #expect(throws: StoreError.self, "length \(length)") { try GraphFile(bytes: Array(bytes[..<length])) }
    }
    #expect(throws: StoreError.self) { try GraphFile(bytes: bytes + [0]) }
  }

  /// Bytes changed by somebody who also puts the checksums right: nothing may trap or hang, wrong answers are his.
  @Test(arguments: 0..<4 as Range<UInt64>)
  func forgedStoresNeverTrap(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let content = RandomGraph.content(seed: seed, size: 12)
    let bytes = try GraphWriter.bytes(of: content)
    for _ in 0..<100 {
      var forged = bytes
      let head = 48 + 32 * StoreForgery.sections(of: bytes).count  // header and section table stay as they are
      for _ in 0...random.below(3) {
        forged[random.below(forged.count - head) + head] = UInt8(truncatingIfNeeded: random.next())
      }
      StoreForgery.repairChecksums(&forged)
      _ = Self.outcome(of: forged, expecting: content)
      try? GraphFile(bytes: forged).check()
    }
  }

  @Test func forgeryOfAnIntactStoreChangesNothing() throws {
    let bytes = try GraphWriter.bytes(of: Self.content)
    var repaired = bytes
    StoreForgery.repairChecksums(&repaired)
    #expect(repaired == bytes)
  }

  @Test func foreignAndNewerFilesAreNamed() throws {
    #expect(throws: StoreError.notAStore(place: nil, found: Array("PK\u{3}\u{4}abcd".utf8))) {
      try GraphFile(bytes: Array("PK\u{3}\u{4}abcdefgh".utf8))
    }
    var newer = try GraphWriter.bytes(of: Self.content)
    newer[8] = UInt8(StoreFormat.version) + 1
    #expect(throws: StoreError.newerVersion(place: "p", found: StoreFormat.version + 1, newest: StoreFormat.version)) {
      try GraphFile(bytes: newer, place: "p")
    }
  }

  @Test func damageNamesTheSection() throws {
    let bytes = try GraphWriter.bytes(of: Self.content)
    let section = try #require(StoreForgery.sections(of: bytes).first { $0.name == "TEXT" })
    var damaged = bytes
    damaged[section.range.upperBound - 1] ^= 1
    do {
      let file = try GraphFile(bytes: damaged, place: "news.tercet")
      _ = file.text(of: DocumentID(UInt32(file.documentCount - 1)))
      throw try #require(file.damage)
    } catch let error as StoreError {
      #expect(error.code == "store.checksum" && error.message.contains("TEXT") && error.place == "news.tercet")
      #expect(error.exitStatus.rawValue == 65)
    }
  }
}
