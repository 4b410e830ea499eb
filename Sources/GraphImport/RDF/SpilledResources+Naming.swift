internal import Bytes
internal import ExternalSort
internal import GraphModel

extension SpilledResources {
  /// Names, types and aliases of the resources that each part uses, in the order of its terms, and the labels of
  /// predicates.
  func names() throws -> (parts: [ScratchFile], predicates: PredicateNames) {
    var predicates = PredicateNames(self.predicates)
    let byName = ByteSorter(folder: folder, memory: memory / 4)
    var number: UInt32 = 0
    var record = SortKey()
    try forEachResource { description, users in
      predicates.note(description)
      if users.isEmpty { return }
      guard number < .max else { throw ContentError.invalidContent(detail: "there are over 2³² resources") }
      record.removeAll()
      let (name, type) = description.name
      record.append(text: name)
      record.append(text: type)
      record.append(number)
      record.append(text: description.spelling ?? [])
      record.append(texts: description.aliases)
      record.append(text: description.iri ?? [])
      record.append(numbers: users)
      try byName.append(record.bytes)
      number += 1
    }
    let byNumber = ByteSorter(folder: folder, memory: memory / 4)
    try settle(byName) { try byNumber.append($0) }
    var files: [ScratchFile] = []
    for _ in parts { files.append(try ScratchFile(folder: folder)) }
    try byNumber.drain { record in
      var reader = SortKeyReader(record)
      _ = reader.number()
      let (name, type) = (reader.text(), reader.text())
      let others = reader.texts()
      var iri = reader.text()
      var aliases = others.filter { $0 != name && $0 != iri && !$0.isEmpty }
      for user in reader.numbers() {
        try files[user].appendCounted(name)
        try files[user].appendCounted(type)
        try files[user].append(varint: aliases.count)
        for alias in aliases { try files[user].appendCounted(alias) }
        try files[user].appendCounted(iri)
        // Said once is enough.
        (aliases, iri) = ([], [])
      }
    }
    for file in files { try file.flush() }
    return (files, predicates)
  }

  /// Calls `body` with a record of number, name, type, aliases, IRI and users for each one of `byName`: resources that
  /// share name and type with others are called by their spelling.
  private func settle(_ byName: ByteSorter, _ body: ([UInt8]) throws -> Void) throws {
    struct Candidate {
      var name: [UInt8]
      var type: [UInt8]
      var rest: SortKeyReader
    }
    func emit(_ candidate: Candidate, isShared: Bool) throws {
      var rest = candidate.rest
      var record = SortKey()
      record.append(rest.number())
      let spelling = rest.text()
      let keepsName = !isShared || spelling.isEmpty
      record.append(text: keepsName ? candidate.name : spelling)
      record.append(text: candidate.type)
      record.append(texts: rest.texts() + (keepsName ? [] : [candidate.name]))
      record.append(rest: rest.rest)
      try body(record.bytes)
    }
    var last: Candidate?
    var isLastShared = false
    try byName.drain { bytes in
      var reader = SortKeyReader(bytes)
      let next = Candidate(name: reader.text(), type: reader.text(), rest: reader)
      let isSame = last.map { $0.name == next.name && $0.type == next.type } ?? false
      if let last { try emit(last, isShared: isLastShared || isSame) }
      (last, isLastShared) = (next, isSame)
    }
    if let last { try emit(last, isShared: isLastShared) }
  }
}

extension SortKey {
  fileprivate mutating func append(texts: [[UInt8]]) {
    append(UInt32(texts.count))
    for text in texts { append(text: text) }
  }

  fileprivate mutating func append(numbers: [Int]) {
    append(UInt32(numbers.count))
    for number in numbers { append(UInt32(number)) }
  }
}

extension SortKeyReader {
  fileprivate mutating func texts() -> [[UInt8]] { (0..<number()).map { _ in text() } }

  fileprivate mutating func numbers() -> [Int] { (0..<number()).map { _ in Int(number()) } }
}
