/// One option of a command: how it is written, what it means, how it is completed.
public struct OptionSpecification: Sendable, Equatable {
  /// The long name without dashes: `threads`.
  public var name: String
  /// Other long names, accepted but not shown.
  public var aliases: [String] = []
  public var short: Character?
  /// What stands for the value in help, such as `N`; nil for a switch.
  public var placeholder: String?
  /// How many words its value has.
  public var words = 1
  /// The values allowed; empty for any.
  public var choices: [String] = []
  /// Whether each use adds a value instead of replacing the one before.
  public var isRepeatable = false
  /// Whether `--no-NAME` switches it off.
  public var isNegatable = false
  /// Whether the command cannot do without it.
  public var isRequired = false
  public var completion: CompletionKind = .none
  public var help: String

  public var takesValue: Bool { placeholder != nil }
  /// As a person writes it: `--threads`.
  public var spelling: String { "--\(name)" }

  static func flag(_ name: String, _ short: Character?, negatable: Bool = false, _ help: String) -> Self {
    Self(name: name, short: short, isNegatable: negatable, help: help)
  }

  static func value(
    _ name: String, _ short: Character?, _ placeholder: String, choices: [String] = [], words: Int = 1,
    repeatable: Bool = false, required: Bool = false, completion: CompletionKind = .none, _ help: String
  ) -> Self {
    Self(
      name: name, short: short, placeholder: placeholder, words: words, choices: choices, isRepeatable: repeatable,
      isRequired: required, completion: completion, help: help)
  }
}

/// What a word of a command line may be, so that a shell can complete it.
public enum CompletionKind: Sendable, Equatable {
  case none, file, folder, store
}
