internal import Extraction
internal import GraphExport
internal import Language

/// A line of `extract --format mentions`: one JSON object, offsets in bytes of the document's text.
struct MentionLine {
  let text: String

  init(_ mention: EntityMention, in document: Document) {
    func pair(_ range: Range<UInt32>) -> String { "[\(range.lowerBound),\(range.upperBound)]" }
    let members = [
      "\"document\":\(JSONText.quoted(document.metadata.id))",
      "\"text\":\(JSONText.quoted(document.text(in: mention.core)))",
      "\"kind\":\(JSONText.quoted(mention.kind.rawValue))", "\"type\":\(JSONText.quoted(mention.type))",
      "\"entity\":\(JSONText.quoted(mention.entity))", "\"chain\":\(mention.chain.map(String.init) ?? "null")",
      "\"core\":\(pair(mention.core))",
      "\"phrase\":\(pair(mention.phrase))",
    ]
    text = "{" + members.joined(separator: ",") + "}"
  }
}
