internal import GraphExport
internal import Language

/// What `extract` writes beside the rows of documents, so that whoever waits for them knows what came: lines of JSON.
enum FilterLine {
  /// Says that the rows of a document are all there.
  static func receipt(document: String, statements: Int) -> String {
    "{\"document\":\(JSONText.quoted(document)),\"statements\":\(statements)}"
  }

  /// Stands in the place of a document that cannot be read.
  static func failure(_ bad: BadDocument) -> String {
    "{\"document\":\(JSONText.quoted(bad.name)),\"error\":\(JSONText.quoted(bad.error.message))}"
  }
}

extension BadDocument {
  /// Its id, or the place at which it stands where it says none.
  var name: String { id ?? error.place ?? "" }
}
