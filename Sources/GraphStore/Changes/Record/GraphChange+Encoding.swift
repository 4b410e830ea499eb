internal import Bytes
internal import GraphModel

extension GraphChange {
  /// The change as FORMAT.md, “Changes”, gives it.
  func encoded() -> [UInt8] {
    var strings = ChangeStrings()
    var body = ByteWriter()
    func count(_ value: Int) { body.appendVarint(UInt64(value)) }
    func string(_ string: String) { count(strings.number(of: string)) }
    func optional(_ string: String?) { count(string.map { strings.number(of: $0) + 1 } ?? 0) }
    func state<Value>(_ state: State<Value>, _ value: (Value) -> Void) {
      switch state {
      case .kept: count(0)
      case .gone: count(1)
      case .present(let present):
        count(2)
        value(present)
      }
    }
    count(entities.count)
    for entity in entities {
      string(entity.name)
      string(entity.type)
      state(entity.state) { aliases in
        count(aliases.count)
        for alias in aliases {
          string(alias.name)
          string(alias.rule)
        }
      }
    }
    count(predicates.count)
    for predicate in predicates {
      string(predicate.name)
      state(predicate.state) { predicate in
        optional(predicate.relation)
        optional(predicate.inverse)
        count(predicate.isSymmetric ? 1 : 0)
      }
    }
    count(documents.count)
    for document in documents {
      string(document.id)
      state(document.state) { document in
        optional(document.title)
        optional(document.date)
        optional(document.source)
        count(document.text.count)
        body.append(contentsOf: document.text)
        count(document.sentences.count)
        var end = 0
        for sentence in document.sentences {
          count(Int(sentence.lowerBound) - end)
          count(sentence.count)
          end = Int(sentence.upperBound)
        }
      }
    }
    count(edges.count)
    for edge in edges {
      count(edge.key.subject)
      count(edge.key.predicate)
      count(Int(edge.key.kind.rawValue))
      count(edge.key.object)
      if let source = edge.key.source { count(source) }
      state(edge.state) { evidence in
        count(evidence.count)
        for piece in evidence {
          count(piece.document)
          count(piece.sentence)
          for range in [piece.subject, piece.predicate, piece.object] {
            count(Int(range.lowerBound))
            count(range.count)
          }
          count(piece.rules.count)
          for rule in piece.rules { string(rule) }
          count(Int(piece.confidence))
          optional(piece.time)
          optional(piece.place)
          optional(piece.quantity)
        }
      }
    }
    count(decisions == nil ? 0 : 1)
    if let decisions { body.append(contentsOf: DecisionList.encode(decisions)) }
    return strings.encoded + body.bytes
  }

  /// Reads a change as ``encoded()`` writes it; nil when it is damaged.
  init?(encoded bytes: ByteView) {
    var reader = ChangeReader(bytes)
    self.init()
    reader.readStrings()
    for _ in 0..<reader.count() {
      let name = reader.string()
      let place = entity(name, type: reader.string())
      guard place == entities.count - 1, !reader.isDamaged else { return nil }
      setEntity(
        place,
        reader.state { reader in
          (0..<reader.count()).map { _ in GraphContent.Alias(name: reader.string(), rule: reader.string()) }
        })
    }
    for _ in 0..<reader.count() {
      let name = reader.string()
      let place = predicate(name)
      guard place == predicates.count - 1, !reader.isDamaged else { return nil }
      setPredicate(
        place,
        reader.state { reader in
          GraphContent.Predicate(
            name: name, relation: reader.optional(), inverse: reader.optional(),
            isSymmetric: reader.value(below: 2) == 1)
        })
    }
    for _ in 0..<reader.count() {
      let id = reader.string()
      let place = document(id)
      guard place == documents.count - 1, !reader.isDamaged else { return nil }
      setDocument(place, reader.state { $0.document(id) })
    }
    for _ in 0..<reader.count() {
      guard let edge = reader.edge(entities.count, predicates.count, documents.count) else { return nil }
      setEdge(edge.key, edge.state)
    }
    if reader.value(below: 2) == 1 { decisions = reader.decisions() }
    guard reader.isWhole else { return nil }
  }
}

/// The strings of a change, each once, in the order of their first use.
private struct ChangeStrings {
  private var all: [String] = []
  private var numbers: [ByteString: Int] = [:]

  mutating func number(of string: String) -> Int {
    if let known = numbers[ByteString(string)] { return known }
    numbers[ByteString(string)] = all.count
    all.append(string)
    return all.count - 1
  }

  var encoded: [UInt8] {
    var writer = ByteWriter()
    writer.appendVarint(UInt64(all.count))
    for string in all {
      writer.appendVarint(UInt64(string.utf8.count))
      writer.append(contentsOf: string.utf8)
    }
    return writer.bytes
  }
}
