public import Bytes
public import TreePatterns

/// Why a schema was refused. A schema with an error is refused as a whole.
public enum SchemaError: DiagnosticError, Equatable {
  case unreadable(path: String, reason: String)
  case noFiles(directory: String)
  /// The files up to this one are more than `limit` bytes together.
  case tooLarge(path: String, limit: Int)
  /// What serd says about the Turtle.
  case syntax(SchemaPlace, detail: String)
  /// A subject that no file says the kind of.
  case undeclared(SchemaPlace, name: String)
  case declaredTwice(SchemaPlace, name: String, first: SchemaPlace)
  case unknownProperty(SchemaPlace, property: String, kind: String, nearest: String?)
  /// A reference to a type, relation or name that is nowhere declared; `kind` says which was expected.
  case unknownReference(SchemaPlace, name: String, kind: String, nearest: String?)
  /// A reference or number where a text must stand.
  case expectedText(SchemaPlace, property: String)
  /// A text where a reference must stand.
  case expectedReference(SchemaPlace, property: String)
  case language(SchemaPlace, tag: String)
  case missing(SchemaPlace, name: String, property: String)
  case repeated(SchemaPlace, name: String, property: String)
  case emptyText(SchemaPlace, property: String)
  /// A wording or word that is not lower case, or not single-spaced.
  case spelling(SchemaPlace, text: String, expected: String)
  /// A value that stands twice where it may stand once: in a list, among names, among nouns.
  case duplicate(SchemaPlace, text: String, first: SchemaPlace)
  /// The same words from subject to object and from object to subject.
  case bothDirections(SchemaPlace, words: String, relation: String, construction: Wording.Construction)
  /// The same words in the same construction for two relations that the types cannot tell apart.
  case sharedWording(SchemaPlace, words: String, relation: String, other: String)
  case inverseNotMutual(SchemaPlace, relation: String, inverse: String)
  case cycle(SchemaPlace, type: String)
  case malformedStatement(SchemaPlace, text: String)
  /// What is wrong with the rules over trees.
  case grammar(RuleError)
  /// What a line of frames may not have in this place.
  case malformedFrame(SchemaPlace, expected: String, got: String)

  public var code: String {
    switch self {
    case .unreadable: "schema.unreadable"
    case .noFiles: "schema.empty"
    case .tooLarge: "schema.size"
    case .syntax: "schema.syntax"
    case .undeclared: "schema.undeclared"
    case .declaredTwice: "schema.declared-twice"
    case .unknownProperty: "schema.property"
    case .unknownReference: "schema.reference"
    case .expectedText, .expectedReference: "schema.value"
    case .language: "schema.language"
    case .missing: "schema.missing"
    case .repeated: "schema.repeated"
    case .emptyText: "schema.empty-text"
    case .spelling: "schema.spelling"
    case .duplicate: "schema.duplicate"
    case .bothDirections, .sharedWording: "schema.wording"
    case .inverseNotMutual: "schema.inverse"
    case .cycle: "schema.cycle"
    case .malformedStatement: "schema.statement"
    case .grammar(let error): error.code
    case .malformedFrame: "schema.frame"
    }
  }

  public var place: String? {
    switch self {
    case .unreadable(let path, _), .tooLarge(let path, _): path
    case .noFiles(let directory): directory
    case .syntax(let place, _), .undeclared(let place, _), .declaredTwice(let place, _, _),
      .unknownProperty(let place, _, _, _), .unknownReference(let place, _, _, _), .expectedText(let place, _),
      .expectedReference(let place, _), .language(let place, _), .missing(let place, _, _),
      .repeated(let place, _, _), .emptyText(let place, _), .spelling(let place, _, _), .duplicate(let place, _, _),
      .bothDirections(let place, _, _, _), .sharedWording(let place, _, _, _),
      .inverseNotMutual(let place, _, _), .cycle(let place, _), .malformedStatement(let place, _),
      .malformedFrame(let place, _, _):
      place.description
    case .grammar(let error): error.place
    }
  }

  public var message: String {
    switch self {
    case .unreadable(_, let reason): "expected a readable schema, got: \(reason)"
    case .noFiles: "expected a folder with .ttl files, found none"
    case .tooLarge(_, let limit): "expected at most \(limit) bytes in all files of a schema, found more"
    case .syntax(_, let detail): "expected Turtle, got an error: \(detail)"
    case .undeclared(_, let name):
      "expected a declaration of \(name), such as “\(name) a owl:ObjectProperty”, found none"
    case .declaredTwice(_, let name, let first): "expected one declaration of \(name), which \(first) already declares"
    case .unknownProperty(_, let property, let kind, let nearest):
      "expected a property of \(kind), got \(property)\(Self.hint(nearest))"
    case .unknownReference(_, let name, let kind, let nearest):
      "expected \(kind) that is declared, got \(name)\(Self.hint(nearest))"
    case .expectedText(_, let property): "expected a text in quotes as the value of \(property)"
    case .expectedReference(_, let property):
      "expected a reference such as :Person as the value of \(property), got a text"
    case .language(_, let tag): "expected English text, got the language @\(tag)"
    case .missing(_, let name, let property): "expected \(name) to have \(property), found none"
    case .repeated(_, let name, let property): "expected one \(property) of \(name), got another"
    case .emptyText(_, let property): "expected a text as the value of \(property), got an empty one"
    case .spelling(_, let text, let expected): "expected “\(expected)”, got “\(text)”"
    case .duplicate(_, let text, let first): "expected “\(text)” once, but it already stands at \(first)"
    case .bothDirections(_, let words, let relation, let construction):
      "expected the \(construction) “\(words)” of \(relation) in one direction, got both"
    case .sharedWording(_, let words, let relation, let other):
      "expected “\(words)” to word \(relation) alone, but \(other) has it with the same domain and range"
    case .inverseNotMutual(_, let relation, let inverse):
      "expected \(inverse) to have owl:inverseOf \(relation) in its turn"
    case .cycle(_, let type): "expected a type above \(type), got \(type) itself again"
    case .malformedFrame(_, let expected, let got): "expected \(expected), got “\(got)”"
    case .malformedStatement(_, let text): "expected “subject | predicate | object”, got “\(text)”"
    case .grammar(let error): error.message
    }
  }

  public var remedy: String? {
    switch self {
    case .unreadable: "check the path and its permissions"
    case .noFiles: "name the folder that holds the .ttl files, or leave --schema out for the built-in schema"
    case .tooLarge: "leave files out that are no schema"
    case .declaredTwice: "a second file may add properties without repeating the “a”"
    case .sharedWording: "remove one of the two, or give the relations different domains or ranges"
    case .bothDirections: "remove one of the two; a symmetric relation needs no reversed wordings"
    case .grammar(let error): error.remedy
    default: "Schema/README.md lists what may stand here"
    }
  }

  public var exitStatus: ExitStatus {
    switch self {
    case .unreadable, .noFiles: .noInput
    default: .badData
    }
  }

  private static func hint(_ nearest: String?) -> String {
    nearest.map { "; did you mean \($0)?" } ?? ""
  }
}
