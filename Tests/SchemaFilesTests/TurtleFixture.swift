import SchemaFiles

/// Turtle with the usual prefixes on one line before it, so that line numbers of a test's text are one less.
func schema(_ text: String, and others: String...) throws(SchemaError) -> Schema {
  let prefixes = [
    ("tercet", "urn:tercet:schema#"), ("", "urn:test#"), ("name", "urn:name#"),
    ("owl", "http://www.w3.org/2002/07/owl#"), ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
  ].map { "@prefix \($0): <\($1)> ." }.joined(separator: " ")
  let sources = ([text] + others).enumerated().map { index, text in
    SchemaSource(name: "\(index == 0 ? "a" : "b").ttl", bytes: Array((prefixes + "\n" + text).utf8))
  }
  return try Schema(sources: sources)
}
