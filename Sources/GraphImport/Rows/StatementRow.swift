internal import GraphModel

/// A statement of a table or of JSON Lines, its texts in UTF-8. Where it stands is not kept, because its text is not
/// there.
struct StatementRow {
  var subject: ArraySlice<UInt8>
  var predicate: ArraySlice<UInt8>
  var object: ArraySlice<UInt8>
  /// What is empty is not known.
  var subjectType: ArraySlice<UInt8> = []
  var objectType: ArraySlice<UInt8> = []
  /// Of the schema.
  var relation: ArraySlice<UInt8> = []
  /// The preposition of the object, which is then no direct one.
  var role: ArraySlice<UInt8> = []
  /// Who says so, by name.
  var attribution: ArraySlice<UInt8> = []
  private(set) var polarity = Polarity.affirmed
  private(set) var modality = Modality.certain

  init(_ subject: ArraySlice<UInt8>, _ predicate: ArraySlice<UInt8>, _ object: ArraySlice<UInt8>) {
    (self.subject, self.predicate, self.object) = (subject, predicate, object)
  }

  mutating func setPolarity(_ symbol: String) throws(ImportProblem) { polarity = try Polarity(symbol: symbol) }

  mutating func setModality(_ name: String) throws(ImportProblem) { modality = try Modality(named: name) }
}

extension Polarity {
  /// - Throws: when `symbol` is none.
  init(symbol: String) throws(ImportProblem) {
    guard let polarity = Polarity.allCases.first(where: { $0.symbol == symbol }) else {
      throw ImportProblem("expected \"polarity\" + or -, found “\(symbol.prefix(20))”")
    }
    self = polarity
  }
}

extension Modality {
  /// - Throws: when `name` is that of none.
  init(named name: String) throws(ImportProblem) {
    guard let modality = Modality.allCases.first(where: { $0.name == name }) else {
      let names = Modality.allCases.map(\.name).joined(separator: ", ")
      throw ImportProblem("expected \"modality\" \(names), found “\(name.prefix(20))”")
    }
    self = modality
  }
}
