import Foundation

/// A line of Tests/Golden/seeds/expected.txt that names a statement; the head of that file says how it is written.
struct ExpectedStatement {
  enum Kind: Character {
    case expected = "+"
    case essential = "!"
    case forbidden = "x"
  }

  var kind: Kind
  var document: String
  var subject: String
  var predicate: String
  var object: String
  /// Polarity, modality and attribution; empty for what is forbidden.
  var qualifiers: [String]

  static func read() throws -> [ExpectedStatement] {
    var statements: [ExpectedStatement] = []
    var document = ""
    for line in try ProjectFile.text("Tests/Golden/seeds/expected.txt").split(separator: "\n") {
      if line.hasPrefix("document ") { document = String(line.dropFirst(9)) }
      guard line.dropFirst().first == " ", let kind = line.first.flatMap(Kind.init) else { continue }
      let parts = line.dropFirst(2).split(separator: " | ").map(String.init)
      guard parts.count == (kind == .forbidden ? 3 : 6) else { throw MalformedLine(line: String(line)) }
      statements.append(
        ExpectedStatement(
          kind: kind, document: document, subject: parts[0], predicate: parts[1], object: parts[2],
          qualifiers: Array(parts[3...])))
    }
    return statements
  }

  /// Whether a statement of the document says this: for what is forbidden, as a fact; else with these qualifiers.
  func isSaid(by statement: ExtractedStatement) -> Bool {
    let ends =
      Self.isNamed(subject, statement.subject) && Self.isNamed(object, statement.object)
      || Self.isNamed(subject, statement.object) && Self.isNamed(object, statement.subject)
    guard ends, isWorded(by: statement) else { return false }
    guard kind != .forbidden else { return statement.isFact }
    guard statement.polarity == qualifiers[0], statement.modality == qualifiers[1] else { return false }
    guard let source = statement.attribution else { return qualifiers[2] == "none" }
    return Self.isNamed(qualifiers[2], source)
  }

  /// A relation of the schema between the two ends is taken for the one that is meant; open predicates need its words.
  private func isWorded(by statement: ExtractedStatement) -> Bool {
    if statement.relation != nil { return true }
    let found = statement.predicate.lowercased()
    return predicate.split(separator: " / ").contains { wording in
      let words = Self.words(wording).filter { !Self.functionWords.contains($0) }
      return (words.isEmpty ? Self.words(wording) : words).allSatisfy {
        found.contains($0.prefix($0.count > 4 ? 4 : 3))
      }
    }
  }

  private static let functionWords: Set<String> = [
    "about", "as", "at", "by", "for", "from", "in", "is", "of", "on", "to", "with",
  ]

  /// Whether a node is what was expected, `a / b` being either: the same words, or, where no name is expected, more or fewer
  /// in a row.
  private static func isNamed(_ expected: String, _ name: String) -> Bool {
    let found = words(name[...])
    return expected.split(separator: " / ").contains { alternative in
      let wanted = words(alternative)
      return wanted == found || !isName(alternative) && (found.contains(wanted) || wanted.contains(found))
    }
  }

  private static func isName(_ text: Substring) -> Bool {
    text.split(separator: " ").allSatisfy { word in
      word.first?.isUppercase ?? false || ["and", "de", "der", "la", "of", "the", "von"].contains(word)
    }
  }

  /// Lower-case words without articles and commas, the possessive ending apart.
  private static func words(_ text: Substring) -> [String] {
    text.lowercased().replacing("’", with: "'").replacing("'s ", with: " 's ").replacing(",", with: "")
      .split(separator: " ").map(String.init).filter { !["a", "an", "the"].contains($0) }
  }
}
