public import Bytes

/// Why a statement could not be read or answered. All wording of this module's errors stands here.
public struct QueryError: DiagnosticError, Equatable {
  public enum Kind: Sendable, Equatable {
    /// Something other than what the grammar asks for; `found` is nil at the end of the statement.
    case expected(String, found: String?)
    case unclosed(String)
    /// With the bytes that a statement has at most.
    case statementTooLong(Int)
    /// What there is too much of, and how many of it there may be.
    case tooMany(String, most: Int)
    /// The words behind a verb are not those of its usage line.
    case wrongWords(verb: String, usage: String)
    case unknownVerb(String)
    case unknownEntity(String)
    /// What stands behind `at` in a name that nobody has, where what stands before it has an entity.
    case unknownMoment(String, in: String)
    case unknownRelation(String)
    case unknownType(String)
    case unknownDocument(String)
    /// A part of ids or titles, and how many documents have it.
    case severalDocuments(String, count: Int)
    case unknownSource(String)
    /// An entity by id or an edge; with the number of those there are.
    case unknownID(String, count: Int)
    case repeatedOption(String)
    case outOfRange(String, allowed: String)
    case patternNotAllowed
    case patternTooLarge
    /// With the depth that is allowed.
    case patternTooDeep(Int)
    /// Two names, and the one entity that both mean.
    case sameEntity(String, String, String)
    /// By what the rows of an answer are to be counted, and do not have.
    case notInAnswer(String)
    /// A name of several entities, in a script that nobody asks which one is meant.
    case severalEntities(String)
    /// Now is asked for in a graph whose documents have no dates.
    case undatedGraph
    /// A name that is no other name of an entity, or of anyone.
    case noOtherName(String, of: String?)
  }

  public var kind: Kind
  /// Where in the text, as lines and columns of the whole script.
  public var range: SourceRange
  /// What was probably meant, best first, at most three; each as it can be typed.
  public var suggestions: [String]
  /// Names that the one was probably meant to be, one after the other.
  var joined: [String] = []

  public init(_ kind: Kind, at range: SourceRange, suggestions: [String] = []) {
    self.kind = kind
    self.range = range
    self.suggestions = suggestions
  }

  /// Whether the statement cannot be read, whatever graph it asks.
  ///
  /// - Complexity: O(1).
  public var isUnreadable: Bool {
    switch kind {
    case .expected, .unclosed, .statementTooLong, .wrongWords, .unknownVerb: true
    default: false
    }
  }

  public var code: String {
    switch kind {
    case .expected: "query.syntax"
    case .unclosed: "query.unclosed"
    case .statementTooLong: "statement.too-long"
    case .wrongWords: "statement.form"
    case .unknownVerb: "query.verb"
    case .unknownEntity, .unknownMoment, .severalEntities: "query.entity"
    case .unknownRelation: "query.relation"
    case .unknownType: "query.type"
    case .unknownDocument, .severalDocuments, .unknownSource: "query.document"
    case .unknownID: "query.id"
    case .repeatedOption: "query.repeated"
    case .outOfRange, .tooMany: "query.range"
    case .patternNotAllowed, .patternTooLarge, .patternTooDeep: "query.pattern"
    case .notInAnswer: "query.count"
    case .sameEntity, .noOtherName: "query.naming"
    case .undatedGraph: "query.date"
    }
  }

  /// `line:column`; the front end puts the file before it.
  public var place: String? { "\(range.start.line):\(range.start.column)" }

  public var message: String {
    switch kind {
    case .expected(let wanted, let found):
      if let found {
        "expected \(wanted), found “\(found.shortened())”"
      } else {
        "expected \(wanted), found the end of the statement"
      }
    case .unclosed(let mark): "\(mark) is never closed"
    case .statementTooLong(let most): "a statement has at most \(most >> 10) KiB, and this one is longer"
    case .tooMany(let what, let most): "there are more than \(most) \(what)"
    case .wrongWords(let verb, let usage): "\(verb) expects \(usage)"
    case .unknownVerb(let word): "unknown verb “\(word.shortened())”"
    case .unknownEntity(let name): "no entity is called “\(name.shortened())”"
    case .unknownMoment(let word, let name):
      "no entity is called “\(name.shortened())”, and “\(word.shortened())” is no date"
    case .unknownRelation(let name): "no relation is called “\(name.shortened())”"
    case .unknownType(let name): "no type is called “\(name.shortened())”"
    case .unknownDocument(let name): "no document has “\(name.shortened())” in its id or title"
    case .severalDocuments(let name, let count): "“\(name.shortened())” is in the id or title of \(count) documents"
    case .unknownSource(let name): "no document is from “\(name.shortened())”"
    case .unknownID(let text, let count):
      count == 0
        ? "there is no \(text.shortened()): the graph has none"
        : "there is no \(text.shortened()): ids run from 0 to \(count - 1)"
    case .repeatedOption(let word): "“\(word.shortened())” is given twice"
    case .outOfRange(let word, let allowed): "“\(word.shortened())” must be \(allowed)"
    case .patternNotAllowed: "relations and | can stand here, not a path expression"
    case .patternTooDeep(let most): "the path expression is nested more than \(most) levels deep"
    case .patternTooLarge: "the path expression is too large"
    case .sameEntity(let first, let second, let name):
      "“\(first.shortened())” and “\(second.shortened())” are both “\(name.shortened())” already"
    case .notInAnswer(let share): "the rows of that answer have no \(share) to be counted by"
    case .severalEntities(let name): "“\(name.shortened())” names several entities, so that nothing was asked"
    case .undatedGraph: "now is the last date of the documents, and none has a date"
    case .noOtherName(let name, nil): "nobody has “\(name.shortened())” as another name"
    case .noOtherName(let name, let owner?): "“\(name.shortened())” is no other name of “\(owner.shortened())”"
    }
  }

  public var remedy: String? {
    if !suggestions.isEmpty { return "did you mean " + suggestions.joined(separator: ", ") + "?" }
    return switch kind {
    case .unknownVerb: "help lists the verbs"
    case .unknownEntity: "find TEXT searches names"
    case .notInAnswer: "count without per gives their number"
    case .severalEntities: "write an id in its place, or the name with its type, such as \"Jordan (Person)\""
    case .unknownMoment: "behind at stands \(Moment.form)"
    case .unknownRelation: "relations lists them"
    case .unknownType: "types lists them"
    case .unknownDocument, .severalDocuments, .unknownSource: "documents lists them"
    case .unclosed: "close it"
    case .statementTooLong: "look for a quote or bracket that is not closed, or ask in several statements"
    case .tooMany: "ask in several statements"
    case .wrongWords(let verb, _): "see `help \(verb)`"
    case .patternNotAllowed: "path A to B via takes such an expression"
    case .patternTooLarge: "use smaller repetitions"
    case .patternTooDeep: "leave out the brackets and operators that change nothing"
    case .undatedGraph: "give a date after at, or dates to the documents"
    case .noOtherName: "why E lists the names of an entity"
    case .expected, .unknownID, .repeatedOption, .outOfRange, .sameEntity: nil
    }
  }

  public var exitStatus: ExitStatus { .failed }
}
