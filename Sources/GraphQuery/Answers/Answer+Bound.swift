extension Answer {
  /// A sentence that tells since or until when somebody has an office.
  public struct Bound: Sendable, Equatable {
    /// ISO 8601: as the sentence says, or the date of its document.
    public var date: String
    public var proof: Proof
  }
}

extension Answer.Bound {
  /// `until 2025-03-09: … (kelmar-7, 2025-03-11)`.
  func line(_ word: String) -> AnswerText {
    var line = AnswerText("\(word) \(date): ", .faint)
    line.append(proof.sentence.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    let source = [proof.document, proof.date].compactMap { $0 }.joined(separator: ", ")
    line.append(" (\(source))", .faint)
    return line
  }
}
