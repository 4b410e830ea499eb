internal import Language

/// What the conditions on words ask of the strings of one document, found out once for each string that is asked for.
struct WordFacts {
  private let table: ChoiceTable
  private let strings: [String]
  private var rows: [UInt64]
  /// By string: the labels that a proper noun of that form has somewhere in the document; empty until it is asked for.
  private var labels: [LabelSet] = []

  init(_ table: ChoiceTable, strings: [String]) {
    self.table = table
    self.strings = strings
    rows = [UInt64](repeating: 0, count: strings.count * table.width)
  }

  /// Whether a string of the document is among those of a choice.
  mutating func isAmong(_ string: UInt32, _ choice: Int) -> Bool {
    let start = Int(string) * table.width
    if rows[start] & 1 == 0 { table.fill(&rows, at: start, for: strings[Int(string)]) }
    return rows[start + (choice + 1) / 64] >> UInt64((choice + 1) % 64) & 1 == 1
  }

  /// Whether words that are no string of the document are among those of a choice.
  func isAmong(_ words: String, _ choice: Int) -> Bool {
    var row = [UInt64](repeating: 0, count: table.width)
    table.fill(&row, at: 0, for: words)
    return row[(choice + 1) / 64] >> UInt64((choice + 1) % 64) & 1 == 1
  }

  /// Whether the document labels a proper noun of that form so.
  mutating func isKnown(_ form: UInt32, as wanted: LabelSet, in tree: borrowing WordTree) -> Bool {
    if labels.isEmpty {
      labels = [LabelSet](repeating: LabelSet(), count: strings.count)
      for token in tree.tokens where token.tag == .properNoun {
        if let label = token.entity.label { labels[Int(token.form)].insert(label) }
      }
    }
    return labels[Int(form)].bits & wanted.bits != 0
  }
}
