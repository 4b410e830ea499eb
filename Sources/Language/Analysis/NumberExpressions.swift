/// Labels amounts of money and percentages by the tags of their words.
enum NumberExpressions {
  /// Labels the expressions in a range of analyzed words that are in no entity yet.
  static func label(_ words: Range<Int>, in document: inout Document) {
    var word = words.lowerBound
    while word < words.upperBound {
      guard let (end, label) = expression(at: word, before: words.upperBound, document),
        document.tokens[word..<end].allSatisfy({ $0.entity.label == nil || $0.entity.label == .date })
      else {
        word += 1
        continue
      }
      for index in word..<end { document.tokens[index].entity = index == word ? .begin(label) : .inside(label) }
      if end < words.upperBound, document.tokens[end].entity.isInside {
        document.tokens[end].entity = .begin(document.tokens[end].entity.label ?? label)
      }
      word = end
    }
  }

  /// `$ 1.2 billion`, `5 %`, `5 percent`, `5 per cent`.
  private static func expression(at start: Int, before end: Int, _ document: Document) -> (Int, EntityLabel)? {
    var word = start
    let isMoney = document.tokens[word].fineTag == .currency
    if isMoney { word += 1 }
    let firstNumber = word
    while word < end, document.tokens[word].fineTag == .cardinal { word += 1 }
    guard word > firstNumber else { return nil }
    if isMoney { return (word, .money) }
    guard word < end else { return nil }
    switch document.form(of: document.tokens[word]) {
    case "%", "percent": return (word + 1, .percent)
    case "per":
      let isCent = word + 1 < end && document.form(of: document.tokens[word + 1]) == "cent"
      return isCent ? (word + 2, .percent) : nil
    default: return nil
    }
  }
}
