internal import GraphExport
internal import GraphModel
internal import GraphQuery

extension StatementRecord {
  /// A line for the object, or for an event that has none, and one for every role.
  var tabSeparated: [String] {
    let main = object != nil || roles.isEmpty ? [(predicate, object ?? "")] : []
    return (main + roles.map { ("\(predicate) \($0.role)", $0.name) }).map { predicate, object in
      TableText(.tabs).row([
        document ?? "", sentence.map { String($0) } ?? "", subject, predicate, object, polarity.symbol, modality.name,
        confidence.map(Hundredths.text) ?? "",
      ])
    }
  }
}
