/// How Arrow describes a field.
///
/// Source: Arrow, Schema.fbs.
enum ArrowField {
  /// Numbers of the union `Type`.
  private enum TypeNumber {
    static let int: UInt8 = 2
    static let floatingPoint: UInt8 = 3
    static let utf8: UInt8 = 5
    static let list: UInt8 = 12
    static let structure: UInt8 = 13
  }

  /// The table `Field` with what is inside it.
  static func table(_ field: RowField) -> FlatTable {
    table(field.name, field.kind, isNullable: field.isNullable)
  }

  private static func table(_ name: String, _ kind: RowField.Kind, isNullable: Bool) -> FlatTable {
    let (number, type, children) = description(of: kind)
    return FlatTable(fields: [
      0: .text(name), 1: .byte(isNullable ? 1 : 0), 2: .byte(number), 3: .table(FlatTable(fields: type)),
      5: .tables(children),
    ])
  }

  private static func description(
    of kind: RowField.Kind
  ) -> (number: UInt8, type: [Int: FlatTable.Value], children: [FlatTable]) {
    switch kind {
    case .text: (TypeNumber.utf8, [:], [])
    // 32 bits, with a sign.
    case .integer: (TypeNumber.int, [0: .int(32), 1: .byte(1)], [])
    // Double precision.
    case .number: (TypeNumber.floatingPoint, [0: .short(2)], [])
    case .list(let element): (TypeNumber.list, [:], [table("item", element, isNullable: true)])
    case .structure(let fields): (TypeNumber.structure, [:], fields.map(table))
    }
  }
}
