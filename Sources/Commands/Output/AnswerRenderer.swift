internal import GraphQuery
internal import GraphModel

/// Draws answers for people.
struct AnswerRenderer {
  var style: OutputStyle
  /// Whether edges are shown with their sentences; nil where the answer decides.
  var showsProofs: Bool?
  /// The first sentence that says so.
  var proof: (EdgeID) -> Answer.Proof? = { _ in nil }

  /// The lines of the first of `blocks`, as many as there is time for.
  ///
  /// - Parameter mayGoOn: asked before each row; there may be very many of them, and long ones.
  func lines(_ blocks: [AnswerBlock], while mayGoOn: () -> Bool = { true }) -> [RenderedLine] {
    var lines: [RenderedLine] = []
    for block in blocks {
      guard lines.isEmpty || mayGoOn() else { break }
      lines += self.lines(block, mayGoOn)
    }
    return lines
  }

  private func lines(_ block: AnswerBlock, _ mayGoOn: () -> Bool) -> [RenderedLine] {
    switch block {
    case .gap: [.empty]
    case .undrawn(let count):
      [
        rendered(
          StyledText(
            "\(style.ellipsis) \(count) more; the formats jsonl, tsv and line have all", .faint))
      ]
    case .line(let text): [rendered(StyledText(text, style))]
    case .cutLine(let text):
      [
        rendered(
          style.width.map { StyledText(text, style).truncated(to: $0, mark: style.ellipsis) } ?? StyledText(text, style)
        )
      ]
    case .paragraph(let text): StyledText(text, style).wrapped(to: style.width, indent: "  ").map(rendered)
    case .table(let table): TextTable(table, style).lines(style, while: mayGoOn)
    case .walk(let start, let parts):
      StyledText(start, style).lines(
        appending: parts.map { (gap: $0.gap, text: StyledText($0.text, style)) }, width: style.width, indent: "    "
      ).map(rendered)
    case .sentence(let proof):
      proof.marked(brackets: !style.color).wrapped(to: style.width, indent: "  ").map(rendered)
    case .proofs(let edges, let areUsual): showsProofs ?? areUsual ? sentences(of: edges, mayGoOn) : []
    }
  }

  /// `e12  the sentence (document, date)` for each edge.
  private func sentences(of edges: [EdgeID], _ mayGoOn: () -> Bool) -> [RenderedLine] {
    let ids = edges.map { "e\($0.rawValue)" }
    let width = ids.map(\.count).max() ?? 0
    return zip(edges, ids).flatMap { edge, id -> [RenderedLine] in
      guard mayGoOn(), let proof = proof(edge) else { return [] }
      var text = proof.marked(brackets: false)
      text.append(" (\([proof.document, proof.date].compactMap { $0 }.joined(separator: ", ")))", .faint)
      let indent = String(repeating: " ", count: width + 4)
      let head = StyledText("  " + id + String(repeating: " ", count: width - id.count + 2), .faint)
      return text.wrapped(to: style.width, indent: indent, head: head).map(rendered)
    }
  }

  private func rendered(_ text: StyledText) -> RenderedLine { text.rendered(color: style.color) }
}

extension Answer.Proof {
  /// The sentence; subject, predicate and object are styled, and on demand bracketed: `[S Mark Rutte] [P leads] …`.
  fileprivate func marked(brackets: Bool) -> StyledText {
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
}
