/// Which symbols tell a row of evidence, and on what the frequency of each depends. FORMAT.md gives both.
struct EvidenceModel: Sendable {
  /// Rows that are told together: later ones refer to earlier ones.
  static let blockLength = 64
  /// Rule sets from this number on share a symbol.
  static let rareRules = 255
  /// How far from a sentence of the block another one may be to be told by its distance.
  static let nearbyDistance = 32
  private static let widthOfRareRules = 32

  /// Bits of a sentence's number, and of a place in the lists of times, places and quantities.
  let sentenceWidth: Int
  let timeWidth: Int
  let placeWidth: Int
  let quantityWidth: Int
  let officeWidth: Int
  let wordingWidth: Int
  /// Whether rows tell of events.
  let hasEvents: Bool

  /// - Parameters:
  ///   - times: how many there are in the list of times; likewise the others.
  ///   - hasEvents: false for versions that know of no events.
  init(
    sentences: Int, times: Int, places: Int, quantities: Int, offices: Int, wordings: Int, hasEvents: Bool = true
  ) {
    func width(_ count: Int) -> Int { Int.bitWidth - max(count - 1, 0).leadingZeroBitCount }
    sentenceWidth = width(sentences)
    timeWidth = width(times)
    placeWidth = width(places)
    quantityWidth = width(quantities)
    officeWidth = width(offices)
    wordingWidth = width(wordings)
    self.hasEvents = hasEvents
  }

  /// No context is this high in a store of so many predicates.
  static func contextLimit(predicates: Int) -> Int { max(predicates, 1 + (rareRules + 1) * SpanForm.choices) }

  /// What the edge of a row adds to what is known of it.
  struct Setting {
    var predicate: Int
    /// Whether the row before it in the block is about the same subject; false for the first.
    var continuesSubject: Bool
  }

  /// The sentences of a block so far, the one told last first.
  struct Recent {
    fileprivate var sentences: [(sentence: Int, row: Int)] = []

    init() { sentences.reserveCapacity(blockLength) }

    /// The last row with `sentence`; nil when no row has it.
    func row(of sentence: Int) -> Int? { sentences.first { $0.sentence == sentence }?.row }

    /// Adds the next row.
    mutating func add(_ sentence: Int, row: Int) {
      if let known = sentences.firstIndex(where: { $0.sentence == sentence }) { sentences.remove(at: known) }
      sentences.insert((sentence, row), at: 0)
    }

    fileprivate func nearest(_ sentence: Int) -> Int? {
      let near = sentences.indices.filter { abs(sentences[$0].sentence - sentence) <= nearbyDistance }
      return near.min { abs(sentences[$0].sentence - sentence) < abs(sentences[$1].sentence - sentence) }
    }
  }

  /// Passes row `number` of `rows`, those of its block.
  func code<Coder: EvidenceCoder>(
    _ number: Int, of rows: inout [EvidenceRow], _ setting: Setting, _ recent: inout Recent, _ coder: inout Coder
  ) {
    var row = rows[number]
    codeSentence(&row, setting, recent, &coder)
    recent.add(row.sentence, row: number)
    let reference = row.reference < 0 ? nil : rows[row.reference]

    var rules = min(row.ruleSet, Self.rareRules)
    coder.symbol(.rules, context: setting.predicate, &rules)
    if rules == Self.rareRules { coder.wideBits(Self.widthOfRareRules, &row.ruleSet) } else { row.ruleSet = rules }

    coder.symbol(.confidence, context: rules, &row.confidence)
    Self.codeString(.time, timeWidth, &row.time, reference?.time, rules, &coder)
    Self.codeString(.place, placeWidth, &row.place, reference?.place, rules, &coder)
    Self.codeString(.quantity, quantityWidth, &row.quantity, reference?.quantity, rules, &coder)

    var choice = row.spans.choice
    coder.symbol(.spans, context: 2 * rules + (reference == nil ? 0 : 1), &choice)
    row.spans.choice = choice
    Self.codeSpans(&row.spans, rules, &coder)
    if hasEvents {
      Self.codeEvent(&row, reference, &coder)
      codeWord(.office, officeWidth, &row.office, reference?.office ?? 0, predicate: setting.predicate, &coder)
      codeWord(.wording, wordingWidth, &row.wording, reference?.wording ?? 0, predicate: setting.predicate, &coder)
      let isOfReference = row.event >= 0 && row.event == reference?.event
      Self.codeAdjuncts(
        &row.adjuncts, reference?.adjuncts ?? AdjunctForm(),
        context: 3 * rules + (reference == nil ? 0 : isOfReference ? 2 : 1), &coder)
    }
    rows[number] = row
  }

