import Bytes
import TestSupport
import Testing

@testable import Language

@Suite struct NameIndexTests {
  /// A container of some names with sets of kinds, as Training writes it.
  static func index(_ names: [String: UInt16], kinds: [String] = ["city", "team", "company"]) throws -> [UInt8] {
    var (starts, sets, body, before): ([UInt32], [UInt8], [UInt8], [UInt8]) = ([], [], [], [])
    let ordered = names.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for (number, name) in ordered.enumerated() {
      let bytes = Array(name.utf8)
      if number % 16 == 0 {
        starts.append(UInt32(body.count))
        before = []
      }
      let shared = zip(bytes, before).prefix { $0 == $1 }.count
      body += [UInt8(shared), UInt8(bytes.count - shared)] + bytes[shared...]
      before = bytes
      let set = names[name]!
      sets += [UInt8(set & 0xFF), UInt8(set >> 8)]
    }
    var writer = ContainerWriter(magic: NameIndex.magic, version: NameIndex.version)
    writer.add("kinds", Array(kinds.joined(separator: "\t").utf8))
    writer.add("starts", starts.flatMap { start in (0..<4).map { UInt8(truncatingIfNeeded: start >> (8 * $0)) } })
    writer.add("sets", sets)
    writer.add("names", body)
    return writer.finished()
  }

  @Test func everyNameAndNoOther() throws {
    var random = SeededGenerator(seed: 33)
    for count in [0, 1, 15, 16, 17, 400] {
      var names: [String: UInt16] = [:]
      while names.count < count {
        let length = random.below(6) + 1
        let name = String((0..<length).map { _ in "abé".randomElement(using: &random)! })
        names[name] = UInt16(random.below(7) + 1)
      }
      let index = try NameIndex(ByteView(copying: Self.index(names)))
      #expect(index.count == count)
      for (name, set) in names { #expect(index.kinds(of: name).rawValue == set, "\(name), seed 33") }
      for _ in 0..<200 {
        let other = String((0..<random.below(7)).map { _ in "abcé".randomElement(using: &random)! })
        #expect(index.kinds(of: other).rawValue == names[other] ?? 0, "\(other), seed 33")
        let isBegun = names.keys.contains { $0 != other && $0.hasPrefix(other) }
        #expect(index.look(up: Array(other.utf8)).begins == isBegun, "\(other), seed 33")
      }
    }
  }

  @Test func damagedBytesAnswerSomething() throws {
    let whole = try Self.index(["berlin": 1, "bern": 1, "berncity": 2, "zug": 4])
    var random = SeededGenerator(seed: 34)
    for _ in 0..<2_000 {
      var bytes = whole
      bytes[random.below(bytes.count)] = UInt8(random.below(256))
      guard let index = try? NameIndex(ByteView(copying: bytes)) else { continue }
      for name in ["berlin", "bern", "bern city", "zug", ""] { _ = index.kinds(of: name) }
    }
    #expect(throws: BytesError.self) { try NameIndex(ByteView(copying: Array("TERCETNM".utf8))) }
  }

  @Test func whatIsLinkedIntoTheProgram() throws {
    let index = try NameIndex()
    #expect(index.count > 50_000)
    #expect(index.kinds(of: NameKey.folded("Lufthansa")) == index.kinds(named: ["company"]))
    #expect(index.kinds(of: NameKey.folded("Fenerbahçe")) == index.kinds(named: ["team"]))
    #expect(index.kinds(of: NameKey.folded("The Guardian")).isSuperset(of: index.kinds(named: ["medium"])))
    #expect(index.kinds(of: "no such name") == [])
  }
}
