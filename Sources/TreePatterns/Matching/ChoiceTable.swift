/// The words and types of all ``WordChoice``s, compiled: which choices a string is among, as bits.
struct ChoiceTable: Sendable {
  /// Words of 64 bits that a row takes. Bit 0 says that the row was made, the others are the choices.
  let width: Int
  private var rowOfWord: [String: Int] = [:]
  private var rowOfType: [String: Int] = [:]
  private var rows: [UInt64] = []
  private let typeOfNoun: [String: String]

  init(_ grammar: Grammar, vocabulary: RuleVocabulary, typeOfNoun: [String: String]) {
    width = grammar.choices.count / 64 + 1
    self.typeOfNoun = typeOfNoun
    for (index, choice) in grammar.choices.enumerated() {
      switch choice {
      case .words(let words, let lists):
        for word in words { add(index, to: word, in: \.rowOfWord) }
        for list in lists { for word in vocabulary.lists[list] ?? [] { add(index, to: word, in: \.rowOfWord) } }
      case .types(let types):
        for type in Self.kinds(of: types, vocabulary) { add(index, to: type, in: \.rowOfType) }
      }
    }
  }

  /// Writes what `string` is among to the row that begins at `start`.
  func fill(_ row: inout [UInt64], at start: Int, for string: String) {
    row[start] |= 1
    if let known = rowOfWord[string] { for index in 0..<width { row[start + index] |= rows[known + index] } }
    // `Mayor of London`: what the noun means, for all its capital.
    let isCapital = string.utf8.first.map { (0x41...0x5A).contains($0) } ?? false
    if let type = typeOfNoun[string] ?? (isCapital ? typeOfNoun[string.lowercased()] : nil), let known = rowOfType[type]
    {
      for index in 0..<width { row[start + index] |= rows[known + index] }
    }
  }

  private mutating func add(
    _ choice: Int, to string: String, in table: WritableKeyPath<ChoiceTable, [String: Int]>
  ) {
    var row = self[keyPath: table][string] ?? -1
    if row < 0 {
      row = rows.count
      self[keyPath: table][string] = row
      rows += repeatElement(0, count: width)
    }
    rows[row + (choice + 1) / 64] |= 1 << UInt64((choice + 1) % 64)
  }

  /// The types that are one of `allowed` or below one; of types in a circle, none is above.
  private static func kinds(of allowed: [String], _ vocabulary: RuleVocabulary) -> [String] {
    var isKind = Dictionary(uniqueKeysWithValues: allowed.map { ($0, true) })
    for type in vocabulary.parents.keys {
      var line: [String] = []
      var current: String? = type
      while let name = current, isKind[name] == nil {
        // Until the line ends at a kind, what comes back to it is a circle.
        isKind[name] = false
        line.append(name)
        current = vocabulary.parents[name] ?? nil
      }
      if let name = current, isKind[name] == true { for name in line { isKind[name] = true } }
    }
    return isKind.filter(\.value).keys.sorted()
  }
}
