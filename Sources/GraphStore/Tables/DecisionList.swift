internal import Bytes
package import GraphModel

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
        writer.appendVarint(UInt64(record.count))
        writer.append(contentsOf: record)
      }
    }
    return writer.bytes
  }

  /// The section; its digest is of the decisions with their records as they are before packing.
  static func section(_ decisions: [NamingDecision]) -> EncodedSection {
    var hash = SHA256()
    let unpacker = FrameUnpacker(dictionary: nil)
    for decision in decisions {
      var plain = decision
      plain.records = []
      hash.update(encode([plain]))
      for record in decision.records {
        let content = unsafe unpacker.withUnpacked(
          ByteView(copying: record), atMost: StoredFrame.largestContent, { unsafe Array($0) })
        // One that cannot be read is what it is.
        hash.update(content ?? record)
      }
    }
    return EncodedSection(bytes: encode(decisions), digest: hash.digest())
  }

  /// How many decisions, names and records there are.
  static func rows(_ decisions: [NamingDecision]) -> Int {
    decisions.reduce(decisions.count) { $0 + $1.names.count + $1.records.count }
  }

  /// Nil when `bytes` are damaged, or have more than `mostRows` decisions, names and records. Records stay packed.
  static func decode(_ bytes: ByteView, mostRows: Int = .max) -> [NamingDecision]? {
    var reader = ByteReader(bytes)
    var left = mostRows
    func string() -> String? {
      reader.readVarint().flatMap { $0 <= UInt64(GraphContent.longestString) ? reader.readBytes($0) : nil }
        .flatMap { String(validating: $0.array(), as: UTF8.self) }
    }
    /// How many rows follow; each takes a byte at least, which bounds the loops.
    func count() -> Int? {
      guard let count = reader.readVarint(), count <= UInt64(max(left, 0)), count <= UInt64(bytes.count) else {
        return nil
      }
      left -= Int(count)
      return Int(count)
    }
    func entity() -> NamingDecision.Entity? {
      guard let name = string(), let type = string() else { return nil }
      return NamingDecision.Entity(name: name, type: type)
    }
    var decisions: [NamingDecision] = []
    guard let decisionCount = count() else { return nil }
    for _ in 0..<decisionCount {
      guard let serial = reader.readVarint(), serial < 1 << 40,
        let kind = reader.read(UInt8.self).flatMap(NamingDecision.Kind.init), let first = entity(),
        let other = entity(),
        let nameCount = count()
      else { return nil }
      var names: [String] = []
      for _ in 0..<nameCount {
        guard let name = string() else { return nil }
        names.append(name)
      }
      var decision = NamingDecision(serial: Int(serial), kind: kind, entity: first, other: other, names: names)
      guard let records = count() else { return nil }
      for _ in 0..<records {
        guard let record = reader.readVarint().flatMap({ reader.readBytes($0) }),
          StoredFrame.contentSize(of: record) != nil
        else { return nil }
        decision.records.append(record.array())
      }
      decisions.append(decision)
    }
    return reader.isAtEnd ? decisions : nil
  }
}

extension NamingDecision {
  /// Whether `bytes` are packed as a store keeps ``NamingDecision/records``.
  ///
  /// - Complexity: O(1).
  package static func isRecord(_ bytes: [UInt8]) -> Bool {
    StoredFrame.contentSize(of: ByteView(copying: bytes)) != nil
  }
}
