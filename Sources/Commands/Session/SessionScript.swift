internal import GraphQuery

/// A statement of the prompt, before it runs.
struct TypedStatement {
  /// As it was typed, with words for what no script has: rows of answers.
  var text: String
  /// What it is; nil for what cannot be read.
  var verb: (any StatementVerb.Type)?
  /// What names stand for.
  var bindings: Bindings
  /// The names that it uses, without their marks.
  var names: [String] = []

  /// The verb, where the session itself carries it out.
  var sessionVerb: (any SessionVerb.Type)? { verb as? any SessionVerb.Type }

  var changesStore: Bool { verb is any NamingVerb.Type || sessionVerb?.changesStore ?? false }
}

/// The statements of a session as they were typed, as a script that can be run without the session: what `save` writes.
struct SessionScript {
  private(set) var lines: [String] = []
  /// Statements that were typed among them.
  private(set) var statements = 0
  /// Statements that are left out: they change the store.
  private(set) var leftOut = 0
  /// What names stand for at the end of the script.
  private var known = Bindings()

  /// Tells of a statement that changes the store, and leaves it out: the script is to ask, and may be run again.
  mutating func leaveOut(_ text: String) {
    leftOut += 1
    lines.append("# left out: " + text.split(whereSeparator: \.isNewline).joined(separator: " "))
  }

  /// Adds a statement, behind what makes those of its names that the script does not know.
  ///
  /// - Parameter latter: what names stand for behind it.
  mutating func add(_ statement: TypedStatement, _ latter: Bindings) {
    let former = statement.bindings
    for name in statement.names { define(name, former) }
    defineAliases(of: statement.text, former)
    lines.append(statement.text)
    statements += 1
    known.variables.follow(from: former.variables, to: latter.variables)
    known.aliases.follow(from: former.aliases, to: latter.aliases)
  }

  private mutating func define(_ name: String, _ bindings: Bindings) {
    guard let value = bindings.variables[name], known.variables[name] != value else { return }
    known.variables[name] = value
    lines.append("set \(name) = \(value)")
  }

  /// Defines the alias that `text` begins with, and those that its words begin with.
  private mutating func defineAliases(of text: String, _ bindings: Bindings) {
    var seen: Set<String> = []
    var text = text
    while let first = StatementLexer.firstWord(of: text)?.text.lowercased(), let words = bindings.aliases[first],
      seen.insert(first).inserted
    {
      if known.aliases[first] != words { lines.append("alias \(first) = \(words)") }
      known.aliases[first] = words
      text = words
    }
  }
}

extension [String: String] {
  /// Takes over what is another in `latter` than in `former`.
  fileprivate mutating func follow(from former: [String: String], to latter: [String: String]) {
    for (name, value) in latter where former[name] != value { self[name] = value }
    for name in former.keys where latter[name] == nil { self[name] = nil }
  }
}
