import Bytes
import ExternalSort
import GraphModel

/// What a description of a document is: a node, or an entity that has these words for a name.
struct PhraseNode {
  /// The place of the description in the document's ``PhraseList``.
  var index: Int
  var kind: Kind

  enum Kind {
    /// An entity, by its number in the catalog.
    case name(Int)
    case node(number: Int, name: String, type: String)
  }

  /// A row to be sorted, by document.
  static func row(_ place: PhraseNamer.Place, name root: Int, _ key: inout SortKey) -> [UInt8] {
    begin(place, 0, root, &key)
    return key.bytes
  }

  static func row(
    _ place: PhraseNamer.Place, node number: Int, _ entity: GraphContent.Entity, _ key: inout SortKey
  ) -> [UInt8] {
    begin(place, 1, number, &key)
    key.append(text: entity.name.utf8)
    key.append(rest: entity.type.utf8)
    return key.bytes
  }

  private static func begin(_ place: PhraseNamer.Place, _ kind: UInt32, _ number: Int, _ key: inout SortKey) {
    key.removeAll()
    key.append(place.ticket)
    key.append(place.index)
    key.append(kind)
    key.append(UInt32(number))
  }

  /// The rows of `sorter`, a record for each document that has any.
  static func log(_ sorter: ByteSorter, _ storage: CorpusStorage) throws -> RecordLog {
    let log = storage.log()
    var record = ByteWriter()
    var last: UInt32?
    try sorter.drain { row in
      var reader = SortKeyReader(row)
      let ticket = reader.number()
      if ticket != last {
        if last != nil { try log.append(record.bytes) }
        record = ByteWriter()
        record.append(ticket)
        last = ticket
      }
      record.appendVarint(UInt64(reader.rest.count))
      record.append(contentsOf: reader.rest)
    }
    if last != nil { try log.append(record.bytes) }
    return log
  }

  /// A record of ``log(_:_:)``.
  static func document(_ record: [UInt8]) -> (ticket: Int, nodes: [PhraseNode]) {
    var reader = ByteReader(ByteView(copying: record))
    let ticket = Int(reader.read(UInt32.self) ?? 0)
    var nodes: [PhraseNode] = []
    while let length = reader.readVarint(), let row = reader.readBytes(length)?.array() {
      var row = SortKeyReader(row[...])
      let index = Int(row.number())
      let isNode = row.number() == 1
      let number = Int(row.number())
      guard isNode else {
        nodes.append(PhraseNode(index: index, kind: .name(number)))
        continue
      }
      let name = String(decoding: row.text(), as: UTF8.self)
      let type = String(decoding: row.rest, as: UTF8.self)
      nodes.append(PhraseNode(index: index, kind: .node(number: number, name: name, type: type)))
    }
    return (ticket, nodes)
  }
}
