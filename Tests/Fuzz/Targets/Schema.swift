internal import SchemaFiles

extension FuzzTarget {
  /// What a schema refers to is in it, and what is wrong with one stands in it.
  static let schema = FuzzTarget("schema") { input in
    let lines = input.count { $0 == UInt8(ascii: "\n") } + 1
    let schema: Schema
    do throws(SchemaError) {
      schema = try Schema(sources: [SchemaSource(name: "fuzz", bytes: input)])
    } catch {
      let place = (error.place ?? "").split(separator: ":").dropFirst().compactMap { Int($0) }
      // The parser names the line behind the last one when the end comes too early.
      expect(place.count == 2 && 1...lines + 1 ~= place[0] && place[1] > 0, "\(error.place ?? "nil") is in the file")
      expect(!error.message.isEmpty, "an error has words")
      return
    }
    let types = Set(schema.types.map(\.name))
    let relations = Set(schema.relations.map(\.name))
    expect(schema.types.allSatisfy { $0.parent.map(types.contains) ?? true }, "types above others are there")
    expect(schema.names.allSatisfy { types.contains($0.type) }, "types of names are there")
    for relation in schema.relations {
      expect(types.isSuperset(of: relation.domain + relation.range), "types of relations are there")
      expect(relation.inverse.map(relations.contains) ?? true, "inverses are there")
    }
  }
}
