public import GraphModel

extension Answer {
  /// What one event says: the edge of its object with those of its roles, or one of them alone.
  public struct Event: Sendable, Equatable {
    /// Who or what takes part in an event beside subject and object.
    public struct Role: Sendable, Equatable {
      /// The preposition.
      public var name: String
      public var filler: Entity
      public var edge: EdgeID
    }

    /// The edge that the line begins with.
    public var lead: Statement
    /// In the order of the text.
    public var roles: [Role] = []
    /// The offices that the subject holds, in the words of the text, most frequent first; none where the words of the
    /// predicate say what there is to say.
    public var offices: [String] = []
    /// What else the clause says, in the words of the text.
    public var adjuncts: [String] = []
  }

  /// A line of an answer: an event, and the first of its edges that were asked for.
  public struct EventRow: Sendable, Equatable {
    public var event: Event
    public var statement: Statement
  }
}

extension Answer.Event {
  /// The words between subject and object: `foreign minister of` rather than `holds office in`.
  var words: String {
    if offices.isEmpty { return lead.predicate }
    let offices = offices.joined(separator: ", ")
    if lead.object.isNothing { return offices }
    // `be president before`, which is no relation.
    let words = lead.predicate.split(separator: " ")
    let own = lead.relation == nil && words.count > 2 && words[0] == "be" ? words.last.map(String.init) : nil
    return "\(offices) \(lead.role ?? own ?? "of")"
  }

  /// `Acme ─acquires→ Beta for $3.2 billion · in cash · expected, says Acme`.
  var line: AnswerText {
    var line = plainLine
    if !lead.note.isEmpty {
      line.append(mark: " · ", .faint)
      line.append(lead.note)
    }
    return line
  }

  /// The line without what is noted of the statement.
  var plainLine: AnswerText {
    var line = lead.line(saying: words)
    for role in roles {
      line.append(" \(role.name) ")
      line.append(role.filler.name, .entity)
    }
    for adjunct in adjuncts {
      line.append(mark: " · ", .faint)
      line.append(adjunct)
    }
    return line
  }

  /// `[e12 e13]`: the edges that the line shows.
  var edgesText: String {
    ([lead.idText] + roles.map { "e\($0.edge.rawValue)" }).joined(separator: " ")
  }
}
