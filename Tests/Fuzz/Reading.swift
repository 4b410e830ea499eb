import GraphModel
import GraphStore

/// Opens `bytes` as a store and reads everything that it says it has.
func read(_ bytes: [UInt8]) {
  guard let file = try? StoredGraph(bytes: bytes) else { return }
  _ = GraphContent(of: file)
  var buffer: [Adjacency] = []
  for number in 0..<file.entityCount { file.adjacency(of: EntityID(UInt32(number)), .both, into: &buffer) }
  _ = file.entities(named: "Okoye")
  for text in ["", "o", "kö"] { _ = file.entities(matching: text, limit: 5) }
  for number in 0..<file.documentCount { _ = file.sentence(1, of: DocumentID(UInt32(number))) }
  try? file.check()
}
