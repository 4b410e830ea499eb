import Bytes
import GraphModel

/// Entities as bytes, while they wait for whether something is said of them.
enum StoredEntity {
  static func bytes(of entity: GraphContent.Entity) -> [UInt8] {
    var writer = ByteWriter()
    for text in [entity.name, entity.type] + entity.aliases.flatMap({ [$0.name, $0.rule] }) {
      writer.appendVarint(UInt64(text.utf8.count))
      writer.append(contentsOf: text.utf8)
    }
    return writer.bytes
  }

  /// As ``bytes(of:)`` wrote it.
  static func entity(_ bytes: [UInt8]) -> GraphContent.Entity {
    var reader = ByteReader(ByteView(copying: bytes))
    func text() -> String {
      let text = reader.readVarint().flatMap { reader.readBytes($0) }?.array() ?? []
      return String(decoding: text, as: UTF8.self)
    }
    var entity = GraphContent.Entity(name: text(), type: text())
    while !reader.isAtEnd { entity.aliases.append(GraphContent.Alias(name: text(), rule: text())) }
    return entity
  }
}
