internal import Bytes
package import GraphModel

// Rows by what they are.
extension GraphView {
  /// The entity of this canonical name and type; nil when there is none.
  ///
  /// - Complexity: O(log *n* + *k*) for *k* entities that have the name.
  package func entity(_ name: String, type: String) -> EntityID? {
    entities(named: name).first {
      byteOrder(self.name(of: $0), name) == 0 && byteOrder(self.type(of: $0), type) == 0
    }
  }

  /// The predicate of this name; nil when there is none.
  ///
  /// - Complexity: O(log *n*).
  func predicate(named name: String) -> PredicateID? {
    let row = (0..<predicateCount).first(behind: { byteOrder(predicate(PredicateID(UInt32($0))).name, name) < 0 })
    guard row < predicateCount, byteOrder(predicate(PredicateID(UInt32(row))).name, name) == 0 else { return nil }
    return PredicateID(UInt32(row))
  }

  /// The document of this id; nil when there is none.
  ///
  /// - Complexity: O(log *n*).
  func row(ofDocument id: String) -> DocumentID? {
    let row = (0..<documentCount).first(behind: { byteOrder(document(DocumentID(UInt32($0))).name, id) < 0 })
    guard row < documentCount, byteOrder(document(DocumentID(UInt32(row))).name, id) == 0 else { return nil }
    return DocumentID(UInt32(row))
  }
}
