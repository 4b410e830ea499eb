public import GraphQuery

/// The answer to a statement: rows of named values, and what they leave out.
public struct Reply: Sendable {
  /// Each is made when it is looked at, so that there may be millions; none when nothing was found.
  public let rows: AnswerRows<Row>
  /// What limits and settings left out, in words.
  public let notes: [String]
  /// Whether neither a limit of rows nor one of time left anything out.
  public let isComplete: Bool

  init(_ answer: Answer) {
    rows = answer.content.records.each { Row($0) }
    notes = answer.notes.map(\.text)
    isComplete = answer.isComplete
  }
}

/// A row of an answer: the fields that `tercet query --format jsonl` writes, by the same names.
public struct Row: Sendable, Equatable {
  /// What a field holds.
  public enum Value: Sendable, Equatable {
    case text(String)
    case integer(Int)
    case decimal(Double)
    case list([String])
    /// Bytes in the text of a document.
    case range(Range<Int>)
    case rows([Row])
  }

  private let record: Record

  init(_ record: Record) { self.record = record }

  /// The names of its fields, in their order; those of an answer's rows are the same.
  public var names: [String] { record.fields.map(\.name) }

  /// The value of a field; nil where it is empty, or there is none of that name.
  public subscript(name: String) -> Value? {
    record.fields.first { $0.name == name }.flatMap { Value($0.value) }
  }

  /// The value of a field of text; nil where it has none.
  public func text(_ name: String) -> String? {
    if case .text(let text)? = self[name] { text } else { nil }
  }

  /// The value of a field of whole numbers; nil where it has none.
  public func integer(_ name: String) -> Int? {
    if case .integer(let number)? = self[name] { number } else { nil }
  }
}

extension Row.Value {
  /// Nil for null.
  fileprivate init?(_ value: Record.Value) {
    switch value {
    case .text(let text): self = .text(text)
    case .integer(let number): self = .integer(number)
    case .hundredths(let number): self = .decimal(Double(number) / 100)
    case .list(let texts): self = .list(texts)
    case .range(let range): self = .range(Int(range.lowerBound)..<Int(range.upperBound))
    case .records(let records): self = .rows(records.map { Row($0) })
    case .line(let line): self = .text(line.pieces.map(\.text).joined())
    case .null: return nil
    }
  }
}

extension AnswerText.Piece {
  /// As the prompt writes it.
  fileprivate var text: String {
    switch self {
    case .words(let text, _), .mark(let text, _): return text
    case .arrow(let arrow, _):
      let words = arrow.isBackward ? "←\(arrow.words)─" : "─\(arrow.words)\(arrow.hasHead ? "→" : "")"
      return arrow.before + words + arrow.after
    }
  }
}
