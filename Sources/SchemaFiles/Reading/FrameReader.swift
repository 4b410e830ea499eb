/// Reads `*.frames` files, a frame a paragraph; Schema/README.md describes them.
struct FrameReader {
  private(set) var table = FrameTable()
  /// Where the frames, words and relations of ``table`` stand, in its order, for the checks between them.
  private(set) var places = FramePlaces()

  private var bytes: [UInt8] = []
  private var source = 0
  private var position = 0
  /// The offset at which the line ends.
  private var end = 0

  init() {}

  /// Reads one file behind those read before.
  ///
  /// - Throws: ``SchemaError/malformedFrame(_:expected:got:)``, ``SchemaError/spelling(_:text:expected:)``.
  mutating func read(_ file: SchemaSource, index: Int) throws(SchemaError) {
    bytes = file.bytes
    source = index
    position = 0
    while position < bytes.count {
      let start = position
      end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let first = start < end ? bytes[start] : UInt8(ascii: "#")
      if first != UInt8(ascii: "#") { try readLine(file) }
      position = end + 1
    }
  }

  /// The table, complete and findable.
  mutating func finish() -> FrameTable {
    places.crowdedWord = table.index()
    return table
  }

  /// - Throws: ``SchemaError/malformedFrame(_:expected:got:)`` for a list that is too long.
  private func checkLength(_ items: Range<Int>, of kind: String, in file: SchemaSource) throws(SchemaError) {
    guard items.count > FrameTable.mostOfFrame else { return }
    throw .malformedFrame(
      place(position, in: file), expected: "at most \(FrameTable.mostOfFrame) \(kind) in a frame", got: "more")
  }

  private mutating func readLine(_ file: SchemaSource) throws(SchemaError) {
    let start = position
    let keyword = text(upTo: UInt8(ascii: " "))
    if keyword == "frame" {
      let name = try item(in: file, expected: "a name behind “frame”")
      try expectEnd(in: file, expected: "the end of the line behind the name")
      places.frames.append(FramePlace(source: source, offset: start))
      table.frames.append(
        Frame(
          name: name, words: table.words.count..<table.words.count, roles: table.roles.count..<table.roles.count,
          effects: table.effects.count..<table.effects.count))
      return
    }
    guard !table.frames.isEmpty, places.frames[table.frames.count - 1].source == source else {
      throw .malformedFrame(place(start, in: file), expected: "“frame” and a name", got: keyword)
    }
    let frame = table.frames.count - 1
    switch keyword {
    case "verb": try readWords(.verb, in: file)
    case "noun": try readWords(.noun, in: file)
    case "adjective": try readWords(.adjective, in: file)
    case "roles": try readRoles(in: file)
    case "effect": try readEffects(in: file)
    case "relation":
      let offset = position + 1
      table.frames[frame].relation = try item(in: file, expected: "the name of a relation")
      places.relations.append((frame: frame, place: FramePlace(source: source, offset: offset)))
      try expectEnd(in: file, expected: "the end of the line behind the relation")
    case "symmetric":
      table.frames[frame].isSymmetric = true
      try expectEnd(in: file, expected: "nothing behind “symmetric”")
    default:
      throw .malformedFrame(
        place(start, in: file),
        expected: "frame, verb, noun, adjective, roles, effect, relation or symmetric", got: keyword)
    }
  }

  /// `commitment, pledge`
  private mutating func readWords(_ wordClass: FrameWord.WordClass, in file: SchemaSource) throws(SchemaError) {
    let frame = table.frames.count - 1
    // A verb stands for the frame: it comes first.
    if wordClass == .verb, table.words[table.frames[frame].words].last.map({ $0.wordClass != .verb }) ?? false {
      throw .malformedFrame(
        place(position - wordClass.keyword.utf8.count, in: file), expected: "the verbs before other words",
        got: "verb")
    }
    repeat {
      let offset = position + 1
      let word = try item(in: file, expected: "a \(wordClass.keyword)")
      places.words.append(FramePlace(source: source, offset: offset))
      table.words.append(FrameWord(text: word, wordClass: wordClass, frame: frame))
    } while take(UInt8(ascii: ","))
    table.frames[frame].words = table.frames[frame].words.lowerBound..<table.words.count
    try checkLength(table.frames[frame].words, of: "words", in: file)
    try expectEnd(in: file, expected: "a comma, or the end of the line")
  }

