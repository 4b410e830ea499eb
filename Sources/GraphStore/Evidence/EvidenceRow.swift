/// One piece of evidence as the store keeps it: its byte ranges told by ``SpanForm``, its strings by numbers.
struct EvidenceRow: Sendable, Equatable {
  /// Number of the sentence over all documents.
  var sentence = 0
  /// The last row before it in its block with the same sentence; -1 when there is none.
  var reference = -1
  var ruleSet = 0
  /// Hundredths.
  var confidence = 0
  /// Places in the lists of strings that the section has for each of them, plus 1; 0 for nothing.
  var time = 0
  var place = 0
  /// ``objectName`` when it says what the object is called.
  var quantity = 0
  var spans = SpanForm()
  /// Number of the event in its sentence; -1 for none.
  var event = -1
  /// Ranks in the lists of strings that the section has for each of them, plus 1; 0 for nothing.
  var office = 0
  var wording = 0
  var adjuncts = AdjunctForm()

  static let objectName = -1
}

/// Where the three byte ranges of a piece of evidence stand in its sentence: by the names of its entities where they
/// occur, otherwise by distances between the ranges, counted in words.
struct SpanForm: Sendable, Equatable {
  enum Subject: Int, Sendable {
    /// The first place in the sentence that has the subject's name.
    case firstName
    /// Another one.
    case laterName
    /// Told by a distance and a length.
    case told
    /// As in the row referred to.
    case asReference
  }

  enum Object: Int, Sendable {
    case firstName, laterName, told
  }

  /// Which range is the predicate's too.
  enum Predicate: Int, Sendable {
    case itsOwn, subject, object
  }

  /// Whether all ranges begin and end with words, so that distances count words and not bytes.
  var isOnWords = true
  var subject = Subject.told
  var object = Object.told
  var predicate = Predicate.itsOwn
  /// Which of several places with the name, from 0.
  var subjectOrdinal = 0
  var objectOrdinal = 0
  /// Start of the predicate in the sentence.
  var predicateStart = 0
  /// From the end of the subject to the start of the predicate.
  var subjectGap = 0
  /// From the end of the predicate to the start of the object.
  var objectGap = 0
  var subjectLength = 0
  var predicateLength = 0
  var objectLength = 0

  /// The four choices as one number below ``choices``.
  var choice: Int {
    get { (((isOnWords ? 1 : 0) * 4 + subject.rawValue) * 3 + object.rawValue) * 3 + predicate.rawValue }
    set {
      isOnWords = newValue / 36 % 2 == 1
      subject = Subject(rawValue: newValue / 9 % 4) ?? .told
      object = Object(rawValue: newValue / 3 % 3) ?? .told
      predicate = Predicate(rawValue: newValue % 3) ?? .itsOwn
    }
  }

  static let choices = 72
}

extension SpanForm {
  /// A distance or length.
  enum Part: Sendable {
    case predicateStart, subjectGap, objectGap, subjectLength, predicateLength, objectLength
  }

  /// What has to be told for these choices, in the order of the file. Each range that a distance starts from is known
  /// by then.
  var told: [Part] { Self.toldByChoice[choice] }

  private static let toldByChoice: [[Part]] = (0..<choices).map { choice in
    var form = SpanForm()
    form.choice = choice
    return form.findTold()
  }

  private func findTold() -> [Part] {
    let knowsSubject = subject != .told
    let knowsObject = object != .told
    var parts: [Part] = []
    // First the predicate, or what it is the same as, from whatever is known.
    let isKnown = predicate == .subject && knowsSubject || predicate == .object && knowsObject
    if !isKnown {
      if knowsObject, predicate != .object {
        parts.append(.objectGap)
      } else if knowsSubject, predicate != .subject {
        parts.append(.subjectGap)
      } else {
        parts.append(.predicateStart)
      }
      parts.append(.predicateLength)
    }
    if !knowsSubject, predicate != .subject { parts += [.subjectGap, .subjectLength] }
    if !knowsObject, predicate != .object { parts += [.objectGap, .objectLength] }
    return parts
  }
}
