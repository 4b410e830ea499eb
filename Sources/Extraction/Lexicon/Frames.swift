package import SchemaFiles

/// The frames of the schema as the rules ask for them: by verb, noun or adjective.
package struct Frames: Sendable {
  package let table: FrameTable
  /// Verbs whose plural subject acts on itself.
  private let symmetricVerbs: Set<String>

  package init(table: FrameTable) {
    self.table = table
    var symmetric: Set<String> = []
    for (number, frame) in table.frames.enumerated() where frame.isSymmetric {
      symmetric.formUnion(table.words(of: number, as: .verb))
    }
    symmetricVerbs = symmetric
  }

  /// Whether a verb, with its particle, says something with its subject alone; a verb of no frame may.
  package func canStandAlone(_ verb: String) -> Bool {
    let frames = table.frames(of: verb, as: .verb).filter { !table.roles(of: $0).isEmpty }
    return frames.isEmpty || frames.contains { !table.roles(of: $0).contains(where: \.isObligatory) }
  }

  /// Whether its passive says something with its subject alone: `was arrested`, but not `was aimed`.
  package func canStandAloneInPassive(_ verb: String) -> Bool {
    let frames = table.frames(of: verb, as: .verb)
    return frames.isEmpty
      || frames.contains { frame in
        !table.roles(of: frame).contains { $0.isObligatory && $0.kind != .object && $0.kind != .subject }
      }
  }

  /// Whether a frame of the verb has a role with that preposition: aim at.
  package func words(_ preposition: String, of verb: String) -> Bool {
    table.frames(of: verb, as: .verb).contains { frame in
      table.roles(of: frame).contains { $0.kind == .prepositional && $0.preposition == preposition }
    }
  }

  /// Whether the verb tells what its subject does or undergoes by itself: escape, rise.
  package func happensToSubject(_ verb: String) -> Bool {
    table.frames(of: verb, as: .verb).contains(where: isSubjectBehindOf)
  }

  package func isSymmetric(_ verb: String) -> Bool { symmetricVerbs.contains(verb) }

  /// The verb of what a noun names: `invade` of `invasion`; nil for nouns that name no event.
  package func verb(ofNoun noun: String) -> String? {
    table.frames(of: noun, as: .noun).lazy.compactMap(table.verb).first
  }

  /// The frame that a noun tells with these prepositions behind it: of several the first of which they word the object,
  /// or else any role; nil for nouns that name no event.
  package func frame(ofNoun noun: String, with prepositions: [String]) -> Int? {
    let frames = table.frames(of: noun, as: .noun).filter { table.verb(of: $0) != nil }
    guard frames.count > 1 else { return frames.first }
    return frames.first { frame in prepositions.contains { isObject($0, of: frame) } }
      ?? frames.first { frame in prepositions.contains { $0 != "of" && isRole($0, of: frame) } } ?? frames.first
  }

  /// Whether a noun of the frame words the object of its verb by a preposition: attack on, support for.
  package func isObject(_ preposition: String, of frame: Int) -> Bool {
    guard let object = role(.object, of: frame) else { return false }
    return object.wordings.isEmpty ? preposition == "of" : object.wordings.contains(preposition)
  }

  /// Whether a noun of the frame has the subject of its verb behind `of`: the withdrawal of troops.
  package func isSubjectBehindOf(_ frame: Int) -> Bool {
    guard let subject = role(.subject, of: frame) else { return role(.object, of: frame) == nil }
    return subject.wordings.contains("of")
  }

  /// Whether the frame says so itself, not the rule for `of`.
  package func isWordedObject(_ preposition: String, of frame: Int) -> Bool {
    role(.object, of: frame)?.wordings.contains(preposition) ?? false
  }

  /// Whether a noun or adjective of the frame words one of its roles by a preposition.
  package func isRole(_ preposition: String, of frame: Int) -> Bool {
    table.roles(of: frame).contains { role in
      switch role.kind {
      case .subject: false
      case .object: isObject(preposition, of: frame)
      case .complement: role.wordings.isEmpty ? preposition == "as" : role.wordings.contains(preposition)
      case .prepositional:
        role.wordings.isEmpty ? role.preposition == preposition : role.wordings.contains(preposition)
      }
    }
  }

  /// Whether the frame has a role of that kind.
  package func has(_ kind: FrameRole.Kind, _ frame: Int) -> Bool { role(kind, of: frame) != nil }

  private func role(_ kind: FrameRole.Kind, of frame: Int) -> FrameRole? {
    table.roles(of: frame).first { $0.kind == kind }
  }
}
