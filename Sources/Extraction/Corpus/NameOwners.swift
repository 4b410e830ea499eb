import Bytes
import ExternalSort
import GraphModel

/// Who has which name, over all documents: surnames that one person alone has, and descriptions that are a name of one
/// entity alone, where the parse hid the name.
struct NameOwners {
  /// By name, what it is to whom.
  private let sorter: ByteSorter
  private var key = SortKey()

  private enum Row: UInt32 {
    /// A capitalized name of an entity that is no adjective of origin: `the American` is no country.
    case name
    case otherName
    /// The last words of a person's name.
    case surname
    /// A description with a capital.
    case phrase
  }

  init(_ storage: CorpusStorage) { sorter = storage.byteSorter() }

  /// Adds the names of an entity.
  mutating func add(_ entity: GraphContent.Entity, _ root: Int) throws(BytesError) {
    var names: [String: Row] = [:]
    func add(_ name: String, isDemonym: Bool) {
      let isName = name.first?.isUppercase == true && !isDemonym
      if names[name] != .name { names[name] = isName ? .name : .otherName }
    }
    add(entity.name, isDemonym: false)
    for alias in entity.aliases { add(alias.name, isDemonym: alias.rule == FullName.Rule.demonym.rawValue) }
    for (name, row) in names { try append(name, row, UInt32(root), 0) }
    if entity.type == "Person", let surname = FullName.surname(of: entity.name) {
      try append(surname, .surname, UInt32(root), 0)
    }
  }

  /// Adds the descriptions of a document that may be names.
  mutating func add(_ list: PhraseList, _ ticket: Int) throws(BytesError) {
    for (index, phrase) in list.phrases.enumerated() {
      guard case .phrase(let name, _, _, _) = phrase.reference, name.first?.isUppercase == true else { continue }
      try append(name, .phrase, UInt32(ticket), UInt32(index))
    }
  }

  private mutating func append(_ name: String, _ row: Row, _ first: UInt32, _ second: UInt32) throws(BytesError) {
    key.removeAll()
    key.append(text: name.utf8)
    key.append(row.rawValue)
    key.append(first)
    key.append(second)
    try sorter.append(key.bytes)
  }

  /// Calls `surname` with whom people ask for by a surname that nobody and nothing else has, and `phrase` with the
  /// descriptions that are names of an entity.
  func drain(
    surname: (Int, String) throws -> Void, phrase: (PhraseNamer.Place, Int) throws -> Void
  ) throws {
    var last: [UInt8]?
    var owners = (names: 0, others: 0, surnames: 0)
    var owner: Int?
    try sorter.drain { record in
      var reader = SortKeyReader(record)
      let name = reader.text()
      if name != last {
        try tell(last, owners, owner, surname)
        (last, owners, owner) = (name, (0, 0, 0), nil)
      }
      let row = Row(rawValue: reader.number())
      let (first, second) = (reader.number(), reader.number())
      switch row {
      case .name:
        owners.names += 1
        owner = Int(first)
      case .otherName: owners.others += 1
      case .surname:
        owners.surnames += 1
        if owners == (0, 0, 1) { owner = Int(first) }
      case .phrase, nil:
        let isSurname = owners == (0, 0, 1) && String(decoding: name, as: UTF8.self).first?.isUppercase == true
        if owners.names == 1 || isSurname, let owner { try phrase((first, second), owner) }
      }
    }
    try tell(last, owners, owner, surname)
  }

  private func tell(
    _ name: [UInt8]?, _ owners: (names: Int, others: Int, surnames: Int), _ owner: Int?,
    _ surname: (Int, String) throws -> Void
  ) rethrows {
    guard let name, let owner, owners == (0, 0, 1) else { return }
    try surname(owner, String(decoding: name, as: UTF8.self))
  }
}
