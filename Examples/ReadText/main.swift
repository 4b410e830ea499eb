// Reads a text from standard input and prints what it states.
//
//     echo 'Norway is worried about the withdrawal.' | ReadText

import Tercet

var lines: [String] = []
while let line = readLine() { lines.append(line) }

let reader = try NewsReader()
let text = NewsText(lines.joined(separator: "\n"), id: "standard input")

var shown = 0
for statement in reader.statements(in: text) {
  if statement.sentenceNumber != shown {
    shown = statement.sentenceNumber
    print("\(shown). \(statement.sentence)")
  }
  var words = [statement.subject.name, statement.predicate]
  if let object = statement.object { words.append(object.name) }
  words += statement.roles.map { "\($0.preposition) \($0.node.name)" }
  if let speaker = statement.speaker { words.append("(says \(speaker))") }
  if !statement.isFact && statement.speaker == nil { words.append("(no fact)") }
  print("   " + words.joined(separator: " · "))
}
