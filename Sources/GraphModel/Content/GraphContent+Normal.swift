internal import Bytes

extension GraphContent {
  /// The same graph with every table sorted and without duplicates: what is written, whatever the order of the rows
  /// was.
  ///
  /// Entities stand in the order of (name in lower case, name, type), predicates by name, documents by id, statements
  /// by edge and then evidence, strings compared as bytes. Entities of one name and type become one, with all their
  /// aliases; the very same evidence for the very same statement counts once; where an edge has evidence, a statement
  /// of it without any adds nothing.
  ///
  /// - Throws: when a reference or range points nowhere, or two documents of one id differ.
  /// - Complexity: O(*n* log *n*).
  public func normalized() throws(ContentError) -> GraphContent {
    try validate()
    var result = GraphContent()
    let entityNumbers = Self.merge(
      entities, into: &result.entities, key: { EntityKey($0) },
      combine: { $0.aliases += $1.aliases })
    for entity in result.entities.indices {
      result.entities[entity].aliases = Self.sorted(result.entities[entity].aliases)
    }
    let predicateNumbers = Self.merge(
      predicates, into: &result.predicates, key: { ByteString($0.name) }, combine: { $0.combine($1) })
    var conflict: String?
    let documentNumbers = Self.merge(
      documents, into: &result.documents, key: { ByteString($0.id) },
      combine: { if !$0.isSame(as: $1) { conflict = $0.id } })
    if let conflict { throw .conflictingDocuments(id: conflict) }

    result.statements = statements.map {
      var statement = $0
      statement.subject = entityNumbers[$0.subject]
      statement.predicate = predicateNumbers[$0.predicate]
      statement.object = entityNumbers[$0.object]
      statement.attribution = $0.attribution.map { entityNumbers[$0] }
      if let evidence = $0.evidence { statement.evidence?.document = documentNumbers[evidence.document] }
      return statement
    }
    result.statements.sort { $0.order($1) < 0 }
    result.statements.removeRepetitions { $0.order($1) == 0 }
    // Statements without evidence stand first in their edge.
    let statements = result.statements
    result.statements = statements.indices.filter { row in
      statements[row].evidence != nil || row + 1 == statements.count
        || statements[row].key != statements[row + 1].key
    }.map { statements[$0] }
    result.decisions = NamingDecision.sorted(decisions)
    return result
  }

  /// Sorts `rows` into `merged`, rows of one key becoming one, and returns the new number of each row.
  private static func merge<Row, Key: Comparable>(
    _ rows: [Row], into merged: inout [Row], key: (Row) -> Key, combine: (inout Row, Row) -> Void
  ) -> [Int] {
    let keys = rows.map(key)
    let order = rows.indices.sorted { keys[$0] < keys[$1] }
    var numbers = [Int](repeating: 0, count: rows.count)
    var last: Key?
    for row in order {
      if keys[row] == last {
        combine(&merged[merged.count - 1], rows[row])
      } else {
        merged.append(rows[row])
        last = keys[row]
      }
      numbers[row] = merged.count - 1
    }
    return numbers
  }
}

extension GraphContent {
  /// Aliases in the order of the store, each once.
  ///
  /// - Complexity: O(*n* log *n*) comparisons of names.
  package static func sorted(_ aliases: [Alias]) -> [Alias] {
    var aliases = aliases
    aliases.sort { $0.order($1) < 0 }
    aliases.removeRepetitions { $0.order($1) == 0 }
    return aliases
  }
}

extension GraphContent.Alias {
  fileprivate func order(_ other: Self) -> Int {
    if !name.utf8.elementsEqual(other.name.utf8) { return FoldedString(name) < FoldedString(other.name) ? -1 : 1 }
    return byteOrder(rule, other.rule)
  }
}

extension GraphContent.Predicate {
  /// Takes what either says; where both differ the smaller string, so that the order of merging does not matter.
  ///
  /// - Complexity: O(length of the strings).
  package mutating func combine(_ other: Self) {
    role = Self.smaller(role, other.role)
    relation = Self.smaller(relation, other.relation)
    inverse = Self.smaller(inverse, other.inverse)
    isSymmetric = isSymmetric || other.isSymmetric
  }

  private static func smaller(_ a: String?, _ b: String?) -> String? {
    guard let a, let b else { return a ?? b }
    return byteOrder(a, b) <= 0 ? a : b
  }
}

extension GraphContent.Document {
  /// Whether all but the ids agree, strings byte by byte.
  ///
  /// - Complexity: O(length of the text).
  package func isSame(as other: Self) -> Bool {
    text == other.text && sentences == other.sentences && byteOrder(title, other.title) == 0
      && byteOrder(date, other.date) == 0 && byteOrder(source, other.source) == 0
  }
}
