/// The rules of all files together, in the order in which they run.
package struct Grammar: Sendable, Equatable {
  /// Rules that are tried together: at each word of a sentence in text order, all of them in their order.
  package struct Pass: Sendable, Equatable {
    /// What the rules of a pass do.
    package enum Kind: Sendable {
      /// They change trees.
      case edits
      /// They state something of trees that are not changed any more. Of the rules that fit at a word, the first does.
      case statements
    }

    package var name: String
    /// Nil until the first rule is read.
    package var kind: Kind?
    package var rules: [Int] = []
  }

  package var passes: [Pass] = []
  package var rules: [Rule] = []
  /// The sets of words and types that conditions refer to by index.
  package var choices: [WordChoice] = []
  /// The files, from which the examples are read when they are run.
  package var sources: [RuleSource] = []

  /// Without any rule.
  package init() {}
}

/// A set of words, or of nouns by what they stand for.
package enum WordChoice: Sendable, Equatable {
  /// Words as written here, and the entries of word lists of the schema.
  case words([String], lists: [String])
  /// Types of entities, those below them included.
  case types([String])
}

/// What rules refer to by name.
package struct RuleVocabulary: Sendable {
  /// Words by name of their list.
  package var lists: [String: [String]]
  /// Types of entities by name, with the type above.
  package var parents: [String: String?]

  package init(lists: [String: [String]], parents: [String: String?]) {
    self.lists = lists
    self.parents = parents
  }
}

/// A file of rules: its bytes and the name that errors show.
package struct RuleSource: Sendable, Equatable {
  package var name: String
  package var bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// Where something stands in a file of rules.
package struct RulePlace: Sendable, Equatable, CustomStringConvertible {
  package var file: String
  /// One-based.
  package var line: Int
  /// One-based, in bytes.
  package var column: Int

  /// `file:line:column`.
  package var description: String { "\(file):\(line):\(column)" }
}

/// A block of lines of an example, read by ``RuleExample`` when it is run.
package struct ExampleText: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// A sentence in which the rule fires.
    case example
    /// The words of the example before that are then different.
    case gives
    /// What stands in place of words of the example before, so that the rule does nothing.
    case counter
  }

  package var kind: Kind
  package var place: RulePlace
  /// Index into ``Grammar/sources``.
  package var source: Int
  package var bytes: Range<Int>
}
