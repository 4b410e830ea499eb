/// One command of the program: the row from which parsing, help, completion and documentation come.
public struct CommandSpecification: Sendable, Equatable {
  /// An operand in order: `INPUT...`.
  public struct Operand: Sendable, Equatable {
    public var placeholder: String
    public var isOptional = false
    public var isRepeatable = false
    public var completion: CompletionKind = .none
    public var help: String

    /// As usage lines write it.
    public var usage: String {
      let name = isRepeatable ? placeholder + "..." : placeholder
      return isOptional ? "[\(name)]" : name
    }
  }

  public struct Example: Sendable, Equatable {
    public var command: String
    public var meaning: String
  }

  /// A list that help shows below the options.
  public struct List: Sendable, Equatable {
    public var title: String
    public var rows: [Example]
  }

  public var name: String
  public var aliases: [String] = []
  /// One line without final period.
  public var summary: String
  /// Paragraphs that help shows below the summary.
  public var discussion: [String] = []
  public var operands: [Operand] = []
  public var options: [OptionSpecification] = []
  public var lists: [List] = []
  public var examples: [Example] = []

  /// The usage line: `tercet build INPUT... -o NEWS.tercet [options]`.
  public var usage: String {
    let required = options.filter(\.isRequired).map { option in
      "\(option.short.map { "-\($0)" } ?? option.spelling) \(option.placeholder ?? "")"
    }
    return (["tercet", name] + operands.map(\.usage) + required + ["[options]"]).joined(separator: " ")
  }

  /// The option with the long name `name`, or an alias of it.
  func option(named name: String) -> OptionSpecification? {
    options.first { $0.name == name || $0.aliases.contains(name) }
  }

  func option(short: Character) -> OptionSpecification? { options.first { $0.short == short } }
}
