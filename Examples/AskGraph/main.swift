// Asks the graph of a file, and prints each row of the answer as `name: value`.
//
//     AskGraph news.tercet 'neighbors NATO via leads'

import Glibc
import Tercet

guard CommandLine.arguments.count == 3 else {
  print("usage: AskGraph NEWS.tercet STATEMENT")
  exit(64)
}

do throws(TercetError) {
  let graph = try NewsGraph(path: CommandLine.arguments[1])
  let reply = try graph.ask(CommandLine.arguments[2], within: .seconds(10))
  for row in reply.rows {
    for name in row.names {
      switch row[name] {
      case .text(let text): print("\(name): \(text)")
      case .integer(let number): print("\(name): \(number)")
      case .decimal(let number): print("\(name): \(number)")
      case .list(let texts): print("\(name): \(texts.joined(separator: ", "))")
      case .range(let bytes): print("\(name): \(bytes)")
      case .rows(let rows): print("\(name): \(rows.count) rows")
      case nil: break
      }
    }
    print()
  }
  for note in reply.notes { print("(\(note))") }
  if let damage = graph.damage { throw damage }
} catch {
  // Each error says what is wrong and, where there is something to do, what.
  print("\(error.place.map { "\($0): " } ?? "")\(error.message)")
  if let remedy = error.remedy { print(remedy) }
  exit(error.exitStatus.rawValue)
}
