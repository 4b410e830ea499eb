internal import Bytes
internal import GraphModel

/// The section of the decisions, which are few.
enum DecisionList {
  static func encode(_ decisions: [NamingDecision]) -> [UInt8] {
    var writer = ByteWriter()
    func append(_ string: String) {
      writer.appendVarint(UInt64(string.utf8.count))
      writer.append(contentsOf: string.utf8)
    }
    writer.appendVarint(UInt64(decisions.count))
    for decision in decisions {
      writer.appendVarint(UInt64(decision.serial))
      writer.append(decision.kind.rawValue)
      for entity in [decision.entity, decision.other] {
        append(entity.name)
        append(entity.type)
      }
      writer.appendVarint(UInt64(decision.names.count))
      for name in decision.names { append(name) }
      writer.appendVarint(UInt64(decision.records.count))
      for record in decision.records {
        let packed = FramePacker(level: 19).pack(record)
        writer.appendVarint(UInt64(packed.count))
        writer.append(contentsOf: packed)
      }
    }
    return writer.bytes
  }

  /// The section; its digest is of the decisions with their records as they are.
  static func section(_ decisions: [NamingDecision]) -> EncodedSection {
    var hash = SHA256()
    for decision in decisions {
      var plain = decision
      plain.records = []
      hash.update(encode([plain]))
      for record in decision.records { hash.update(record) }
    }
    return EncodedSection(bytes: encode(decisions), digest: hash.digest())
  }

  /// Nil when `bytes` are damaged.
  static func decode(_ bytes: ByteView) -> [NamingDecision]? {
    var reader = ByteReader(bytes)
    func string() -> String? {
      reader.readVarint().flatMap { reader.readBytes($0) }.flatMap { String(validating: $0.array(), as: UTF8.self) }
    }
    func entity() -> NamingDecision.Entity? {
      guard let name = string(), let type = string() else { return nil }
      return NamingDecision.Entity(name: name, type: type)
    }
    var decisions: [NamingDecision] = []
    guard let count = reader.readVarint() else { return nil }
    // Every decision and name takes bytes, which bounds the loops.
    for _ in 0..<count {
      guard let serial = reader.readVarint(), serial < 1 << 40,
        let kind = reader.read(UInt8.self).flatMap(NamingDecision.Kind.init), let first = entity(),
        let other = entity(),
        let nameCount = reader.readVarint()
      else { return nil }
      var names: [String] = []
      for _ in 0..<nameCount {
        guard let name = string() else { return nil }
        names.append(name)
      }
      var decision = NamingDecision(serial: Int(serial), kind: kind, entity: first, other: other, names: names)
      guard let records = reader.readVarint() else { return nil }
      for _ in 0..<records {
        let unpacker = FrameUnpacker(dictionary: nil)
        guard let size = reader.readVarint(), let packed = reader.readBytes(size),
          let record = unsafe unpacker.withUnpacked(packed, { unsafe Array($0) })
        else { return nil }
        decision.records.append(record)
      }
      decisions.append(decision)
    }
    return reader.isAtEnd ? decisions : nil
  }
}
