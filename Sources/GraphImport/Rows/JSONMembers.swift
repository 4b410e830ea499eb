internal import Bytes

/// The members of an object of JSON, each of the kind that is expected of it.
struct JSONMembers {
  let value: JSONValue

  init(_ value: JSONValue) { self.value = value }

  /// Nil when there is none, or null.
  ///
  /// - Throws: for another kind of value, which means something, but not what is known here.
  func text(_ name: String) throws(ImportProblem) -> String? {
    switch value[name] {
    case .null: nil
    case .string(let text): text
    default: throw ImportProblem("expected a text \"\(name)\", found another value")
    }
  }

  /// A text that has to be there, though it may be empty.
  func required(_ name: String) throws(ImportProblem) -> String {
    guard let text = try text(name) else { throw ImportProblem("expected a text \"\(name)\"") }
    return text
  }

  /// What something is called: a text that has to be there, and says something.
  func name(_ name: String) throws(ImportProblem) -> String {
    guard let text = try text(name), !text.isEmpty else { throw ImportProblem("expected a text \"\(name)\"") }
    return text
  }

  /// Nil when there is none, or null.
  func integer(_ name: String) throws(ImportProblem) -> Int? {
    if value[name] == .null { return nil }
    guard let number = value[name].integer else { throw ImportProblem("expected a whole number \"\(name)\"") }
    return number
  }

  /// Nil when there is none, or null.
  func texts(_ name: String) throws(ImportProblem) -> [String]? {
    if value[name] == .null { return nil }
    let texts = value[name].array?.map(\.string)
    guard let texts, !texts.contains(nil) else { throw ImportProblem("expected a list of texts \"\(name)\"") }
    return texts.compactMap(\.self)
  }

  /// Each object of a list by `body`; none when there is no list.
  func list<Item>(_ name: String, _ body: (JSONMembers) throws(ImportProblem) -> Item) throws(ImportProblem) -> [Item] {
    if value[name] == .null { return [] }
    guard let values = value[name].array else { throw ImportProblem("expected a list \"\(name)\"") }
    var items: [Item] = []
    for value in values { items.append(try body(JSONMembers(value))) }
    return items
  }

  /// Two numbers, the start and the end of bytes; nil when there are none, or null.
  func range(_ name: String) throws(ImportProblem) -> Range<UInt32>? {
    if value[name] == .null { return nil }
    guard let range = Self.range(value[name]) else { throw ImportProblem("expected two ascending numbers \"\(name)\"") }
    return range
  }

  /// A list of such pairs.
  func ranges(_ name: String) throws(ImportProblem) -> [Range<UInt32>]? {
    if value[name] == .null { return nil }
    let ranges = value[name].array?.map(Self.range)
    guard let ranges, !ranges.contains(nil) else {
      throw ImportProblem("expected a list of two ascending numbers each \"\(name)\"")
    }
    return ranges.compactMap(\.self)
  }

  private static func range(_ value: JSONValue) -> Range<UInt32>? {
    guard let ends = value.array, ends.count == 2, let start = ends[0].integer.flatMap({ UInt32(exactly: $0) }),
      let end = ends[1].integer.flatMap({ UInt32(exactly: $0) }), start <= end
    else { return nil }
    return start..<end
  }
}
