internal import Bytes

extension StatementRow {
  /// The statement on a line of JSON Lines, as `tercet extract` and `tercet export` write them.
  init(jsonLine line: ArraySlice<UInt8>) throws(ImportProblem) {
    guard String(validating: line, as: UTF8.self) != nil else { throw ImportProblem("the line is not UTF-8") }
    let object: JSONLine
    do throws(JSONLine.Problem) { object = try JSONLine(line) } catch { throw ImportProblem(error.text) }
    func text(_ name: String) throws(ImportProblem) -> ArraySlice<UInt8> {
      // Another kind of value means something, but not what is known here.
      if object.others.contains(name) { throw ImportProblem("expected a text \"\(name)\", found another value") }
      return Array(object.strings[name, default: ""].utf8)[...]
    }
    func required(_ name: String) throws(ImportProblem) -> ArraySlice<UInt8> {
      let value = try text(name)
      if value.isEmpty { throw ImportProblem("expected a text \"\(name)\"") }
      return value
    }
    self.init(try required("subject"), try required("predicate"), try required("object"))
    subjectType = try text("subject_type")
    objectType = try text("object_type")
    relation = try text("relation")
    attribution = try text("attribution")
    _ = (try text("polarity"), try text("modality"))
    if let polarity = object.strings["polarity"] { try setPolarity(polarity) }
    if let modality = object.strings["modality"] { try setModality(modality) }
  }
}
