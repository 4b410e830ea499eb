public import Bytes
internal import EnglishModel

/// What kinds of things are called by a name: `lufthansa` a company, `chelsea` a team, a city and women.
///
/// A container in the format of Training/FORMAT.md; the names lie sorted and front-coded in blocks, and nothing is
/// copied.
public struct NameIndex: Sendable {
  static let magic = "TERCETNM"
  static let version: UInt32 = 2
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
  private let names: NameBytes

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
    names = NameBytes(bytes: try container.section("names"))
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
  /// - Parameter name: as ``NameKey/folded(_:)`` gives it; spaces do not matter.
  /// - Complexity: O(log *n* · length of the name).
  public func kinds(of name: String) -> Kinds { look(up: name.utf8.filter { $0 != UInt8(ascii: " ") }).kinds }

  /// What is called so, and whether longer names begin so.
  ///
  /// - Parameter key: a folded name without spaces.
  /// - Complexity: O(log *n* · length of the name); nothing is allocated.
  func look(up key: [UInt8]) -> (kinds: Kinds, begins: Bool) {
    let block = (0..<starts.count / 4).first(behind: { number in
      start(of: number).map { names.isUpTo(key, at: $0) } ?? false
    })
    let found = block > 0 ? find(key, inBlock: block - 1) : (kinds: [], begins: nil)
    let begins = found.begins ?? start(of: block).map { names.begins(with: key, at: $0) } ?? false
    return (found.kinds, begins)
  }

  /// The kinds of a name, and whether the name that follows it in the block begins with it; nil where none follows.
  private func find(_ key: [UInt8], inBlock block: Int) -> (kinds: Kinds, begins: Bool?) {
    guard var position = start(of: block) else { return ([], nil) }
    var kinds: Kinds = []
    // How many bytes of the key the name before has, and whether it lies before the key.
    var common = 0
    let first = block * Self.block
    for number in first..<min(first + Self.block, count) {
      guard let entry = names.entry(at: position) else { return (kinds, nil) }
      position = entry.end
      if entry.shared < common { return (kinds, false) }
      guard entry.shared == common else { continue }
      let more = names.common(key, from: common, entry)
      let isWhole = more == entry.count
      common += more
      if common == key.count {
        guard isWhole else { return (kinds, true) }
        kinds = Kinds(rawValue: sets.load(2 * number, as: UInt16.self) ?? 0)
      } else if !isWhole && names.byte(entry, more) > key[common] {
        return (kinds, false)
      }
    }
    return (kinds, nil)
  }

  private func start(of block: Int) -> Int? { starts.load(4 * block, as: UInt32.self).map(Int.init) }
}
