internal import Bytes
internal import Succinct

/// Names beside the canonical ones, found from the name and from the entity.
struct AliasTable: Sendable {
  /// All names that are somebody's alias, each once.
  let names: StringList
  private let firstOwner: MonotoneArray
  private let owners: PackedArray
  private let firstRow: MonotoneArray
  private let rowNames: PackedArray
  /// Number of its string by number of the rule.
  private let rules: PackedArray
  private let rowRules: PackedArray

  init(_ sections: StoreSections, counts: StoreCounts) throws(BytesError) {
    let section = sections[.owners]
    names = try sections.strings(.aliases, order: .folded)
    var offset = 0
    firstOwner = try MonotoneArray(section, at: &offset)
    owners = try PackedArray(section, at: &offset)
    firstRow = try MonotoneArray(section, at: &offset)
    rowNames = try PackedArray(section, at: &offset)
    rules = try PackedArray(section, at: &offset)
    rowRules = try PackedArray(section, at: &offset)
    guard firstOwner.count == names.count + 1, firstOwner.largest == owners.count,
      firstRow.count == (rowNames.count == 0 ? 0 : counts.entities + 1), firstRow.largest == rowNames.count,
      rowRules.count == rowNames.count
    else { throw section.damage("the aliases") }
    // Each has a string of its own, which bounds how many there are by the size of the file.
    guard rules.count <= counts.strings else { throw section.damage("the rules of the aliases") }
  }

  /// The string of each rule.
  var ruleStrings: [Int] { (0..<rules.count).map { Int(rules[$0]) } }

  /// Entities that have the alias name `name`, ascending.
  func owners(of name: Int) -> [Int] {
    let range = firstOwner.range(name)
    return owners.mayAscend(at: range) ? range.map { Int(owners[$0]) } : []
  }

  /// Alias names of `entity` with the string of the rule of each, ascending.
  func rows(of entity: Int) -> [(name: Int, rule: Int)] {
    if rowNames.count == 0 { return [] }
    let range = firstRow.range(entity)
    // A name stands once for each rule.
    guard let last = range.last, rowNames[last] >= rowNames[range.lowerBound],
      range.count <= (Int(rowNames[last] - rowNames[range.lowerBound]) + 1) * rules.count
    else {
      if !range.isEmpty { names.section.recordDamage("\(range.count) other names of entity \(entity)") }
      return []
    }
    return range.map { (Int(rowNames[$0]), Int(rules[Int(rowRules[$0])])) }
  }
}
