internal import Bytes
public import GraphModel

// Steps that change a store file. The caller has the right to change it, as `opened(toChange:)` gives it, and opens the
// file anew for the next step. A file that another program wrote into or put there meanwhile stays as it is.
//
// To what a step costs comes what it appends. Once 32 changes stand behind a store, the next one makes them one and
// copies the file; a store of an older version is written anew.
extension StoredGraph {
  /// Puts the statements of `content`, and all that they refer to, behind the store at `path`; what is known already
  /// changes nothing.
  ///
  ///     let path = "news.tercet"
  ///     try StoredGraph(path: path).add(content, to: path)
  ///     let graph = try StoredGraph(path: path)
  ///
  /// - Throws: ``StoreError/content(_:)`` when `content` is not valid, or has another document of an id that the graph
  ///   has; when the graph was found damaged, or the file cannot be written, which leaves it as it was.
  /// - Complexity: O(*n* log (*n* + *m*)) for a content of size *n* and a graph of size *m*, and the edges of its
  ///   entities.
  public func add(_ content: GraphContent, to path: String) throws(StoreError) {
    try append(GraphChange(adding: content, to: self), to: path)
  }

  /// Takes `documents` out of the store at `path`, and all that only they said.
  ///
  /// - Throws: when the graph was found damaged, or the file cannot be written, which leaves it as it was.
  /// - Complexity: O(edges and evidence of the graph).
  public func remove(_ documents: Set<DocumentID>, from path: String) throws(StoreError) {
    try append(GraphChange(removing: documents, from: self), to: path)
  }

  /// Makes entity `a` of the store at `path` what entity `b` is, and records it.
  ///
  /// - Returns: the decision.
  /// - Throws: when the graph was found damaged, or the file cannot be written, which leaves it as it was.
  /// - Complexity: O(edges with sources, and the edges of both and of their neighbors).
  public func merge(_ a: EntityID, into b: EntityID, at path: String) throws(StoreError) -> NamingDecision {
    let decision = NamingDecision(
      serial: nextSerial, kind: .merge, entity: naming(a), other: naming(b),
      names: [name(of: a)] + otherNames(of: a).map(\.name))
    return try decide(decision, GraphChange(merging: a, into: b, of: self), path)
  }

  /// Records that entity `a` of the store at `path` is not `b`: a split of no name, which moves nothing.
  ///
  /// - Returns: the decision.
  /// - Throws: when the graph was found damaged, or the file cannot be written, which leaves it as it was.
  /// - Complexity: O(decisions).
  public func keepApart(_ a: EntityID, from b: EntityID, at path: String) throws(StoreError) -> NamingDecision {
    let decision = NamingDecision(serial: nextSerial, kind: .split, entity: naming(a), other: naming(b), names: [])
    return try decide(decision, GraphChange(), path)
  }

  /// Makes what the store at `path` says of `entity` under `name`, one of its other names, an entity of its own, and
  /// records it. Where `name` came by a merge, all is as before that.
  ///
  /// - Returns: the decision; nil, and nothing is done, when no evidence calls the entity so.
  /// - Throws: when the graph was found damaged, or the file cannot be written, which leaves it as it was.
  /// - Complexity: O(evidence of `entity`, and the edges of its neighbors); for a merge as ``undo(at:)``.
  public func split(_ name: String, from entity: EntityID, at path: String) throws(StoreError) -> NamingDecision? {
    let merges = decisions.filter { $0.kind == .merge && $0.other == naming(entity) && $0.entity.name == name }
    if let merge = merges.last {
      let decision = NamingDecision(
        serial: nextSerial, kind: .split, entity: merge.entity, other: merge.other, names: merge.names)
      if decision.mergeTakenBack(among: decisions) != nil {
        return try decide(decision, wayBack(from: merge), path)
      }
    }
    let decision = NamingDecision(
      serial: nextSerial, kind: .split, entity: NamingDecision.Entity(name: name, type: type(of: entity)),
      other: naming(entity), names: [name])
    let change = GraphChange(separating: [name], of: entity, as: decision.entity, in: self)
    return change.edges.isEmpty ? nil : try decide(decision, change, path)
  }

