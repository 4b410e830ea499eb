public import GraphModel

extension Answer {
  /// An entity as a row shows it.
  public struct Entity: Sendable, Hashable {
    public var id: EntityID
    public var name: String
    public var type: String

    public init(id: EntityID, name: String, type: String) {
      self.id = id
      self.name = name
      self.type = type
    }

    /// `#12`, as a statement takes it.
    public var idText: String { "#\(id.rawValue)" }

    /// Whether it stands for the object of an event without one.
    var isNothing: Bool { GraphContent.Entity(name: name, type: type).isNothing }
  }

  /// A statement: an edge with its names.
  public struct Statement: Sendable, Equatable {
    public var edge: Edge
    public var subject: Entity
    /// The words of the predicate and its name in the schema, if any.
    public var predicate: String
    public var relation: String?
    /// How the object takes part in the event where it is not the direct object: the end of ``predicate``.
    public var role: String?
    public var object: Entity
    /// Who says so; nil when the text itself does.
    public var attribution: Entity?
    /// `until 2025-03-09`: what sentences tell of the end of the office of which it tells; nil of one that may last,
    /// and of other statements.
    public var ending: String?

    public init(
      edge: Edge, subject: Entity, predicate: String, relation: String?, role: String? = nil, object: Entity,
      attribution: Entity?, ending: String? = nil
    ) {
      self.edge = edge
      self.subject = subject
      self.predicate = predicate
      self.relation = relation
      self.role = role
      self.object = object
      self.attribution = attribution
      self.ending = ending
    }

    /// `e12`, as `why` takes it.
    public var idText: String { "e\(edge.id.rawValue)" }

    /// `not`, `planned`, `not expected`; nil for a fact.
    ///
    /// - Complexity: O(1).
    public var claimMark: String? {
      let words = [edge.polarity == .negated ? "not" : nil, edge.modality == .certain ? nil : edge.modality.name]
      let mark = words.compactMap { $0 }.joined(separator: " ")
      return mark.isEmpty ? nil : mark
    }
  }
}

extension Answer.Entity {
  /// `NATO (Organization, #12)`.
  var heading: AnswerText { AnswerText(name, .entity) + AnswerText(" (\(type), \(idText))", .faint) }
}

extension Answer.Statement {
  /// `!` for what is denied, `?` for what is not certain; empty for a fact.
  var mark: String {
    (edge.polarity == .negated ? "!" : "") + (edge.modality == .certain ? "" : "?")
  }

  var markRole: AnswerText.Role {
    edge.polarity == .negated ? .denied : edge.modality == .certain ? .relation : .claim
  }

  /// `denied, planned, says Mark Rutte`, `until 2024-07-05`; empty for a fact that the text itself asserts.
  var note: AnswerText {
    var parts: [AnswerText] = []
    if edge.polarity == .negated { parts.append(AnswerText("denied", .denied)) }
    if edge.modality != .certain { parts.append(AnswerText(edge.modality.name, .claim)) }
    if let attribution { parts.append(AnswerText("says \(attribution.name)", .faint)) }
    if let ending { parts.append(AnswerText(ending, .faint)) }
    return parts.dropFirst().reduce(parts.first ?? AnswerText()) { $0 + ", " + $1 }
  }

  /// `Mark Rutte ─leads→ NATO`; `Mark Rutte ─resigns` of an event without object.
  var line: AnswerText { line(saying: predicate) }

  /// The line with other words for the predicate.
  func line(saying words: String) -> AnswerText {
    var line = AnswerText(subject.name, .entity)
    let hasHead = !object.isNothing
    line.append(
      AnswerText.Arrow(words: mark + words, hasHead: hasHead, before: " ", after: hasHead ? " " : ""), markRole)
    line.append(object.name, .entity)
    return line
  }

  /// `2025-04-02`, or the first and the last date.
  var dates: AnswerText {
    var text = AnswerText()
    guard let first = edge.firstDate ?? edge.lastDate else { return text }
    text.append(first, .faint)
    if let last = edge.lastDate, last != first {
      text.append(mark: " – ", .faint)
      // Within a year the second one goes without it.
      text.append(last.prefix(5) == first.prefix(5) ? String(last.dropFirst(5)) : last, .faint)
    }
    return text
  }

  /// `×3`, the number of stories, or `3 stories, 41 copies`.
  var times: AnswerText {
    let witnesses = edge.witnesses
    if witnesses.stories == witnesses.documents { return .times(witnesses.stories) }
    return AnswerText("\(counted(witnesses.stories, "story", "stories")), \(witnesses.documents) copies")
  }
}