  private func codeSentence<Coder: EvidenceCoder>(
    _ row: inout EvidenceRow, _ setting: Setting, _ recent: Recent, _ coder: inout Coder
  ) {
    // 0: a sentence not near any; 1: one near a sentence of the block; from 2 on: one of the block.
    var kind = 0
    var nearest = 0
    if !Coder.isReading {
      if let known = recent.sentences.firstIndex(where: { $0.sentence == row.sentence }) {
        kind = known + 2
      } else if let near = recent.nearest(row.sentence) {
        kind = 1
        nearest = near
      }
    }
    coder.number(.sentence, context: setting.continuesSubject ? 1 : 0, &kind)
    row.reference = -1
    switch kind {
    case 0: coder.wideBits(sentenceWidth, &row.sentence)
    case 1:
      coder.number(.nearby, context: 0, &nearest)
      let base = recent.sentences.indices.contains(nearest) ? recent.sentences[nearest].sentence : 0
      var distance = row.sentence - base
      coder.signed(.distance, context: 0, &distance)
      row.sentence = max(base + distance, 0)
    default:
      guard recent.sentences.indices.contains(kind - 2) else { break }
      row.sentence = recent.sentences[kind - 2].sentence
      row.reference = recent.sentences[kind - 2].row
    }
  }

  /// - Parameter reference: what the row referred to has; nil when there is no such row.
  private static func codeString<Coder: EvidenceCoder>(
    _ field: EvidenceField, _ width: Int, _ value: inout Int, _ reference: Int?, _ rules: Int, _ coder: inout Coder
  ) {
    // 0: nothing; 1: one of the list; 2: as in the row referred to; 3: the object's name.
    var kind = 0
    if !Coder.isReading {
      kind = value == reference ? 2 : value == EvidenceRow.objectName ? 3 : value == 0 ? 0 : 1
    }
    let context = reference.map { $0 == 0 ? 1 : 2 } ?? 0
    coder.symbol(field, context: 3 * rules + context, &kind)
    switch kind {
    case 1:
      var place = value - 1
      coder.wideBits(width, &place)
      value = place + 1
    case 2: value = reference ?? 0
    case 3: value = EvidenceRow.objectName
    default: value = 0
    }
  }

  private static func codeSpans<Coder: EvidenceCoder>(_ spans: inout SpanForm, _ rules: Int, _ coder: inout Coder) {
    if spans.subject == .laterName { coder.number(.ordinal, context: 0, &spans.subjectOrdinal) }
    if spans.object == .laterName { coder.number(.ordinal, context: 1, &spans.objectOrdinal) }
    let context = spans.isOnWords ? 1 + (rules * 2 + (spans.predicate == .itsOwn ? 0 : 1)) : 0
    let gapContext = spans.isOnWords ? 1 + rules * SpanForm.choices + spans.choice : 0
    for part in spans.told {
      switch part {
      case .predicateStart: coder.signed(.predicateStart, context: context, &spans.predicateStart)
      case .subjectGap: coder.signed(.subjectGap, context: gapContext, &spans.subjectGap)
      case .objectGap: coder.signed(.objectGap, context: gapContext, &spans.objectGap)
      case .subjectLength: coder.number(.subjectLength, context: context, &spans.subjectLength)
      case .predicateLength: coder.number(.predicateLength, context: context, &spans.predicateLength)
      case .objectLength: coder.number(.objectLength, context: context, &spans.objectLength)
      }
    }
  }
}
