import GraphModel
import Language

/// What the arguments of one document are over all documents.
final class NodeResolver {
  let catalog: ResolvedCatalog
  let names: NameShelf
  let offices: OfficeHolders
  /// By number in the document.
  let roots: [Int: ResolvedCatalog.Identified]
  let list: PhraseList
  let document: Document.Metadata
  /// By place in `list`.
  private var nodes: [GraphAssembler.Node?]
  private var namedAs: [Int: Int] = [:]

  init(
    catalog: ResolvedCatalog, names: NameShelf, offices: OfficeHolders,
    roots: [Int: ResolvedCatalog.Identified], list: PhraseList,
    phrases: [PhraseNode], document: Document.Metadata
  ) {
    self.catalog = catalog
    self.names = names
    self.offices = offices
    self.roots = roots
    self.list = list
    self.document = document
    nodes = Array(repeating: nil, count: list.phrases.count)
    for phrase in phrases where nodes.indices.contains(phrase.index) {
      switch phrase.kind {
      case .name(let root): namedAs[phrase.index] = root
      case .node(let number, let name, let type):
        nodes[phrase.index] = .init(
          entity: GraphContent.Entity(name: name, type: type), identity: .phrase(number))
      }
    }
  }

  /// The node of a named entity by its number in the document; nil when it has no name.
  func named(_ local: Int) -> GraphAssembler.Node? { roots[local].map { node($0.number) } }

  /// The node of an argument; nil when it is nobody known.
  ///
  /// - Parameter isClass: whether it says what somebody is, and not who.
  func node(_ reference: NodeReference, isClass: Bool) -> GraphAssembler.Node? {
    guard case .phrase(let name, _, _, let office) = reference else {
      guard case .entity(let local) = reference else { return nil }
      return named(local)
    }
    guard let place = list[reference] else { return nil }
    if isClass { return nodes[place] }
    if let root = namedAs[place] { return node(root) }
    return office.flatMap { holder(of: $0, called: name) } ?? nodes[place]
  }

  private func node(_ root: Int) -> GraphAssembler.Node {
    .init(
      entity: GraphContent.Entity(name: names[root], type: catalog.roots[root].type), identity: .named(root))
  }

  /// Who holds an office, by the schema or else by other documents, with the words by which the document calls it as
  /// another name; nil when that is not known.
  private func holder(of office: Office, called name: String) -> GraphAssembler.Node? {
    var rule = "office"
    let holder: Int
    if let leader = office.leader, let known = roots[leader.local]?.number {
      (holder, rule) = (known, leader.rule)
    } else if let owner = roots[office.owner]?.number,
      let known = offices.holder(of: office.title, at: owner, in: document)
    {
      holder = known
    } else {
      return nil
    }
    var node = node(holder)
    if node.entity.name != name { node.entity.aliases = [GraphContent.Alias(name: name, rule: rule)] }
    return node
  }
}
