/// The words of a command line, sorted by the row of the command.
public struct ParsedArguments: Sendable, Equatable {
  /// One use of an option that takes a value.
  public struct Occurrence: Sendable, Equatable {
    /// The option's long name.
    public var name: String
    public var value: String
  }

  public var command: CommandSpecification
  public var operands: [String] = []
  /// Options with values in the order given.
  public internal(set) var occurrences: [Occurrence] = []
  var switches: [String: Bool] = [:]
  /// `--help` or `-h` was given: nothing else is checked.
  public var wantsHelp = false

  /// The last value of an option; nil when it was not given.
  public func value(_ name: String) -> String? { occurrences.last { $0.name == name }?.value }

  /// Every value of a repeatable option, in order.
  public func all(_ name: String) -> [String] { occurrences.filter { $0.name == name }.map(\.value) }

  /// Whether a switch is on; `otherwise` when it was not given.
  public func isOn(_ name: String, otherwise: Bool = false) -> Bool { switches[name] ?? otherwise }

  /// The value of `name` as a whole number; nil when it was not given.
  public func integer(_ name: String, in allowed: ClosedRange<Int>) throws(CommandError) -> Int? {
    guard let text = value(name) else { return nil }
    guard let number = Int(text), allowed.contains(number) else {
      let upper = allowed.upperBound == Int.max ? "on" : "to \(allowed.upperBound)"
      throw .invalidValue(
        option: "--\(name)", value: text, expected: "a whole number from \(allowed.lowerBound) \(upper)",
        suggestion: nil)
    }
    return number
  }

  /// The value of `name` in bytes, at least a mebibyte, with K, M or G behind it or none; nil when it was not given.
  public func bytes(_ name: String) throws(CommandError) -> Int? {
    guard let text = value(name) else { return nil }
    guard let bytes = ByteSize.bytes(text) else {
      throw .invalidValue(option: "--\(name)", value: text, expected: ByteSize.expected, suggestion: nil)
    }
    return bytes
  }

  /// The value of `name` in seconds; nil when it was not given.
  public func seconds(_ name: String) throws(CommandError) -> Double? {
    guard let text = value(name) else { return nil }
    guard let number = Double(text), number > 0, number.isFinite else {
      throw .invalidValue(option: "--\(name)", value: text, expected: "seconds above 0, such as 2.5", suggestion: nil)
    }
    return number
  }
}
