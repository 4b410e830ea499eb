/// Where the byte ranges of a piece of evidence stand in its sentence, before it is known what stands before it in its
/// block: a ``SpanForm`` but for whether the subject is told by the row referred to.
struct SpanPlaces: Equatable {
  /// With the choices, and without distances and lengths.
  private(set) var choices = SpanForm()
  /// The ranges by words or bytes, whichever the form counts.
  private(set) var ranges: EvidenceSpans

  /// Those of `spans`.
  init(_ spans: EvidenceSpans, in scene: SpanScene) {
    // Nothing has no words: told as the predicate, it leaves the others to be counted in words.
    let end = spans.predicate.upperBound
    let isBehind = scene.objectIsNothing && spans.object == end..<end
    var spans = spans
    if isBehind { spans.object = spans.predicate }
    ranges = spans
    if let place = scene.sentence.places(of: scene.subjectName).firstIndex(of: spans.subject) {
      choices.subject = place == 0 ? .firstName : .laterName
      choices.subjectOrdinal = place
    }
    if let place = scene.sentence.places(of: scene.objectName).firstIndex(of: spans.object) {
      choices.object = place == 0 ? .firstName : .laterName
      choices.objectOrdinal = place
    }
    if isBehind {
      choices.predicate = .object
    } else if spans.predicate == spans.subject {
      choices.predicate = .subject
    } else if spans.predicate == spans.object, !scene.objectIsNothing {
      choices.predicate = .object
    }
    if let subject = scene.sentence.words(in: spans.subject), let predicate = scene.sentence.words(in: spans.predicate),
      let object = scene.sentence.words(in: spans.object)
    {
      ranges = EvidenceSpans(subject: subject, predicate: predicate, object: object)
    } else {
      choices.isOnWords = false
    }
  }

  /// The whole form.
  ///
  /// - Parameter isAsReference: whether the row referred to has the same subject in the same place.
  func form(isAsReference: Bool) -> SpanForm {
    var form = choices
    if isAsReference, form.subject == .told { form.subject = .asReference }
    for part in form.told {
      switch part {
      case .predicateStart: form.predicateStart = ranges.predicate.lowerBound
      case .subjectGap: form.subjectGap = ranges.predicate.lowerBound - ranges.subject.upperBound
      case .objectGap: form.objectGap = ranges.object.lowerBound - ranges.predicate.upperBound
      case .subjectLength: form.subjectLength = ranges.subject.count
      case .predicateLength: form.predicateLength = ranges.predicate.count
      case .objectLength: form.objectLength = ranges.object.count
      }
    }
    return form
  }
}

extension SpanForm {
  /// The form of `spans`.
  ///
  /// - Parameter reference: the subject's range in the row referred to; nil when there is no such row.
  init(_ spans: EvidenceSpans, in scene: SpanScene, reference: Range<Int>?) {
    self = SpanPlaces(spans, in: scene).form(isAsReference: spans.subject == reference)
  }
}

// Bytes of a row on the disk.
extension SpanPlaces {
  /// What ``append(to:)`` wrote.
  init(reading reader: inout RowKeyReader) {
    choices.choice = Int(reader.byte())
    choices.subjectOrdinal = choices.subject == .laterName ? Int(reader.number()) : 0
    choices.objectOrdinal = choices.object == .laterName ? Int(reader.number()) : 0
    ranges = EvidenceSpans(subject: reader.range(), predicate: reader.range(), object: reader.range())
  }

  func append(to row: inout RowKeyWriter) {
    row.append(UInt8(choices.choice))
    if choices.subject == .laterName { row.append(UInt32(choices.subjectOrdinal)) }
    if choices.object == .laterName { row.append(UInt32(choices.objectOrdinal)) }
    for range in [ranges.subject, ranges.predicate, ranges.object] { row.append(range) }
  }
}

extension AdjunctForm {
  /// What ``append(to:)`` wrote.
  init(reading reader: inout RowKeyReader) {
    isOnWords = reader.byte() == 1
    for _ in 0..<reader.number() {
      let gap = reader.signed()
      steps.append(Step(gap: gap, length: Int(reader.number())))
    }
  }

  func append(to row: inout RowKeyWriter) {
    row.append(isOnWords ? 1 : 0 as UInt8)
    row.append(UInt32(steps.count))
    for step in steps {
      row.append(signed: step.gap)
      row.append(UInt32(step.length))
    }
  }
}
