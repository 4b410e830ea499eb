internal import Bytes

/// Numbers entities that come in the order of the store, each with members that want to know its number, and lists
/// their names.
///
/// Somebody who says something may be known by name alone: that is the entity of this name where only one has it, and
/// otherwise one of the type `Thing`.
struct EntityNumbering<Member> {
  private let thing: UInt32?
  private let typeRanks: [UInt32]
  private var list = StringList.Builder(order: .folded)
  /// Number of the type of each entity.
  private(set) var types: [UInt32] = []
  // What has one name: its types, each with as many of the members as follow those of the one before.
  private var name: [UInt8] = []
  private var group: [(type: UInt32, count: Int)] = []
  private var members: [Member] = []

  /// - Parameters:
  ///   - thing: the number of the type `Thing`, if it has one.
  ///   - typeRanks: the place of each type in the order of their names.
  init(thing: UInt32?, typeRanks: [UInt32]) {
    self.thing = thing
    self.typeRanks = typeRanks
  }

  /// Adds a member of the entity of `name` and `type`; entities come in the order of the store, several times perhaps.
  ///
  /// - Parameter assign: is told the members whose numbers are known by now, in the order in which they came.
  mutating func add(
    _ name: ArraySlice<UInt8>, _ type: UInt32, _ member: Member, assign: (Member, UInt32) throws -> Void
  ) rethrows {
    if group.isEmpty || !name.elementsEqual(self.name) {
      try finish(assign: assign)
      self.name.replaceSubrange(self.name.indices, with: name)
    }
    members.append(member)
    if let last = group.last, last.type == type {
      group[group.count - 1].count += 1
    } else {
      group.append((type, 1))
    }
  }

  /// Tells the numbers of the members that are left.
  mutating func finish(assign: (Member, UInt32) throws -> Void) rethrows {
    let isUnknown = group.last?.type == TypedName.unknownType
    if isUnknown { group.removeLast() }
    if isUnknown, group.count != 1, let thing, !group.contains(where: { $0.type == thing }) {
      let place = group.firstIndex { typeRanks[Int($0.type)] > typeRanks[Int(thing)] } ?? group.count
      group.insert((thing, 0), at: place)
    }
    var unknownNumber = UInt32(types.count)
    var place = 0
    for (type, count) in group {
      if type == thing, group.count > 1 { unknownNumber = UInt32(types.count) }
      for member in members[place..<place + count] { try assign(member, UInt32(types.count)) }
      place += count
      list.append(name[...])
      types.append(type)
    }
    for member in members[place...] { try assign(member, unknownNumber) }
    group.removeAll(keepingCapacity: true)
    members.removeAll(keepingCapacity: true)
  }

  /// The list of the names, when all are numbered.
  mutating func names() -> EncodedSection { list.finished() }
}
