import GraphModel

@testable import GraphStore

/// The content of Tests/Golden/stores/version-3.tercet, and what the change behind it adds. They never change: the file
/// must open for ever.
enum VersionThreeStore {
  /// That of the second version with what the third has beside it: roles, events, offices, wordings, adjuncts, an event
  /// without object.
  static let content: GraphContent = {
    var content = VersionTwoStore.content
    let text = "Ada Núñez, foreign minister, attacked the convoy in Oslo in cash. Núñez resigned."
    let document = content.documents.count
    let end = UInt32(text.utf8.count)
    content.documents.append(.init(id: "events", text: Array(text.utf8), sentences: [0..<67, 68..<end]))
    let predicate = content.predicates.count
    content.predicates += [
      .init(name: "attack"), .init(name: "attack in", role: "in"), .init(name: "resign"),
      .init(name: "foreign minister", relation: "holdsOfficeIn"),
    ]
    let entity = content.entities.count
    content.entities += [.nothing, .init(name: "convoy", type: "Concept")]
    func statement(
      _ predicate: Int, _ object: Int, sentence: Int, event: Int, _ objectRange: Range<UInt32>, office: String? = nil,
      wording: String? = nil, adjuncts: [Range<UInt32>] = []
    ) {
      let verb: Range<UInt32> = sentence == 0 ? 31..<39 : 76..<84
      content.statements.append(
        .init(
          subject: 0, predicate: predicate, object: object,
          evidence: .init(
            document: document, sentence: sentence, subject: sentence == 0 ? 0..<11 : 68..<75, predicate: verb,
            object: objectRange, rules: ["subject"], confidence: 80, event: event, office: office, wording: wording,
            adjuncts: adjuncts)))
    }
    statement(predicate, entity + 1, sentence: 0, event: 0, 44..<50, adjuncts: [59..<66])
    statement(predicate + 1, 2, sentence: 0, event: 0, 54..<58, adjuncts: [59..<66])
    statement(predicate + 3, 2, sentence: 0, event: 1, 54..<58, office: "foreign minister", wording: "be minister")
    statement(predicate + 2, entity, sentence: 1, event: 0, 84..<84)
    statement(predicate + 2, entity, sentence: 1, event: 1, 84..<84, adjuncts: [69..<72, 1..<2])
    return content
  }()

  static let addition: GraphContent = {
    var content = VersionTwoStore.addition
    content.predicates.append(.init(name: "visit with", role: "with"))
    content.entities.append(.nothing)
    content.statements[0].evidence?.event = 3
    content.statements[0].evidence?.office = "envoy"
    content.statements[0].evidence?.wording = "see"
    content.statements[0].evidence?.adjuncts = [4..<11]
    var role = content.statements[0]
    role.predicate = 1
    content.statements.append(role)
    return content
  }()
}
