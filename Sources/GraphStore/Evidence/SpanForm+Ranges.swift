/// The three byte ranges of a piece of evidence, counted from the start of its sentence.
struct EvidenceSpans: Equatable {
  var subject: Range<Int>
  var predicate: Range<Int>
  var object: Range<Int>

  /// The same in bytes, of ranges counted in words; nil when there are no such words.
  func bytes(in sentence: SentenceWords) -> EvidenceSpans? {
    guard let subject = sentence.bytes(of: subject), let predicate = sentence.bytes(of: predicate),
      let object = sentence.bytes(of: object)
    else { return nil }
    return EvidenceSpans(subject: subject, predicate: predicate, object: object)
  }
}

/// A sentence and what the two ends of an edge are called.
struct SpanScene {
  let sentence: SentenceWords
  let subjectName: [UInt8]
  let objectName: [UInt8]
  /// Whether the object is nothing, which stands behind the predicate.
  var objectIsNothing = false
}

extension SpanForm {
  /// The ranges that this form means; nil when it means none, in a damaged file.
  func spans(in scene: SpanScene, reference: Range<Int>?) -> EvidenceSpans? {
    guard let knownSubject = knownSubject(scene, reference), let knownObject = knownObject(scene) else { return nil }
    var subject = knownSubject
    var object = knownObject
    let predicate: Range<Int>
    if self.predicate == .subject, self.subject != .told {
      predicate = subject
    } else if self.predicate == .object, self.object != .told {
      predicate = object
    } else {
      let parts = told
      if parts.contains(.predicateStart) {
        predicate = predicateStart..<predicateStart + predicateLength
      } else if parts.first == .objectGap {
        let end = object.lowerBound - objectGap
        predicate = end - predicateLength..<end
      } else {
        let start = subject.upperBound + subjectGap
        predicate = start..<start + predicateLength
      }
    }
    if self.subject == .told {
      let end = predicate.lowerBound - subjectGap
      subject = self.predicate == .subject ? predicate : end - subjectLength..<end
    }
    if self.object == .told {
      let start = predicate.upperBound + objectGap
      object = self.predicate == .object ? predicate : start..<start + objectLength
    }
    var spans: EvidenceSpans? = EvidenceSpans(subject: subject, predicate: predicate, object: object)
    if isOnWords { spans = spans?.bytes(in: scene.sentence) }
    if scene.objectIsNothing, self.object == .told, self.predicate == .object, let end = spans?.predicate.upperBound {
      spans?.object = end..<end
    }
    return spans
  }

  /// The subject in the units of this form; 0..<0 when it is told, nil when it should be known and is not.
  private func knownSubject(_ scene: SpanScene, _ reference: Range<Int>?) -> Range<Int>? {
    switch subject {
    case .told: 0..<0
    case .asReference: reference.flatMap { units($0, scene) }
    case .firstName, .laterName: place(subjectOrdinal, of: scene.subjectName, scene)
    }
  }

  private func knownObject(_ scene: SpanScene) -> Range<Int>? {
    object == .told ? 0..<0 : place(objectOrdinal, of: scene.objectName, scene)
  }

  private func place(_ ordinal: Int, of name: [UInt8], _ scene: SpanScene) -> Range<Int>? {
    let places = scene.sentence.places(of: name)
    return places.indices.contains(ordinal) ? units(places[ordinal], scene) : nil
  }

  private func units(_ range: Range<Int>, _ scene: SpanScene) -> Range<Int>? {
    isOnWords ? scene.sentence.words(in: range) : range
  }
}
