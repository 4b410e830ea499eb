internal import GraphModel

// What a row tells of its event.
extension EvidenceModel {
  /// Offices and wordings from this rank on share a symbol.
  private static let rareWords = 253
  /// Events from this number on share a context.
  private static let lateEvents = 14

  static func codeEvent<Coder: EvidenceCoder>(_ row: inout EvidenceRow, _ reference: EvidenceRow?, _ coder: inout Coder)
  {
    var event = row.event + 1
    let context = reference.map { 2 + min(max($0.event, -1), lateEvents) } ?? 0
    coder.number(.event, context: context, &event)
    row.event = event - 1
  }

  /// - Parameters:
  ///   - value: rank in the list of the field, plus 1; 0 for nothing.
  ///   - reference: what the row referred to has; 0 when there is no such row.
  func codeWord<Coder: EvidenceCoder>(
    _ field: EvidenceField, _ width: Int, _ value: inout Int, _ reference: Int, predicate: Int, _ coder: inout Coder
  ) {
    // 0: nothing; 1: as in the row referred to; from 2 on: one of the list, 255: a rare one.
    var symbol = 0
    if !Coder.isReading, value > 0 {
      symbol = value == reference ? 1 : 2 + min(value - 1, Self.rareWords)
    }
    coder.symbol(field, context: predicate, &symbol)
    switch symbol {
    case 0: value = 0
    case 1: value = reference
    case 2 + Self.rareWords:
      var rank = value - 1
      coder.wideBits(width, &rank)
      value = rank + 1
    default: value = symbol - 1
    }
  }

  /// - Parameter reference: those of the row referred to; none when there is no such row.
  static func codeAdjuncts<Coder: EvidenceCoder>(
    _ adjuncts: inout AdjunctForm, _ reference: AdjunctForm, context: Int, _ coder: inout Coder
  ) {
    // 0: none; 1: as in the row referred to; from 2 on: how many, and their unit.
    var kind = 0
    if !Coder.isReading, !adjuncts.steps.isEmpty {
      kind = adjuncts == reference ? 1 : 2 * adjuncts.steps.count + (adjuncts.isOnWords ? 0 : 1)
    }
    coder.number(.adjuncts, context: context, &kind)
    if kind == 1 { adjuncts = reference }
    // More cannot be told; each may take no bits at all.
    guard kind > 1, kind / 2 <= GraphContent.Evidence.mostAdjuncts else { return }
    if Coder.isReading {
      adjuncts.isOnWords = kind % 2 == 0
      adjuncts.steps = Array(repeating: AdjunctForm.Step(), count: kind / 2)
    }
    for number in adjuncts.steps.indices {
      let context = adjuncts.isOnWords ? (number == 0 ? 1 : 2) : 0
      coder.signed(.adjunctGap, context: context, &adjuncts.steps[number].gap)
      coder.number(.adjunctLength, context: context, &adjuncts.steps[number].length)
    }
  }
}
