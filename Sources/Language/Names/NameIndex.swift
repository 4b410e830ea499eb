public import Bytes
internal import EnglishModel

/// What kinds of things are called by a name: `lufthansa` a company, `chelsea` a team, a city and women.
///
/// A container in the format of Training/FORMAT.md; the names lie sorted and front-coded in blocks, and nothing is
/// copied.
public struct NameIndex: Sendable {
  static let magic = "TERCETNM"
  static let version: UInt32 = 1
  private static let block = 16

  /// Kinds of things, in the order of the index.
  public struct Kinds: OptionSet, Sendable, Hashable {
    public let rawValue: UInt16

    public init(rawValue: UInt16) { self.rawValue = rawValue }
  }

  /// By name of a kind: the set of it alone.
  public let kinds: [String: Kinds]
  private let starts: ByteView
  private let sets: ByteView
  private let names: ByteView

  /// The index linked into the program.
  ///
  /// - Throws: only when the program was built with a damaged one.
  /// - Complexity: O(kinds).
  public init() throws(BytesError) {
    let linked = unsafe UnsafeRawBufferPointer(start: tercet_english_names(), count: tercet_english_names_size())
    try self.init(unsafe ByteView(staticBytes: linked))
  }

  /// The index linked into the program; nil when that is damaged.
  public static let linked = try? NameIndex()

  /// - Throws: when `bytes` are no index.
  init(_ bytes: ByteView) throws(BytesError) {
    let container = try Container(bytes, magic: Self.magic, newestVersion: Self.version, place: nil)
    let labels = String(decoding: try container.section("kinds").array(), as: UTF8.self).split(separator: "\t")
    kinds = Dictionary(
      labels.prefix(UInt16.bitWidth).enumerated().map { (String($1), Kinds(rawValue: 1 << UInt16($0))) },
      uniquingKeysWith: { first, _ in first })
    starts = try container.section("starts")
    sets = try container.section("sets")
    names = try container.section("names")
  }

  /// How many names there are.
  public var count: Int { sets.count / 2 }

  /// Given names of women and of men, surnames, and common words of English.
  public var female: Kinds { kinds["female"] ?? [] }
  public var male: Kinds { kinds["male"] ?? [] }
  public var surname: Kinds { kinds["surname"] ?? [] }
  public var word: Kinds { kinds["word"] ?? [] }

  /// The set of the kinds with these names; those that the index does not have are left out.
  public func kinds(named names: [String]) -> Kinds {
    names.reduce(into: []) { found, name in kinds[name].map { found.formUnion($0) } }
  }

  /// The kinds of things that are called so; empty for a name that is not known.
  ///
  /// - Parameter name: as ``NameKey/folded(_:)`` gives it.
  /// - Complexity: O(log *n* · length of the name).
  public func kinds(of name: String) -> Kinds {
    let name = Array(name.utf8)
    let behind = (0..<starts.count / 4).first(behind: { !name.lexicographicallyPrecedes(firstName(of: $0)) })
    return behind > 0 ? find(name, inBlock: behind - 1) : []
  }

  private func find(_ name: [UInt8], inBlock block: Int) -> Kinds {
    guard var position = start(of: block) else { return [] }
    var current: [UInt8] = []
    let first = block * Self.block
    for number in first..<min(first + Self.block, count) {
      guard let entry = entry(at: position) else { return [] }
      current.replaceSubrange(min(entry.shared, current.count)..., with: entry.rest)
      if current == name { return Kinds(rawValue: sets.load(2 * number, as: UInt16.self) ?? 0) }
      position += 2 + entry.rest.count
    }
    return []
  }

  private func firstName(of block: Int) -> [UInt8] {
    start(of: block).flatMap { entry(at: $0)?.rest } ?? []
  }

  private func start(of block: Int) -> Int? { starts.load(4 * block, as: UInt32.self).map(Int.init) }

  /// How many bytes a name shares with the one before it, and the others.
  private func entry(at position: Int) -> (shared: Int, rest: [UInt8])? {
    guard let shared = names.load(position, as: UInt8.self), let length = names.load(position + 1, as: UInt8.self),
      let rest = names.slice(at: UInt64(position + 2), count: UInt64(length))
    else { return nil }
    return (Int(shared), rest.array())
  }
}
