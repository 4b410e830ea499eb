internal import GraphModel

/// The value of a field of a row.
public enum RowValue: Sendable, Equatable {
  /// There is none.
  case none
  case text(String)
  case integer(Int)
  case number(Double)
  case list([RowValue])
  /// By the fields of the structure.
  case structure([RowValue])

  init(_ text: String?) { self = text.map(RowValue.text) ?? .none }

  init(_ number: Int?) { self = number.map(RowValue.integer) ?? .none }

  init(_ range: Range<UInt32>?) {
    self = range.map { .list([.integer(Int($0.lowerBound)), .integer(Int($0.upperBound))]) } ?? .none
  }
}

extension StatementRecord {
  /// What ``json`` tells, as the values of ``RowField/all``.
  public var values: [RowValue] { isLink ? linkValues : statementValues }

  private var source: [RowValue] {
    [
      RowValue(document), RowValue(sentence), RowValue(sentenceRange.map { Int($0.lowerBound) }),
      RowValue(sentenceRange.map { Int($0.upperBound) }),
    ]
  }

  private var statementValues: [RowValue] {
    let who = [subject, subjectType, predicate, relation, object, objectType].map { RowValue($0) }
    let roles = roles.map { role in
      RowValue.structure([.text(role.role), .text(role.name), .text(role.type), RowValue(role.range)])
    }
    let how: [RowValue] = [
      .list(roles), RowValue(office), .list(adjuncts.map(RowValue.text)), .text(polarity.symbol), .text(modality.name),
      RowValue(attribution), RowValue(time), RowValue(place), RowValue(quantity),
      confidence.map { .number(Double($0) / 100) } ?? .none, .list(rules.map(RowValue.text)),
      .structure([RowValue(subjectRange), RowValue(predicateRange), RowValue(objectRange), .none, .none]),
    ]
    return source + who + how + [RowValue](repeating: .none, count: 6)
  }

  private var linkValues: [RowValue] {
    let link = nameLink
    return source + [RowValue](repeating: .none, count: 17) + [
      .structure([.none, .none, .none, RowValue(subjectRange), RowValue(predicateRange)]), .text(subject),
      .text(subjectType), .text(link.link), .text(link.name), .text(roles.first?.type ?? subjectType), .none,
    ]
  }

  /// The row of a document that cannot be read, as the values of ``RowField/all``.
  public static func failure(document: String, error: String) -> [RowValue] {
    [.text(document)] + [RowValue](repeating: .none, count: RowField.all.count - 2) + [.text(error)]
  }
}