  /// `object! (on, against), with`
  private mutating func readRoles(in file: SchemaSource) throws(SchemaError) {
    let frame = table.frames.count - 1
    repeat {
      let offset = position + 1
      let name = try item(in: file, expected: "a role")
      let kind: FrameRole.Kind =
        switch name {
        case "subject": .subject
        case "object": .object
        case "complement": .complement
        default: .prepositional
        }
      let preposition = kind == .prepositional ? name : ""
      if table.roles[table.frames[frame].roles].contains(where: { $0.kind == kind && $0.preposition == preposition }) {
        throw .malformedFrame(place(offset, in: file), expected: "each role once", got: name)
      }
      let isObligatory = take(UInt8(ascii: "!"))
      var wordings: [String] = []
      if take(UInt8(ascii: " "), UInt8(ascii: "(")) {
        position -= 1
        repeat {
          position += 1
          if !wordings.isEmpty { take(UInt8(ascii: " ")) }
          let word = text(upTo: UInt8(ascii: ","), or: UInt8(ascii: ")"))
          guard !word.isEmpty else {
            throw .malformedFrame(place(position, in: file), expected: "a preposition", got: rest)
          }
          wordings.append(word)
        } while position < end && bytes[position] == UInt8(ascii: ",")
        guard take(UInt8(ascii: ")")) else {
          throw .malformedFrame(place(position, in: file), expected: "a closing bracket", got: rest)
        }
      }
      table.roles.append(
        FrameRole(kind: kind, preposition: preposition, isObligatory: isObligatory, wordings: wordings))
      table.frames[frame].roles = table.frames[frame].roles.lowerBound..<table.roles.count
      try checkLength(table.frames[frame].roles, of: "roles", in: file)
    } while take(UInt8(ascii: ","))
    try expectEnd(in: file, expected: "a comma, or the end of the line")
  }

  /// `infinitive plans, clause reports`
  private mutating func readEffects(in file: SchemaSource) throws(SchemaError) {
    let frame = table.frames.count - 1
    repeat {
      let offset = position + 1
      let words = try item(in: file, expected: "an effect").split(separator: " ").map(String.init)
      guard let kind = words.last.flatMap(FrameEffect.Kind.init(rawValue:)) else {
        let all = FrameEffect.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw .malformedFrame(place(offset, in: file), expected: "one of \(all)", got: words.last ?? "")
      }
      let construction: FrameEffect.Construction =
        switch words.dropLast().joined(separator: " ") {
        case "": .all
        case "infinitive": .infinitive
        case "clause": .clause
        case "noun": .noun
        case "object": .object
        case "modified": .modified
        case let preposition: .preposition(preposition)
        }
      if table.effects[table.frames[frame].effects].contains(where: { $0.construction == construction }) {
        throw .malformedFrame(
          place(offset, in: file), expected: "each construction once", got: words.joined(separator: " "))
      }
      table.effects.append(FrameEffect(construction: construction, kind: kind))
      table.frames[frame].effects = table.frames[frame].effects.lowerBound..<table.effects.count
      try checkLength(table.frames[frame].effects, of: "effects", in: file)
    } while take(UInt8(ascii: ","))
    try expectEnd(in: file, expected: "a comma, or the end of the line")
  }

  // MARK: - Bytes

  /// The words behind one space, up to a comma, a mark or the end of the line.
  private mutating func item(in file: SchemaSource, expected: String) throws(SchemaError) -> String {
    guard take(UInt8(ascii: " ")) else {
      throw .malformedFrame(place(position, in: file), expected: expected, got: rest)
    }
    let start = position
    var isSpaced = true
    var previous = UInt8(ascii: " ")
    scan: while position < end {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "!"), UInt8(ascii: "("), UInt8(ascii: ")"): break scan
      case UInt8(ascii: " "): if previous == byte { isSpaced = false }
      case 0x09, 0x0D: isSpaced = false
      default: break
      }
      previous = byte
      position += 1
    }
    // The space before a bracket is none of the word.
    if position > start, position < end, bytes[position] == UInt8(ascii: "("), previous == UInt8(ascii: " ") {
      position -= 1
      previous = bytes[position - 1]
    }
    let item = String(decoding: bytes[start..<position], as: UTF8.self)
    guard !item.isEmpty else { throw .malformedFrame(place(start, in: file), expected: expected, got: rest) }
    guard isSpaced, previous != UInt8(ascii: " ") else {
      let expected = item.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      throw .spelling(place(start, in: file), text: item, expected: expected)
    }
    return item
  }

  /// The bytes up to one of two, or to the end of the line.
  private mutating func text(upTo stop: UInt8, or other: UInt8? = nil) -> String {
    let start = position
    while position < end, bytes[position] != stop, bytes[position] != other { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// Steps over a byte, or a pair, if it comes next.
  @discardableResult
  private mutating func take(_ byte: UInt8, _ second: UInt8? = nil) -> Bool {
    let length = second == nil ? 1 : 2
    guard position + length <= end, bytes[position] == byte, second == nil || bytes[position + 1] == second else {
      return false
    }
    position += length
    return true
  }

  private var rest: String {
    position < end ? String(decoding: bytes[position..<end], as: UTF8.self) : "the end of the line"
  }

  private func expectEnd(in file: SchemaSource, expected: String) throws(SchemaError) {
    guard position == end else { throw .malformedFrame(place(position, in: file), expected: expected, got: rest) }
  }

  private func place(_ offset: Int, in file: SchemaSource) -> SchemaPlace {
    FramePlace(source: source, offset: offset).place(in: file)
  }
}

extension FrameWord.WordClass {
  /// How a file says it.
  var keyword: String {
    switch self {
    case .verb: "verb"
    case .noun: "noun"
    case .adjective: "adjective"
    }
  }
}
