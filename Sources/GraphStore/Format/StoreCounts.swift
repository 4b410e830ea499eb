internal import Bytes

/// How many rows each table has.
struct StoreCounts: Sendable {
  var entities: Int
  var predicates: Int
  var edges: Int
  var documents: Int
  var evidence: Int
  var sentences: Int
  var strings: Int

  init(entities: Int, predicates: Int, edges: Int, documents: Int, evidence: Int, sentences: Int, strings: Int) {
    self.entities = entities
    self.predicates = predicates
    self.edges = edges
    self.documents = documents
    self.evidence = evidence
    self.sentences = sentences
    self.strings = strings
  }

  init(_ section: PagedView) throws(BytesError) {
    var values: [Int] = []
    for index in 0..<7 {
      guard let value = section.load(8 * index, as: UInt64.self), value < UInt64(UInt32.max) else {
        throw section.damage("row count \(index)")
      }
      values.append(Int(value))
    }
    self.init(
      entities: values[0], predicates: values[1], edges: values[2], documents: values[3], evidence: values[4],
      sentences: values[5], strings: values[6])
  }

  /// Whether there is something for edges and evidence to name. Each predicate has a name of its own among the strings,
  /// which bounds how many there are by the size of the file.
  var isPossible: Bool {
    predicates <= strings && (edges == 0 || entities > 0 && predicates > 0)
      && (evidence == 0 || edges > 0 && documents > 0 && sentences > 0)
  }

  var encoded: [UInt8] {
    var writer = ByteWriter()
    for value in [entities, predicates, edges, documents, evidence, sentences, strings] { writer.append(UInt64(value)) }
    return writer.bytes
  }
}
