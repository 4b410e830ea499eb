import Language
import Extraction
import SchemaFiles
import Foundation
let schema = CommandLine.arguments.count > 2 ? try! Schema.load(directory: CommandLine.arguments[2]) : try! Schema.embedded()
let bytes = [UInt8](try! Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1])))
var docs: [Document]
if CommandLine.arguments[1].hasSuffix(".conllu") { docs = try! ConlluReader().read(bytes, name: "x") } else {
  var d = Document(metadata: .init(id: "d", date: "2025-04-02"), source: bytes)
  Tokenizer(lexicon: TokenizerLexicon(lists: schema.lists)).tokenize(&d)
  try! EnglishAnalyzer().analyze(&d)
  var r = d; TreeRepair(types: EntityTypes(schema: schema)).repair(&r); docs = [r]
}
let ext = Extractor(schema: schema)
let proposer = Proposer(schema: schema)
let coref = Coreferencer(schema: schema)
for d in docs {
  print("#### \(d.metadata.id)")
  let e = coref.resolve(d)
  let ps = proposer.propositions(in: d, entities: e)
  let tree = DependencyTree(d)
  let ph = PhraseReader(document: d, tree: tree, lexicon: Lexicon(schema: schema))
  func n(_ h: Int) -> String {
    if let i = e.entity(atHead: h), e.entities[i].isNamed { return "[\(e.entities[i].name):\(e.entities[i].type)]" }
    return ph.phrase(at: h).name
  }
  for (i, s) in d.sentences.enumerated() {
    print("\n\(i): \(d.text(in: s.bytes))")
    for p in ps where p.sentence == i {
      let q = p.qualifiers
      print("   \(n(p.subject.head)) | \(p.predicate.name) | \(n(p.object.head))  {\(q.polarity.symbol) \(q.modality.name)\(q.attribution.map{" says "+n($0)} ?? "")\(q.time.map{" t="+$0} ?? "")} \(p.rules.joined(separator:",")) \(p.confidence)")
    }
  }
}

print("\n\n======== GRAPH")
let g = ext.assemble(docs.map { ext.extract($0) })
for st in g.statements {
  let a = g.entities[st.subject], b = g.entities[st.object]
  print("\(a.name):\(a.type) | \(g.predicates[st.predicate].name)\(g.predicates[st.predicate].relation != nil ? "*" : "") | \(b.name):\(b.type)  \(st.polarity.symbol)\(st.modality.name) \(st.attribution.map{"says "+g.entities[$0].name} ?? "") \(st.evidence.time ?? "") q=\(st.evidence.quantity ?? "") [\(st.evidence.rules.joined(separator: ","))]")
}
for e in g.entities where !e.aliases.isEmpty { print(e.name, e.type, e.aliases.map { $0.name + "(" + $0.rule + ")" }) }
if CommandLine.arguments.count > 3 {
  for d in docs { for s in d.sentences { for t in s.tokens {
    let w = d.tokens[t]
    print(t - s.tokens.lowerBound + 1, d.text(of: w), d.lemma(of: w), w.tag.conlluName, w.fineTag.conlluName, w.head < 0 ? 0 : Int(w.head) - s.tokens.lowerBound + 1, w.relation.conlluName, w.entity.iobName, separator: "\t")
  }; print() } }
}