  /// Takes back the last decision on the store at `path`.
  ///
  /// - Returns: the decision; nil, and nothing is done, when there is none.
  /// - Throws: when the graph was found damaged, or the file cannot be written, which leaves it as it was.
  /// - Complexity: O(*c* log *n* + *d* log *n*) for *c* rows in the changes behind the store, and the *d* edges of the
  ///   entities that the decision concerned.
  public func undo(at path: String) throws(StoreError) -> NamingDecision? {
    guard let last = decisions.last else {
      if let damage { throw damage }
      return nil
    }
    try revoke(last, at: path)
    return last
  }

  private func decide(
    _ decision: NamingDecision, _ change: GraphChange, _ path: String
  ) throws(StoreError) -> NamingDecision {
    var decision = decision
    var change = change
    decision.records = [try DecisionRecord(of: change, in: self).packed()]
    change.decisions = decisions + [decision]
    try append(change, to: path)
    return decision
  }

  private func revoke(_ decision: NamingDecision, at path: String) throws(StoreError) {
    var change = try wayBack(from: decision)
    change.decisions = decisions.filter { $0 != decision }
    try append(change, to: path)
  }

  private func wayBack(from decision: NamingDecision) throws(StoreError) -> GraphChange {
    let place = decisions.firstIndex(of: decision) ?? decisions.count
    let later = Array(decisions.dropFirst(place + 1))
    return try GraphChange(revoking: decision, in: base, GraphChange(all: journal.changes[...]), later: later)
  }

  /// So many changes stand behind a store before they are made one.
  private static var mostChanges: Int { 32 }

  private var nextSerial: Int { (decisions.last?.serial ?? 0) + 1 }

  private func naming(_ entity: EntityID) -> NamingDecision.Entity {
    NamingDecision.Entity(name: name(of: entity), type: type(of: entity))
  }

  /// The entity of exactly this name and type; nil when there is none.
  ///
  /// - Complexity: O(log *n* + *k*) for *k* of *n* entities that have the name.
  public func entity(_ entity: NamingDecision.Entity) -> EntityID? { self.entity(entity.name, type: entity.type) }

  /// The document of this id; nil when there is none.
  ///
  /// - Complexity: O(log *n*), each step with the sentences of a document.
  public func document(named id: String) -> DocumentID? { row(ofDocument: id) }

  /// UTF-8 bytes of the text of `document`, which is not read.
  ///
  /// - Complexity: O(1), behind changes O(log changes).
  public func textLength(of document: DocumentID) -> Int {
    guard let changed else { return base.documents.textRange(Int(document.rawValue)).count }
    return switch changed.documents.source(of: Int(document.rawValue)) {
    case .base(let row): base.documents.textRange(row).count
    case .added(let row): changed.addedDocuments[row].text.count
    }
  }

  private func append(_ change: GraphChange, to path: String) throws(StoreError) {
    if let damage { throw damage }
    if change.isEmpty { return }
    var all = GraphChange(all: journal.changes[...])
    all.append(change)
    // What could not be opened again is not written.
    let changed = try ChangedGraph(base, all)
    // What is put behind a store its readers have to know, whose version cannot be raised in place.
    guard base.formatVersion == StoreFormat.version else {
      return try GraphWriter.write(GraphContent(of: changed), to: path, inPlaceOf: replaced)
    }
    do {
      if changeCount < Self.mostChanges, let record = Journal.record(change) {
        return try AppendedFile.append(record, behind: byteCount, of: path, as: file)
      }
      // Many small changes take long to read: they become one, in a file of its own that takes the place of this one.
      guard let record = Journal.record(all) else {
        return try GraphWriter.write(GraphContent(of: changed), to: path, inPlaceOf: replaced)
      }
      try AtomicFile.replace(path, withParts: [base.fileBytes] + record, inPlaceOf: replaced)
    } catch let error as BytesError {
      throw StoreError(error)
    } catch let error as StoreError {
      throw error
    } catch {
      throw .damaged(place: path, detail: "\(error)")
    }
  }
}
