extension SchemaBuilder {
  func addList(_ subject: TermID, _ declaration: Declaration) throws(SchemaError) {
    var comment: String?
    var list: [String] = []
    var seen: Set<String> = []
    for index in statements(of: subject) {
      switch Vocabulary(rawValue: triples[index].predicate) {
      case .kind: continue
      case .comment: try setOnce(&comment, index, text(index))
      case .word:
        let word = try words(index)
        guard seen.insert(word).inserted else { throw duplicate(word, index) }
        list.append(word)
      default:
        throw unknownProperty(index, kind: "a word list", allowed: Vocabulary.listProperties)
      }
    }
    _ = try required(comment, .comment, of: subject, declaration)
    _ = try required(list.first, .word, of: subject, declaration)
    list.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    schema.lists[terms.localName(subject)] = list
  }
}
