internal import Extraction
internal import GraphExport
internal import Language

/// A line of `extract --format mentions`: one JSON object, offsets in bytes of the document's text.
struct MentionLine {
  let text: String

  /// - Parameter links: what names stand in the description by which the entity is a node.
  init(_ mention: EntityMention, links: [StatementRecord.NameLink], in document: Document) {
    func pair(_ range: Range<UInt32>) -> String { "[\(range.lowerBound),\(range.upperBound)]" }
    let members = [
      "\"document\":\(JSONText.quoted(document.metadata.id))",
      "\"text\":\(JSONText.quoted(document.text(in: mention.core)))",
      "\"kind\":\(JSONText.quoted(mention.kind.rawValue))", "\"type\":\(JSONText.quoted(mention.type))",
      "\"entity\":\(JSONText.quoted(mention.entity))", "\"chain\":\(mention.chain.map(String.init) ?? "null")",
      "\"core\":\(pair(mention.core))",
      "\"phrase\":\(pair(mention.phrase))",
      "\"links\":[" + links.map { "{\($0.members)}" }.joined(separator: ",") + "]",
    ]
    text = "{" + members.joined(separator: ",") + "}"
  }

  /// The lines of a document's mentions in their order. A description with links that is no mention, because nothing
  /// refers to it, has a line of its own.
  ///
  /// - Parameter records: all that the document says; the links are those of these.
  static func lines(_ mentions: [EntityMention], _ records: [StatementRecord], in document: Document) -> [MentionLine] {
    var nodes: [Range<UInt32>: [StatementRecord]] = [:]
    for record in records where record.isLink && !record.nameLink.name.isEmpty {
      if let range = record.subjectRange { nodes[range, default: []].append(record) }
    }
    var all = mentions.map { mention in
      (mention: mention, links: mention.node.flatMap { nodes.removeValue(forKey: $0) } ?? [])
    }
    for (range, records) in nodes.sorted(by: { $0.key.lowerBound < $1.key.lowerBound }) {
      let node = EntityMention(
        core: range, phrase: range, kind: .nominal, type: records[0].subjectType, entity: records[0].subject)
      all.append((node, records))
    }
    all.sort { a, b in
      (a.mention.core.lowerBound, a.mention.core.upperBound) < (b.mention.core.lowerBound, b.mention.core.upperBound)
    }
    return all.map { MentionLine($0.mention, links: $0.links.map(\.nameLink), in: document) }
  }
}
