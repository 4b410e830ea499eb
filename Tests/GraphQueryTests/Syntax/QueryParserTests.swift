import GraphQuery
import GraphModel
import Testing

@Suite struct QueryParserTests {
  @Test(arguments: [
    ("neighbors NATO", "NATO"),
    ("NEIGHBOURS  the   Alliance", "the Alliance"),
    ("neighbors \"Out of Africa\" out", "Out of Africa"),
    ("neighbors Made in Italy", "Made in Italy"),
    ("neighbors Made in Italy in", "Made in Italy"),
    ("neighbors Bill \"Magic\" Smith via leads", "Bill \"Magic\" Smith"),
    ("neighbors \"Jordan\" (Person) depth 2", "Jordan (Person)"),
    ("neighbors O'Brien", "O'Brien"),
    ("neighbors 'The Hague'", "The Hague"),
    ("neighbors Min Aung Hlaing min 2", "Min Aung Hlaing"),
    ("neighbors “Brussels”", "Brussels"),
  ])
  func namesEndAtKeywords(text: String, name: String) throws {
    guard let query = try Query(parsing: text).verb as? NeighborsVerb else {
      Issue.record("not neighbors")
      return
    }
    #expect(query.entity.spelling == name)
  }

  @Test func neighborOptions() throws {
    let text =
      "neighbors NATO via leads|memberOf in type Person since 2025-04 until 2025-05-31 min 2 depth 3 limit 7 --claims"
    let query = try Query(parsing: text)
    guard let neighbors = query.verb as? NeighborsVerb else {
      Issue.record("not neighbors")
      return
    }
    #expect(neighbors.direction == .incoming)
    #expect(neighbors.type?.spelling == "Person")
    #expect(neighbors.period == Period(since: "2025-04", until: "2025-05-31"))
    #expect(neighbors.minimumSupport == 2)
    #expect(neighbors.depth == 3)
    #expect(query.limit == 7)
    #expect(query.showsClaims == true)
    guard case .alternatives(let parts)? = neighbors.via?.pattern else {
      Issue.record("not two relations")
      return
    }
    #expect(parts.count == 2)
  }

  @Test func pathOptions() throws {
    let text =
      "path from Mark Rutte to Marco Rubio via member of/leads* max 4 shortest 3 avoid US, \"Smith, John\",#7 no-hubs 50 directed"
    guard let path = try Query(parsing: text).verb as? PathVerb else {
      Issue.record("not path")
      return
    }
    #expect(path.start.spelling == "Mark Rutte")
    #expect(path.end.spelling == "Marco Rubio")
    #expect(path.maximalLength == 4)
    #expect(path.selection == .shortest(3))
    #expect(path.avoided.map(\.spelling) == ["US", "Smith, John", "#7"])
    #expect(path.avoided.last?.id == EntityID(7))
    #expect(path.hubDegree == 50)
    #expect(path.isDirected)
    guard case .sequence(let parts)? = path.via?.pattern, case .relation(let first) = parts[0] else {
      Issue.record("not a sequence")
      return
    }
    #expect(first.spelling == "member of")
    #expect(path.via?.pattern.isPlainList == false)
  }

  @Test(arguments: [
    ("path A to B", PathVerb.Selection.shortest(1)), ("path A to B shortest", .shortest(1)),
    ("path A to B shortest 4", .shortest(4)), ("path A to B all", .all), ("path A to B all shortest", .allShortest),
    ("path A to B shortest all max 3", .allShortest), ("path \"A\" \"B\" all max 3", .all), ("paths #1 #2 all", .all),
  ])
  func selections(text: String, selection: PathVerb.Selection) throws {
    guard let path = try Query(parsing: text).verb as? PathVerb else {
      Issue.record("not path")
      return
    }
    #expect(path.selection == selection)
  }

  @Test(arguments: ["why e12", "why 12", "why E12;", "why e12 limit 100"])
  func edges(text: String) throws {
    guard case .edge(let reference)? = (try Query(parsing: text).verb as? WhyVerb)?.subject else {
      Issue.record("not why")
      return
    }
    #expect(reference.id == EdgeID(12))
  }

  @Test(arguments: [
    ("why Mark Rutte", "Mark Rutte"), ("why \"12\"", "12"), ("why G 7", "G 7"), ("why 3M Company", "3M Company"),
    ("why #12", "#12"),
  ])
  func entitiesAreAskedWhyToo(text: String, name: String) throws {
    guard case .entity(let reference)? = (try Query(parsing: text).verb as? WhyVerb)?.subject else {
      Issue.record("not why of an entity")
      return
    }
    #expect(reference.spelling == name)
  }

  @Test(
    arguments: [
      ("neighbrs NATO", "query.verb", 1, 1, ["neighbors"]),
      ("A leads B", "query.verb", 1, 1, []),
      ("", "query.syntax", 1, 1, []),
      ("neighbors", "query.syntax", 1, 10, []),
      ("neighbors via leads", "query.syntax", 1, 11, []),
      ("neighbors NATO min many", "query.syntax", 1, 20, []),
      ("neighbors NATO depth 0", "query.range", 1, 22, []),
      ("neighbors NATO min 1 min 2", "query.repeated", 1, 22, []),
      ("neighbors NATO via leads/memberOf*", "query.pattern", 1, 20, []),
      ("neighbors NATO since April", "query.syntax", 1, 22, []),
      ("neighbors NATO since 2025-13", "query.syntax", 1, 22, []),
      ("neighbors \"NATO\" now", "query.syntax", 1, 18, []),
      ("path A", "query.syntax", 1, 7, []),
      ("path A to", "query.syntax", 1, 10, []),
      ("path A to B via", "query.syntax", 1, 16, []),
      ("path A to B via (leads", "query.syntax", 1, 23, []),
      ("path A to B via leads)", "query.syntax", 1, 22, []),
      ("path A to B via leads/", "query.syntax", 1, 23, []),
      ("path A to B via leads{3,1}", "query.range", 1, 22, []),
      ("path A to B via leads{1,99}", "query.range", 1, 25, []),
      ("path A to B max 999", "query.range", 1, 17, []),
      ("path A to B all all", "query.repeated", 1, 17, []),
      ("path A to B avoid", "query.syntax", 1, 18, []),
      ("why", "query.syntax", 1, 4, []),
      ("why \"\"", "query.syntax", 1, 7, []),
      ("types now", "query.syntax", 1, 7, []),
      ("facts \"NATO", "query.unclosed", 1, 7, []),
      ("path Zürich to \nB max x", "query.syntax", 2, 7, []),
    ] as [(String, String, Int, Int, [String])])
  func errors(text: String, code: String, line: Int, column: Int, suggestions: [String]) {
    do {
      let query = try Query(parsing: text)
      Issue.record("parsed: \(query)")
    } catch {
      #expect(error.code == code)
      #expect(error.place == "\(line):\(column)", "\(text): \(error.message)")
      #expect(error.suggestions == suggestions)
      #expect(!error.message.isEmpty)
    }
  }

  @Test func placesCountFromTheScript() {
    let start = SourcePosition(line: 4, column: 3, offset: 50)
    do {
      _ = try Query(parsing: "types me", at: start)
      Issue.record("parsed")
    } catch {
      #expect(
        error.range
          == SourceRange(
            SourcePosition(line: 4, column: 9, offset: 56), SourcePosition(line: 4, column: 11, offset: 58))
      )
    }
  }
}
