internal import GraphExport
internal import GraphQuery
internal import GraphModel

extension Answer.Explanation {
  /// The statement, then each sentence that says so with the three spans marked.
  func lines(_ style: OutputStyle) -> [String] {
    var head = StyledText(statement.idText + "  ", .faint) + statement.line(style)
    if !statement.note.runs.isEmpty { head = head + StyledText("  (") + statement.note + StyledText(")") }
    if proofs.isEmpty {
      head.append("  imported; no sentence is known that says so", .faint)
    } else {
      head.append("  \(style.times)\(statement.edge.support)")
      head.append(", confidence \(JSONText.hundredths(statement.edge.confidence))", .faint)
    }
    var lines = [head.rendered(color: style.color)]
    for proof in proofs {
      lines.append("")
      lines += proof.marked(style, brackets: !style.color).wrapped(to: style.width, indent: "  ").map {
        $0.rendered(color: style.color)
      }
      lines += proof.origin(style).wrapped(to: style.width, indent: "  ").map { $0.rendered(color: style.color) }
    }
    return lines
  }
}

extension Answer.Explanation.Proof {
  /// The sentence; subject, predicate and object are styled, and on demand bracketed: `[S Mark Rutte] [P leads] …`.
  func marked(_ style: OutputStyle, brackets: Bool) -> StyledText {
    let bytes = Array(sentence.utf8)
    let spans: [(range: Range<Int>, letter: String, style: TextStyle)] = [
      (local(subjectRange, bytes.count), "S", TextStyle.subject),
      (local(predicateRange, bytes.count), "P", .relation), (local(objectRange, bytes.count), "O", .object),
    ].filter { !$0.0.isEmpty }
    var cuts = Set([0, bytes.count])
    for span in spans { cuts.formUnion([span.range.lowerBound, span.range.upperBound]) }
    let sorted = cuts.sorted()
    var text = StyledText()
    for (start, end) in zip(sorted, sorted.dropFirst()) {
      // The shortest span is the innermost: it gives its style.
      let inner = spans.filter { $0.range.contains(start) }.min { $0.range.count < $1.range.count }
      if brackets {
        let opening = spans.filter { $0.range.lowerBound == start }.sorted { $0.range.count > $1.range.count }
        for span in opening { text.append("[\(span.letter) ") }
      }
      text.append(String(decoding: bytes[start..<end], as: UTF8.self), inner?.style ?? .plain)
      if brackets { for _ in spans.filter({ $0.range.upperBound == end }) { text.append("]") } }
    }
    return text
  }

  /// A range of the document as one of the sentence, cut to it.
  private func local(_ range: Range<UInt32>, _ count: Int) -> Range<Int> {
    let base = Int(sentenceRange.lowerBound)
    let lower = min(max(Int(range.lowerBound) - base, 0), count)
    return lower..<min(max(Int(range.upperBound) - base, lower), count)
  }

  /// Document, date, sentence, rules and confidence.
  func origin(_ style: OutputStyle) -> StyledText {
    var parts = [document]
    if let title, title != document { parts.append(title) }
    if let date { parts.append(date) }
    if let source { parts.append(source) }
    parts.append("sentence \(sentenceNumber)")
    if let time { parts.append("time \(time)") }
    if let place { parts.append("place \(place)") }
    if let quantity { parts.append("quantity \(quantity)") }
    if !rules.isEmpty { parts.append("rules " + rules.joined(separator: "+")) }
    parts.append("confidence " + JSONText.hundredths(confidence))
    return StyledText(parts.joined(separator: style.unicode ? " · " : " | "), .faint)
  }
}
