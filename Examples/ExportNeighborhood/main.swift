// Makes a graph of files and folders, in memory, and writes a page of HTML about one name to standard output.
//
//     ExportNeighborhood NATO seeds > nato.html

import Glibc
import Tercet

guard CommandLine.arguments.count > 2 else {
  print("usage: ExportNeighborhood NAME INPUT...")
  exit(64)
}

var texts: [NewsText] = []
NewsText.forEach(in: Array(CommandLine.arguments.dropFirst(2))) { result in
  // What cannot be read is left out.
  if case .success(let text) = result { texts.append(text) }
}

let graph = try NewsReader().graph(of: texts)
try graph.export(.html, around: CommandLine.arguments[1], depth: 2) { bytes in
  print(String(decoding: bytes, as: UTF8.self), terminator: "")
}
