internal import Extraction
internal import Language

/// A line of `extract --format oie`: the format that CaRB's scorer calls tabbed, with any number of objects.
struct OpenFactLine {
  let text: String

  init(_ fact: OpenFact, in document: Document) {
    let sentence = document.sentences[fact.sentence].tokens.map { document.text(of: document.tokens[$0]) }
    let confidence =
      fact.confidence == 100 ? "1.00" : fact.confidence < 10 ? "0.0\(fact.confidence)" : "0.\(fact.confidence)"
    let columns = [sentence.joined(separator: " "), confidence, fact.relation, fact.subject] + fact.objects
    text = columns.joined(separator: "\t")
  }
}
